import { explainRefusal, type JobView, type RefusalText } from "@countersign/domain";
import { english, msg, type Say } from "@countersign/words";
import type { JobInput } from "./asked.ts";
import type { Job, JobProblem } from "./stored.ts";

/** A job as it is told to its person. */
export function viewOf(job: Job, say: Say = english): JobView {
  const { id, state, step, file, fetched, problem, createdAt, expiresAt } = job;
  return {
    id,
    what: whatOf(job.input),
    state,
    step,
    done: job.done,
    total: job.total,
    file: file && { name: file.name, size: file.size, sha256: file.sha256 },
    fetched,
    problem: problem && explained(problem, say),
    createdAt,
    expiresAt,
  };
}

function whatOf(input: JobInput): JobView["what"] {
  if (input.kind === "evidence") return { kind: "evidence", model: input.model, number: input.number };
  return { kind: "trail", format: input.format, narrowed: Object.keys(input.of).length > 0 };
}

const again = msg("Try again; if it stays so, tell an administrator.");

function explained(problem: JobProblem, say: Say): RefusalText {
  switch (problem.kind) {
    case "broke":
      return {
        title: say("Something broke while it was made"),
        detail: say("Nothing was kept of it. The worker's log says why."),
        action: say(again),
      };
    case "given_up":
      return {
        title: say("It was given up"),
        detail: say("It was begun {n} times, and each time its worker ended before it did.", { n: problem.attempts }),
        action: say(again),
      };
    default:
      return explainRefusal(problem, say);
  }
}
