import { expect, test } from "vitest";
import { decisionHtml, type DecisionDocument } from "../src/index.ts";

const document: DecisionDocument = {
  decision: 1,
  log: "test.log",
  as_of: 12,
  model: { key: "m", title: "Model <b>", tier: "T1", state: "active" },
  version: { number: 2, label: "1.1", identity: "a".repeat(64), state: "frozen" },
  aliases: [{ name: "champion", moved_at: "2026-11-26T08:00:00.000Z" }],
  reviews: [
    {
      id: "rev_1",
      environment: "production",
      state: "approved_with_conditions",
      requested_at: "2026-11-25T08:00:00.000Z",
      policy: { key: "p", revision: 1, sha256: "b".repeat(64) },
      rounds: [
        {
          number: 1,
          state: "closed",
          evidence: "c".repeat(64),
          checks: [{ check: "perf.gini", verdict: "warn", outcome: "condition", result: "d".repeat(64) }],
        },
      ],
      signatures: [
        {
          round: 1,
          person: "usr_1",
          name: '<script>alert("x")</script>',
          role: "approver",
          act: "approve_with_conditions",
          reason: "a & b",
          state: "valid",
          signed_at: "2026-11-26T08:00:00.000Z",
          evidence: "c".repeat(64),
          conditions: "e".repeat(64),
          statement: "f".repeat(64),
          recorded_as: 9,
        },
      ],
      conditions: [
        {
          number: 1,
          text: "Report.",
          owner: "Amara",
          due_at: "2027-01-26T08:00:00.000Z",
          blocking: true,
          state: "in_force",
        },
      ],
      findings: [],
      approval: {
        state: "valid",
        granted_at: "2026-11-26T08:00:00.000Z",
        valid_until: "2027-11-26T08:00:00.000Z",
        recorded_as: 10,
      },
    },
  ],
};

test("the printable record holds name, role, meaning, time and place of every signature", () => {
  const html = decisionHtml(document);
  for (const part of [
    "approver: approve with conditions",
    "2026-11-26 08:00:00 UTC",
    "recorded as #9",
    "Report.",
    "Owner Amara",
    "production: approved with conditions",
    "as of 12 entries",
  ])
    expect(html).toContain(part);
});

test("text of people is text: it makes no element, script or attribute", () => {
  const html = decisionHtml(document);
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
  expect(html).toContain("Model &lt;b&gt;");
  expect(html).toContain("a &amp; b");
});

test("the page loads nothing and runs nothing", () => {
  expect(decisionHtml(document)).not.toMatch(/https?:|src=|href=|<link|<script|onload/);
});
