import { approvalsPastValidity, type Deps, execute, expireApproval } from "@countersign/usecases";
import type { Task } from "graphile-worker";

/** Marks approvals whose validity has run out. The gate already denies them; this makes it visible. */
export const expireApprovals =
  (deps: Deps): Task =>
  async () => {
    for (const approvalId of await approvalsPastValidity(deps)) {
      await execute(deps, { kind: "job", name: "approvals_expire" }, expireApproval, { approvalId });
    }
  };
