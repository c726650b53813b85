import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Failure } from "../src/output.ts";
import { readSubmission } from "../src/register/read-submission.ts";

const folder = mkdtempSync(join(tmpdir(), "countersign-yaml-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good = `countersign: 1
model: credit-pd
task: binary
files: { onnx: model.onnx }
onnx: { input: columns, output: probabilities, class: true }
data:
  test: { path: test.parquet, target: defaulted }
decision: { threshold: 0.2, favourable: below }
`;

/** What the file is answered with: nothing where it fits, else its lines. */
async function said(yaml: string, over: { model?: string; label?: string } = {}): Promise<string[]> {
  const path = join(folder, "countersign.yaml");
  writeFileSync(path, yaml);
  const failed = await readSubmission(path, over).then(
    () => null,
    (error: unknown) => error,
  );
  if (failed !== null && !(failed instanceof Failure)) throw failed;
  return failed?.message.replaceAll(path, "FILE").split("\n") ?? [];
}

test("a submission that fits is read; true is the label of a class", async () => {
  expect(await said(good)).toEqual([]);
  expect(await readSubmission(join(folder, "countersign.yaml"), { label: "1.1" })).toMatchObject({
    label: "1.1",
    onnx: { class: true },
  });
});

const cases: [what: string, yaml: string, line: string][] = [
  [
    "a key that is missing",
    good.replace("task: binary\n", ""),
    "  task is missing: write `task: binary`, `multiclass` or `regression`",
  ],
  [
    "one that is missing inside",
    good.replace(", target: defaulted", ""),
    "  line 7: data.test.target is missing: write the column that holds the truth, such as `target: defaulted`",
  ],
  [
    "another type",
    good.replace("credit-pd", "[a]"),
    "  line 2: model is a list, where text is expected; write `model: credit-pd`, the model's key",
  ],
  [
    "a word that is none of those",
    good.replace("favourable: below", "favourable: up"),
    '  line 8: decision.favourable is "up"; it can be below, at_or_above; write the side that is good for the person concerned: `favourable: below` or `at_or_above`',
  ],
  [
    "a class that is none",
    good.replace("class: true", "class: [1]"),
    "  line 5: onnx.class is a list, which does not fit here; write the index of the positive class, or its label in quotes, such as `class: 1`",
  ],
  [
    "a key that nobody knows",
    `${good}approved: true\n`,
    "  line 9: approved is no key that may stand here; there are countersign, model, label, task, files, onnx, data, predictions, decision, documents, reported, run",
  ],
  [
    "one that nobody knows inside",
    good.replace("target:", "goal: x, target:"),
    "  line 7: data.test.goal is no key that may stand here; there are path, target, id",
  ],
  [
    "a path that leaves the folder",
    good.replace("model.onnx", "../model.onnx"),
    "  line 4: files.onnx must stay inside the folder, without `.`, `..` or `//`",
  ],
  ["nothing", "", "  the file is empty, where a group of keys is expected"],
];

for (const [what, yaml, line] of cases) {
  test(`${what}: the line, the place, and what to write`, async () => {
    const lines = await said(yaml);
    expect(lines[0]).toBe("FILE does not fit:");
    expect(lines).toContain(line);
    expect(lines.join("\n")).not.toMatch(/undefined|received|Invalid/);
  });
}

test("what is no YAML is said with its line, and aliases are not followed", async () => {
  expect(await said("a: 1\nb: [1, {\n")).toEqual([expect.stringMatching(/^FILE:3 is not YAML: /)]);
  expect(await said("model: a\nmodel: b\n")).toEqual([expect.stringMatching(/^FILE:2 is not YAML: /)]);
  expect(await said("a: &a [x, x]\nb: [*a, *a]\n")).toEqual([expect.stringContaining("without aliases")]);
});

test("every example of the guide fits", async () => {
  const guide = readFileSync(new URL("../../../docs/countersign-yaml.md", import.meta.url), "utf8");
  const examples = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = ""]) => yaml);
  expect(examples.length).toBeGreaterThan(0);
  for (const yaml of examples) expect(await said(yaml)).toEqual([]);
});
