import type { ApprovalFact } from "./evaluate-input.ts";
import { standing } from "./evaluate.ts";
import { isOverdue } from "./obligations.ts";
import type { Reason } from "./reasons.ts";
import { modelReasons } from "./setting.ts";
import { isInstant } from "./time.ts";

export interface GateInput {
  at: string;
  environmentKnown: boolean;
  model: { key: string; state: string };
  version: { state: string };
  /** The newest approval of the version for the environment; null: none was ever granted. */
  approval: ApprovalFact | null;
  /** Conditions of that approval. */
  conditions: readonly { number: number; state: string; dueAt: string | null; blocking: boolean }[];
}

/** `cannot_decide`: what is needed to answer is not known here. It is never an allow. */
export interface GateVerdict {
  answer: "allow" | "deny" | "cannot_decide";
  /** Empty exactly when allowed. */
  reasons: Reason[];
}

/** May this version run in this environment now? Everything absent or unreadable is against it. */
export function gate(input: GateInput): GateVerdict {
  const { at, environmentKnown, model, version, approval, conditions } = input;
  if (!isInstant(at)) return { answer: "cannot_decide", reasons: [{ kind: "unreadable_time", field: "at" }] };
  if (!environmentKnown) return { answer: "cannot_decide", reasons: [{ kind: "unknown_environment" }] };
  const reasons: Reason[] = modelReasons(model);
  if (version.state !== "frozen") reasons.push({ kind: "version_not_frozen", state: version.state });
  reasons.push(...(approval ? standing(approval, at) : [{ kind: "approval_none" } as const]));
  for (const condition of conditions) {
    if (isOverdue(condition, at))
      reasons.push({ kind: "condition_overdue", number: condition.number, dueAt: condition.dueAt ?? "" });
  }
  return { answer: reasons.length === 0 ? "allow" : "deny", reasons };
}
