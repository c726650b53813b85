import { msg, type Say } from "@countersign/words";

/**
 * What the packages below say of texts and bytes that they cannot read. They know no language, so their English is found
 * again here by its form. What stands nowhere here is told as it is: names of fields and the like.
 */
const messages = [
  // Keys, notes, checkpoints and proofs.
  msg("longer than a verifier key"),
  msg("not of the form name+id+key"),
  msg("not an Ed25519 key"),
  msg("the key's ID does not belong to name and key"),
  msg("not signed by {name}"),
  msg("the signature of {name} is false"),
  msg("signed by no trusted key"),
  msg("the origin is not the key's name"),
  msg("longer than a note may be"),
  msg("control characters, broken text, or no newline at the end"),
  msg("no empty line before the signatures"),
  msg("no signature"),
  msg("more than {n} signatures"),
  msg("a line that is no signature"),
  msg("longer than a checkpoint"),
  msg("not three lines"),
  msg("no origin"),
  msg("the size is no plain decimal number"),
  msg("the root is no 32 bytes in base64"),
  msg("longer than a proof"),
  msg("no empty line before the checkpoint"),
  msg("does not begin with {text}"),
  msg("extra is not base64"),
  msg("the index is no plain decimal number"),
  msg("more than 64 hashes"),
  msg("a line that is no hash"),
  msg("the entry is not at this place of the tree"),
  // The archive.
  msg("larger than {n} bytes"),
  msg("a file reaches beyond the archive"),
  msg("a path that a bundle does not have"),
  msg("{path} is not the file that was packed"),
  msg("more than {n} files"),
  msg("no files, or one path twice"),
  msg("the files are not in order"),
  msg("not the pinned archive form: some header byte differs"),
  // Canonical JSON.
  msg("not UTF-8"),
  msg("not canonical JSON (RFC 8785)"),
  msg("not JSON"),
  // Records.
  msg("longer than a record may be"),
  msg("not an object"),
  msg("leaf has the fields {fields}"),
  msg("db stamp"),
  msg("unknown version of the vocabulary"),
  msg("unknown act"),
  msg("unknown field {field}"),
  msg("missing field {field}"),
  msg("may not change {table}"),
  msg("{table} row of another stream"),
  msg("row image"),
  msg("{place}: unknown column"),
  msg("{place}: not {form}"),
  msg("{stream}: event {n} where {expected} was due"),
  // The manifest of a version.
  msg("no list of resources"),
  msg("a resource without name or SHA-256"),
  msg("not in the order and form of a manifest"),
  msg("a manifest without files"),
  msg("{path} has no SHA-256"),
  msg("the part {part} has no root"),
  msg("{path} lies outside {root}"),
];

const forms = messages.map((message) => ({
  message,
  form: new RegExp(
    `^${message.replaceAll(/[.*+?^$()[\]\\|]/g, String.raw`\$&`).replaceAll(/\{(\w+)\}/g, "(?<$1>.*?)")}$`,
    "su",
  ),
}));

export function tellProblem(say: Say, problem: string): string {
  for (const { message, form } of forms) {
    const found = form.exec(problem);
    if (found) return say(message, { ...found.groups });
  }
  return problem;
}
