export { type Code, codes, type StepId, stepIds, steps } from "./codes.ts";
export { type Detail, tell } from "./detail.ts";
export { type Discrepancy, type Facts, type Found, type Report, type StepReport, told } from "./told.ts";
export { examine, type Options, verify } from "./verify.ts";
export { verifyEntry } from "./entry.ts";
export { type Before, type LogBreak, type LogOutcome, LogVerifier } from "./log.ts";
