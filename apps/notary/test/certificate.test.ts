import { rows } from "@countersign/db";
import { saidRefusal } from "@countersign/domain";
import { layout, readZip } from "@countersign/record";
import type { Review } from "@countersign/testing";
import {
  type CertificateParts,
  type Deps,
  exportCertificate,
  exportReviewCertificate,
  revokeApproval,
  suspendModel,
} from "@countersign/usecases";
import { verify } from "@countersign/verifier";
import { afterAll, beforeAll, expect, test } from "vitest";
import { livingLog, type LivingLog } from "./living-log.ts";

let log: LivingLog;
let approved: Review;
/** What was given to the printer, newest last; the sheet itself is a test of its own. */
const printed: CertificateParts[] = [];
const print = async (parts: CertificateParts): Promise<Uint8Array> => {
  printed.push(parts);
  return parts.decision;
};
const asked = (review: Review, environment = "production") => ({
  workspace: "default",
  model: review.model,
  version: String(review.number),
  environment,
});
const exports = async (): Promise<number> => (await rows(log.world.deps.database, "evidence_export", {})).length;

async function approve(): Promise<Review> {
  const { world } = log;
  const review = await world.sealed({ "perf.gini": 0.3 });
  await world.propose(review);
  await world.recommend(review);
  for (const name of ["priya", "daniel"] as const) await world.approve(review, name);
  await log.exported(review);
  return review;
}

/** Refused with these words, with nothing recorded and nothing printed. */
async function none(
  review: Review,
  state: string | RegExp,
  deps: Deps = log.world.deps,
  environment = "production",
): Promise<void> {
  const before = [await exports(), printed.length];
  const made = await exportCertificate(deps, log.world.as("ruth"), asked(review, environment), print);
  expect(made.ok ? null : saidRefusal(made.refusal)).toMatchObject({
    kind: "wrong_state",
    what: `approval for ${environment}`,
    state: typeof state === "string" ? state : expect.stringMatching(state),
    wanted: ["valid"],
  });
  expect([await exports(), printed.length]).toEqual(before);
}

beforeAll(async () => {
  log = await livingLog();
  approved = await approve();
});
afterAll(() => log.end());

test("a certificate is printed from one bundle: its decision.json byte for byte, the statements that were signed, and the bundle verifies", async () => {
  const before = await exports();
  const made = await exportCertificate(log.world.deps, log.world.as("ruth"), asked(approved), print);
  const parts = printed.at(-1);
  const report = verify(parts?.bundle ?? new Uint8Array(), { trust: [log.vkey], now: new Date().toISOString() });
  expect([report.accepted, report.discrepancies, report.facts?.reviews[0]?.holdsNow]).toEqual([true, [], true]);
  const unzipped = readZip(parts?.bundle ?? new Uint8Array());
  expect(
    unzipped.ok &&
      Buffer.compare(
        unzipped.members.get(layout.decisionJson) ?? new Uint8Array(),
        parts?.decision ?? new Uint8Array(),
      ),
  ).toBe(0);
  expect(
    parts?.statements.map((bytes) => (JSON.parse(new TextDecoder().decode(bytes)) as { meaning: string }).meaning),
  ).toEqual([1, 2, 3].map(() => expect.stringMatching(/^I have /)));
  expect(made).toMatchObject({
    ok: true,
    value: { name: `certificate-${approved.model}-${approved.number}-production-${report.facts?.asOf?.size}.pdf` },
  });
  expect(await exports()).toBe(before + 1);
});

test("by its review it is the same certificate, told as of later: every export is an event of its own", async () => {
  const made = await exportReviewCertificate(log.world.deps, log.world.as("ruth"), approved.reviewId, print);
  expect(made.ok).toBe(true);
  const [first, second] = printed
    .slice(-2)
    .map(({ decision }) => JSON.parse(new TextDecoder().decode(decision)) as { as_of: number });
  expect(second?.as_of).toBeGreaterThan(first?.as_of ?? 0);
  expect({ ...second, as_of: 0 }).toEqual({ ...first, as_of: 0 });
});

test("a printer that fails leaves the export recorded: what might have left the house is in the record", async () => {
  const before = await exports();
  await expect(
    exportCertificate(log.world.deps, log.world.as("ruth"), asked(approved), () => Promise.reject(new Error("no ink"))),
  ).rejects.toThrow("no ink");
  expect(await exports()).toBe(before + 1);
});

test("there is none for a version that nobody approved, one that waits, another environment, or an environment that is not there", async () => {
  const waiting = await log.world.sealed();
  await log.exported(waiting);
  await none(waiting, "not in force (No approval has been granted)");
  await none(approved, "not in force (No approval has been granted)", log.world.deps, "staging");
  await none(approved, /not in force \(The environment is not defined\)/, log.world.deps, "nowhere");
});

test("there is none for who may not see the version, and none under a name that is none", async () => {
  const stranger = log.world.as("nobody");
  expect(await exportCertificate(log.world.deps, stranger, asked(approved), print)).toMatchObject({
    ok: false,
    refusal: { kind: "not_found" },
  });
  expect(await exportReviewCertificate(log.world.deps, stranger, approved.reviewId, print)).toMatchObject({
    ok: false,
    refusal: { kind: "not_found" },
  });
  expect(
    await exportCertificate(
      log.world.deps,
      log.world.as("ruth"),
      { ...asked(approved), environment: "a\u0000b" },
      print,
    ),
  ).toMatchObject({ ok: false, refusal: { kind: "invalid_input" } });
});

test("there is none from the moment on at which an approval runs out, before anybody marks it", () =>
  none(approved, /^not in force \(.*(expired|ran out|validity)/i, {
    ...log.world.deps,
    now: () => new Date("2040-01-01T00:00:00Z"),
  }));

test("there is none while the model is suspended, and none after the approval is revoked", async () => {
  const { world } = log;
  const other = await approve();
  const [approval] = await rows(world.deps.database, "approval", { version_id: other.versionId });
  await world.act("sofia", revokeApproval, {
    approvalId: approval?.id,
    reason: "The lender it was built for has left the market.",
  });
  await none(other, "revoked");
  await world.act("sofia", suspendModel, {
    modelId: world.modelId,
    reason: "Drift in production that nobody can explain yet.",
  });
  await none(approved, "not in force (The model credit-pd is suspended)");
});
