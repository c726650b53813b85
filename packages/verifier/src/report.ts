import { type Code, codes, type StepId, stepIds, steps } from "./codes.ts";

/** Where the bundle does not hold: a stable code, the place in the bundle, a sentence. */
export interface Discrepancy {
  code: Code;
  step: StepId;
  /** Path in the bundle, leaf, or row. */
  where: string;
  text: string;
}

/** `not_run`: an earlier step left nothing to look at. Only a bundle whose every step passed is accepted. */
export interface StepReport {
  id: StepId;
  /** What the step does, as a sentence. */
  does: string;
  state: "passed" | "failed" | "not_run";
}

/** Told of one kind; the rest is counted. One wrong root makes every proof false, and a hostile bundle gives no longer an answer than a careless one. */
const perKind = 3;

/** Collects what the steps find. A step that was never begun counts against the bundle. */
export class Ledger {
  readonly #found: Discrepancy[] = [];
  readonly #counts = new Map<Code, number>();
  readonly #begun = new Set<StepId>();
  readonly #failed = new Set<StepId>();
  #current: StepId = "V0";
  readonly #progress: (step: StepId) => void;

  constructor(progress: (step: StepId) => void = () => {}) {
    this.#progress = progress;
  }

  begin(step: StepId): void {
    this.#begun.add(step);
    this.#current = step;
    this.#progress(step);
  }

  /** Records a discrepancy; answers null so that a step can return with it. */
  add(code: Code, where: string, detail = ""): null {
    const { text, step: own } = codes[code];
    const step = code === "fault" ? this.#current : own;
    this.#failed.add(step);
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= perKind)
      this.#found.push({
        code,
        step,
        where: short(where),
        text: detail === "" ? text : `${text.replace(/\.$/, "")}: ${short(detail)}.`,
      });
    return null;
  }

  /** In the order in which they were found, then what was too many to tell. */
  get discrepancies(): Discrepancy[] {
    const more = [...this.#counts]
      .filter(([, count]) => count > perKind)
      .map(([code, count]): Discrepancy => ({
        code,
        step: codes[code].step,
        where: `${count - perKind} more places`,
        text: codes[code].text,
      }));
    return [...this.#found, ...more];
  }

  report(): StepReport[] {
    return stepIds.map((id) => ({
      id,
      does: steps[id],
      state: this.#failed.has(id) ? "failed" : this.#begun.has(id) ? "passed" : "not_run",
    }));
  }
}

/** Text of a bundle is shown to people: bounded, and without characters that steer a terminal or turn the direction of writing. */
const short = (text: string): string => {
  const plain = text.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
  return plain.length > 300 ? `${plain.slice(0, 300)}…` : plain;
};
