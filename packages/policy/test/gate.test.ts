import fc from "fast-check";
import { expect, test } from "vitest";
import { gate, type GateInput, type ReasonKind } from "../src/index.ts";
import { at } from "./build.ts";

const allowed: GateInput = {
  at,
  environmentKnown: true,
  model: { key: "credit-pd", state: "active" },
  version: { state: "frozen" },
  approval: { state: "valid", validUntil: "2027-01-01T00:00:00.000Z" },
  conditions: [{ number: 1, state: "in_force", dueAt: "2026-06-01T00:00:00.000Z", blocking: true }],
};
const late = { number: 1, state: "in_force", dueAt: at, blocking: true };

const against: [string, Partial<GateInput>, "deny" | "cannot_decide", ReasonKind][] = [
  ["no approval was ever granted", { approval: null }, "deny", "approval_none"],
  [
    "the approval expires at this very moment",
    { approval: { state: "valid", validUntil: at } },
    "deny",
    "approval_expired",
  ],
  [
    "the approval is marked as expired",
    { approval: { state: "expired", validUntil: "2027-01-01T00:00:00.000Z" } },
    "deny",
    "approval_expired",
  ],
  [
    "the approval is revoked",
    { approval: { state: "revoked", validUntil: "2027-01-01T00:00:00.000Z" } },
    "deny",
    "approval_ended",
  ],
  [
    "the approval is suspended",
    { approval: { state: "suspended", validUntil: "2027-01-01T00:00:00.000Z" } },
    "deny",
    "approval_ended",
  ],
  [
    "the approval is stale",
    { approval: { state: "stale", validUntil: "2027-01-01T00:00:00.000Z" } },
    "deny",
    "approval_ended",
  ],
  ["its end cannot be read", { approval: { state: "valid", validUntil: "" } }, "deny", "unreadable_time"],
  ["the model is suspended", { model: { key: "m", state: "suspended" } }, "deny", "model_suspended"],
  ["the model is retired", { model: { key: "m", state: "retired" } }, "deny", "model_ended"],
  ["the version is retired", { version: { state: "retired" } }, "deny", "version_not_frozen"],
  ["a blocking condition is overdue", { conditions: [late] }, "deny", "condition_overdue"],
  [
    "a blocking condition's date cannot be read",
    { conditions: [{ ...late, dueAt: null }] },
    "deny",
    "condition_overdue",
  ],
  ["a blocking condition's date is no date", { conditions: [{ ...late, dueAt: "soon" }] }, "deny", "condition_overdue"],
  [
    "evidence for it was given and not accepted",
    { conditions: [{ ...late, state: "evidence_given" }] },
    "deny",
    "condition_overdue",
  ],
  ["the environment is unknown", { environmentKnown: false }, "cannot_decide", "unknown_environment"],
  ["the time is unreadable", { at: "now" }, "cannot_decide", "unreadable_time"],
];

test("a valid approval, unexpired, of a usable model, with no overdue condition: allowed", () => {
  expect(gate(allowed)).toEqual({ answer: "allow", reasons: [] });
  for (const item of [
    { ...late, blocking: false },
    { ...late, state: "accepted" },
    { ...late, state: "superseded" },
  ]) {
    expect(gate({ ...allowed, conditions: [item] }).answer).toBe("allow");
  }
});

for (const [name, change, answer, kind] of against) {
  test(`not allowed: ${name}`, () => {
    const verdict = gate({ ...allowed, ...change });
    expect(verdict.answer).toBe(answer);
    expect(verdict.reasons.map((reason) => reason.kind)).toContain(kind);
  });
}

test("any two of them together are not allowed either, and no answer but allow is without a reason", () => {
  fc.assert(
    fc.property(fc.subarray(against, { minLength: 1 }), (chosen) => {
      const verdict = gate(chosen.reduce<GateInput>((input, [, change]) => ({ ...input, ...change }), allowed));
      expect(verdict.answer).not.toBe("allow");
      expect(verdict.reasons.length).toBeGreaterThan(0);
    }),
  );
});
