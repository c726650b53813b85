export * from "./check.ts";
export { findCheck, registry } from "./registry.ts";
export { runSuite, type RequestedCheck, type RunSuiteOptions, type SuiteInput } from "./run-suite.ts";
export { defaultLimits, type SuiteLimits } from "./limits.ts";
