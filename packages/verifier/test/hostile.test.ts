import { hex, jcsBytes, utf8 } from "@countersign/canonical";
import { layout, writeZip } from "@countersign/record";
import { formatVkey, noteSigner, sha256, signCheckpoint } from "@countersign/tlog";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codes, type Report, stepIds, verify } from "../src/index.ts";

const signer = noteSigner("test.log", new Uint8Array(32).fill(1));
const trust = [formatVkey(signer)];
const found = (report: Report): string[] => report.discrepancies.map(({ code }) => code);

/** A bundle of these members with a manifest that lists them, or with another manifest. */
function bundle(members: Record<string, Uint8Array>, manifest: unknown = {}): Uint8Array {
  return writeZip([
    ...Object.entries(members).map(([path, bytes]) => ({ path, bytes })),
    { path: layout.manifest, bytes: jcsBytes(manifest) },
  ]);
}

const file = (path: string): object => ({ path, sha256: "0".repeat(64), size: 1 });
const manifestOf = (size: number): object => ({
  bundle: 1,
  heads: {},
  log: "test.log",
  members: [],
  scope: { identity: "", model: "m", number: 1, version: "ver_1" },
  size,
});

describe("whatever the bytes, the verifier answers and does not accept", () => {
  test("bytes of any kind", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const report = verify(bytes, { trust });
        expect(report.accepted).toBe(false);
        expect(report.discrepancies.length).toBeGreaterThan(0);
      }),
    );
  });

  test("archives of any members, with any manifest", () => {
    const paths = fc.constantFrom(
      layout.checkpoint,
      layout.leaf(0),
      layout.proof(0),
      "log/tile/0/000.p/1",
      layout.disclosures,
      layout.blob("0".repeat(64)),
      layout.exportLeaf,
      layout.decisionJson,
      "constructor",
      "a/b",
    );
    const members = fc.dictionary(paths, fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.json().map(utf8)));
    fc.assert(
      fc.property(members, fc.oneof(fc.jsonValue(), fc.nat().map(manifestOf)), (files, manifest) => {
        const report = verify(bundle(files, manifest), { trust });
        expect(report.accepted).toBe(false);
        expect(found(report)).not.toContain("fault");
      }),
    );
  });

  test("manifests nested too deep, with odd keys, of another form", () => {
    const deep = utf8("[".repeat(200_000) + "]".repeat(200_000));
    expect(found(verify(writeZip([{ path: layout.manifest, bytes: deep }]), { trust }))).toEqual(["manifest_form"]);
    for (const broken of [
      { ...manifestOf(1), bundle: 2 },
      { ...manifestOf(1), size: 1.5 },
      { ...manifestOf(1), heads: { "a:b": 0 } },
      { ...manifestOf(1), more: 1 },
      { ...manifestOf(1), members: [{ path: "../x", sha256: "0".repeat(64), size: 1 }] },
      ...[{ model: "m" }, { identity: "", model: "m", number: "1", version: "ver_1" }].map((scope) => ({
        ...manifestOf(1),
        scope,
      })),
      ...["none", [{ path: "a" }], [file("b"), file("a")], [{ ...file("a"), sha256: "0" }]].map((members) => ({
        ...manifestOf(1),
        members,
      })),
    ]) {
      expect(found(verify(bundle({}, broken), { trust }))).toEqual(["manifest_form"]);
    }
  });

  test("an archive without a manifest, a bundle without a tree head", () => {
    expect(found(verify(bundle({}, manifestOf(1)), { trust }))).toEqual(
      expect.arrayContaining(["checkpoint_untrusted", "disclosure_unbound", "decision_json_differs", "leaf_form"]),
    );
    const odd = found(verify(bundle({ [layout.disclosures]: utf8("no disclosure\n") }, manifestOf(1)), { trust }));
    expect(odd).toContain("disclosure_unbound");
    expect(odd).not.toContain("fault");
    expect(found(verify(writeZip([{ path: layout.checkpoint, bytes: utf8("x") }]), { trust }))).toEqual([
      "manifest_form",
    ]);
  });

  test("a verifier that cannot finish accepts nothing and says so", () => {
    const stops = (): never => {
      throw new Error("the reader went away");
    };
    const report = verify(bundle({}, manifestOf(1)), { trust, progress: stops });
    expect([report.accepted, ...found(report)]).toEqual([false, "fault"]);
    expect(report.discrepancies[0]?.text).toContain("the reader went away");
  });

  test("a document under its true digest, in another spelling than the canonical one", () => {
    const bytes = utf8('{ "a": 1 }');
    const path = layout.blob(hex(sha256(bytes)));
    expect(
      found(
        verify(
          bundle(
            { [path]: bytes },
            { ...manifestOf(1), members: [{ path, sha256: hex(sha256(bytes)), size: bytes.length }] },
          ),
          { trust },
        ),
      ),
    ).toContain("blob_changed");
  });

  test("a tree head of a size that no bundle can hold", () => {
    const note = signCheckpoint({ origin: "test.log", size: Number.MAX_SAFE_INTEGER, root: new Uint8Array(32) }, [
      signer,
    ]);
    expect(
      found(verify(bundle({ [layout.checkpoint]: utf8(note) }, manifestOf(Number.MAX_SAFE_INTEGER)), { trust })),
    ).toContain("tiles_wrong");
  });

  test("many members are told of in a bounded list", () => {
    const members = Object.fromEntries(
      Array.from({ length: 5000 }, (_, i) => [`x/${String(i).padStart(5, "0")}`, new Uint8Array(1)]),
    );
    const report = verify(bundle(members, manifestOf(1)), { trust });
    expect(report.discrepancies.length).toBeLessThan(30);
    expect(report.discrepancies.at(-1)?.where).toBe("4997 more places");
  });
});

test("without a key to trust nothing is accepted, and keys that cannot be read are named", () => {
  expect(found(verify(bundle({}, manifestOf(1)), { trust: [] }))).toContain("no_trusted_key");
  expect(found(verify(bundle({}, manifestOf(1)), { trust: ["test.log+00000000+AAAA"] }))).toContain("no_trusted_key");
});

test("a file that is nothing like an archive is unreadable; an archive that is no bundle is refused", () => {
  expect(verify(utf8("a letter"), { trust }).unreadable).toBe(true);
  expect(verify(new Uint8Array(), { trust }).unreadable).toBe(true);
  expect(verify(bundle({}, manifestOf(1)), { trust }).unreadable).toBe(false);
});

test("text from a bundle steers no terminal and is bounded", () => {
  const broken = bundle(
    { [layout.checkpoint]: utf8("x") },
    { ...manifestOf(1), heads: { [`\u001b[31m\u202e${"y".repeat(5000)}`]: 3 } },
  );
  for (const { text, where } of verify(broken, { trust }).discrepancies) {
    expect(text + where).not.toMatch(/[\u001b\u202e]/);
    expect(text.length + where.length).toBeLessThan(1000);
  }
});

test("every step has a sentence, every discrepancy a step", () => {
  expect(stepIds).toEqual(["V0", "V1", "V2", "V4", "V5", "V7", "V8", "V10", "V11", "V12", "V13", "V16", "V17", "V19"]);
  for (const { step, text } of Object.values(codes)) {
    expect(stepIds).toContain(step);
    expect(text).toMatch(/\.$/);
  }
});
