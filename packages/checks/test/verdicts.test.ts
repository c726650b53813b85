import { fileURLToPath } from "node:url";
import type { JudgedCheck } from "@countersign/policy";
import { describe, expect, test } from "vitest";
import { findCheck, runSuite } from "../src/index.ts";
import { expectedOf, story, type ExpectedVersion } from "./stories.ts";
import { judgedVersion, versions } from "./verdicts.ts";

const page = fileURLToPath(new URL("../../../docs/planted-faults.md", import.meta.url));
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll(/[\r\n]+/g, " ");
type Expected = ExpectedVersion["checks"][number];

const subjectOf = (c: Expected): string | undefined => (c["attribute"] ?? c["slice"]) as string | undefined;
const checksOf = (name: string, label: string): Expected[] => expectedOf(name).versions[label]?.checks ?? [];
const runs = new Map(versions.map((v) => [`${v.story} ${v.label}`, judgedVersion(v)]));

/** The verdict on what an expected check is about: one subject, or the whole. */
function verdictOn(judged: JudgedCheck[], c: Expected): string {
  const check = judged.find((j) => j.check === c.check);
  const subject = subjectOf(c);
  return (
    (subject === undefined ? check?.verdict : check?.measurements.find((m) => m.subject === subject)?.verdict) ??
    "not asked for"
  );
}

describe("the verdict on every check of the four stories is the expected one", () => {
  for (const v of versions)
    test(`${v.story} ${v.label}`, async () => {
      const judged = (await runs.get(`${v.story} ${v.label}`)) ?? [];
      const expected = checksOf(v.story, v.label);
      // A check about a file that the version was not submitted with is held against that file below.
      const about = expected.filter((c) => c["file"] === undefined || String(c["file"]).startsWith("versions/"));
      expect(about.length).toBeGreaterThan(3);
      expect(about.map((c) => [c.check, subjectOf(c), verdictOn(judged, c)])).toEqual(
        about.map((c) => [c.check, subjectOf(c), c.verdict]),
      );
      expect(judged.filter((j) => j.verdict === "error")).toEqual([]);
    });

  test("credit-real: the data as it was packaged has a column out of step, and the version's own has not", async () => {
    const expected = checksOf("credit-real", "1.0").find((c) => c.check === "dq.row_order");
    const packaged = story("credit-real", "1.0");
    packaged.submission = {
      ...packaged.submission,
      data: { test: { path: String(expected?.["file"]), target: "creditability", id: "row" } },
    };
    const [result] = await runSuite({ ...packaged, allowlist: page }, [{ check: "dq.row_order" }], {
      signal: AbortSignal.timeout(60_000),
    });
    expect([expected?.verdict, result?.measurements[0]?.detections.map((d) => d.where)]).toEqual([
      "fail",
      [expected?.["column"]],
    ]);
  });
});

/** One row for each check and what it is about, one column for each version: the verdict, and the expected one beside it where they differ. */
async function verdictTable(): Promise<string[]> {
  const names = versions.map((v) => `${v.story} ${v.label}`);
  const rows = new Map<string, Map<string, string>>();
  for (const v of versions) {
    const judged = (await runs.get(`${v.story} ${v.label}`)) ?? [];
    for (const c of checksOf(v.story, v.label)) {
      if (c["file"] !== undefined && !String(c["file"]).startsWith("versions/")) continue;
      const about = `\`${c.check}\`${subjectOf(c) === undefined ? "" : ` ${subjectOf(c)}`}`;
      const verdict = verdictOn(judged, c);
      rows.set(
        about,
        (rows.get(about) ?? new Map<string, string>()).set(
          `${v.story} ${v.label}`,
          verdict === c.verdict ? verdict : `${verdict}, expected ${c.verdict}`,
        ),
      );
    }
  }
  const lines = [...rows]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([about, of]) => `| ${cell(about)} | ${names.map((name) => of.get(name) ?? "").join(" | ")} |`);
  return [`| check | ${names.join(" | ")} |`, `|---|${names.map(() => "---|").join("")}`, ...lines];
}

/** Planted faults are written down beside the version that carries them; the rest of what stands in its way follows. */
interface Fault {
  fault: string;
  check: string;
}

test("docs/planted-faults.md: fault, detection and sentence are what the checks say today", async () => {
  const faults = (expectedOf("credit") as unknown as { plantedFaults: Fault[] }).plantedFaults;
  const judged = (await runs.get("credit 2.0")) ?? [];
  const rowsOf = (list: JudgedCheck[], fault: string): string[] =>
    list.map((j) => `| ${cell(fault)} | \`${j.check}\` | ${j.verdict}, ${j.outcome ?? ""} | ${cell(j.sentence)} |`);
  const credit = faults.flatMap(({ fault, check }) =>
    rowsOf(
      judged.filter((j) => check.split(", ").includes(j.check)),
      fault,
    ),
  );
  const clinical = ((await runs.get("clinical 1.1")) ?? []).filter((j) => j.verdict === "insufficient");
  expect(credit.filter((row) => !/\| (fail|warn), /.test(row))).toEqual([]);
  const expected = versions.flatMap((v) => checksOf(v.story, v.label).map((c) => c.check));
  const missing = [...new Set(expected)].filter((id) => !findCheck(id));
  const lines = [
    "# Planted faults, and what the checks say",
    "",
    "Written by `packages/checks/test/verdicts.test.ts` from runs on the real files under the demo's policies; the sentences are those of the page and of `countersign status`.",
    "",
    "## `credit-pd` 2.0: nine faults",
    "",
    "| fault | check | verdict, outcome | sentence |",
    "|---|---|---|---|",
    ...credit,
    "",
    "## `lesion-triage` 1.1: nothing wrong, too little evidence",
    "",
    "| fault | check | verdict, outcome | sentence |",
    "|---|---|---|---|",
    ...clinical.flatMap((j) =>
      rowsOf([j], j.check === "slice.sensitivity" ? "five small lesions in the test data" : "none"),
    ),
    "",
    "## Each version, each expected check",
    "",
    "The verdict; where it is not the one that `expected.json` asks for, that one stands beside it.",
    "",
    ...(await verdictTable()),
    "",
    "## Expected checks that are not covered",
    "",
    missing.length === 0
      ? `None: all ${new Set(expected).size} checks that the stories expect exist, and each verdict is the expected one.`
      : missing.map((id) => `- \`${id}\``).join("\n"),
    "",
  ];
  await expect(lines.join("\n")).toMatchFileSnapshot(page);
});
