import type { EventView } from "@countersign/domain";
import { longDayText } from "@countersign/words";
import { expect, test } from "vitest";
import { byDay, fold } from "../src/trail/fold.ts";

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
  seal: null,
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

test("entries stand under the day of the reader's zone, in the order of the log, and a told one under the day it tells of", () => {
  const at = (iso: string, change: Partial<EventView> = {}): EventView => event({ at: iso, claimedAt: iso, ...change });
  const events = [
    at("2026-11-23T23:30:00.000Z"),
    at("2026-11-23T22:59:59.999Z"),
    at("2026-11-27T08:00:00.000Z", { origin: "seed", claimedAt: "2026-11-22T08:00:00.000Z" }),
    at("2026-11-23T10:00:00.000Z"),
  ];
  const days = (zone: string) =>
    byDay(events, (iso) => longDayText({ locale: "en", zone }, iso)).map(({ day, events: of }) => [day, of.length]);
  expect(days("Europe/Berlin")).toEqual([
    ["Tuesday 24 November 2026", 1],
    ["Monday 23 November 2026", 1],
    ["Sunday 22 November 2026", 1],
    ["Monday 23 November 2026", 1],
  ]);
  expect(days("UTC")).toEqual([
    ["Monday 23 November 2026", 2],
    ["Sunday 22 November 2026", 1],
    ["Monday 23 November 2026", 1],
  ]);
  expect(longDayText({ locale: "de", zone: "UTC" }, "2026-11-23T10:00:00.000Z")).toBe("Montag, 23. November 2026");
});
