import { explain, standing as approvalStanding, type Verdict } from "@countersign/policy";
import type { DecisionDocument, Leaf } from "@countersign/record";
import { type Discrepancy, Ledger, type StepReport } from "./report.ts";
import type { StepId } from "./codes.ts";
import { walk } from "./rules/walk.ts";
import { bundleHead, trustedKeys } from "./steps/checkpoint.ts";
import { openBundle } from "./steps/container.ts";
import { readContents } from "./steps/contents.ts";
import { copiesTrue } from "./steps/copies.ts";
import { disclosuresBound } from "./steps/disclosures.ts";
import { exportLogged } from "./steps/export.ts";
import { identityHolds } from "./steps/identity.ts";
import { readLeaves } from "./steps/leaves.ts";
import { referencesThere, streamsComplete, timesFit } from "./steps/streams.ts";
import { leafHashes, leavesInTree, proofsHold } from "./steps/tree.ts";

export interface Options {
  /** Verifier keys (`name+id+key`) of the logs to believe, from a source other than the bundle. */
  trust: readonly string[];
  /** The reader's time, ISO 8601 in UTC with milliseconds: says whether an approval still holds. */
  now?: string;
  progress?: (step: StepId) => void;
}

/** What the records say, told only where they could be read: beside `accepted: false` it is a claim, not a fact. */
export interface Facts {
  log: string;
  /** The state of the log that all of this is told as of, and when the export was recorded. */
  asOf: { size: number; exportedAt: string; index: number } | null;
  document: DecisionDocument;
  reviews: ReviewFacts[];
}

export interface ReviewFacts {
  review: string;
  /** What the policy gives, applied again: at the grant where there was one. */
  verdict: Verdict["state"];
  /** What stands in the way, in sentences. */
  reasons: string[];
  /** Whether the approval holds at the reader's time; null where there is none or no time was given. */
  holdsNow: boolean | null;
}

export interface Report {
  /** True when every step ran and found nothing. */
  accepted: boolean;
  /** The file is nothing like a bundle: there was nothing to decide on. */
  unreadable: boolean;
  discrepancies: Discrepancy[];
  steps: StepReport[];
  facts: Facts | null;
}

/** Verifies an evidence bundle offline. Total: whatever the bytes, it answers, in time and memory bounded by their size. */
export function verify(bytes: Uint8Array, options: Options): Report {
  const ledger = new Ledger(options.progress);
  let facts: Facts | null = null;
  try {
    facts = run(bytes, options, ledger);
  } catch (fault) {
    ledger.add("fault", "the verifier", fault instanceof Error ? fault.message : String(fault));
  }
  const steps = ledger.report();
  const accepted =
    facts !== null && ledger.discrepancies.length === 0 && steps.every((step) => step.state === "passed");
  return { accepted, unreadable: !resemblesArchive(bytes), discrepancies: ledger.discrepancies, steps, facts };
}

/** Steps in the order in which each rests on those before it. A step without its ground is not run, and the bundle not accepted. */
function run(bytes: Uint8Array, { trust, now }: Options, ledger: Ledger): Facts | null {
  const keys = trustedKeys(trust, ledger);
  const bundle = openBundle(bytes, ledger);
  if (!bundle) return null;
  const { manifest } = bundle;
  const contents = readContents(bundle, ledger);
  const head = bundleHead(bundle, keys, ledger);
  const hashes = head && leafHashes(contents, head, ledger);
  if (hashes) leavesInTree(contents, hashes, ledger);
  const leaves = readLeaves(contents, manifest.log, ledger);
  if (head) proofsHold(contents, head, ledger);
  const exported = head && exportLogged(bundle, head, keys, ledger);
  streamsComplete(leaves, manifest, ledger);
  timesFit(leaves, ledger);
  disclosuresBound(contents, leaves, ledger);
  const text = (digest: string): string => contents.disclosures.get(digest) ?? "erased";
  const { state, verdicts } = walk(leaves, manifest, contents.blobs, text, ledger);
  referencesThere(state, manifest, ledger);
  identityHolds(state, manifest, contents.blobs, ledger);
  const document = copiesTrue(bundle, manifest, leaves, state, text, ledger);
  return (
    document && {
      log: manifest.log,
      asOf: exported && asOf(manifest.size, exported),
      document,
      reviews: document.reviews.map((review) => reviewFacts(review, verdicts, now)),
    }
  );
}

const asOf = (size: number, exported: Leaf): Facts["asOf"] => ({
  size,
  exportedAt: exported.db.at,
  index: exported.idx,
});

function reviewFacts(
  { id, approval }: DecisionDocument["reviews"][number],
  verdicts: ReadonlyMap<string, Verdict>,
  now: string | undefined,
): ReviewFacts {
  const verdict = verdicts.get(id);
  return {
    review: id,
    verdict: verdict?.state ?? "not_approved",
    reasons: (verdict?.reasons ?? []).map((reason) => explain(reason).text),
    holdsNow:
      approval && now !== undefined
        ? approvalStanding({ state: approval.state, validUntil: approval.valid_until }, now).length === 0
        : null,
  };
}

/** Begins or ends as a zip does: bytes with neither are some other file, and there is nothing to refuse. */
function resemblesArchive(bytes: Uint8Array): boolean {
  const at = (offset: number, signature: readonly number[]): boolean =>
    signature.every((byte, i) => bytes[offset + i] === byte);
  return at(0, [0x50, 0x4b, 3, 4]) || (bytes.length >= 22 && at(bytes.length - 22, [0x50, 0x4b, 5, 6]));
}
