/** Shapes that pages and the command line read. Times are ISO 8601 in UTC. */
export type * from "./common.ts";
export type * from "./comparison.ts";
export type * from "./dry-run.ts";
export type * from "./event.ts";
export type * from "./inbox.ts";
export type * from "./job.ts";
export type * from "./model.ts";
export type * from "./people.ts";
export type * from "./policy.ts";
export type * from "./practice.ts";
export type * from "./review.ts";
export type * from "./search.ts";
export type * from "./news.ts";
export type * from "./notices.ts";
export type * from "./steps.ts";
export type * from "./saved.ts";
