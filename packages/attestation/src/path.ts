const maxLength = 1000;
const maxSegment = 255;
const maxDepth = 64;

/**
 * Why a path cannot name a file of a version, or null. Paths are relative, with `/`; what leaves the folder,
 * means another thing on another system, or cannot be printed is refused.
 */
export function pathProblem(path: string): string | null {
  if (path === "") return "is empty";
  if (path.length > maxLength) return `is longer than ${maxLength} characters`;
  if (!path.isWellFormed()) return "is broken text";
  if (/[\u0000-\u001f\u007f]/.test(path)) return "has a control character";
  if (path.includes("\\")) return "has a backslash; write / between folders";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "is absolute; write it relative to the folder";
  const segments = path.split("/");
  if (segments.length > maxDepth) return `is more than ${maxDepth} folders deep`;
  for (const segment of segments) {
    if (segment === "") return "has an empty folder name";
    if (segment === "." || segment === "..") return `has the folder ${segment}`;
    if (segment.length > maxSegment) return `has a name longer than ${maxSegment} characters`;
  }
  return null;
}

/** Paths that a file system may take for one: same after NFC and folding of case. */
const folded = (path: string): string => path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");

/** Why these paths cannot stand together in one version, or null: a bad path, two that are one, a file that is also a folder. */
export function pathsProblem(paths: readonly string[]): { path: string; problem: string } | null {
  const files = new Map<string, string>();
  for (const path of paths) {
    const problem = pathProblem(path);
    if (problem) return { path, problem };
    const other = files.get(folded(path));
    if (other !== undefined)
      return { path, problem: other === path ? "is listed twice" : `is the same as ${other} on some systems` };
    files.set(folded(path), path);
  }
  for (const path of paths) {
    const key = folded(path);
    for (let end = key.indexOf("/"); end >= 0; end = key.indexOf("/", end + 1)) {
      const file = files.get(key.slice(0, end));
      if (file !== undefined) return { path, problem: `lies below ${file}, which is a file` };
    }
  }
  return null;
}

/** Order by Unicode code point (OMS v1.0), which differs from JavaScript's own for characters above U+FFFF. */
export function byCodePoint(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length;) {
    const [x, y] = [a.codePointAt(i) ?? 0, b.codePointAt(i) ?? 0];
    if (x !== y) return x - y;
    i += x > 0xffff ? 2 : 1;
  }
  return a.length - b.length;
}
