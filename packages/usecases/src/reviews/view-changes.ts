import { type Reader, row, rows } from "@countersign/db";
import type { FieldChange } from "@countersign/domain";
import { storedText } from "../artifacts/text.ts";
import type { Deps } from "../kernel/deps.ts";
import { submissionOf } from "../versions/submission.ts";
import type { ReviewFacts } from "./facts.ts";

/** Parameters, requirements, files and settings that differ from the version in production. */
export async function fieldChanges(deps: Deps, reader: Reader, facts: ReviewFacts): Promise<FieldChange[]> {
  const base = facts.round.base_version_id ? await row(reader, "version", facts.round.base_version_id) : null;
  if (!base) return [];
  const baseFiles = await rows(reader, "version_file", { version_id: base.id });
  const texts = (files: { role: string; sha256: string }[], role: string) => {
    const file = files.find((candidate) => candidate.role === role);
    return file ? storedText(deps, file.sha256) : null;
  };
  const [parametersBefore, parametersNow, requirementsBefore, requirementsNow] = await Promise.all([
    texts(baseFiles, "parameters"),
    texts(facts.files, "parameters"),
    texts(baseFiles, "requirements"),
    texts(facts.files, "requirements"),
  ]);
  const submissionBefore = await submissionOf({ tx: reader }, base);
  const submissionNow = await submissionOf({ tx: reader }, facts.version);
  return [
    ...differ("submission", settings(submissionBefore), settings(submissionNow)),
    ...differ("parameter", flat(parametersBefore), flat(parametersNow)),
    ...differ("requirement", requirements(requirementsBefore), requirements(requirementsNow)),
    ...differ("file", fileDigests(baseFiles), fileDigests(facts.files)),
  ];
}

function differ(what: FieldChange["what"], before: Map<string, string>, now: Map<string, string>): FieldChange[] {
  const names = [...new Set([...before.keys(), ...now.keys()])].toSorted();
  return names
    .filter((name) => before.get(name) !== now.get(name))
    .map((name) => ({ what, name, base: before.get(name) ?? null, now: now.get(name) ?? null }));
}

/** Settings that change what is judged; paths and labels do not. */
function settings(submission: Awaited<ReturnType<typeof submissionOf>>): Map<string, string> {
  const { task, decision, onnx, data, run } = submission;
  const kept = {
    task,
    decision,
    onnx,
    target: data.test.target,
    groups: data.groups,
    commit: run?.commit,
    repository: run?.repository,
  };
  return new Map(
    Object.entries(kept)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

function flat(text: string | null): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const [key, member] of Object.entries(value)) walk(member, path ? `${path}.${key}` : key);
    } else found.set(path, JSON.stringify(value));
  };
  try {
    if (text) walk(JSON.parse(text), "");
  } catch {
    found.set("(file)", "not JSON");
  }
  return found;
}

function requirements(text: string | null): Map<string, string> {
  const lines = (text ?? "")
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter(Boolean)
    .slice(0, 2000);
  return new Map(
    lines.map((line) => {
      const [name = line] = line.split(/[=<>!~ ;[]/, 1);
      return [name.toLowerCase(), line.slice(name.length).trim() || "any"];
    }),
  );
}

const fileDigests = (files: { role: string; path: string; sha256: string }[]): Map<string, string> =>
  new Map(files.filter((file) => file.role === "model").map((file) => [file.path, file.sha256]));
