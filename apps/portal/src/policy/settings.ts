import type { Json, Limit, PolicyDocument } from "@countersign/domain";
import { outcomeWords } from "@countersign/ui";
import type { Say } from "@countersign/words";
import { limitWords } from "../review/words.ts";

type Fields = Record<string, Json>;

const isFields = (value: Json): value is Fields => value !== null && typeof value === "object" && !Array.isArray(value);

/** `minRows` as a reader says it: min rows. */
const spaced = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const signs: Record<string, string> = { ">=": "≥", "<=": "≤", "==": "=", "!=": "≠" };

const single = (say: Say, value: Json): string => {
  if (Array.isArray(value)) return value.map((one) => single(say, one)).join(", ");
  if (!isFields(value)) return typeof value === "string" ? value : JSON.stringify(value);
  const { verdict, on, column, is, than, ...rest } = value;
  if (verdict !== undefined) return limitWords(value as unknown as Limit, say);
  // A slice and what evidence must rest on are comparisons; a name that a slice has besides them can say anything.
  if (is !== undefined)
    return `${single(say, column ?? on ?? "")} ${signs[single(say, is)] ?? single(say, is)} ${single(say, than ?? null)}`;
  return Object.entries(rest)
    .map(([name, inner]) => `${spaced(name)}: ${single(say, inner)}`)
    .join(", ");
};

/** A setting of a policy, a line for each thing it says: limits and slices as comparisons, outcomes as what they do. */
export function settingLines(say: Say, value: Json): string[] {
  if (Array.isArray(value)) return value.some(isFields) ? value.map((one) => single(say, one)) : [single(say, value)];
  if (!isFields(value)) {
    const outcome = outcomeWords[value as keyof typeof outcomeWords];
    return [outcome === undefined ? single(say, value) : say(outcome)];
  }
  return Object.entries(value).flatMap(([name, inner]) => {
    const lines = settingLines(say, inner);
    return lines.length === 1 ? [`${spaced(name)}: ${lines[0] ?? ""}`] : lines;
  });
}

/** What a rule of a policy measures with and must rest on, a line each. */
export const ruleLines = (say: Say, { params = {}, sufficient = [] }: PolicyDocument["checks"][number]): string[] => [
  ...settingLines(say, params),
  ...sufficient.map((needs) => say("needs {what}", { what: single(say, { ...needs }) })),
];
