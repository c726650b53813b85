import { normalName, readRequirement, type Requirement } from "./requirements.ts";

/** Interpreter and installer are part of the runtime, not of what the model imports. */
const runtime = new Set(["python", "pip"]);

/** `[channel::]name[=version[=build]]` or with comparisons (conda's MatchSpec). `name=1.2` and `name==1.2` count as exact. */
function readMatchSpec(line: string): Requirement | null {
  const match = /^(?:[^\s:]+::)?([A-Za-z0-9_][A-Za-z0-9._-]*)\s*(.*)$/.exec(line.trim());
  if (!match)
    return {
      name: line.slice(0, 200),
      version: null,
      pinned: false,
      line: line.slice(0, 200),
      problem: "is not a requirement that can be read",
    };
  const name = normalName(match[1] ?? "");
  if (runtime.has(name)) return null;
  const exact =
    /^\s*={1,2}\s*([A-Za-z0-9_.!+]+)(?:=[\w.*]+)?\s*$/.exec(match[2] ?? "")?.[1] ??
    /^\s+([0-9][A-Za-z0-9_.!+]*)(?:\s+\S+)?$/.exec(match[2] ?? "")?.[1] ??
    null;
  return { name, version: exact, pinned: exact !== null, line: line.slice(0, 200), problem: null };
}

/** Requirements of a conda file: its packages and its pip list. Null where it is not such a document. */
export function readConda(document: unknown): Requirement[] | null {
  if (
    typeof document !== "object" ||
    document === null ||
    !("dependencies" in document) ||
    !Array.isArray(document.dependencies)
  )
    return null;
  const entries: unknown[] = document.dependencies;
  if (entries.length > 20_000) return null;
  return entries.flatMap((entry): Requirement[] => {
    if (typeof entry === "string") return [readMatchSpec(entry)].filter((r) => r !== null);
    const pip: unknown = typeof entry === "object" && entry !== null && "pip" in entry ? entry.pip : null;
    return Array.isArray(pip)
      ? pip
          .slice(0, 20_000)
          .map((line: unknown) => readRequirement(typeof line === "string" ? line : JSON.stringify(line)))
      : [];
  });
}
