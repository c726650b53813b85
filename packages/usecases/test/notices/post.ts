import type { Name, World } from "@countersign/testing";
import { followTrail, type Letter, type Post, type Posted, sendNotices, setPreferences } from "../../src/index.ts";
import { emailOf } from "@countersign/testing";

export const secret = "only-for-tests";
const minuteMs = 60_000;

/** Mail that is kept instead of carried; `answer` says what becomes of it. */
export class Letterbox implements Post {
  readonly letters: Letter[] = [];
  /** Morning mails, which come at their hour whatever else is tried. */
  readonly digests: Letter[] = [];
  answer: Posted = { ok: true };

  async send(letter: Letter): Promise<Posted> {
    if (this.answer.ok) ("List-Unsubscribe" in letter.headers ? this.digests : this.letters).push(letter);
    return this.answer;
  }

  /** What has come for somebody since it was asked last. */
  of(who: Name): Letter[] {
    return this.letters.splice(0).filter(({ to }) => to.address === emailOf(who));
  }
}

/** The worker's part of notices at a moment: follows, then sends. */
export async function work(world: World, box: Post | null, now: Date = new Date()): Promise<number> {
  const deps = { ...world.workerDeps, now: () => now };
  await followTrail(deps);
  return sendNotices(deps, box && { post: box, secret });
}

export const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * minuteMs);

export const usual = {
  language: null,
  zone: null,
  notices: {
    turn: "at_once",
    due: "at_once",
    answer: "digest",
    decision: "at_once",
    condition: "at_once",
    security: "at_once",
    job: "at_once",
  },
  digest: true,
  quiet: null,
} as const;

export async function prefer(world: World, who: Name, change: object): Promise<void> {
  const set = await setPreferences(world.deps, world.as(who), { ...usual, ...change });
  if (!set.ok) throw new Error(JSON.stringify(set.refusal));
}
