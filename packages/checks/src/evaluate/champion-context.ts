import type { CheckContext } from "../check.ts";

/** The champion's files and submission as a context of its own, with its own shared steps. Null without a version in production. */
export function championContext(ctx: CheckContext): (CheckContext & { label: string }) | null {
  const { champion, ...rest } = ctx;
  if (!champion) return null;
  const suite: CheckContext["suite"] = {
    once: (step, make) => ctx.suite.once(`${step} (version in production)`, make),
  };
  return { ...rest, ...champion, suite };
}

/** Why the two versions cannot be compared row by row, or null where they were tested on the same bytes. */
export function differentTests(ctx: CheckContext, champion: CheckContext & { label: string }): string | null {
  const digest = (c: CheckContext): string | undefined => c.files.find((f) => f.role === "test")?.sha256;
  const [ours, theirs] = [digest(ctx), digest(champion)];
  if (ours !== undefined && ours === theirs) return null;
  return `This version and ${champion.label} were tested on different data (SHA-256 ${ours?.slice(0, 12) ?? "none"}… and ${theirs?.slice(0, 12) ?? "none"}…), so they may not be compared row by row.`;
}

export const noChampion = "There is no version in production yet to compare with.";
