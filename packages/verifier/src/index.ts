export { type Code, codes, type StepId, stepIds, steps } from "./codes.ts";
export type { Discrepancy, StepReport } from "./report.ts";
export { type Facts, type Options, type Report, type ReviewFacts, verify } from "./verify.ts";
export { verifyEntry } from "./entry.ts";
export { type Before, type LogBreak, type LogOutcome, LogVerifier } from "./log.ts";
