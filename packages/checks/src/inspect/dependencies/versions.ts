/** A PEP 440 version as comparable parts: epoch, release, pre, post, dev. */
const pattern = /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?$/i;
const preRank: Record<string, number> = { a: 0, alpha: 0, b: 1, beta: 1, c: 2, rc: 2, pre: 2, preview: 2 };

interface Parsed {
  epoch: number;
  release: number[];
  /** Dev before pre before final before post. */
  rest: number[];
}

function parsed(version: string): Parsed | null {
  const match = pattern.exec(version.trim());
  if (!match) return null;
  const [, epoch, release = "", pre, preNumber, implicitPost, post, postNumber, dev, devNumber] = match;
  const hasPost = post !== undefined || implicitPost !== undefined;
  const stage = pre !== undefined ? [preRank[pre.toLowerCase()] ?? 0, Number(preNumber || 0)] : dev !== undefined && !hasPost ? [-1, 0] : [3, 0];
  const after = hasPost ? Number(postNumber || implicitPost || 0) : -1;
  return { epoch: Number(epoch ?? 0), release: release.split(".").map(Number), rest: [...stage, after, dev === undefined ? Number.MAX_SAFE_INTEGER : Number(devNumber || 0)] };
}

/** Negative, zero or positive as PEP 440 orders two versions; null where one is none. */
export function compareVersions(a: string, b: string): number | null {
  const [left, right] = [parsed(a), parsed(b)];
  if (!left || !right) return null;
  if (left.epoch !== right.epoch) return left.epoch - right.epoch;
  for (let i = 0; i < Math.max(left.release.length, right.release.length); i++) {
    const difference = (left.release[i] ?? 0) - (right.release[i] ?? 0);
    if (difference !== 0) return difference;
  }
  for (let i = 0; i < left.rest.length; i++) {
    const difference = (left.rest[i] ?? 0) - (right.rest[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
