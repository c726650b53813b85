import { fromUtf8 } from "@countersign/canonical";
import { layout } from "@countersign/record";
import { type Checkpoint, type NoteKey, parseVkey, verifyCheckpoint } from "@countersign/tlog";
import { phrase } from "@countersign/words";
import type { Ledger } from "../report.ts";
import type { Bundle } from "./container.ts";

/** V0. The keys that can be read; none is a discrepancy, and so is one that cannot be read: it was meant to be believed. */
export function trustedKeys(vkeys: readonly string[], ledger: Ledger): NoteKey[] {
  ledger.begin("V0");
  if (vkeys.length === 0) ledger.add("no_trusted_key", phrase("the keys given"));
  return vkeys.slice(0, 100).flatMap((text) => {
    const parsed = parseVkey(text.trim());
    if (!parsed.ok) ledger.add("no_trusted_key", text, parsed);
    return parsed.ok ? [parsed.key] : [];
  });
}

/** A tree head that a trusted key signed. */
export interface Head {
  checkpoint: Checkpoint;
  note: string;
  key: NoteKey;
}

/** The first trusted key of the log that signed the note, or why none did. */
export function signedHead(
  note: string,
  keys: readonly NoteKey[],
): { ok: true; head: Head } | { ok: false; problem: string } {
  let problem = "signed by no trusted key";
  for (const key of keys) {
    const verified = verifyCheckpoint(note, key);
    if (verified.ok) return { ok: true, head: { checkpoint: verified.checkpoint, note, key } };
    problem = verified.problem;
  }
  return { ok: false, problem };
}

/** V5. The head that the bundle is told as of, of the log and size that its manifest names. */
export function bundleHead({ members, manifest }: Bundle, keys: readonly NoteKey[], ledger: Ledger): Head | null {
  ledger.begin("V5");
  const note = fromUtf8(members.get(layout.checkpoint) ?? new Uint8Array());
  if (!note) return ledger.add("checkpoint_untrusted", layout.checkpoint, phrase("there is none"));
  const signed = signedHead(note, keys);
  if (!signed.ok) return ledger.add("checkpoint_untrusted", layout.checkpoint, signed);
  const { origin, size } = signed.head.checkpoint;
  if (origin !== manifest.log || size !== manifest.size)
    ledger.add(
      "checkpoint_untrusted",
      layout.checkpoint,
      phrase("it is of another log or size than the manifest says"),
    );
  return signed.head;
}
