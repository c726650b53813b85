import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Measurement, VersionFile } from "@countersign/domain";
import { expect, test } from "vitest";
import { describeShared } from "../../../test/shared.ts";
import { measureArtifacts } from "../src/inspect/scan-artifact.ts";

interface Entry {
  expected: "malicious" | "suspicious" | "clean";
  source: string;
}

const allowlist = fileURLToPath(new URL("../data/pickle-allowlist.json", import.meta.url));

/** Codes that say "not looked into": they block as well, but name no danger. */
const onlyNotUnderstood = new Set(["format.unknown", "format.not_scanned", "zip.encrypted", "zip.size"]);

/** Clean files that are detected all the same, each with its reason: a scanner that fails closed may not grow this list unseen. */
const accepted: Record<string, string> = {
  "picklescan/data/not_a_pickle.bin": "bytes in no known format count as not scanned",
};

describeShared("scan corpus", ["data", "scan-corpus"], (root) => {
  const manifest = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8")) as Record<string, Entry>;

  /** The check itself over a version of one model file; nothing is loaded, let alone unpickled. */
  const scanned = (path: string): Measurement => {
    const file: VersionFile = {
      role: "model",
      part: "model",
      path,
      sha256: "0".repeat(64),
      size: lstatSync(join(root, path)).size,
    };
    return measureArtifacts({ dir: root, files: [file], allowlist });
  };

  test("every malicious or suspicious file is detected, and no clean one but those named here", () => {
    const rows = Object.entries(manifest).map(([path, entry]) => ({
      path,
      ...entry,
      codes: scanned(path).detections.map((d) => d.code),
    }));
    const of = (expected: Entry["expected"]) => rows.filter((r) => r.expected === expected);
    const missed = [...of("malicious"), ...of("suspicious")].filter((r) => r.codes.length === 0).map((r) => r.path);
    const wrongly = of("clean")
      .filter((r) => r.codes.length > 0)
      .map((r) => r.path);
    const unnamed = of("malicious")
      .filter((r) => r.codes.length > 0 && r.codes.every((code) => onlyNotUnderstood.has(code)))
      .map((r) => r.path);
    const detected = (expected: Entry["expected"]): string =>
      `${of(expected).filter((r) => r.codes.length > 0).length} of ${of(expected).length}`;
    console.log(
      `scan corpus: ${rows.length} files; detected: malicious ${detected("malicious")}, suspicious ${detected("suspicious")}, clean ${detected("clean")} (${wrongly.join(", ")}); malicious and blocked as not understood only: ${unnamed.length} (${unnamed.join(", ")})`,
    );
    expect(rows.length).toBeGreaterThan(200);
    expect(missed).toEqual([]);
    expect(wrongly).toEqual(Object.keys(accepted));
  });
});
