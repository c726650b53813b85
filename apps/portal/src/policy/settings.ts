import type { Json, Limit, PolicyDocument } from "@countersign/domain";
import { outcomeWords } from "@countersign/ui";
import { limitWords } from "../review/words.ts";

type Fields = Record<string, Json>;

const isFields = (value: Json): value is Fields => value !== null && typeof value === "object" && !Array.isArray(value);

/** `minRows` as a reader says it: min rows. */
const spaced = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const signs: Record<string, string> = { ">=": "≥", "<=": "≤", "==": "=", "!=": "≠" };

const single = (value: Json): string => {
  if (Array.isArray(value)) return value.map(single).join(", ");
  if (!isFields(value)) return typeof value === "string" ? value : JSON.stringify(value);
  const { verdict, on, column, is, than, ...rest } = value;
  if (verdict !== undefined) return limitWords(value as unknown as Limit);
  // A slice and what evidence must rest on are comparisons; a name that a slice has besides them can say anything.
  if (is !== undefined)
    return `${single(column ?? on ?? "")} ${signs[single(is)] ?? single(is)} ${single(than ?? null)}`;
  return Object.entries(rest)
    .map(([name, inner]) => `${spaced(name)}: ${single(inner)}`)
    .join(", ");
};

/** A setting of a policy, a line for each thing it says: limits and slices as comparisons, outcomes as what they do. */
export function settingLines(value: Json): string[] {
  if (Array.isArray(value)) return value.some(isFields) ? value.map(single) : [single(value)];
  if (!isFields(value)) return [outcomeWords[value as keyof typeof outcomeWords] ?? single(value)];
  return Object.entries(value).flatMap(([name, inner]) => {
    const lines = settingLines(inner);
    return lines.length === 1 ? [`${spaced(name)}: ${lines[0] ?? ""}`] : lines;
  });
}

/** What a rule of a policy measures with and must rest on, a line each. */
export const ruleLines = ({ params = {}, sufficient = [] }: PolicyDocument["checks"][number]): string[] => [
  ...settingLines(params),
  ...sufficient.map((needs) => `needs ${single({ ...needs })}`),
];
