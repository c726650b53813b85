import { readFile } from "node:fs/promises";
import type { Submission } from "@countersign/domain";
import { readYaml } from "@countersign/domain/yaml";
import { parseSubmission } from "@countersign/usecases/descriptor";
import { Failure } from "../output.ts";

const largest = 1_000_000;

/** Reads and checks `countersign.yaml`; every problem at once, each with its line, its place and what to write there. */
export async function readSubmission(
  path: string,
  over: { model?: string | undefined; label?: string | undefined },
): Promise<Submission> {
  const source = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Failure(
      `${path} cannot be read (${error.code === "ENOENT" ? "it is not there" : (error.code ?? "unknown")}). A countersign.yaml says what a version consists of; see docs/countersign-yaml.md.`,
    );
  });
  if (source.length > largest) throw new Failure(`${path} is larger than a countersign.yaml can be.`);
  const read = readYaml(source);
  if (!read.ok) throw new Failure(`${path}${read.line === null ? "" : `:${read.line}`} ${read.text}`);
  const parsed = parseSubmission(withOver(read.value, over));
  if (parsed.ok) return parsed.submission as Submission;
  const problems = parsed.problems.map(({ path: place, text }) => ({
    line: read.lineOf(place),
    path: place.join("."),
    text,
  }));
  const said = problems.map(
    (problem) =>
      `  ${problem.line === null ? "" : `line ${problem.line}: `}${problem.path || "the file"} ${problem.text}`,
  );
  throw new Failure(`${path} does not fit:\n${said.join("\n")}\nWhat it may say: docs/countersign-yaml.md.`, {
    body: { error: `${path} does not fit`, problems },
  });
}

function withOver(
  value: unknown,
  { model, label }: { model?: string | undefined; label?: string | undefined },
): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return { ...value, ...(model ? { model } : {}), ...(label ? { label } : {}) };
}
