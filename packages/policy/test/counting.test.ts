import { describe, expect, test } from "vitest";
import { evaluate, judge, mayDecide } from "../src/index.ts";
import { approvable, at, aucCheck, measured, policy, signed } from "./build.ts";

const kinds = (...args: Parameters<typeof evaluate>): string[] =>
  evaluate(...args).reasons.map((reason) => reason.kind);

describe("which signatures count", () => {
  test("on the lowest tier too a contributor signs only where the policy says so", () => {
    const lowest = policy({ appliesTo: { tiers: ["T4"], environments: ["production"] } });
    const own = approvable({
      policy: lowest,
      model: { ...approvable().model, tier: "T4" },
      decisions: [
        signed("vera", "validator", "recommend"),
        signed("tomas", "approver", "approve"),
        signed("ada", "approver", "approve"),
      ],
    });
    expect(kinds(own)).toEqual(["approval_missing", "decision_by_contributor"]);
    const allowed = { ...lowest, separation: { ...lowest.separation, contributorsMaySign: true } };
    expect(evaluate({ ...own, policy: allowed }).state).toBe("approved");
  });

  test("a signature counts for the sign-off of its own role and for no other", () => {
    const both = policy({
      signOffs: [
        { role: "approver", count: 1, act: "approve", meaning: "I approve it." },
        { role: "compliance_officer", count: 1, act: "approve", meaning: "I approve it." },
      ],
    });
    const { signOffs, state } = evaluate(
      approvable({ policy: both, decisions: [signed("ada", "approver", "approve")] }),
    );
    expect(signOffs.map(({ role, have }) => [role, have])).toEqual([
      ["approver", 1],
      ["compliance_officer", 0],
    ]);
    expect(state).toBe("not_approved");
  });

  test("whoever objects beside their own signature has not signed in a second capacity: the signature counts, the objection stands", () => {
    const decisions = [...approvable().decisions, signed("ada", "approver", "request_changes")];
    expect(kinds(approvable({ decisions }))).toEqual(["changes_requested"]);
  });
});

describe("what does not stand in the way", () => {
  test("a closed finding, however severe it was", () => {
    const finding = (state: string) => approvable({ findings: [{ number: 1, severity: "critical", state }] });
    expect(kinds(finding("open"))).toEqual(["finding_open"]);
    expect(kinds(finding("closed"))).toEqual([]);
  });

  test("a decision that was withdrawn or superseded: its person may decide again", () => {
    for (const state of ["withdrawn", "superseded"]) {
      const input = approvable({
        decisions: [signed("vera", "validator", "recommend"), signed("ada", "approver", "approve", { state })],
      });
      expect(mayDecide(input, { person: "ada", role: "approver", act: "approve" })).toEqual({ ok: true });
    }
  });

  test("somebody else's signature that does not count: a further one would mend it", () => {
    const input = approvable({
      decisions: [
        signed("vera", "validator", "recommend"),
        signed("ben", "approver", "approve", { evidenceSha256: "f".repeat(64) }),
      ],
    });
    expect(kinds(input)).toEqual(["approval_missing", "decision_on_other_evidence"]);
    expect(mayDecide(input, { person: "ada", role: "approver", act: "approve" })).toEqual({ ok: true });
  });
});

test("a time is a text: what only reads like one when it is printed dates nothing", () => {
  expect(kinds(approvable({ at: [at] as never }))).toContain("unreadable_time");
});

test("a warning hides no limit on another number: what passes says that each is kept", () => {
  const check = {
    ...aucCheck,
    sufficient: [],
    limits: [
      ...(aucCheck.limits ?? []).slice(0, 1),
      { verdict: "warn" as const, on: "high" as const, is: "<" as const, than: 0.8 },
    ],
  };
  const result = measured("perf.roc_auc", {
    value: 0.9,
    interval: { low: 0.8, high: 0.95, level: 0.95, method: "wilson" },
  });
  expect(judge({ ...check, limits: [...check.limits] }, result).sentence).toBe(
    "0.9 is not below 0.7; the upper bound 0.95 is not below 0.8.",
  );
});
