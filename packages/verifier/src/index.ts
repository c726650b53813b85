export { type Code, codes, type StepId, stepIds, steps } from "./codes.ts";
export { type Discrepancy, Ledger, type StepReport } from "./report.ts";
export { bundleHead, trustedKeys } from "./steps/checkpoint.ts";
export { openBundle } from "./steps/container.ts";
