import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { InboxView, ReviewView } from "@countersign/domain";
import { type Browser, chromium, type Page } from "@playwright/test";
import { select } from "../e2e/support/governed.ts";
import { watch, withCookie } from "../e2e/support/journey.ts";
import { portalCookie } from "../e2e/support/portal.ts";
import type { Ready } from "../e2e/support/product.ts";
import { personOf } from "../e2e/support/terminal.ts";
import { say } from "../lib/run-step.ts";
import { quantile } from "./statistics.ts";

// Twenty people at work at once on a running instance: `node test/bench/crowd.ts READY.json --minutes 5`. Four work in
// browsers, sixteen over HTTP as a browser does, each with a pause of one to four seconds between two acts. Says how long each
// kind of act took, what failed, and whether every remark that was posted stands in its review, once.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: "string", default: "5" } },
});
const ready = JSON.parse(readFileSync(positionals[0] ?? "", "utf8")) as Ready;
const until = Date.now() + Number(values.minutes) * 60_000;

const took = new Map<string, number[]>();
const problems: string[] = [];
const posted: { reviewId: string; body: string }[] = [];
let written = 0;

async function timed<T>(what: string, act: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const answer = await act();
  took.set(what, [...(took.get(what) ?? []), performance.now() - began]);
  return answer;
}
const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(Math.random() * from.length)];
const think = (): Promise<void> => sleep(1_000 + Math.random() * 3_000);
const remark = (): string => `Remark ${++written} of ${process.pid}: read, and nothing is open in it.`;

/** Does one thing after another until the time is over; what fails is told and does not end it. */
async function working(name: string, acts: (() => Promise<void>)[]): Promise<void> {
  for (let turn = 0; Date.now() < until; turn++) {
    await acts[turn % acts.length]?.().catch((error: unknown) =>
      problems.push(`${name}: ${String(error).slice(0, 300)}`),
    );
    await think();
  }
}

/** Somebody over HTTP: pages, searches and remarks, as their browser would ask for them. */
async function byHttp(email: string, password: string): Promise<void> {
  const cookie = await portalCookie(ready, { email, password });
  if (cookie === "") throw new Error(`${email} could not sign in`);
  const page = (address: string, what: string) =>
    timed(what, async () => {
      const answer = await fetch(`${ready.portal}${address}`, { headers: { cookie }, redirect: "manual" });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    });
  const ask = async <T>(name: string, input: object): Promise<T> => {
    const answer = await fetch(`${ready.portal}/api/trpc/${name}`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json", origin: ready.portal },
      body: JSON.stringify(input),
    });
    const body = (await answer.json()) as { result?: { data: T }; error?: { message: string } };
    if (!body.result) throw new Error(`${name}: ${answer.status} ${body.error?.message ?? ""}`);
    return body.result.data;
  };
  const { items } = await ask<InboxView>("inbox", { first: 100 });
  const reviews = items.filter(({ endedAt }) => endedAt === null).map(({ reviewId }) => reviewId);
  const models = [...new Set(items.map(({ model }) => model.key))];
  await working(email, [
    () => page("/inbox", "page: inbox"),
    async () => {
      const id = pick(reviews);
      if (id) await page(`/reviews/${id}`, "page: review");
    },
    async () => {
      const reviewId = pick(reviews);
      if (!reviewId) return;
      const body = remark();
      await timed("act: a remark", () => ask("review.comment", { reviewId, body }));
      posted.push({ reviewId, body });
    },
    async () => {
      const key = pick(models);
      if (key) await page(`/models/${key}`, "page: model");
    },
    async () => void (await timed("search", () => ask("search", { q: pick(["mortgage", "card", "adler", "credit"]) }))),
    () => page(`/models?q=${pick(["mortgage", "fraud", "card"])}`, "page: models"),
  ]);
}

/** Somebody in a browser: the inbox, a review of it, a remark, and the models. */
async function inBrowser(browser: Browser, name: string): Promise<void> {
  const page = await withCookie(browser, ready, personOf(ready, name));
  watch(page, name, problems);
  const go = (address: string, what: string) =>
    timed(what, async () => {
      const answer = await page.goto(address, { waitUntil: "load" });
      if (answer?.status() !== 200) throw new Error(`${address} answered ${answer?.status() ?? "nothing"}`);
    });
  await working(name, [
    () => go("/inbox", "browser: inbox"),
    () => openFirst(page),
    async () => {
      const reviewId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
      if (!reviewId.startsWith("rev_")) return;
      const body = remark();
      await page.getByLabel("Add to the discussion").fill(body);
      await timed("browser: a remark, until it stands", async () => {
        await page.getByRole("button", { name: "Post" }).click();
        await page.getByText(body, { exact: true }).waitFor({ timeout: 30_000 });
      });
      posted.push({ reviewId, body });
    },
    () => go("/models", "browser: models"),
    () => go("/audit", "browser: audit trail"),
  ]);
  await page.context().close();
}

async function openFirst(page: Page): Promise<void> {
  if (!page.url().endsWith("/inbox")) return;
  const entries = page.getByRole("main").getByRole("listitem").getByRole("link");
  const at = Math.floor(Math.random() * Math.min(10, await entries.count()));
  await timed("browser: open an entry", async () => {
    await entries.nth(at).click();
    await page.getByLabel("Add to the discussion").waitFor({ timeout: 30_000 });
  });
}

/** How often each remark stands in its review; a review is read once. */
async function lost(): Promise<{ missing: number; twice: number }> {
  const cookie = await portalCookie(ready, "Sofia");
  let [missing, twice] = [0, 0];
  for (const [reviewId, own] of Map.groupBy(posted, (one) => one.reviewId)) {
    const answer = await fetch(`${ready.portal}/api/trpc/review.view`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json", origin: ready.portal },
      body: JSON.stringify({ reviewId }),
    });
    const { result } = (await answer.json()) as { result: { data: ReviewView } };
    for (const { body } of own) {
      const found = result.data.comments.filter((comment) => comment.body === body).length;
      if (found === 0) missing++;
      if (found > 1) twice++;
    }
  }
  return { missing, twice };
}

const browserPeople = ["Daniel", "Li Wei", "Priya", "Sofia"];
const accounts = await select<{ email: string }>(
  ready,
  "select a.email from ops.account a join gov.role_grant g on g.person_id = a.person_id and g.state = 'active' and g.role in ('developer', 'validator', 'approver') group by a.email order by a.email",
);
const cast = new Set(ready.people.map(({ email }) => email));
const estate = accounts.map(({ email }) => email).filter((email) => !cast.has(email));
const { password } = personOf(ready, "Amara");
const httpPeople = estate.slice(0, 20 - browserPeople.length);
if (httpPeople.length + browserPeople.length < 20) throw new Error("this instance has fewer than twenty people");

const executablePath = process.env["COUNTERSIGN_CHROMIUM"];
const browser = await chromium.launch(executablePath ? { executablePath } : {});
await Promise.all([
  ...browserPeople.map((name) => inBrowser(browser, name)),
  ...httpPeople.map((email) => byHttp(email, password)),
]);
await browser.close();

say("ms of an act, 20 people at once");
say("     p50     p95   times");
for (const [what, times] of [...took].toSorted(([a], [b]) => a.localeCompare(b))) {
  const sorted = times.toSorted((a, b) => a - b);
  const figures = [0.5, 0.95].map((share) => quantile(sorted, share).toFixed(0).padStart(8));
  say(`${figures.join("")} ${String(times.length).padStart(7)}   ${what}`);
}
const { missing, twice } = await lost();
for (const problem of problems.slice(0, 20)) say(problem);
say(`${problems.length} errors; ${posted.length} remarks posted, ${missing} lost, ${twice} there twice.`);
if (problems.length + missing + twice > 0) process.exitCode = 1;
