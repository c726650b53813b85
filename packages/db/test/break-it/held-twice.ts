/**
 * Rules whose work another one does too: taken away alone nothing gets through, taken away together with the other something
 * does. By item; the value is the item of the second line. An entry that goes red alone fails.
 */
export const heldTwice: Record<string, string> = {
  // Nobody holds no role.
  "gov.guard_policy_revision: policy_second_person: new.confirmed_by is null":
    "gov.guard_policy_revision: policy_second_person: not (gov.holds(new.confirmed_by, new.workspace_id, 'model_risk_manager') or gov.holds(new.confirmed_by, new.workspace_id, 'compliance_officer'))",
  "gov.guard_role_grant: grantor: new.granted_by is null":
    "gov.guard_role_grant: grantor: not gov.administers(new.granted_by, new.workspace_id)",
  "gov.guard_role_grant: second_administrator: new.confirmed_by is null":
    "gov.guard_role_grant: second_administrator: not gov.administers(new.confirmed_by, new.workspace_id)",
};
