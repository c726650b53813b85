import { strictGerman } from "@countersign/words/de/strict";
import { describe, expect, test } from "vitest";
import {
  explainRefusal,
  type Obstacle,
  type Refusal,
  type RefusalKind,
  refusalKinds,
  refusalOf,
  saidRefusal,
} from "../src/index.ts";

/** Every kind with the fields it carries. A new kind without a row does not compile. */
const examples: { [K in RefusalKind]: Extract<Refusal, { kind: K }>[] } = {
  invalid_input: [
    {
      kind: "invalid_input",
      problems: [
        {
          path: "task",
          text: "is {found}, where {expected} is expected",
          values: { found: "5", expected: { text: "text" } },
        },
        { path: "", text: "is empty" },
      ],
    },
    { kind: "invalid_input", problems: Array.from({ length: 7 }, (_, i) => ({ path: `f${i}`, text: "is missing" })) },
  ],
  limit_exceeded: [{ kind: "limit_exceeded", what: "one file", limit: 2_000, unit: "bytes" }],
  not_found: [
    { kind: "not_found", what: "the person" },
    { kind: "not_found", what: "version.status" },
  ],
  already_exists: [
    { kind: "already_exists", what: { text: "the model {model}", values: { model: "credit-pd" } } },
    { kind: "already_exists", what: { text: "a grant of {role}", values: { role: { text: "model owner" } } } },
  ],
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
    { kind: "wrong_state", what: "review", state: "withdrawn", wanted: ["in_validation", "pending_approval"] },
    { kind: "wrong_state", what: "model", state: "retired", wanted: [] },
  ],
  moved_meanwhile: [{ kind: "moved_meanwhile" }],
  stale_evidence: [
    { kind: "stale_evidence", what: "evidence" },
    { kind: "stale_evidence", what: "conditions" },
  ],
  idempotency_mismatch: [{ kind: "idempotency_mismatch", key: "k1" }],
  own_work: [{ kind: "own_work", contribution: "trainer" }],
  already_decided: [{ kind: "already_decided", act: "approve_with_conditions" }],
  not_eligible: [{ kind: "not_eligible", reason: { kind: "not_sealed", state: "gathering" } }],
  sections_unread: [{ kind: "sections_unread", sections: ["checks", "data"] }],
  needs_second_person: [{ kind: "needs_second_person", why: "Nobody deactivates themselves." }],
  conditions_closed: [{ kind: "conditions_closed" }],
  not_tiered: [{ kind: "not_tiered", model: "credit-pd" }],
  no_policy: [
    { kind: "no_policy", tier: "", environment: "production", several: [] },
    { kind: "no_policy", tier: "T1", environment: "production", several: ["a", "b"] },
  ],
  alias_protected: [{ kind: "alias_protected", alias: "champion", environment: "production", version: "credit-pd/4" }],
  not_live: [{ kind: "not_live" }],
  seed_closed: [{ kind: "seed_closed" }],
  digest_mismatch: [{ kind: "digest_mismatch", what: "the upload", declared: "aa", received: "bb" }],
  refused_by_database: [
    { kind: "refused_by_database", guard: "own_work", detail: "a constraint of the database does not admit this" },
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

  test.each(refusalKinds)("%s, in German without an English word", (kind) => {
    for (const refusal of examples[kind] as Refusal[]) {
      const [english, german] = [explainRefusal(refusal), explainRefusal(refusal, strictGerman)];
      for (const part of ["title", "detail", "action"] as const) {
        expect(german[part]).not.toBe(english[part]);
      }
    }
  });

  test("no kind is without an example", () =>
    expect(Object.keys(examples).toSorted()).toEqual(refusalKinds.toSorted()));

  test("a long list of problems is cut, and the rest counted", () => {
    const [, long] = examples.invalid_input;
    expect(long && explainRefusal(long).detail).toBe(
      "f0 is missing; f1 is missing; f2 is missing; f3 is missing; f4 is missing; and 2 more.",
    );
  });
});

test("a client is sent words, whatever language they are in; machine words stay", () => {
  const [problems] = examples.invalid_input;
  const [state] = examples.wrong_state;
  const grant = examples.already_exists[1];
  expect(problems && saidRefusal(problems)).toEqual({
    kind: "invalid_input",
    problems: [
      { path: "task", text: "is 5, where text is expected" },
      { path: "", text: "is empty" },
    ],
  });
  expect(state && saidRefusal(state, strictGerman)).toEqual(state);
  expect(grant && saidRefusal(grant)).toEqual({ kind: "already_exists", what: "a grant of model owner" });
  expect(grant && explainRefusal(grant, strictGerman).detail).toBe(
    "Schon vorhanden: eine Vergabe der Rolle Modellverantwortung.",
  );
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
