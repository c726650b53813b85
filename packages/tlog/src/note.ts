import { bytesToHex, concatBytes } from "@noble/hashes/utils.js";
import { parseBase64, toBase64 } from "./base64.ts";
import { isKeyName, keyIdBytes, verifyText, type NoteKey, type NoteSigner } from "./key.ts";

export interface NoteSignature {
  name: string;
  /** Key ID, 8 hexadecimal digits. */
  id: string;
  signature: Uint8Array;
}

/** `text` ends in a newline; the signatures follow in the note's order. */
export interface Note {
  text: string;
  signatures: NoteSignature[];
}

export type NoteResult = { ok: true; note: Note } | { ok: false; problem: string };

/** The specification asks for at least 16 signatures; the rest only costs time. */
const maxSignatures = 100;
const maxLength = 1_000_000;

const signatureLine = (name: string, id: string, signature: Uint8Array): string =>
  `\u2014 ${name} ${toBase64(concatBytes(keyIdBytes(id), signature))}\n`;

/** A signed note (C2SP signed-note). Throws RangeError where `text` cannot be one. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!isNoteText(text) || signers.length === 0) throw new RangeError("not the text of a note, or nobody to sign it");
  return `${text}\n${signers.map((signer) => signatureLine(signer.name, signer.id, signer.sign(text))).join("")}`;
}

// Control characters other than newline cannot stand in a note; neither can text without a last newline.
const isNoteText = (text: string): boolean =>
  text.endsWith("\n") && !/[\u0000-\u0009\u000b-\u001f]/.test(text) && text.isWellFormed();

/** Reads a note without believing it; `verifyNote` tells which keys signed. Total. */
export function parseNote(note: string): NoteResult {
  const no = (problem: string): NoteResult => ({ ok: false, problem });
  if (note.length > maxLength) return no("longer than a note may be");
  if (!isNoteText(note)) return no("control characters, broken text, or no newline at the end");
  const blank = note.lastIndexOf("\n\n");
  if (blank < 0) return no("no empty line before the signatures");
  const lines = note.slice(blank + 2, -1).split("\n");
  if (blank + 2 >= note.length) return no("no signature");
  if (lines.length > maxSignatures) return no(`more than ${maxSignatures} signatures`);
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [dash, name = "", encoded = "", ...rest] = line.split(" ");
    const bytes = parseBase64(encoded);
    if (dash !== "\u2014" || rest.length > 0 || !isKeyName(name) || !bytes || bytes.length < 5)
      return no("a line that is no signature");
    signatures.push({ name, id: bytesToHex(bytes.subarray(0, 4)), signature: bytes.slice(4) });
  }
  return { ok: true, note: { text: note.slice(0, blank + 1), signatures } };
}

export type VerifiedNote = { ok: true; text: string; signers: NoteKey[] } | { ok: false; problem: string };

/**
 * Which of the trusted keys signed the note. Unknown keys are ignored; a false signature under a known
 * name and ID refuses the whole note; so does none at all. A key counts once. Total.
 */
export function verifyNote(note: string, trusted: readonly NoteKey[]): VerifiedNote {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const { text, signatures } = parsed.note;
  const signers = new Set<NoteKey>();
  for (const { name, id, signature } of signatures) {
    const key = trusted.find((known) => known.name === name && known.id === id);
    if (!key || signers.has(key)) continue;
    if (!verifyText(key, text, signature)) return { ok: false, problem: `the signature of ${name} is false` };
    signers.add(key);
  }
  return signers.size > 0
    ? { ok: true, text, signers: [...signers] }
    : { ok: false, problem: "signed by no trusted key" };
}
