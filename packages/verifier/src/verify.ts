import { standing as approvalStanding, type Verdict } from "@countersign/policy";
import type { DecisionDocument, Leaf } from "@countersign/record";
import { english, phrase } from "@countersign/words";
import { Ledger } from "./report.ts";
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
import { type Found, type Report, told } from "./told.ts";

type Facts = NonNullable<Found["facts"]>;

export interface Options {
  /** Verifier keys (`name+id+key`) of the logs to believe, from a source other than the bundle. */
  trust: readonly string[];
  /** The reader's time, ISO 8601 in UTC with milliseconds: says whether an approval still holds. */
  now?: string;
  progress?: (step: StepId) => void;
}

/** Verifies an evidence bundle offline, and says in English what was found. */
export const verify = (bytes: Uint8Array, options: Options): Report => told(examine(bytes, options), english);

/** Verifies an evidence bundle offline. Total: whatever the bytes, it answers, in time and memory bounded by their size. */
export function examine(bytes: Uint8Array, options: Options): Found {
  const ledger = new Ledger(options.progress);
  let facts: Facts | null = null;
  try {
    facts = run(bytes, options, ledger);
  } catch (fault) {
    ledger.add("fault", phrase("the verifier"), fault instanceof Error ? fault.message : String(fault));
  }
  const steps = ledger.steps();
  const { flaws } = ledger;
  const accepted = facts !== null && flaws.length === 0 && steps.every((step) => step.state === "passed");
  return { accepted, unreadable: !resemblesArchive(bytes), flaws, steps, facts };
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
): Facts["reviews"][number] {
  const verdict = verdicts.get(id);
  return {
    review: id,
    verdict: verdict?.state ?? "not_approved",
    reasons: verdict?.reasons ?? [],
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
