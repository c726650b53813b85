import type { DecisionDocument, SignatureRecord } from "@countersign/record";

const signature = (name: string, role: string, signed_at: string, recorded_as: number): SignatureRecord => ({
  round: 1,
  person: `per_${recorded_as}`,
  name,
  role,
  act: "approve_with_conditions",
  reason: "The evidence supports the stated use; the age bands need watching.",
  state: "valid",
  signed_at,
  evidence: "9f".repeat(32),
  conditions: "c0".repeat(32),
  statement: "ab".repeat(32),
  recorded_as,
});

/** A version approved for production with two conditions. */
export const approved = (): DecisionDocument => ({
  decision: 1,
  log: "log.northgate.example",
  as_of: 48_214,
  model: { key: "credit-pd", title: "Retail credit PD", tier: "T1", state: "active" },
  version: { number: 2, label: "1.1", identity: "5b1f0c9e".repeat(8), state: "frozen" },
  aliases: [],
  reviews: [
    {
      id: "rev_1",
      environment: "production",
      state: "approved_with_conditions",
      requested_at: "2026-11-20T09:00:00.000Z",
      policy: { key: "t1-credit", revision: 7, sha256: "e1".repeat(32) },
      rounds: [
        {
          number: 1,
          state: "sealed",
          evidence: "9f2c44b0".repeat(8),
          checks: [
            { check: "artifact-scan", verdict: "pass", outcome: "blocks", result: "11".repeat(32) },
            { check: "fairness", verdict: "warn", outcome: "needs_a_condition", result: "12".repeat(32) },
            { check: "evaluation", verdict: "pass", outcome: "blocks", result: "13".repeat(32) },
            { check: "drift", verdict: "insufficient", outcome: "informs", result: null },
          ],
        },
      ],
      signatures: [
        signature("Li Wei Chen", "validator", "2026-11-21T13:02:11.000Z", 48_142),
        signature("Jon Bell", "approver", "2026-11-22T10:31:07.000Z", 48_177),
        signature("Priya Natarajan", "approver", "2026-11-23T13:01:58.000Z", 48_211),
      ],
      conditions: [
        {
          number: 1,
          text: "Report error rates by age band every month",
          owner: "Amara Osei",
          due_at: "2027-05-31T00:00:00.000Z",
          blocking: true,
          state: "open",
        },
        {
          number: 2,
          text: "Report changed decisions after 30 days in production",
          owner: "Tomas Lind",
          due_at: "2027-01-31T00:00:00.000Z",
          blocking: false,
          state: "open",
        },
      ],
      findings: [],
      approval: {
        state: "valid",
        granted_at: "2026-11-23T13:01:58.000Z",
        valid_until: "2027-11-23T13:01:58.000Z",
        recorded_as: 48_211,
      },
    },
  ],
});
