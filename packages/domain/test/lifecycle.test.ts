import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  actionsFrom,
  lifecycles,
  modelMoves,
  move,
  openReviewStates,
  reviewMoves,
  reviewStates,
  stateDiagram,
  versionMoves,
} from "../src/index.ts";

for (const { name, states, initial, terminal, moves } of lifecycles) {
  describe(`the life of a ${name.replace("_", " ")}`, () => {
    test("no path leads out of a terminal state, and every other state has an exit", () => {
      for (const state of states) {
        const exits = actionsFrom(moves, state);
        if (terminal.includes(state)) expect(exits, state).toEqual([]);
        else expect(exits.length, state).toBeGreaterThan(0);
      }
    });

    test("every state can be reached from a beginning, and nothing leads to an unknown one", () => {
      const reached = new Set(initial);
      for (let before = 0; before < reached.size;) {
        before = reached.size;
        for (const step of Object.values(moves))
          if (step.from.some((state) => reached.has(state))) reached.add(step.to);
      }
      expect([...reached].toSorted()).toEqual([...states].toSorted());
      for (const step of Object.values(moves)) for (const state of step.from) expect(states).toContain(state);
    });

    test("an end, once reached, stays, whatever is tried in whatever order", () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...initial),
          fc.array(fc.constantFrom(...Object.keys(moves)), { maxLength: 30 }),
          (from, actions) => {
            let state = from;
            for (const action of actions) {
              const moved = move(moves, action, state);
              if (terminal.includes(state)) expect(moved.ok).toBe(false);
              if (moved.ok) state = moved.to;
            }
            expect(states).toContain(state);
          },
        ),
      );
    });

    test("the diagram shows every step and nothing else", () => {
      const lines = stateDiagram({ name, states, initial, terminal, moves }).trimEnd().split("\n").slice(1);
      const steps = Object.values(moves).reduce((sum, step) => sum + step.from.length, 0);
      expect(lines.length).toBe(initial.length + steps + terminal.length);
      for (const [action, step] of Object.entries(moves)) {
        for (const from of step.from)
          expect(lines).toContain(`  ${from} --> ${step.to}: ${action.replaceAll("_", " ")}`);
      }
    });
  });
}

test("a move names the states it would need, and an action that does not exist moves nothing", () => {
  expect(move(modelMoves, "accept", "proposed")).toEqual({ ok: true, to: "registered" });
  expect(move(modelMoves, "accept", "retired")).toEqual({ ok: false, wanted: ["proposed"] });
  expect(move(modelMoves, "accept", "no such state")).toEqual({ ok: false, wanted: ["proposed"] });
  expect(move(versionMoves, "thaw" as never, "frozen")).toEqual({ ok: false, wanted: [] });
});

test("a frozen version never becomes a draft again", () => {
  expect(Object.values(versionMoves).map((step): string => step.to)).not.toContain("draft");
});

test("a review is approved from pending approval alone, and its open states are those that can still end", () => {
  expect(reviewMoves.approve.from).toEqual(["pending_approval"]);
  expect(reviewMoves.approve_with_conditions.from).toEqual(["pending_approval"]);
  expect(reviewStates.filter((state) => actionsFrom(reviewMoves, state).length > 0)).toEqual([...openReviewStates]);
});

test("the states are those that the database's own checks allow", () => {
  const sql = readFileSync(
    fileURLToPath(new URL("../../db/migrations/0003-governed-tables.sql", import.meta.url)),
    "utf8",
  );
  for (const { name, states } of lifecycles) {
    const allowed = new RegExp(`alter table gov\\.${name}\\s[^;]*?check \\(state in \\(([^)]*)\\)\\)`).exec(sql)?.[1];
    expect(allowed?.match(/\w+/g)?.toSorted(), name).toEqual([...states].toSorted());
  }
});
