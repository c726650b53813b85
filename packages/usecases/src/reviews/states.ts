/** States in which a review still takes acts. */
export const openStates: ReadonlySet<string> = new Set(["in_validation", "changes_requested", "pending_approval"]);

/** States in which a review ended with a decision on the version. */
export const decidedStates: ReadonlySet<string> = new Set(["approved", "approved_with_conditions", "rejected"]);
