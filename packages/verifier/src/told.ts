import { explain, type Reason, type Verdict } from "@countersign/policy";
import type { DecisionDocument } from "@countersign/record";
import type { Say } from "@countersign/words";
import { type Code, codes, type StepId, steps } from "./codes.ts";
import { short, tell } from "./detail.ts";
import type { Flaw, StepEnd } from "./report.ts";

/** Where the bundle does not hold: a stable code, the place in the bundle, a sentence. */
export interface Discrepancy {
  code: Code;
  step: StepId;
  /** Path in the bundle, leaf, or row. */
  where: string;
  text: string;
}

export interface StepReport extends StepEnd {
  /** What the step does, as a sentence. */
  does: string;
}

/** What the records say, told only where they could be read: beside `accepted: false` it is a claim, not a fact. */
interface FactsOf<R> {
  log: string;
  /** The state of the log that all of this is told as of, and when the export was recorded. */
  asOf: { size: number; exportedAt: string; index: number } | null;
  document: DecisionDocument;
  reviews: R[];
}

interface ReviewOf<R> {
  review: string;
  /** What the policy gives, applied again: at the grant where there was one. */
  verdict: Verdict["state"];
  /** What stands in the way. */
  reasons: R[];
  /** Whether the approval holds at the reader's time; null where there is none or no time was given. */
  holdsNow: boolean | null;
}

/** What was found, before anybody says it in a language. */
export interface Found {
  /** True when every step ran and found nothing. */
  accepted: boolean;
  /** The file is nothing like a bundle: there was nothing to decide on. */
  unreadable: boolean;
  flaws: Flaw[];
  steps: StepEnd[];
  facts: FactsOf<ReviewOf<Reason>> | null;
}

export type Facts = FactsOf<ReviewOf<string>>;

/** The same in sentences. */
export interface Report extends Pick<Found, "accepted" | "unreadable"> {
  discrepancies: Discrepancy[];
  steps: StepReport[];
  facts: Facts | null;
}

/** Also says details that stand alone, such as where a log breaks. */
export { tell } from "./detail.ts";

/** What was found, in somebody's language. */
export const told = ({ accepted, unreadable, flaws, steps: ends, facts }: Found, say: Say): Report => ({
  accepted,
  unreadable,
  discrepancies: flaws.map(({ code, step, where, detail }) => ({
    code,
    step,
    where: short(tell(say, where)),
    text: sentence(say(codes[code].text), short(tell(say, detail))),
  })),
  steps: ends.map(({ id, state }) => ({ id, does: say(steps[id]), state })),
  facts: facts && {
    ...facts,
    reviews: facts.reviews.map(({ review, verdict, reasons, holdsNow }) => ({
      review,
      verdict,
      reasons: reasons.map((reason) => explain(reason, say).text),
      holdsNow,
    })),
  },
});

const sentence = (text: string, detail: string): string =>
  detail === "" ? text : `${text.replace(/\.$/, "")}: ${detail}.`;
