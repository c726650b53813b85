/** The words of policies and checks, so that everything above needs no other package than this one. */
export * from "@countersign/policy";
export { changedWords } from "./changed-words.ts";
export { checkCatalogue } from "./checks/catalogue.ts";
export type { CheckCatalogue, ParamsShape } from "./checks/shape.ts";
export { whatText } from "./event-words.ts";
export { jobWords } from "./job-words.ts";
export * from "./jobs.ts";
export * from "./lifecycle/index.ts";
export { judgeChange } from "./metric-change.ts";
export * from "./notices.ts";
export * from "./permissions.ts";
export * from "./dry-run-words.ts";
export * from "./explain-refusal.ts";
export * from "./refusals.ts";
export { saidRefusal } from "./said-refusal.ts";
export * from "./submission.ts";
export * from "./tiering/index.ts";
export type * from "./views/index.ts";
