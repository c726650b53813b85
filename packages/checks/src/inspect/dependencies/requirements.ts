/** One requirement of a Python environment. */
export interface Requirement {
  /** Normalised by PEP 503. */
  name: string;
  /** Exact version, or null. */
  version: string | null;
  pinned: boolean;
  line: string;
  /** Why the line cannot be judged. */
  problem: string | null;
}

const normal = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, "-");
const linesMax = 5_000;

/** Requirements of a pip file. Includes and editable installs are not followed: what they bring cannot be seen. */
export function readRequirements(text: string): Requirement[] {
  const lines = text.replaceAll("\\\n", " ").split(/\r?\n/).slice(0, linesMax).map((line) => line.replace(/(^|\s)#.*$/, "").trim()).filter(Boolean);
  return lines.flatMap((line) => {
    if (/^(-r|--requirement|-c|--constraint|-e|--editable)\b/.test(line)) return [{ name: line, version: null, pinned: false, line, problem: "brings in what cannot be seen here" }];
    if (line.startsWith("-")) return [];
    return [readRequirement(line)];
  });
}

/** One PEP 508 requirement. A URL counts as pinned only by a commit or a hash. */
export function readRequirement(line: string): Requirement {
  const [spec = ""] = line.split(/\s+--hash|\s*;/, 1);
  const match = /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(\[[^\]]*\])?\s*(.*)$/.exec(spec.trim());
  if (!match) return { name: spec, version: null, pinned: false, line, problem: "is not a requirement that can be read" };
  const name = normal(match[1] ?? "");
  const rest = (match[3] ?? "").replace(/^\(|\)$/g, "").trim();
  if (rest.startsWith("@")) {
    const pinned = /@[0-9a-f]{40}\b|sha256[=:][0-9a-f]{64}/.test(rest);
    return { name, version: null, pinned, line, problem: null };
  }
  const exact = /^={2,3}\s*([^\s,*]+)$/.exec(rest);
  return { name, version: exact?.[1] ?? null, pinned: exact !== null, line, problem: null };
}

/** Requirements of a conda file: its pip list, and packages as `name=version`. */
export function readConda(document: unknown): Requirement[] {
  const dependencies = typeof document === "object" && document !== null ? (document as { dependencies?: unknown }).dependencies : null;
  if (!Array.isArray(dependencies)) return [];
  return dependencies.slice(0, linesMax).flatMap((entry: unknown) => {
    if (typeof entry === "string") {
      const [name = "", version] = entry.replace("==", "=").split("=");
      return [{ name: normal(name.replace(/[<>!~].*/, "").trim()), version: version ?? null, pinned: version !== undefined && !/[<>*]/.test(entry), line: entry, problem: null }];
    }
    const pip = typeof entry === "object" && entry !== null ? (entry as { pip?: unknown }).pip : null;
    return Array.isArray(pip) ? pip.filter((line): line is string => typeof line === "string").map(readRequirement) : [];
  });
}
