import { phrase } from "@countersign/words";
import { type Code, codes, type StepId, stepIds } from "./codes.ts";
import { bounded, type Detail } from "./detail.ts";

/** Where the bundle does not hold: a stable code, the place in the bundle, and what is said of it. Not said yet. */
export interface Flaw {
  code: Code;
  step: StepId;
  /** Path in the bundle, leaf, or row. */
  where: Detail;
  /** Beside the sentence of the code; empty where that says it all. */
  detail: Detail;
}

/** `not_run`: an earlier step left nothing to look at. Only a bundle whose every step passed is accepted. */
export interface StepEnd {
  id: StepId;
  state: "passed" | "failed" | "not_run";
}

/** Told of one kind; the rest is counted. One wrong root makes every proof false, and a hostile bundle gives no longer an answer than a careless one. */
const perKind = 3;

/** Collects what the steps find. A step that was never begun counts against the bundle. */
export class Ledger {
  readonly #found: Flaw[] = [];
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
  add(code: Code, where: Detail, detail: Detail = ""): null {
    const step = code === "fault" ? this.#current : codes[code].step;
    this.#failed.add(step);
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= perKind) this.#found.push({ code, step, where: bounded(where), detail: bounded(detail) });
    return null;
  }

  /** In the order in which they were found, then what was too many to tell. */
  get flaws(): Flaw[] {
    const more = [...this.#counts]
      .filter(([, count]) => count > perKind)
      .map(([code, count]): Flaw => ({
        code,
        step: codes[code].step,
        where: phrase("{n} more places", { n: count - perKind }),
        detail: "",
      }));
    return [...this.#found, ...more];
  }

  steps(): StepEnd[] {
    return stepIds.map((id) => ({
      id,
      state: this.#failed.has(id) ? "failed" : this.#begun.has(id) ? "passed" : "not_run",
    }));
  }
}
