export type FirstStep =
  | "second_administrator"
  | "judges"
  | "environment"
  | "live"
  | "policy"
  | "token"
  | "model"
  | "decision";

/** What leads a new instance to its first approval, in the order in which it is best done. */
export interface FirstSteps {
  steps: { step: FirstStep; done: boolean }[];
  /** Roles that nobody holds of those that a first approval takes; `second_for_policies`: a policy takes two people. */
  missing: string[];
}
