import { approvals } from "./approvals.ts";
import type { Attempt } from "./attempt.ts";
import { content } from "./content.ts";
import { decisions } from "./decisions.ts";
import { assignments } from "./assignments.ts";
import { findings } from "./findings.ts";
import { ends } from "./ends.ts";
import { log } from "./log.ts";
import { people } from "./people.ts";
import { privileges } from "./privilege.ts";
import { scope } from "./scope.ts";

/** Every attempt, by what it is after. */
export const attempts: Record<string, Attempt[]> = {
  decisions,
  approvals,
  scope,
  content,
  assignments,
  findings,
  ends,
  people,
  log,
  privileges,
};
