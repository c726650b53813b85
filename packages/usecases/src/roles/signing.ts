/** Roles that sign, and the one that hands them out: granting them takes two administrators once live. */
export const signingRoles: ReadonlySet<string> = new Set(["validator", "approver", "model_risk_manager", "administrator"]);
