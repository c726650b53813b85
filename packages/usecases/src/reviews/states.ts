/** States in which a review still takes acts. */
export const openStates: ReadonlySet<string> = new Set(["in_validation", "changes_requested", "pending_approval"]);
