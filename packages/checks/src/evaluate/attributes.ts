import { z } from "zod";
import type { CheckContext } from "../check.ts";
import { asText, type Table } from "../data/table.ts";

/** A group column, or bands cut out of a numeric one: a value belongs to the first edge it does not exceed. */
export const attributeSchema = z.union([
  z.string().min(1),
  z.strictObject({
    name: z.string().min(1).max(200),
    column: z.string().min(1),
    edges: z.array(z.number()).min(1).max(50),
    labels: z.array(z.string()).optional(),
  }),
]);
export type AttributeParam = z.infer<typeof attributeSchema>;

export interface Attribute {
  name: string;
  /** Group of each row of the table; rows without a value are a group of their own. */
  groups: string[];
}

const missingGroup = "(missing)";
const mostGroups = 1000;

function bands(table: Table, spec: Exclude<AttributeParam, string>): Attribute | string {
  const column = table.columns.get(spec.column);
  if (!column) return `${table.path} has no column ${spec.column}.`;
  if (column.kind === "text") return `The column ${spec.column} holds text and cannot be cut into bands.`;
  const edges = spec.edges.toSorted((a, b) => a - b);
  const nameOf = (k: number): string =>
    spec.labels?.[k] ??
    (k === 0 ? `<= ${edges[0]}` : k === edges.length ? `> ${edges[k - 1]}` : `> ${edges[k - 1]} to ${edges[k]}`);
  const groups = Array.from(column.numbers, (v) => {
    if (Number.isNaN(v)) return missingGroup;
    const at = edges.findIndex((edge) => v <= edge);
    return nameOf(at < 0 ? edges.length : at);
  });
  return { name: spec.name, groups };
}

/** Groups of every row for one attribute, or a sentence why they cannot be told. */
export function attributeOf(table: Table, param: AttributeParam): Attribute | string {
  if (typeof param !== "string") return bands(table, param);
  const column = table.columns.get(param);
  if (!column) return `${table.path} has no column ${param}.`;
  const groups = Array.from({ length: table.rows }, (_, row) => asText(column, row) ?? missingGroup);
  const distinct = new Set(groups).size;
  return distinct > mostGroups
    ? `${param} has ${distinct} different values: that is no grouping.`
    : { name: param, groups };
}

/** Attributes asked for by the policy, else the submission's groups. */
export const wantedAttributes = (ctx: CheckContext, given: AttributeParam[] | undefined): AttributeParam[] =>
  given ?? ctx.submission.data.groups ?? [];

export const nameOf = (param: AttributeParam): string => (typeof param === "string" ? param : param.name);
