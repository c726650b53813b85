import { layout, readZip, writeZip } from "@countersign/record";
import { noteSigner } from "@countersign/tlog";
import { decideReview } from "@countersign/usecases";
import { verify } from "@countersign/verifier";
import { afterAll, beforeAll, expect, test } from "vitest";
import { named, swapBlob } from "../../../packages/verifier/test/forge/edit.ts";
import { type Forgery } from "../../../packages/verifier/test/forge/forgery.ts";
import { forgeries } from "../../../packages/verifier/test/forge/every.ts";
import { close, open } from "../../../packages/verifier/test/forge/opened.ts";
import { livingLog, type LivingLog } from "./living-log.ts";

let log: LivingLog;
let trust: string[];
let older: Uint8Array;
let refused = 0;
const bundles: Record<Forgery["of"], Uint8Array> = { approved: new Uint8Array(), rejected: new Uint8Array() };
/** Of the same name as the true key. */
const foreign = noteSigner("test.log", new Uint8Array(32).fill(7));

beforeAll(async () => {
  log = await livingLog();
  trust = [log.vkey];
  const { world } = log;
  const review = await world.sealed({ "perf.gini": 0.3 });
  await world.propose(review);
  await world.recommend(review);
  await world.approve(review, "priya");
  older = await log.exported(review);
  await world.approve(review, "daniel");
  bundles.approved = await log.exported(review);
  const other = await world.sealed();
  await world.recommend(other);
  await world.act("priya", decideReview, {
    ...(await world.seen(other, "priya")),
    act: "reject",
    reason: "The intended use is not what the data was collected for.",
  });
  bundles.rejected = await log.exported(other);
});
afterAll(() => log.end());

test("what the product exports is accepted, and says what was decided, by whom, as of when", () => {
  const report = verify(bundles.approved, { trust, now: new Date().toISOString() });
  expect(report.discrepancies).toEqual([]);
  expect(report.accepted).toBe(true);
  expect(report.steps.every((step) => step.state === "passed")).toBe(true);
  expect(report.facts?.reviews).toMatchObject([{ verdict: "approved_with_conditions", reasons: [], holdsNow: true }]);
  expect(report.facts?.document.reviews[0]?.signatures.map(({ name, act }) => `${name} ${act}`)).toEqual([
    "liwei recommend",
    "priya approve_with_conditions",
    "daniel approve_with_conditions",
  ]);
  expect(verify(bundles.rejected, { trust }).facts?.reviews).toMatchObject([{ verdict: "rejected" }]);
});

test("an honest older bundle is accepted and says as of when it is told", () => {
  const [then, now] = [verify(older, { trust }), verify(bundles.approved, { trust })];
  expect(then.accepted).toBe(true);
  expect(then.facts?.reviews[0]?.verdict).toBe("not_approved");
  expect(then.facts?.asOf?.size).toBeLessThan(now.facts?.asOf?.size ?? 0);
});

test("an approval whose validity has passed is accepted as a record and does not hold now", () => {
  const report = verify(bundles.approved, { trust, now: "2040-01-01T00:00:00.000Z" });
  expect([report.accepted, report.facts?.reviews[0]?.holdsNow]).toEqual([true, false]);
});

test("a rejection that was signed under its sign-off's words, before dissent had its own, is accepted as it was signed", () => {
  const under = (meaning: string) => {
    const opened = open(bundles.rejected);
    swapBlob(
      opened,
      named(opened, "decision", "statement_sha256", (row) => row["act"] === "reject"),
      (statement) => Object.assign(statement, { meaning }),
    );
    return verify(close(opened, log.signer), { trust }).discrepancies.map(({ code }) => code);
  };
  expect(under("I have read this evidence and I approve the version.")).toEqual([]);
  expect(under("I have read nothing of this evidence.")).toContain("statement_differs");
});

test("a bundle taken apart and put together again unchanged is accepted: what follows is refused for what was edited", () => {
  for (const bundle of Object.values(bundles))
    expect(verify(close(open(bundle), log.signer), { trust }).discrepancies).toEqual([]);
});

test("the record of an export made before the state that is told is not that of this export", () => {
  const [opened, before] = [open(bundles.approved), open(older)];
  for (const path of [layout.exportLeaf, layout.exportProof])
    opened.beside.set(path, (bytes) => before.original.get(path) ?? bytes);
  expect(verify(close(opened, log.signer), { trust }).discrepancies.map((found) => found.code)).toContain(
    "export_not_logged",
  );
});

test.each(forgeries)("refused: $claim ($by)", ({ of, by, finds, edit }) => {
  const opened = open(bundles[of]);
  edit(opened, bundles[of]);
  const report = verify(close(opened, by === "repacked" ? null : by === "foreign" ? foreign : log.signer), { trust });
  expect(report.accepted).toBe(false);
  expect([...new Set(report.discrepancies.map((found) => found.code))]).toEqual(expect.arrayContaining(finds));
  refused++;
});

/** Bundles that differ from an accepted one in one bit of one byte. */
function* flips(bundle: Uint8Array, count: number): Generator<Uint8Array> {
  for (let i = 0; i < count; i++) {
    const flipped = bundle.slice();
    const at = Math.floor((i * (bundle.length - 1)) / (count - 1));
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (i % 8));
    yield flipped;
  }
}

/** The same inside a member, packed again so that the archive itself is in order. */
function* memberFlips(bundle: Uint8Array, count: number): Generator<Uint8Array> {
  const zip = readZip(bundle);
  const members = zip.ok ? [...zip.members].map(([path, bytes]) => ({ path, bytes })) : [];
  for (let i = 0; i < count; i++) {
    const chosen = members[Math.floor((i * members.length) / count)];
    const bytes = chosen?.bytes.slice() ?? new Uint8Array();
    const at = (i * 7919) % Math.max(1, bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (i % 8));
    yield writeZip(members.map((member) => (member === chosen ? { path: member.path, bytes } : member)));
  }
}

test("no bundle with one bit changed is accepted, nor one cut short", () => {
  const { approved } = bundles;
  const [raw, packed] = [[...flips(approved, 400)], [...memberFlips(approved, 400)]];
  const cut = Array.from({ length: 50 }, (_, i) => approved.subarray(0, Math.floor((i * approved.length) / 50)));
  const accepted = [...raw, ...packed, ...cut].filter((bundle) => verify(bundle, { trust }).accepted);
  expect(accepted).toHaveLength(0);
  console.log(
    `evidence bundles: ${refused} of ${forgeries.length} forgeries refused, ${raw.length} bits flipped in the file and ${packed.length} inside re-packed members, ${cut.length} cut short: ${accepted.length} accepted`,
  );
});
