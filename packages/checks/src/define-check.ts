import { z } from "zod";
import { CheckFault, type CheckContext, type CheckDefinition, type CheckOutcome } from "./check.ts";

interface Spec<S extends z.ZodType> extends Omit<CheckDefinition, "run" | "paramsSchema"> {
  params: S;
  run(ctx: CheckContext, params: z.infer<S>): Promise<CheckOutcome>;
}

/** No parameters: unknown keys are refused, so that a misspelt limit cannot be ignored. */
export const noParams = z.strictObject({});

/** Makes a definition whose parameters are parsed before it measures; a wrong parameter is a CheckFault that names it. */
export function defineCheck<S extends z.ZodType>(spec: Spec<S>): CheckDefinition {
  const { params, run, ...rest } = spec;
  return {
    ...rest,
    paramsSchema: params,
    run: (ctx) => {
      const parsed = params.safeParse(ctx.params);
      if (parsed.success) return run(ctx, parsed.data);
      const issue = parsed.error.issues[0];
      const where = issue?.path.join(".") ?? "";
      throw new CheckFault(
        `The policy's parameters for ${spec.id} cannot be used: ${where ? `${where}: ` : ""}${issue?.message ?? "not understood"}.`,
      );
    },
  };
}
