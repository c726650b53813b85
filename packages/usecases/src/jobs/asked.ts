import { trailFormats } from "@countersign/domain";
import { z } from "zod";
import { narrowing } from "../events/narrowing.ts";
import { idText } from "../kernel/texts.ts";

/** What may be asked for. */
export const asked = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("trail"), format: z.enum(trailFormats), of: narrowing }),
  z.strictObject({ kind: z.literal("evidence"), reviewId: idText }),
]);
export type Asked = z.infer<typeof asked>;

/** What a job makes, as it is kept: what was asked for, with what it takes to make and to name it. */
export type JobInput =
  | Extract<Asked, { kind: "trail" }>
  | { kind: "evidence"; reviewId: string; workspaceId: string; workspace: string; model: string; number: number };

/** The version whose bundle a job makes, as an export names it. */
export const versionOf = ({ workspace, model, number }: Extract<JobInput, { kind: "evidence" }>) => ({
  workspace,
  model,
  version: String(number),
});
