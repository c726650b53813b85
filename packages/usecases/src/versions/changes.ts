import { type Reader, type Row, rows } from "@countersign/db";
import type { FieldChange } from "@countersign/domain";
import type { Say } from "@countersign/words";
import { parse } from "yaml";
import { storedText } from "../artifacts/text.ts";
import type { Deps } from "../kernel/deps.ts";
import { submissionOf } from "./submission.ts";

type Files = Row<"version_file">[];

/** Settings, parameters, columns, requirements, data and model files that differ between two versions. */
export async function fieldChanges(
  deps: Deps,
  reader: Reader,
  base: Row<"version">,
  now: Row<"version">,
  say: Say,
): Promise<FieldChange[]> {
  const [before, after] = [await fieldsOf(deps, reader, base, say), await fieldsOf(deps, reader, now, say)];
  return kinds.flatMap((what) => differ(what, before[what], after[what]));
}

const kinds = ["submission", "parameter", "column", "requirement", "data", "file"] as const;
type Fields = Record<(typeof kinds)[number], Map<string, string>>;

async function fieldsOf(deps: Deps, reader: Reader, version: Row<"version">, say: Say): Promise<Fields> {
  const files = await rows(reader, "version_file", { version_id: version.id });
  const text = async (file: Files[number] | undefined): Promise<string | null> =>
    file ? storedText(deps, file.sha256) : null;
  const ofRole = (role: string): Files[number] | undefined => files.find((file) => file.role === role);
  return {
    submission: settings(await submissionOf({ tx: reader }, version)),
    parameter: flat(await text(ofRole("parameters")), say),
    column: columns(await text(files.find((file) => /(^|\/)MLmodel$/.test(file.path))), say),
    requirement: requirements(await text(ofRole("requirements")), say),
    data: digests(files, dataRoles),
    file: digests(files, modelRoles),
  };
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

function flat(text: string | null, say: Say): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const [key, member] of Object.entries(value)) walk(member, path ? `${path}.${key}` : key);
    } else found.set(path, JSON.stringify(value));
  };
  try {
    if (text) walk(JSON.parse(text), "");
  } catch {
    found.set(say("(file)"), say("not JSON"));
  }
  return found;
}

function requirements(text: string | null, say: Say): Map<string, string> {
  const lines = (text ?? "")
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter(Boolean)
    .slice(0, 2000);
  return new Map(
    lines.map((line) => {
      const [name = line] = line.split(/[=<>!~ ;[]/, 1);
      return [name.toLowerCase(), line.slice(name.length).trim() || say("any")];
    }),
  );
}

/** The signature of an MLmodel file: a column or output by name, and its type. */
function columns(text: string | null, say: Say): Map<string, string> {
  const found = new Map<string, string>();
  try {
    const { signature } = (text ? parse(text) : {}) as { signature?: Record<string, string | null> };
    for (const side of ["inputs", "outputs"] as const)
      for (const [i, column] of (JSON.parse(signature?.[side] ?? "[]") as Column[]).entries())
        found.set(column.name ?? (i === 0 ? side : `${side} ${i + 1}`), typeOf(column, say));
  } catch {
    found.set(say("(signature)"), say("not readable"));
  }
  return found;
}

function typeOf(column: Column, say: Say): string {
  const type = `${column.type}${column["tensor-spec"] ? ` ${JSON.stringify(column["tensor-spec"])}` : ""}`;
  return column.required === false ? say("{type}, optional", { type }) : type;
}

interface Column {
  name?: string;
  type: string;
  required?: boolean;
  "tensor-spec"?: unknown;
}

const dataRoles = ["train", "test", "predictions"];
const modelRoles = ["model"];

/** How many data sets and model files are new, gone or others than in another version. */
export const changedFiles = (base: Files, now: Files): number =>
  [dataRoles, modelRoles].flatMap((roles) => differ("file", digests(base, roles), digests(now, roles))).length;

function digests(files: Files, roles: readonly string[]): Map<string, string> {
  const chosen = files.filter((file) => roles.includes(file.role));
  const from = commonFolder(chosen.map((file) => file.path));
  return new Map(chosen.map((file) => [file.role === "model" ? file.path.slice(from.length) : file.role, file.sha256]));
}

/** `versions/1.1/` of `versions/1.1/model.onnx` and `versions/1.1/mlflow/MLmodel`: a folder per version is no difference. */
function commonFolder(paths: string[]): string {
  const [first = ""] = paths;
  const folders = first.split("/").slice(0, -1);
  while (folders.length > 0 && !paths.every((path) => path.startsWith(`${folders.join("/")}/`))) folders.pop();
  return folders.length === 0 ? "" : `${folders.join("/")}/`;
}
