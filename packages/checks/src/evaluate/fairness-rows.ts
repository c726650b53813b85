import { z } from "zod";
import type { CheckContext } from "../check.ts";
import { testTable } from "../data/tables.ts";
import { binaryRows, type BinaryRows } from "../model/binary-rows.ts";
import { groupRates, type GroupRow } from "../stats/groups.ts";
import { attributeOf, attributeSchema, nameOf, wantedAttributes } from "./attributes.ts";

/** Parameters of the fairness checks. The policy's favourable side and threshold go before the submission's. */
export const fairnessParams = z.strictObject({
  attributes: z.array(attributeSchema).max(50).optional(),
  threshold: z.number().optional(),
  favourable: z.enum(["below", "at_or_above"]).optional(),
  /** Groups under these sizes are reported, not judged. */
  minRows: z.number().int().positive().default(30),
  minShare: z.number().min(0).max(1).default(0.02),
  minPositives: z.number().int().positive().default(30),
  minNegatives: z.number().int().positive().default(30),
  level: z.number().gt(0.5).lt(1).default(0.95),
  /** From where on the groups are named: a ratio below, or a difference above. Not the limit, which is the policy's. */
  report: z.number().optional(),
});
export type FairnessParams = z.infer<typeof fairnessParams>;

export interface JudgedGroup extends GroupRow {
  judged: boolean;
  errorRatesJudged: boolean;
}

export interface AttributeGroups {
  attribute: string;
  rows: BinaryRows;
  groups: JudgedGroup[];
  /** Why nothing can be judged on this attribute at all. */
  why: string | null;
}

function decide(
  rows: BinaryRows,
  threshold: number,
  favourable: "below" | "at_or_above",
): { selected: Uint8Array; flagged: Uint8Array } {
  const flagged = Uint8Array.from(rows.score, (s) => (s >= threshold ? 1 : 0));
  return { flagged, selected: favourable === "below" ? flagged.map((v) => 1 - v) : flagged };
}

/** Group tables of every attribute asked for. Without a decision, or without groups, each says why it cannot be judged. */
export async function fairnessGroups(
  ctx: CheckContext,
  p: FairnessParams,
): Promise<{ rows: BinaryRows; attributes: AttributeGroups[] }> {
  const rows = await binaryRows(ctx);
  const table = await testTable(ctx);
  const threshold = p.threshold ?? ctx.submission.decision?.threshold;
  const favourable = p.favourable ?? ctx.submission.decision?.favourable;
  const none = (attribute: string, why: string): AttributeGroups => ({ attribute, rows, groups: [], why });
  const attributes = wantedAttributes(ctx, p.attributes).map((param): AttributeGroups => {
    const name = nameOf(param);
    if (threshold === undefined || favourable === undefined)
      return none(
        name,
        "Neither the submission nor the policy says at which threshold a decision falls and which side is favourable.",
      );
    const attribute = attributeOf(table, param);
    if (typeof attribute === "string") return none(name, attribute);
    const { selected, flagged } = decide(rows, threshold, favourable);
    const rates = groupRates(
      rows.y,
      selected,
      flagged,
      Array.from(rows.at, (r) => attribute.groups[r] ?? ""),
      p.level,
    );
    const groups = rates.map((g): JudgedGroup => {
      const judged = g.n >= p.minRows && g.n / rows.y.length >= p.minShare;
      return {
        ...g,
        judged,
        errorRatesJudged: judged && g.positives >= p.minPositives && g.n - g.positives >= p.minNegatives,
      };
    });
    return { attribute: name, rows, groups, why: rows.fault };
  });
  return { rows, attributes };
}
