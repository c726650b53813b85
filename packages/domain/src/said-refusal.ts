import { english, saidProblem, type Say, tell, type Told } from "@countersign/words";
import type { Refusal } from "./refusals.ts";

/** A refusal as a client is sent it: its messages are said, and its machine words stay as they are. */
export function saidRefusal(refusal: Refusal, say: Say = english): Refusal {
  if (refusal.kind === "invalid_input")
    return { ...refusal, problems: refusal.problems.map((problem) => saidProblem(say, problem)) };
  const said = (value: unknown): unknown => (isTold(value) ? tell(say, value) : value);
  return Object.fromEntries(
    Object.entries(refusal).map(([field, value]: [string, unknown]) => [
      field,
      Array.isArray(value) ? value.map(said) : said(value),
    ]),
  ) as unknown as Refusal;
}

const isTold = (value: unknown): value is Told => typeof value === "object" && value !== null && "text" in value;
