/** PEP 440, appendix B, written with our own groups: epoch, release, pre, post, dev, local. */
const pattern =
  /^\s*v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|b|c|rc|alpha|beta|preview|pre)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?\s*$/i;
const stages: Record<string, number> = { a: 0, alpha: 0, b: 1, beta: 1, c: 2, rc: 2, pre: 2, preview: 2 };

interface Version {
  epoch: string;
  release: string[];
  /** -1: only a dev release of a final version; 0 to 2: pre-releases; 3: final. */
  stage: number;
  pre: string;
  post: string | null;
  dev: string | null;
  local: string[];
}

function parse(text: string): Version | null {
  const match = text.length > 200 ? null : pattern.exec(text);
  if (!match) return null;
  const [, epoch = "0", release = "", pre, preNumber, implicitPost, postWord, postNumber, devWord, devNumber, local] =
    match;
  const post = postWord === undefined ? (implicitPost ?? null) : postNumber || "0";
  const dev = devWord === undefined ? null : devNumber || "0";
  const stage = pre === undefined ? (dev !== null && post === null ? -1 : 3) : (stages[pre.toLowerCase()] ?? 0);
  return {
    epoch,
    release: release.split("."),
    stage,
    pre: preNumber || "0",
    post,
    dev,
    local: local?.toLowerCase().split(/[-_.]/) ?? [],
  };
}

/** Compares whole numbers of any length. */
function number(a: string, b: string): number {
  const [x, y] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
  return x.length === y.length ? (x < y ? -1 : x > y ? 1 : 0) : x.length - y.length;
}

/** Null comes before everything, or after everything. */
function maybe(a: string | null, b: string | null, nothing: "first" | "last"): number {
  if (a !== null && b !== null) return number(a, b);
  if (a === b) return 0;
  return (a === null) === (nothing === "first") ? -1 : 1;
}

function localOrder(a: string[], b: string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x = "", y = ""] = [a[i], b[i]];
    const [xNumber, yNumber] = [/^\d+$/.test(x), /^\d+$/.test(y)];
    const order = xNumber && yNumber ? number(x, y) : xNumber ? 1 : yNumber ? -1 : x < y ? -1 : x > y ? 1 : 0;
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Negative, zero or positive as PEP 440 orders two versions; null where one is none. */
export function compareVersions(a: string, b: string): number | null {
  const [x, y] = [parse(a), parse(b)];
  if (!x || !y) return null;
  const releases = Array.from({ length: Math.max(x.release.length, y.release.length) }, (_, i) =>
    number(x.release[i] ?? "0", y.release[i] ?? "0"),
  );
  const orders = [
    number(x.epoch, y.epoch),
    ...releases,
    x.stage - y.stage,
    number(x.pre, y.pre),
    maybe(x.post, y.post, "first"),
    maybe(x.dev, y.dev, "last"),
    localOrder(x.local, y.local),
  ];
  return orders.find((order) => order !== 0) ?? 0;
}
