import { strictGerman } from "@countersign/words/de/strict";
import { describe, expect, test } from "vitest";
import {
  type EvaluateInput,
  evaluate,
  explain,
  failClosed,
  gate,
  type Reason,
  type ReasonKind,
  reasonKinds,
} from "../src/index.ts";
import {
  approvable,
  approvableWithConditions,
  at,
  aucCheck,
  evidence,
  measured,
  policy,
  signed,
  withCondition,
} from "./build.ts";

interface Case {
  /** One change to a version with everything in order. */
  change: (input: EvaluateInput) => Partial<EvaluateInput>;
  from?: EvaluateInput;
  state?: "rejected";
}

const conditional = approvableWithConditions();
const model = (change: object) => ({ change: (input: EvaluateInput) => ({ model: { ...input.model, ...change } }) });
const round = (change: object) => ({
  change: (input: EvaluateInput) => ({ round: input.round && { ...input.round, ...change } }),
});
const auc = (change: Parameters<typeof measured>[1], of: Parameters<typeof measured>[2] = {}) => ({
  change: (input: EvaluateInput) => ({
    results: { ...input.results, "perf.roc_auc": measured("perf.roc_auc", change, of) },
  }),
});
/** Ben's decision is replaced, so that one approval is missing wherever the new one does not count. */
const ben = (change: object) => ({
  change: (input: EvaluateInput) => ({
    decisions: input.decisions.map((decision) => (decision.person === "ben" ? { ...decision, ...change } : decision)),
  }),
});
const unsigned = policy();

/** Every kind of reason with at least one way to it. A new kind without a row does not compile. */
const cases: Record<ReasonKind, Case[]> = {
  no_policy: [{ change: () => ({ policy: null }) }],
  several_policies: [{ change: () => ({ policy: null, several: ["a", "b"] }) }],
  policy_does_not_apply: [model({ tier: "T2" }), { change: () => ({ environment: "elsewhere" }) }],
  no_approver: [
    { change: () => ({ policy: policy({ signOffs: [] }) }) },
    { change: () => ({ policy: policy({ signOffs: unsigned.signOffs.slice(0, 1) }) }) },
  ],
  empty_quorum: [0, -1, 0.5, Number.NaN].map((count) => ({
    change: () => ({
      policy: policy({
        signOffs: unsigned.signOffs.map((signOff) => (signOff.act === "approve" ? { ...signOff, count } : signOff)),
      }),
    }),
  })),
  unknown_environment: [{ change: () => ({ environment: null }) }],
  unreadable_time: [
    { change: () => ({ at: "yesterday" }) },
    { change: () => ({ at: "2026-03-01T09:00:00Z" }) },
    { change: () => ({ approval: { state: "valid", validUntil: "for ever" } }) },
  ],
  model_proposed: [model({ state: "proposed" })],
  model_suspended: [model({ state: "suspended" })],
  model_ended: ["retiring", "retired", "rejected", "no such state"].map((state) => model({ state })),
  untiered_model: [model({ tier: null })],
  version_not_frozen: ["draft", "retired", "no such state"].map((state) => ({
    change: (input) => ({ version: { ...input.version, state } }),
  })),
  version_without_identity: [null, ""].map((identity) => ({
    change: (input) => ({ version: { ...input.version, identity } }),
  })),
  contributor_unmapped: [
    [],
    [{ kind: "undeclared", person: null }],
    [
      { kind: "trainer", person: "tomas" },
      { kind: "committer", person: null },
    ],
  ].map((contributors) => ({ change: (input) => ({ version: { ...input.version, contributors } }) })),
  review_ended: ["withdrawn", "rejected", "no such state"].map((state) => ({ change: () => ({ review: { state } }) })),
  round_not_sealed: [
    { change: () => ({ round: null }) },
    round({ state: "gathering" }),
    round({ state: "superseded" }),
    round({ state: "closed" }),
    round({ evidenceSha256: null }),
  ],
  evidence_moved: [
    { change: () => ({ evidenceSha256: "f".repeat(64) }) },
    { change: () => ({ evidenceSha256: null }) },
  ],
  champion_moved: [
    { change: () => ({ champion: "ver_2" }) },
    { change: () => ({ champion: null }) },
    // Nothing was in production when the comparison was skipped; now something is.
    {
      change: (input) => ({
        round: input.round && { ...input.round, champion: null },
        results: {
          ...input.results,
          "champion.churn": measured("champion.churn", {}, { status: "skipped", inputs: {} }),
        },
      }),
    },
    // Not a champion check, but one that read the version in production beside its own files.
    {
      change: (input) => ({
        champion: "ver_2",
        policy: policy({ checks: [aucCheck] }),
        results: {
          "perf.roc_auc": measured(
            "perf.roc_auc",
            {},
            { inputs: { test: input.files[0]?.sha256 ?? "", "champion:test": input.files[0]?.sha256 ?? "" } },
          ),
        },
      }),
    },
  ],
  check_missing: [
    {
      change: (input) => ({
        results: { "champion.churn": input.results["champion.churn"] ?? measured("champion.churn") },
      }),
    },
  ],
  check_error: [
    auc({}, { status: "error", reason: "out of memory" }),
    auc({}, { measurements: [] }),
    auc({ value: Number.NaN }),
    auc({}, { check: "perf.gini" }),
  ],
  check_stale: [
    auc({}, { inputs: { test: "9".repeat(64) } }),
    auc({}, { inputs: { "model:other.onnx": "2".repeat(64) } }),
    auc({}, { inputs: { predictions: "1".repeat(64) } }),
    auc({}, { inputs: { "champion:test": "9".repeat(64) } }),
    auc({}, { params: { threshold: 0.9 } }),
    { change: (input) => ({ championFiles: null, results: input.results }) },
  ],
  check_insufficient: [
    auc({ support: { positives: 5 } }),
    auc({ support: {} }),
    auc({ insufficient: "one class only" }),
    auc({ value: null }),
  ],
  check_skipped: [auc({}, { status: "skipped", reason: "there is no ONNX file" })],
  check_failed: [auc({ value: 0.6 })],
  document_missing: ["card", "datasheet"].map((role) => ({
    change: (input) => ({ files: input.files.filter((file) => file.role !== role) }),
  })),
  condition_missing: [
    auc({ value: 0.75 }),
    { from: conditional, change: () => ({ conditions: null }) },
    { from: conditional, change: () => ({ conditions: { sha256: conditional.conditions?.sha256 ?? "", items: [] } }) },
    { from: conditional, change: () => ({ conditions: withCondition({ covers: ["perf.roc_auc"] }) }) },
    { from: conditional, change: () => ({ conditions: withCondition({ state: "superseded" }) }) },
  ],
  conditions_not_allowed: [
    { change: () => ({ conditions: withCondition(), policy: policy({ conditions: { allowed: false, maxDays: 1 } }) }) },
    {
      from: conditional,
      change: () => ({ conditions: null, policy: policy({ conditions: { allowed: false, maxDays: 1 } }) }),
    },
    { from: conditional, change: () => ({ policy: policy({ conditions: { allowed: false, maxDays: 1 } }) }) },
  ],
  condition_incomplete: [{ owner: null }, { owner: "" }, { dueAt: null }, { dueAt: "soon" }].map((change) => ({
    from: conditional,
    change: () => ({ conditions: withCondition(change) }),
  })),
  condition_overdue: [at, "2026-02-01T00:00:00.000Z"].map((dueAt) => ({
    from: conditional,
    change: () => ({ conditions: withCondition({ dueAt }) }),
  })),
  finding_open: ["high", "critical", "no such severity"].flatMap((severity) =>
    ["open", "answered"].map((state) => ({ change: () => ({ findings: [{ number: 1, severity, state }] }) })),
  ),
  recommendation_missing: [
    { change: (input) => ({ decisions: input.decisions.filter((decision) => decision.act !== "recommend") }) },
  ],
  approval_missing: [
    { change: (input) => ({ decisions: input.decisions.slice(0, 2) }) },
    { change: () => ({ decisions: [] }) },
    ben({ person: "ada" }),
    ben({ state: "withdrawn" }),
    ben({ state: "superseded" }),
  ],
  changes_requested: [ben({ act: "request_changes" })],
  rejected: [{ ...ben({ act: "reject" }), state: "rejected" }],
  decision_on_other_evidence: [ben({ evidenceSha256: "f".repeat(64) })],
  decision_on_other_conditions: [
    ben({ conditionsSha256: "f".repeat(64) }),
    ben({ act: "approve_with_conditions" }),
    { from: conditional, ...ben({ conditionsSha256: null }) },
    { from: conditional, ...ben({ act: "approve" }) },
  ],
  decision_by_contributor: [ben({ person: "tomas" })],
  decision_without_role: [
    ben({ person: "vera", role: "approver" }),
    { change: (input) => ({ rolesInForce: { ...input.rolesInForce, ben: [] } }) },
    ben({ person: "__proto__" }),
  ],
  decision_not_asked: [ben({ act: "recommend" })],
  decision_in_two_capacities: [
    {
      change: (input) => ({
        decisions: [...input.decisions, signed("ben", "validator", "recommend")],
        rolesInForce: { ...input.rolesInForce, ben: ["approver", "validator"] },
      }),
    },
  ],
  decision_by_inactive: [
    { change: (input) => ({ activePeople: input.activePeople.filter((person) => person !== "ben") }) },
  ],
  approval_none: [{ change: () => ({ review: { state: "approved" } }) }],
  approval_expired: [
    { change: () => ({ approval: { state: "valid", validUntil: at } }) },
    { change: () => ({ approval: { state: "expired", validUntil: "2027-01-01T00:00:00.000Z" } }) },
  ],
  approval_ended: ["revoked", "suspended", "stale", "no such state"].map((state) => ({
    change: () => ({ approval: { state, validUntil: "2027-01-01T00:00:00.000Z" } }),
  })),
};

/** Reasons that only a deactivated account or a foreign name can bring about before the named one. */
const shadowed: Partial<Record<ReasonKind, ReasonKind>> = { decision_without_role: "decision_by_inactive" };

describe("fail closed: not approved, each with its sentence", () => {
  test("with everything in order the version is approved, and with its condition approved with conditions", () => {
    expect(evaluate(approvable())).toMatchObject({ state: "approved", reasons: [], missing: [], turns: [] });
    expect(evaluate(conditional)).toMatchObject({
      state: "approved_with_conditions",
      reasons: [],
      missing: [],
      turns: [],
    });
  });

  for (const kind of reasonKinds) {
    cases[kind].forEach(({ change, from = approvable(), state = "not_approved" }, index) => {
      test(`${kind} ${index + 1}: ${failClosed[kind].rule}`, () => {
        const verdict = evaluate({ ...from, ...change(from) });
        expect(verdict.state).toBe(state);
        const kinds = verdict.reasons.map((reason) => reason.kind);
        expect(kinds.includes(kind) || kinds.includes(shadowed[kind] ?? kind), kinds.join(", ")).toBe(true);
      });
    });
  }

  test("the table has a row for every kind of reason, and every row a case", () => {
    expect(Object.keys(failClosed).toSorted()).toEqual(reasonKinds.toSorted());
    expect(Object.keys(cases).toSorted()).toEqual(reasonKinds.toSorted());
    expect(Object.values(cases).every((rows) => rows.length > 0)).toBe(true);
  });

  test("every reason has a full sentence and names who acts", () => {
    for (const kind of reasonKinds) {
      for (const { change, from = approvable() } of cases[kind]) {
        for (const reason of evaluate({ ...from, ...change(from) }).reasons) expectSentence(reason);
      }
    }
  });

  test("a reason that the answers of the gate share denies there too", () => {
    const open = {
      at,
      environmentKnown: true,
      model: { key: "m", state: "active" },
      version: { state: "frozen" },
      approval: null,
      conditions: [],
    };
    expect(gate(open)).toEqual({ answer: "deny", reasons: [{ kind: "approval_none" }] });
  });
});

function expectSentence(reason: Reason): void {
  const { text, who } = explain(reason);
  expect(text).toMatch(/^[A-Z0-9].*[.!?]$/s);
  expect(text).not.toMatch(/undefined|null|NaN|_/);
  expect(who).toMatch(/^[A-Z0-9]/);
  // A state that no lifecycle knows is no word of any language.
  if (/no such (?:state|severity)/.test(text)) return;
  const german = explain(reason, strictGerman);
  expect(german.text).not.toBe(text);
  expect(german.who).not.toBe(who);
}

test("a check the policy lets inform does not stand in the way, however it ends", () => {
  const lenient = {
    ...aucCheck,
    outcome: { fail: "informs", warn: "informs", insufficient: "informs", skipped: "informs" },
  } as const;
  const input = approvable({ policy: policy({ checks: [lenient] }) });
  for (const result of [
    measured("perf.roc_auc", { value: 0.1 }),
    measured("perf.roc_auc", { value: null }),
    measured("perf.roc_auc", {}, { status: "skipped" }),
  ]) {
    expect(evaluate({ ...input, results: { "perf.roc_auc": result } }).state).toBe("approved");
  }
  expect(
    evaluate({ ...input, results: { "perf.roc_auc": measured("perf.roc_auc", {}, { status: "error" }) } }).state,
  ).toBe("not_approved");
});

test("a closed round with its approval is judged as it stood, not by what is in production since", () => {
  const ended = approvable({
    review: { state: "approved" },
    round: { state: "closed", evidenceSha256: evidence, champion: "ver_1" },
    champion: "ver_7",
    evidenceSha256: null,
    approval: { state: "valid", validUntil: "2027-01-01T00:00:00.000Z" },
  });
  expect(evaluate(ended).state).toBe("approved");
});

test("what blocks is named, not what merely needs a condition beside it", () => {
  const mixed = {
    ...aucCheck,
    limits: aucCheck.limits.slice(0, 1),
    outcome: { fail: "condition", insufficient: "blocks" },
  } as const;
  const of = (...values: (number | null)[]) => {
    const measurements = values.map((value, index) => ({
      subject: `slice ${index}`,
      value,
      support: { positives: 100 },
      detections: [],
    }));
    return evaluate(
      approvable({
        policy: policy({ checks: [mixed] }),
        results: { "perf.roc_auc": measured("perf.roc_auc", {}, { measurements }) },
      }),
    ).reasons;
  };
  expect(of(0.1, null)).toMatchObject([
    { kind: "check_insufficient", sentence: "slice 1: there is no value to judge." },
  ]);
  expect(of(0.1, 0.9)).toMatchObject([{ kind: "condition_missing", sentence: "slice 0: 0.1 is below 0.7." }]);
});

test("an author who was not declared is said apart from one who was not found", () => {
  const textOf = (...contributors: { kind: string; person: string | null }[]) =>
    evaluate(approvable({ version: { ...approvable().version, contributors } })).reasons.map(
      (reason) => explain(reason).text,
    );
  const undeclared = [
    "Nobody is declared as trainer or committer, so nobody can be shown to be independent of the work.",
  ];
  expect(textOf()).toEqual(undeclared);
  expect(textOf({ kind: "submitter", person: "tomas" }, { kind: "undeclared", person: null })).toEqual(undeclared);
  expect(textOf({ kind: "committer", person: null }, { kind: "trainer", person: null })).toEqual([
    "2 contributors could not be matched to a person, so independence cannot be shown.",
  ]);
  expect(textOf({ kind: "committer", person: null }, { kind: "undeclared", person: null })).toEqual([
    "2 contributors could not be matched to a person, so independence cannot be shown.",
  ]);
});
