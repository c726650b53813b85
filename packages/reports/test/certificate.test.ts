import { jcs, utf8 } from "@countersign/canonical";
import type { DecisionDocument } from "@countersign/record";
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from "pdf-lib";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { certificate } from "../src/certificate.ts";
import { approved } from "./approved.ts";

const bundle = utf8("the bytes of a bundle");
const print = (document: DecisionDocument, environment = "production", statements: Uint8Array[] = []) =>
  certificate({ environment, decision: utf8(jcs(document)), statements, bundle });
const made = (document: DecisionDocument): Uint8Array => {
  const sheet = print(document);
  if (!sheet.ok) throw new Error(sheet.why);
  return sheet.pdf;
};
const name = (text: string): PDFName => PDFName.of(text);
const stream = (object: unknown): PDFRawStream => {
  if (!(object instanceof PDFRawStream)) throw new Error("this is no stream");
  return object;
};
const streamText = (stream: PDFRawStream): string => new TextDecoder().decode(decodePDFRawStream(stream).decode());

describe("the approval certificate", async () => {
  const bytes = made(approved());
  if (process.env["CERTIFICATE_OUT"]) writeFileSync(process.env["CERTIFICATE_OUT"], bytes);
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  const dicts = objects.flatMap((object) =>
    object instanceof PDFDict ? [object] : object instanceof PDFRawStream ? [object.dict] : [],
  );

  test("says that it is PDF/A-3a in its XMP", () => {
    const xmp = streamText(stream(pdf.catalog.lookup(name("Metadata"))));
    expect(xmp).toMatch(/pdfaid:part>3</);
    expect(xmp).toMatch(/pdfaid:conformance>A</);
  });
  test("has an output intent with a colour profile", () => {
    const intent = pdf.catalog.lookup(name("OutputIntents"), PDFArray).lookup(0, PDFDict);
    expect(intent.get(name("S"))).toBe(name("GTS_PDFA1"));
    expect(intent.lookup(name("DestOutputProfile"))).toBeInstanceOf(PDFRawStream);
  });
  test("has an ID, is tagged, says its language, is not encrypted", () => {
    expect(pdf.context.trailerInfo.ID).toBeDefined();
    expect(pdf.context.trailerInfo.Encrypt).toBeUndefined();
    expect(pdf.catalog.lookup(name("MarkInfo"), PDFDict).get(name("Marked"))?.toString()).toBe("true");
    const language = pdf.catalog.lookup(name("Lang"));
    expect(language instanceof PDFString || language instanceof PDFHexString ? language.decodeText() : "").toMatch(
      /^en/,
    );
  });
  test("holds no script and starts nothing", () => {
    for (const dict of dicts)
      for (const key of ["JS", "JavaScript", "AA", "OpenAction", "Launch"])
        expect(dict.has(name(key)), key).toBe(false);
    expect(pdf.catalog.lookup(name("Names"), PDFDict).has(name("JavaScript"))).toBe(false);
  });
  test("embeds every font it names", () => {
    const descriptors = dicts.filter((dict) => dict.get(name("Type")) === name("FontDescriptor"));
    expect(descriptors.length).toBeGreaterThanOrEqual(4);
    for (const descriptor of descriptors)
      expect(["FontFile2", "FontFile3"].some((key) => descriptor.lookup(name(key)) instanceof PDFRawStream)).toBe(true);
  });
  test("attaches decision.json as its source and the bundle that proves it, byte for byte", () => {
    const files = pdf.catalog.lookup(name("AF"), PDFArray);
    const attached = Array.from({ length: files.size() }, (_, i) => files.lookup(i, PDFDict)).map((file) => [
      file.get(name("AFRelationship"))?.toString(),
      streamText(stream(file.lookup(name("EF"), PDFDict).lookup(name("F")))),
    ]);
    expect(attached).toEqual([
      ["/Source", jcs(approved())],
      ["/Supplement", "the bytes of a bundle"],
    ]);
  });
  test("is made of the same bytes from the same document", () => {
    expect(Buffer.compare(made(approved()), bytes)).toBe(0);
  });
  test("other words give other bytes", () => {
    expect(Buffer.compare(made({ ...approved(), as_of: 99 }), bytes)).not.toBe(0);
  });
  test.each(["withdrawn", "rejected", "in_validation"])(
    "a review that is %s makes no certificate, and a sentence says why",
    (state) => {
      const document = approved();
      const none = { ...document, reviews: document.reviews.map((review) => ({ ...review, state, approval: null })) };
      expect(print(none)).toEqual({
        ok: false,
        why: `There is no certificate: credit-pd/2 has no valid approval for production.`,
      });
    },
  );
  test.each(["revoked", "suspended", "stale", "expired"])("an approval that is %s makes no certificate", (state) => {
    const document = approved();
    const gone = {
      ...document,
      reviews: document.reviews.map((review) => ({
        ...review,
        approval: review.approval && { ...review.approval, state },
      })),
    };
    expect(print(gone)).toMatchObject({ ok: false });
  });
  test("an approval for one environment is no certificate for another", () => {
    expect(print(approved(), "staging")).toMatchObject({ ok: false });
  });
  test.each([
    ["right-to-left", "نموذج مقبول שלום עולם"],
    ["emoji", "fine 😀👍🏽👩‍⚕️"],
    ["no font has it", "漢字 \u{10FFFF} \u0007"],
    ["markup", "#panic() *x* $y$ \\ ` ] }"],
    ["ten thousand characters", "long reason ".repeat(834)],
  ])("a reason with %s does not break the sheet", async (_, reason) => {
    const document = approved();
    const sheet = made({
      ...document,
      reviews: document.reviews.map((review) => ({
        ...review,
        signatures: review.signatures.map((signature) => ({ ...signature, reason })),
      })),
    });
    expect((await PDFDocument.load(sheet)).getPageCount()).toBeGreaterThanOrEqual(1);
  });
  test("prints the meaning of a statement only for the signature that names its digest", () => {
    const statement = utf8(jcs({ meaning: "I have reviewed the evidence." }));
    const document = approved();
    const named = {
      ...document,
      reviews: document.reviews.map((review) => ({
        ...review,
        signatures: review.signatures.map((signature) => ({
          ...signature,
          statement: createHash("sha256").update(statement).digest("hex"),
        })),
      })),
    };
    const [bound, loose] = [named, document].map((entry) =>
      [[], [statement]].map((statements) => print(entry, "production", statements)),
    );
    expect(bound?.[0]).not.toEqual(bound?.[1]);
    expect(loose?.[0]).toEqual(loose?.[1]);
  });
  test("a table of three hundred checks goes over pages", async () => {
    const document = approved();
    const checks = Array.from({ length: 300 }, (_, i) => ({
      check: `check-${i}`,
      verdict: "pass",
      outcome: null,
      result: null,
    }));
    const sheet = made({
      ...document,
      reviews: document.reviews.map((review) => ({
        ...review,
        rounds: review.rounds.map((round) => ({ ...round, checks })),
      })),
    });
    expect((await PDFDocument.load(sheet)).getPageCount()).toBeGreaterThan(5);
  });
});
