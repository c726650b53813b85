/** What has happened since somebody looked: told as it is committed, without saying what it was. */
export interface News {
  /** Outbox id of the newest event that this covers. */
  to: number;
  /** Streams that changed, such as `review:rev_…`. */
  streams: string[];
  /** Entries that the newest checkpoint signs. */
  signed: number;
}
