import { approvedReview, type DecisionDocument } from "@countersign/record";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { facts } from "./facts.ts";
import { loadFonts } from "./fonts.ts";
import type { Parts } from "./parts.ts";
import { template } from "./template.ts";

let fonts: ReturnType<typeof loadFonts> | undefined;

/**
 * The approval certificate of a version for an environment: PDF/A-3a with the decision document and the evidence bundle attached byte
 * for byte. The same parts give the same bytes. Without a valid approval in the document there is a sentence instead.
 */
export function certificate({
  environment,
  decision,
  statements,
  bundle,
}: Parts): { ok: true; pdf: Uint8Array } | { ok: false; why: string } {
  const document = JSON.parse(new TextDecoder().decode(decision)) as DecisionDocument;
  const review = approvedReview(document, environment);
  if (!review)
    return {
      ok: false,
      why: `There is no certificate: ${document.model.key}/${document.version.number} has no valid approval for ${environment}.`,
    };
  fonts ??= loadFonts();
  const { blobs, has } = fonts;
  const shown = JSON.stringify(facts(document, review, statements), (_, value: unknown) =>
    typeof value === "string" ? breakable(printable(value, has)) : value,
  );
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: blobs }] });
  compiler.mapShadow(`${import.meta.dirname}/facts.json`, Buffer.from(shown));
  compiler.mapShadow(`${import.meta.dirname}/decision.json`, Buffer.from(decision));
  compiler.mapShadow(`${import.meta.dirname}/evidence.zip`, Buffer.from(bundle));
  const compiled = compiler.compile({ mainFileContent: template });
  if (!compiled.result)
    throw new Error(`the certificate does not compile: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  const creationTimestamp = Math.floor(Date.parse(review.approval.granted_at) / 1000);
  return { ok: true, pdf: new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: "a-3a", creationTimestamp })) };
}

/** PDF/A has no place for a character without a glyph: its code point is printed; the attached document has the character. */
const printable = (text: string, has: (point: number) => boolean): string =>
  Array.from(text, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return character === "\n" || has(point) ? character : `[U+${point.toString(16).toUpperCase().padStart(4, "0")}]`;
  }).join("");

/** A run of more letters than any word has may be broken (U+200B), so that it stays on the paper. */
const breakable = (text: string): string =>
  text.replaceAll(/[\p{L}\p{N}._+\-[\]]{25,}/gu, (run) => run.replaceAll(/.{12}(?=.)/gu, "$&\u200B"));
