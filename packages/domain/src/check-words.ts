/** The words of measurement, so that check runners need no other package than this one. */
export type { CheckResult, CheckVerdict, Detection, Json, Measurement, PolicyCheck, Task } from "@countersign/policy";
