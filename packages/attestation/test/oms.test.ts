import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeShared } from "../../../test/shared.ts";
import {
  byCodePoint,
  identityOf,
  omsManifest,
  omsRoot,
  partIdentities,
  pathProblem,
  pathsProblem,
  readManifest,
  type OmsPredicate,
} from "../src/index.ts";

const digest = (n: number): string => n.toString(16).padStart(64, "0");
const file = (path: string, n = 1): { path: string; sha256: string } => ({ path, sha256: digest(n) });

describeShared("published OMS bundles", ["data", "vectors", "oms", "test-vectors", "v1.0", "valid"], (folder) => {
  test.each(["certificate", "key", "sigstore"])(
    "%s: our manifest of the same files has its resources and its root digest",
    (name) => {
      const bundle = JSON.parse(readFileSync(join(folder, `${name}.bundle.json`), "utf8")) as {
        dsseEnvelope: { payload: string };
      };
      const statement = JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, "base64").toString("utf8")) as {
        subject: { digest: { sha256: string } }[];
        predicate: OmsPredicate;
      };
      const published = statement.predicate;
      const ours = omsManifest(published.resources.map((r) => ({ path: r.name, sha256: r.digest })).toReversed());
      expect(ours.resources).toEqual(published.resources);
      expect({ ...ours.serialization, ignore_paths: published.serialization.ignore_paths }).toEqual(
        published.serialization,
      );
      expect(omsRoot(ours)).toBe(statement.subject[0]?.digest.sha256);
    },
  );
});

describe("manifest", () => {
  test("the order of the files given does not matter, every name and every byte does", () => {
    const files = [file("b", 1), file("a/c", 2), file("a-b", 3)];
    expect(identityOf(files)).toBe(identityOf(files.toReversed()));
    for (const other of [
      [file("b", 1), file("a/c", 2)],
      [file("c", 1), ...files.slice(1)],
      [file("b", 9), ...files.slice(1)],
    ]) {
      expect(identityOf(other)).not.toBe(identityOf(files));
    }
  });

  test("two manifests that share a root digest do not share an identity", () => {
    const [one, two] = [
      [file("a", 1), file("b", 2)],
      [file("x", 1), file("y", 2)],
    ];
    expect(omsRoot(omsManifest(one))).toBe(omsRoot(omsManifest(two)));
    expect(identityOf(one)).not.toBe(identityOf(two));
  });

  test("names are in code point order, where JavaScript's own order differs", () => {
    const names = ["\uffee", "\u{1f600}", "a"];
    expect(omsManifest(names.map((name) => file(name))).resources.map((r) => r.name)).toEqual([
      "a",
      "\uffee",
      "\u{1f600}",
    ]);
    expect(names.toSorted()).toEqual(["a", "\u{1f600}", "\uffee"]);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
        const [x, y] = [a, b].map((text) => Buffer.from(text, "utf8"));
        expect(Math.sign(byCodePoint(a, b))).toBe(Math.sign(Buffer.compare(x ?? Buffer.of(), y ?? Buffer.of())));
      }),
    );
  });

  test("no file, a bad digest or a bad path is refused", () => {
    for (const files of [[], [{ path: "a", sha256: "AB" }], [file("../a")], [file("a"), file("A")]])
      expect(() => omsManifest(files)).toThrow(RangeError);
  });

  test("a manifest reads back as its files; anything added, reordered or renamed is refused", () => {
    const manifest = omsManifest([file("a", 1), file("b", 2)]);
    expect(readManifest(JSON.parse(JSON.stringify(manifest)))).toEqual({
      ok: true,
      files: [file("a", 1), file("b", 2)],
    });
    const bad: unknown[] = [
      null,
      1,
      "x",
      [],
      {},
      { ...manifest, more: 1 },
      { ...manifest, resources: manifest.resources.toReversed() },
      { ...manifest, resources: [null] },
      { ...manifest, resources: [...manifest.resources, manifest.resources[0]] },
      { ...manifest, serialization: { ...manifest.serialization, method: "shards" } },
      { ...manifest, resources: manifest.resources.map((r) => ({ ...r, algorithm: "blake3" })) },
      { ...manifest, resources: [] },
    ];
    for (const value of bad) expect(readManifest(value).ok, JSON.stringify(value)).toBe(false);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readManifest(value).ok).toBe(false);
      }),
    );
  });
});

describe("parts", () => {
  const files = [
    { part: "mlflow", ...file("mlflow/MLmodel", 1) },
    { part: "mlflow", ...file("mlflow/model.pkl", 2) },
    { part: "onnx", ...file("out/model.onnx", 3) },
  ];
  const roots = { mlflow: "mlflow/", onnx: "./out/model.onnx" };

  test("a folder hashes the same wherever it lies, a single file is also known by its own digest", () => {
    const [mlflow, onnx] = partIdentities(files, roots);
    expect(mlflow).toEqual({ part: "mlflow", identity: identityOf([file("MLmodel", 1), file("model.pkl", 2)]) });
    expect(onnx).toEqual({ part: "onnx", identity: identityOf([file("model.onnx", 3)]), file: digest(3) });
    const moved = files.slice(0, 2).map((f) => ({ ...f, path: `deep/${f.path}` }));
    expect(partIdentities(moved, { mlflow: "deep/mlflow" })).toEqual([mlflow]);
  });

  test("one file in a folder part is not taken for a file part", () => {
    expect(partIdentities([{ part: "m", ...file("m/a", 1) }], { m: "m/" })).toEqual([
      { part: "m", identity: identityOf([file("a", 1)]) },
    ]);
  });

  test("a part without root, or a file outside it, is refused", () => {
    expect(() => partIdentities(files, { mlflow: "mlflow/" })).toThrow("onnx has no root");
    expect(() => partIdentities(files, { ...roots, mlflow: "other/" })).toThrow("outside");
    expect(() => partIdentities([{ part: "constructor", ...file("a") }], {})).toThrow("no root");
  });
});

describe("paths", () => {
  test.each([
    "",
    "/a",
    "a/../b",
    "..",
    ".",
    "./a",
    "a//b",
    "a/",
    "a\\b",
    "C:/a",
    "c:a",
    "a\u0000b",
    "a\nb",
    "\ud800",
    "a/".repeat(600) + "a",
    "b".repeat(256),
  ])("%j cannot name a file", (path) => expect(pathProblem(path)).not.toBeNull());

  test.each(["a", "a.b/c d/..e", "données/é.bin", "\u{1f600}/x", "العربية", "a+b=c"])("%j can", (path) =>
    expect(pathProblem(path)).toBeNull(),
  );

  test.each([
    [["a", "a"], "listed twice"],
    [["Model", "model"], "the same as"],
    [["e\u0301", "\u00e9"], "the same as"],
    [["STRASSE", "straße"], "the same as"],
    [["a/b", "a"], "below a"],
    [["x", "A/b/c", "a/B"], "below a/B"],
  ])("%j cannot stand together", (paths, problem) => expect(pathsProblem(paths)?.problem).toContain(problem));

  test("many long paths are judged in bounded time", () => {
    const start = performance.now();
    expect(pathsProblem(Array.from({ length: 20_000 }, (_, i) => `${"dir/".repeat(60)}${i}`))).toBeNull();
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});
