/** What the health endpoint tells. */
export interface Status {
  state: "starting" | "waiting" | "leading" | "disconnected";
  /** Entries under the newest signature. */
  signed: number | null;
  /** The last fault, in a sentence; null while all is well. */
  problem: string | null;
}

export const newStatus = (): Status => ({ state: "starting", signed: null, problem: null });
