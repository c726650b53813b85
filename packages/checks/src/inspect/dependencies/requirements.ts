/** One requirement of a Python environment. */
export interface Requirement {
  /** Normalised by PEP 503. */
  name: string;
  /** Exact version, or null. */
  version: string | null;
  /** One build and no other: an exact version, a commit, or a digest. */
  pinned: boolean;
  /** As written, shortened. */
  line: string;
  /** Why it cannot be held to one build, where that is not plainly a missing version. */
  problem: string | null;
}

/** PEP 503: runs of `-`, `_` and `.` are one `-`, case does not count. */
export const normalName = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, "-");

const shorten = (line: string): string => (line.length > 200 ? `${line.slice(0, 199)}…` : line);
const commit = /@[0-9a-f]{40}([0-9a-f]{24})?(?=$|[#&\s])/i;
const digest = /[#&\s]-*(hash=)?sha256[=:][0-9a-f]{64}/i;

/** Direct references: a repository at a commit, or an archive with its digest, is one build; anything else is not. */
function direct(name: string, reference: string, line: string): Requirement {
  const pinned = /^(git|hg|bzr)\+/i.test(reference)
    ? commit.test(reference)
    : /^https?:/i.test(reference) && digest.test(`${reference} ${line}`);
  return {
    name,
    version: null,
    pinned,
    line: shorten(line),
    problem: pinned ? null : "comes from an address that can change what it gives",
  };
}

/** One PEP 508 requirement, with pip's hashes and direct references. Never throws. */
export function readRequirement(written: string): Requirement {
  const line = written.trim();
  const unreadable = (problem: string): Requirement => ({
    name: shorten(line),
    version: null,
    pinned: false,
    line: shorten(line),
    problem,
  });
  if (/^(git|hg|svn|bzr)\+|^(https?|file|ftp):|^\.{0,2}\//i.test(line))
    return direct(
      normalName(/[#&]egg=([A-Za-z0-9._-]+)/.exec(line)?.[1] ?? shorten(line)),
      line.split(/\s/, 1)[0] ?? "",
      line,
    );
  const match = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(.*)$/s.exec(line);
  if (!match) return unreadable("is not a requirement that can be read");
  const name = normalName(match[1] ?? "");
  const rest = match[2] ?? "";
  if (rest.startsWith("@"))
    return direct(
      name,
      rest
        .slice(1)
        .trim()
        .split(/\s+;|\s--/, 1)[0] ?? "",
      line,
    );
  const [specifier = ""] = rest.split(/;|\s--/, 1);
  const clauses = specifier
    .replaceAll(/[()]/g, "")
    .split(",")
    .map((c) => c.trim())
    .filter(Boolean);
  const exact = clauses.map((c) => /^={2,3}\s*([^\s*,;]+)$/.exec(c)?.[1]).find((v) => v !== undefined) ?? null;
  if (clauses.some((c) => !/^(={2,3}|~=|!=|<=?|>=?)\s*[\w.!+*-]+$/.test(c)))
    return {
      name,
      version: null,
      pinned: false,
      line: shorten(line),
      problem: "is not a requirement that can be read",
    };
  return { name, version: exact, pinned: exact !== null, line: shorten(line), problem: null };
}

export interface RequirementFile {
  requirements: Requirement[];
  /** Lines that bring in something else: other package indexes, other files. */
  options: string[];
}

export const mostLines = 20_000;

/** A pip requirements file; null above 20,000 lines. Other files it names are not followed: they count as unpinned. Source: pip, Requirements File Format. */
export function readRequirements(text: string): RequirementFile | null {
  const lines = text
    .replace(/^\uFEFF/, "")
    .replaceAll(/\\\r?\n/g, " ")
    .split(/\r\n|\r|\n/);
  if (lines.length > mostLines) return null;
  const out: RequirementFile = { requirements: [], options: [] };
  for (const raw of lines) {
    const line = raw.replace(/(^|\s)#.*$/, "").trim();
    if (line === "") continue;
    if (/^(-r|--requirement|-c|--constraint|-e|--editable)\b/.test(line)) {
      const problem = /^(-e|--editable)/.test(line)
        ? "is installed from a working folder"
        : "brings in a file that is not looked at";
      out.requirements.push({ name: shorten(line), version: null, pinned: false, line: shorten(line), problem });
    } else if (/^(-i|--index-url|--extra-index-url|-f|--find-links|--trusted-host)\b/.test(line))
      out.options.push(shorten(line));
    else if (!line.startsWith("-")) out.requirements.push(readRequirement(line));
  }
  return out;
}
