import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DecisionFact,
  evaluate,
  type EvaluateInput,
  mayDecide,
  meaningOf,
  roles,
  type Role,
  sideOf,
  type SignOff,
} from "../src/index.ts";
import { approvable, approvableWithConditions, evidence, policy, signed } from "./build.ts";
import { decision, people, person, role, situation } from "./situation.ts";

const always = (property: (input: EvaluateInput) => void) =>
  fc.assert(fc.property(situation, property), { numRuns: 500 });

describe("for any people, roles and acts in any order", () => {
  test("the verdict does not depend on the order of the decisions", () => {
    fc.assert(
      fc.property(situation, fc.infiniteStream(fc.nat()), (input, keys) => {
        const shuffled = input.decisions
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const [before, after] = [evaluate(input), evaluate({ ...input, decisions: shuffled })];
        expect([after.state, after.signOffs]).toEqual([before.state, before.signOffs]);
      }),
      { numRuns: 500 },
    );
  });

  test("a contributor's own vote never counts, for or against", () => {
    always((input) => {
      const without = evaluate({ ...input, decisions: input.decisions.filter((one) => one.person !== "tomas") });
      const verdict = evaluate(input);
      expect([verdict.state, verdict.signOffs]).toEqual([without.state, without.signOffs]);
    });
  });

  test("nobody counts twice: over all sign-offs each person stands for one at most", () => {
    always((input) => {
      const verdict = evaluate(input);
      const counting = verdict.decisions.filter((one) => one.discounted === null && sideOf(one.act) !== null);
      for (const name of people) {
        const capacities = new Set(
          counting.filter((one) => one.person === name).map((one) => `${one.role} ${sideOf(one.act) ?? ""}`),
        );
        expect(capacities.size).toBeLessThanOrEqual(1);
      }
      expect(verdict.signOffs.reduce((sum, one) => sum + one.have, 0)).toBeLessThanOrEqual(
        new Set(counting.map((one) => one.person)).size,
      );
    });
  });

  test("approved means: the quorum of every sign-off, by active people in a role they hold, on this evidence and these conditions", () => {
    let approved = 0;
    always((input) => {
      const verdict = evaluate(input);
      if (verdict.state !== "approved" && verdict.state !== "approved_with_conditions") return;
      approved++;
      expect(input.policy?.signOffs.some((one) => one.act === "approve")).toBe(true);
      for (const asked of input.policy?.signOffs ?? []) {
        const signers = input.decisions.filter(
          (one) =>
            one.state === "valid" &&
            one.role === asked.role &&
            sideOf(one.act) === asked.act &&
            one.evidenceSha256 === evidence &&
            one.conditionsSha256 === (input.conditions?.sha256 ?? null) &&
            one.person !== "tomas" &&
            input.activePeople.includes(one.person) &&
            input.rolesInForce[one.person]?.includes(one.role),
        );
        expect(new Set(signers.map((one) => one.person)).size).toBeGreaterThanOrEqual(asked.count);
      }
    });
    // A property that no case reaches would hold of anything.
    expect(approved).toBeGreaterThan(10);
  });

  test("no verdict without a reason, and approved without one against it", () => {
    always((input) => {
      const { state, reasons, missing } = evaluate(input);
      expect(reasons.length === 0).toBe(state === "approved" || state === "approved_with_conditions");
      if (reasons.length === 0) expect(missing).toEqual([]);
      expect(reasons.some((reason) => reason.kind === "rejected")).toBe(state === "rejected");
    });
  });

  test("one more entitled rejection always ends it as rejected", () => {
    always((input) => {
      const reject: DecisionFact = {
        person: "rita",
        role: "approver",
        act: "reject",
        evidenceSha256: evidence,
        conditionsSha256: null,
        state: "valid",
      };
      const entitled = {
        ...input,
        rolesInForce: { ...input.rolesInForce, rita: ["approver"] as Role[] },
        activePeople: [...input.activePeople, "rita"],
      };
      const asked = input.policy?.signOffs.some((one) => one.role === "approver" && one.act === "approve") ?? false;
      expect(evaluate({ ...entitled, decisions: [...input.decisions, reject] }).state === "rejected").toBe(
        asked || evaluate(input).state === "rejected",
      );
    });
  });

  test("taking a role away or deactivating somebody never approves what was not", () => {
    fc.assert(
      fc.property(situation, person, (input, gone) => {
        const dissent = input.decisions.some((one) => one.person === gone && sideOf(one.act) === null);
        const before = evaluate(input).state;
        if (before === "approved" || before === "approved_with_conditions" || dissent) return;
        const { [gone]: _, ...rolesInForce } = input.rolesInForce;
        const after = evaluate({
          ...input,
          rolesInForce,
          activePeople: input.activePeople.filter((name) => name !== gone),
        }).state;
        expect(after === before || after === "not_approved").toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("whoever the button lets decide gives a decision that counts", () => {
    fc.assert(
      fc.property(situation, person, role, decision, (input, name, as, { act }) => {
        if (!mayDecide(input, { person: name, role: as, act }).ok) return;
        const given: DecisionFact = {
          person: name,
          role: as,
          act,
          evidenceSha256: evidence,
          conditionsSha256: input.conditions?.sha256 ?? null,
          state: "valid",
        };
        const after = evaluate({ ...input, decisions: [...input.decisions, given] });
        expect(after.decisions.findLast((one) => one.person === name)?.discounted).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });
});

test("two sign-offs by one person count in neither: in two roles, or on both sides of one role", () => {
  const both = (one: DecisionFact, other: DecisionFact) => {
    const signOffs = [one, other].map(({ role: asked, act }): SignOff => ({
      role: asked,
      count: 1,
      act: act === "recommend" ? "recommend" : "approve",
      meaning: "I sign.",
    }));
    return evaluate(
      approvable({
        policy: policy({ signOffs }),
        decisions: [one, other],
        rolesInForce: { ada: ["approver", "validator", "model_risk_manager"] },
      }),
    );
  };
  const pairs = [
    [signed("ada", "approver", "approve"), signed("ada", "model_risk_manager", "approve")],
    [signed("ada", "validator", "recommend"), signed("ada", "validator", "approve")],
    [signed("ada", "validator", "recommend"), signed("ada", "approver", "approve")],
  ] as const;
  for (const [one, other] of pairs) {
    const verdict = both(one, other);
    expect(verdict.decisions.map((decision) => decision.discounted?.kind)).toEqual([
      "decision_in_two_capacities",
      "decision_in_two_capacities",
    ]);
    expect(verdict.missing.map(({ have }) => have)).toEqual([0, 0]);
  }
});

test("a sign-off that asks for no sensible number of people is never met", () => {
  for (const count of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    const [, asked] = evaluate(
      approvable({
        policy: policy({ signOffs: policy().signOffs.map((one) => (one.act === "approve" ? { ...one, count } : one)) }),
      }),
    ).signOffs;
    expect(asked && asked.have < asked.need, String(count)).toBe(true);
  }
});

test("every role there is is known to the rules: a sign-off by each is counted or refused, never ignored", () => {
  for (const name of roles) {
    const input = approvable({
      policy: policy({ signOffs: [{ role: name, count: 1, act: "approve", meaning: "I approve." }] }),
      rolesInForce: { ada: [name] },
      decisions: [
        { person: "ada", role: name, act: "approve", evidenceSha256: evidence, conditionsSha256: null, state: "valid" },
      ],
    });
    expect(evaluate(input).state).toBe("approved");
  }
});

describe("whose turn it is", () => {
  const turns = (change: Partial<EvaluateInput>, from = approvable()) => evaluate({ ...from, ...change }).turns;
  test("the validator first, then the approvers that are missing, then nobody", () => {
    expect(turns({ decisions: [] })).toEqual([{ role: "validator", count: 1, act: "recommend" }]);
    expect(turns({ decisions: approvable().decisions.slice(0, 1) })).toEqual([
      { role: "approver", count: 2, act: "approve" },
    ]);
    expect(turns({ decisions: approvable().decisions.slice(0, 2) })).toEqual([
      { role: "approver", count: 1, act: "approve" },
    ]);
    expect(turns({})).toEqual([]);
    const conditional = approvableWithConditions();
    expect(turns({ decisions: conditional.decisions.slice(0, 2) }, conditional)).toEqual([
      { role: "approver", count: 1, act: "approve_with_conditions" },
    ]);
  });

  test("nobody's while checks run; whoever can clear what blocks before anybody signs", () => {
    expect(turns({ decisions: [], round: { state: "gathering", evidenceSha256: null, champion: "ver_1" } })).toEqual(
      [],
    );
    expect(turns({ decisions: [], round: { state: "superseded", evidenceSha256: null, champion: "ver_1" } })).toEqual([
      { role: "developer", count: 1, act: "resume_review" },
    ]);
    expect(turns({ conditions: null, decisions: [] }, approvableWithConditions())).toEqual([
      { role: "validator", count: 1, act: "propose_conditions" },
    ]);
    const single = policy({ signOffs: policy().signOffs.slice(1) });
    expect(turns({ policy: single, conditions: null, decisions: [] }, approvableWithConditions())).toEqual([
      { role: "approver", count: 1, act: "propose_conditions" },
    ]);
    expect(
      turns({
        findings: [
          { number: 1, severity: "high", state: "open" },
          { number: 2, severity: "high", state: "open" },
        ],
      }),
    ).toEqual([{ role: "developer", count: 1, act: "answer_finding" }]);
    expect(turns({ findings: [{ number: 1, severity: "high", state: "answered" }] })).toEqual([
      { role: "validator", count: 1, act: "close_finding" },
    ]);
    expect(turns({ findings: [{ number: 1, severity: "low", state: "open" }] })).toEqual([]);
  });
});

test("each kind of decision has a printed meaning of its own: dissent is never signed under the words of an approval", () => {
  const [recommends, approves] = policy().signOffs;
  for (const signOff of [recommends, approves]) {
    const dissents = (["request_changes", "reject"] as const).map((act) => meaningOf(signOff, act));
    expect(new Set([...dissents, recommends?.meaning, approves?.meaning]).size).toBe(4);
  }
  expect(meaningOf(recommends, "recommend")).toBe(recommends?.meaning);
  expect(meaningOf(approves, "approve_with_conditions")).toBe(approves?.meaning);
  expect(meaningOf(undefined, "approve")).toBe("");
});
