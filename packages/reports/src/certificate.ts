import type { DecisionDocument } from "@countersign/record";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { facts } from "./facts.ts";
import { loadFonts } from "./fonts.ts";
import { template } from "./template.ts";

let fonts: ReturnType<typeof loadFonts> | undefined;

/**
 * The approval certificate of a version for an environment: PDF/A-3a with the decision document attached byte for byte.
 * `decision` is a bundle's decision.json; `statements` are the signed statements that it names by SHA-256, for their printed
 * meaning (21 CFR 11.50(a)(3)). The same input gives the same bytes. Without a valid approval there is a sentence instead.
 */
export function certificate(decision: Uint8Array, statements: readonly Uint8Array[], environment: string): { ok: true; pdf: Uint8Array } | { ok: false; why: string } {
  const document = JSON.parse(new TextDecoder().decode(decision)) as DecisionDocument;
  const reviews = document.reviews.filter((review) => review.environment === environment);
  const review = reviews.findLast((entry) => entry.approval?.state === "valid");
  if (!review?.approval) {
    const stands = reviews.at(-1)?.approval?.state ?? reviews.at(-1)?.state ?? "never asked for";
    return { ok: false, why: `There is no certificate: ${document.model.key}/${document.version.number} has no valid approval for ${environment} (${stands.replaceAll("_", " ")}).` };
  }
  fonts ??= loadFonts();
  const { blobs, has } = fonts;
  const shown = JSON.stringify(facts(document, review, statements), (_, value: unknown) => (typeof value === "string" ? printable(value, has) : value));
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: blobs }] });
  compiler.mapShadow(`${import.meta.dirname}/facts.json`, Buffer.from(shown));
  compiler.mapShadow(`${import.meta.dirname}/decision.json`, Buffer.from(decision));
  const compiled = compiler.compile({ mainFileContent: template });
  if (!compiled.result) throw new Error(`the certificate does not compile: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  const creationTimestamp = Math.floor(Date.parse(review.approval.granted_at) / 1000);
  const pdf = new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: "a-3a", creationTimestamp }));
  compiler.evictCache(0);
  return { ok: true, pdf };
}

/** PDF/A has no place for a character without a glyph: its code point is printed; the attached document has the character. */
const printable = (text: string, has: (point: number) => boolean): string =>
  Array.from(text, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return character === "\n" || has(point) ? character : `[U+${point.toString(16).toUpperCase().padStart(4, "0")}]`;
  }).join("");
