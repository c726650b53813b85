import { describe, expect, test } from "vitest";
import {
  explainRefusal,
  type Obstacle,
  type Refusal,
  type RefusalKind,
  refusalKinds,
  refusalOf,
} from "../src/index.ts";

/** Every kind with the fields it carries. A new kind without a row does not compile. */
const examples: { [K in RefusalKind]: Extract<Refusal, { kind: K }>[] } = {
  invalid_input: [
    {
      kind: "invalid_input",
      problems: [
        { path: "task", text: "is not a task" },
        { path: "", text: "is empty" },
      ],
    },
    { kind: "invalid_input", problems: Array.from({ length: 7 }, (_, i) => ({ path: `f${i}`, text: "is wrong" })) },
  ],
  limit_exceeded: [{ kind: "limit_exceeded", what: "one file", limit: 2_000, unit: "MB" }],
  not_found: [{ kind: "not_found", what: "the version" }],
  already_exists: [{ kind: "already_exists", what: "the model credit-pd" }],
  not_permitted: [
    { kind: "not_permitted", command: "review.decide", roles: ["approver"], actor: "user" },
    { kind: "not_permitted", command: "review.decide", roles: ["approver"], actor: "token" },
    { kind: "not_permitted", command: "review.seal", roles: [], actor: "user" },
  ],
  not_in_force: [{ kind: "not_in_force" }],
  not_yours: [{ kind: "not_yours", what: "condition" }],
  reauthenticate: [
    { kind: "reauthenticate", reason: "missing" },
    { kind: "reauthenticate", reason: "wrong" },
    { kind: "reauthenticate", reason: "locked" },
  ],
  wrong_state: [
    { kind: "wrong_state", what: "policy_revision", state: "published", wanted: ["proposed"] },
    { kind: "wrong_state", what: "model", state: "retired", wanted: [] },
  ],
  moved_meanwhile: [{ kind: "moved_meanwhile" }],
  stale_evidence: [{ kind: "stale_evidence", what: "evidence" }],
  idempotency_mismatch: [{ kind: "idempotency_mismatch", key: "k1" }],
  own_work: [{ kind: "own_work", contribution: "trainer" }],
  already_decided: [{ kind: "already_decided", act: "approve_with_conditions" }],
  not_eligible: [{ kind: "not_eligible", reason: { kind: "not_sealed", state: "gathering" } }],
  sections_unread: [{ kind: "sections_unread", sections: ["checks", "data"] }],
  needs_second_person: [{ kind: "needs_second_person", why: "Nobody confirms their own grant." }],
  conditions_closed: [{ kind: "conditions_closed" }],
  not_tiered: [{ kind: "not_tiered", model: "credit-pd" }],
  no_policy: [
    { kind: "no_policy", tier: "", environment: "production", several: [] },
    { kind: "no_policy", tier: "T1", environment: "production", several: ["a", "b"] },
  ],
  alias_protected: [{ kind: "alias_protected", alias: "champion", environment: "production", version: "credit-pd/4" }],
  not_live: [{ kind: "not_live" }],
  seed_closed: [{ kind: "seed_closed" }],
  digest_mismatch: [{ kind: "digest_mismatch", what: "model.onnx", declared: "aa", received: "bb" }],
  refused_by_database: [
    { kind: "refused_by_database", guard: "own_work", detail: "nobody decides on what they built" },
  ],
};

describe("every refusal says what happened, why, and what to do or who can", () => {
  for (const kind of refusalKinds) {
    test(kind, () => {
      expect(examples[kind].length).toBeGreaterThan(0);
      for (const refusal of examples[kind] as Refusal[]) {
        const { title, detail, action } = explainRefusal(refusal);
        expect(title).toMatch(/^[A-Z][^.]*$/);
        for (const sentence of [detail, action]) {
          expect(sentence).toMatch(/^[A-Za-z0-9].*\.$/);
          expect(sentence).not.toMatch(/undefined|null|\[object/);
        }
      }
    });
  }

  test("no kind is without an example", () =>
    expect(Object.keys(examples).toSorted()).toEqual(refusalKinds.toSorted()));

  test("a long list of problems is cut, and the rest counted", () => {
    const [, long] = examples.invalid_input;
    expect(long && explainRefusal(long).detail).toBe(
      "f0 is wrong; f1 is wrong; f2 is wrong; f3 is wrong; f4 is wrong; and 2 more.",
    );
  });
});

test("own work and a second signature are refused under their own names, any other obstacle as not eligible", () => {
  const obstacles: Obstacle[] = [
    { kind: "own_work", contribution: "committer" },
    { kind: "already_decided", act: "approve", role: "approver" },
    { kind: "recommendation_given" },
  ];
  expect(obstacles.map((obstacle) => refusalOf(obstacle).kind)).toEqual([
    "own_work",
    "already_decided",
    "not_eligible",
  ]);
});
