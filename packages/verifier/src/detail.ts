import { explain, type Obstacle, type Reason } from "@countersign/policy";
import type { Phrase, Say } from "@countersign/words";
import { tellProblem } from "./problems.ts";

/** What is said of a discrepancy beside its sentence, before it is said in a language. A plain string is a name or id, as it is recorded. */
export type Detail = string | Phrase<Detail | number> | Problem | Because;

/** What a package below says of bytes that it cannot read, in English. */
interface Problem {
  problem: string;
}

/** Reasons of the policy. */
interface Because {
  reasons: readonly (Reason | Obstacle)[];
}

/** A detail in words: part of a sentence, without its full stop. */
export function tell(say: Say, detail: Detail): string {
  if (typeof detail === "string") return detail;
  if ("problem" in detail) return tellProblem(say, detail.problem);
  if ("reasons" in detail)
    return detail.reasons
      .map((reason) => explain(reason, say).text)
      .join(" ")
      .replace(/\.$/, "");
  return say(
    detail.message,
    mapped(detail.values, (value) => (typeof value === "number" ? value : tell(say, value))),
  );
}

/** A detail whose texts are bounded: what it is made of comes from the bundle, and so may be of any length and form. */
export function bounded(detail: Detail): Detail {
  if (typeof detail === "string") return short(detail);
  if ("problem" in detail) return { problem: short(detail.problem) };
  if ("reasons" in detail) return detail;
  return {
    message: detail.message,
    values: mapped(detail.values, (value) => (typeof value === "number" ? value : bounded(value))),
  };
}

/** Text of a bundle is shown to people: bounded, and without characters that steer a terminal or turn the direction of writing. */
export const short = (text: string): string => {
  const plain = text.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
  return plain.length > 300 ? `${plain.slice(0, 300)}…` : plain;
};

const mapped = <A, B>(values: Record<string, A>, to: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, to(value)]));
