import type { EventView } from "@countersign/domain";
import { expect, test } from "vitest";
import { fold } from "../src/trail/fold.ts";

let sver = 0;
const event = (change: Partial<EventView> = {}): EventView => ({
  idx: ++sver,
  at: "2026-11-27T08:00:00.000Z",
  claimedAt: "2026-11-27T08:00:00.000Z",
  origin: "live",
  act: "check.ended",
  stream: "review:rev_1",
  sver,
  actor: null,
  actorKind: "job",
  roles: [],
  sentence: { message: "{who} recorded perf.gini: pass", values: {} },
  ...change,
});
const sizes = (events: EventView[]): number[] => fold(events).map((run) => run.length);

test("what the worker did many times over is one group; people and other streams break it, and nothing is lost", () => {
  const person = event({ act: "review.commented", actorKind: "user", actor: { id: "usr_1", name: "Li Wei" } });
  const events = [event(), event(), event(), person, event(), event(), event({ stream: "review:rev_2" })];
  expect(sizes(events)).toEqual([3, 1, 1, 1, 1]);
  expect(fold(events).flat()).toEqual(events);
  expect(sizes([person, person, person, person])).toEqual([1, 1, 1, 1]);
  expect(sizes([])).toEqual([]);
});
