import type { JobView } from "./job.ts";

/** What has happened since somebody looked: told as it is committed, without saying what it was. */
export interface News {
  /** Outbox id of the newest event that this covers. */
  to: number;
  /** Streams that changed, such as `review:rev_…`; `all`: too much has happened to be told one by one. */
  streams: string[] | "all";
  /** Entries that the newest checkpoint signs. */
  signed: number;
  /** How far one's own jobs are, of those that have moved. */
  jobs: JobView[];
}
