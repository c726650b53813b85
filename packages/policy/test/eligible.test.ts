import { strictGerman } from "@countersign/words/de/strict";
import { describe, expect, test } from "vitest";
import {
  type Asking,
  evaluate,
  type EvaluateInput,
  explain,
  mayBeAsked,
  mayDecide,
  type ObstacleKind,
  obstacleKinds,
} from "../src/index.ts";
import { approvable, approvableWithConditions, measured, policy, signed } from "./build.ts";

const open = approvable({ decisions: [signed("vera", "validator", "recommend")] });
const fresh = approvable({ decisions: [], review: { state: "in_validation" } });
const failing = {
  "perf.roc_auc": measured("perf.roc_auc", { value: 0.1 }),
  "champion.churn": measured("champion.churn", { value: 0.02 }),
};
const ada: Asking = { person: "ada", role: "approver", act: "approve" };
const vera: Asking = { person: "vera", role: "validator", act: "recommend" };

/** Every obstacle with a situation in which it is the one to show. */
const cases: Record<ObstacleKind, [EvaluateInput, Asking]> = {
  person_inactive: [{ ...open, activePeople: [] }, ada],
  not_your_role: [open, { ...ada, act: "recommend" }],
  role_not_held: [open, { person: "vera", role: "approver", act: "approve" }],
  own_work: [open, { ...ada, person: "tomas" }],
  review_not_open: [{ ...open, review: { state: "changes_requested" } }, ada],
  not_sealed: [{ ...open, round: { state: "gathering", evidenceSha256: null, champion: null } }, ada],
  already_decided: [approvable(), ada],
  recommendation_outstanding: [fresh, ada],
  recommendation_given: [
    {
      ...open,
      rolesInForce: { ...open.rolesInForce, nina: ["validator"] },
      activePeople: [...open.activePeople, "nina"],
    },
    { ...vera, person: "nina" },
  ],
  approval_closed: [{ ...open, results: failing }, ada],
  conditions_to_sign: [approvableWithConditions({ decisions: approvableWithConditions().decisions.slice(0, 1) }), ada],
  no_conditions_to_sign: [open, { ...ada, act: "approve_with_conditions" }],
};

describe("why a person may not decide now", () => {
  for (const kind of obstacleKinds) {
    test(kind, () => {
      const verdict = mayDecide(...cases[kind]);
      expect(verdict.ok ? null : verdict.reason.kind).toBe(kind);
      if (verdict.ok) return;
      const { text, who } = explain(verdict.reason);
      expect(text).toMatch(/^[A-Z0-9].*\.$/);
      expect(who).not.toBe("");
      const german = explain(verdict.reason, strictGerman);
      expect(german.text).toMatch(/\.$/);
      expect(german.text).not.toBe(text);
      expect(german.who).not.toBe(who);
    });
  }

  test("every obstacle has its case", () => expect(Object.keys(cases).toSorted()).toEqual(obstacleKinds.toSorted()));

  test("what nobody is asked for is not yours either, and without a policy nothing is", () => {
    const nobody = mayDecide({ ...open, policy: null }, ada);
    expect(nobody).toEqual({
      ok: false,
      reason: { kind: "not_your_role", act: "approve", roles: [] },
      obstacles: [{ kind: "not_your_role", act: "approve", roles: [] }],
    });
    expect(nobody.ok ? "" : explain(nobody.reason).text).toBe("The policy asks nobody for an approval.");
  });

  test("nothing to decide on is said as such", () => {
    const verdict = mayDecide({ ...open, round: null }, ada);
    expect(verdict.ok ? "" : explain(verdict.reason).text).toBe("There is no sealed evidence to decide on.");
  });

  test("an administrator may decide nothing", () => {
    const input = {
      ...open,
      rolesInForce: { ...open.rolesInForce, root: ["administrator"] as const },
      activePeople: [...open.activePeople, "root"],
    };
    for (const act of ["recommend", "approve", "approve_with_conditions", "request_changes", "reject"] as const) {
      for (const role of ["administrator", "approver", "validator"] as const)
        expect(mayDecide(input, { person: "root", role, act }).ok).toBe(false);
    }
  });
});

describe("what stays possible", () => {
  test("the validator recommends, then an approver approves or rejects", () => {
    expect(mayDecide(fresh, vera)).toEqual({ ok: true });
    expect(mayDecide(open, ada)).toEqual({ ok: true });
    expect(mayDecide(open, { ...ada, act: "reject" })).toEqual({ ok: true });
  });

  test("a blocking outcome closes approval and recommendation, never dissent", () => {
    expect(mayDecide({ ...fresh, results: failing }, vera).ok).toBe(false);
    for (const act of ["reject", "request_changes"] as const)
      expect(mayDecide({ ...fresh, results: failing }, { ...ada, act })).toEqual({ ok: true });
    expect(mayDecide({ ...fresh, results: failing }, { ...vera, act: "request_changes" })).toEqual({ ok: true });
    const several = mayDecide({ ...open, results: {} }, ada);
    expect(several.ok ? "" : explain(several.reason).text).toBe(
      "2 checks block approval; you can request changes or reject.",
    );
  });

  test("whoever is told what blocks is told what they can do: rejecting is the approvers', conditions are proposed first", () => {
    const told = (input: EvaluateInput, asking: Asking): string => {
      const verdict = mayDecide(input, asking);
      return verdict.ok ? "" : explain(verdict.reason).text;
    };
    expect(told({ ...fresh, results: failing }, vera)).toBe("1 check blocks approval; you can request changes.");
    const churned = {
      ...fresh,
      results: { ...fresh.results, "champion.churn": measured("champion.churn", { value: 0.5 }) },
    };
    expect(told(churned, vera)).toBe("1 outcome needs a condition: propose conditions, then recommend.");
    const finding = { number: 1, severity: "high", state: "open" };
    expect(
      told(
        {
          ...churned,
          results: { ...churned.results, "perf.roc_auc": failing["perf.roc_auc"] },
          findings: [finding],
        },
        vera,
      ),
    ).toBe("1 check and 1 other thing block approval, and 1 outcome needs a condition; you can request changes.");
    expect(told({ ...open, findings: [finding] }, ada)).toBe(
      "1 thing blocks approval; you can request changes or reject.",
    );
  });

  test("the lowest tier's policy may let contributors sign; the same policy on a higher tier is not followed", () => {
    const own = policy({
      appliesTo: { tiers: ["T1", "T4"], environments: ["production"] },
      signOffs: policy().signOffs.slice(1),
      separation: { contributorsMaySign: true, distinctPeople: true, hideDecisions: false },
    });
    const at = (tier: "T1" | "T4") => ({ ...open, policy: own, decisions: [], model: { ...open.model, tier } });
    expect(mayDecide(at("T4"), { ...ada, person: "tomas" })).toEqual({ ok: true });
    expect(mayDecide(at("T1"), { ...ada, person: "tomas" })).toMatchObject({
      ok: false,
      reason: { kind: "own_work", contribution: "trainer" },
    });
    expect(
      evaluate({
        ...at("T4"),
        decisions: [signed("tomas", "approver", "approve"), signed("ada", "approver", "approve")],
      }).state,
    ).toBe("approved");
  });
});

describe("who may be asked for a sign-off", () => {
  const reason = (input: EvaluateInput, asked: { person: string; role: Asking["role"] }): string => {
    const verdict = mayBeAsked(input, asked);
    return verdict.ok ? "asked" : verdict.reason.kind;
  };
  const asked = { person: "ada", role: "approver" } as const;

  test("whoever may sign once the evidence is there, and nobody else", () => {
    // Neither evidence nor turn is looked at: it is asked for what comes.
    expect(reason({ ...fresh, round: { state: "gathering", evidenceSha256: null, champion: null } }, asked)).toBe(
      "asked",
    );
    expect(reason({ ...open, results: failing }, asked)).toBe("asked");
    expect(reason({ ...open, activePeople: [] }, asked)).toBe("person_inactive");
    expect(reason(open, { person: "vera", role: "approver" })).toBe("role_not_held");
    expect(reason(open, { person: "ada", role: "auditor" })).toBe("not_your_role");
    expect(reason(open, { ...asked, person: "tomas" })).toBe("own_work");
    expect(reason({ ...open, policy: null }, asked)).toBe("not_your_role");
  });

  test("nobody twice in a round; where changes were asked for, everybody anew", () => {
    expect(reason(approvable(), asked)).toBe("already_decided");
    expect(reason({ ...approvable(), review: { state: "changes_requested" } }, asked)).toBe("asked");
  });
});
