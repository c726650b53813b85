/** How a job stands: `queued` and `running` go on by themselves, the others have ended. */
export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";

/** What of it is being done, where that cannot be counted. */
export type JobStep = "recording" | "reading" | "signing" | "writing";

export const trailFormats = ["csv", "xlsx", "ndjson"] as const;
export type TrailFormat = (typeof trailFormats)[number];

/** Whether a job goes on by itself. */
export const goesOn = ({ state }: { state: JobState }): boolean => state === "queued" || state === "running";
