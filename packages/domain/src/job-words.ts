import { msg, type Say } from "@countersign/words";
import type { JobView } from "./views/job.ts";

const trails = {
  csv: msg("{narrowed, select, true {Selection of the audit trail} other {Audit trail}} as CSV"),
  xlsx: msg("{narrowed, select, true {Selection of the audit trail} other {Audit trail}} as XLSX"),
  ndjson: msg("{narrowed, select, true {Selection of the audit trail} other {Audit trail}} with proofs (NDJSON)"),
};

/** What a job makes, in words. */
export const jobWords = (say: Say, what: JobView["what"]): string =>
  what.kind === "trail"
    ? say(trails[what.format], { narrowed: String(what.narrowed) })
    : say("Evidence bundle of {model}, version {n}", { model: what.model, n: what.number });
