import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { say } from "../lib/run-step.ts";
import { quantile } from "./statistics.ts";
import { portalCookie } from "../e2e/support/portal.ts";
import { plans } from "../e2e/support/routes.ts";
import type { Ready } from "../e2e/support/product.ts";

// How long the first byte of every page takes on an instance that runs: `node test/bench/pages.ts READY.json`.
// For the budgets start one with `countersign up --seed large --ready-file READY.json`.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: "string", default: "20" }, only: { type: "string" } },
});
const [file = ""] = positionals;
const ready = JSON.parse(readFileSync(file, "utf8")) as Ready;
const budgetMs = 300;

/** More addresses than one for a page whose cost depends on what is asked. */
const others: { as: string; address: string }[] = [
  { as: "Priya", address: "/inbox" },
  { as: "Li Wei", address: "/inbox" },
  { as: "Sofia", address: "/inbox?tab=waiting" },
  { as: "Sofia", address: "/models?q=mortgage+east&sort=open" },
  { as: "Sofia", address: "/models?sort=owner" },
  { as: "Sofia", address: "/models?sort=date" },
  { as: "Ruth", address: "/audit?act=decision" },
  { as: "Ruth", address: "/audit?act=policy" },
  { as: "Ruth", address: "/audit?from=2026-01-01&until=2026-01-31" },
];

const cookies = new Map<string, string>();

/** The cookie of somebody, who signs in once. */
async function signedIn(name: string): Promise<string> {
  const cookie = cookies.get(name) ?? (await portalCookie(ready, name));
  // Nobody's page is a short one.
  if (cookie === "") throw new Error(`${name} could not sign in`);
  cookies.set(name, cookie);
  return cookie;
}

async function firstByteMs(address: string, as: string | null): Promise<number> {
  const headers: Record<string, string> = as === null ? {} : { cookie: await signedIn(as) };
  const began = performance.now();
  const answer = await fetch(`${ready.portal}${address}`, { headers, redirect: "manual" });
  const reader = answer.body?.getReader();
  await reader?.read();
  const took = performance.now() - began;
  for (let more = await reader?.read(); more && !more.done; more = await reader?.read());
  if (answer.status >= 400 && answer.status !== 404) throw new Error(`${address} answered ${answer.status}`);
  return took;
}

let over = 0;
function tell(what: string, took: number[], budget: number): void {
  const sorted = took.toSorted((a, b) => a - b);
  const [p50, p95] = [quantile(sorted, 0.5), quantile(sorted, 0.95)];
  if (p95 > budget) over++;
  const figures = [p50.toFixed(0).padStart(6), p95.toFixed(0).padStart(7), String(budget).padStart(8)];
  say(`${p95 > budget ? "OVER" : "    "} ${figures.join(" ")}   ${what}`);
}

say("ms to the first byte of a page, to the whole of a search");
say("        p50     p95   budget");
const asked = [
  ...Object.entries(plans).map(([, { as, address }]) => ({ as, address })),
  ...others.map(({ as, address }) => ({ as, address: () => address })),
];
for (const { as, address } of asked) {
  const found = await address(ready);
  if (values.only && !found.includes(values.only)) continue;
  await firstByteMs(found, as);
  const took: number[] = [];
  for (let time = 0; time < Number(values.times); time++) took.push(await firstByteMs(found, as));
  tell(`${as ?? "nobody"} ${found}`, took, budgetMs);
}
/** Milliseconds until the whole answer of a search. */
async function searchMs(q: string): Promise<number> {
  const headers = { cookie: await signedIn("Ruth"), "content-type": "application/json", origin: ready.portal };
  const began = performance.now();
  const answer = await fetch(`${ready.portal}/api/trpc/search`, {
    method: "POST",
    headers,
    body: JSON.stringify({ q }),
  });
  await answer.text();
  if (!answer.ok) throw new Error(`the search for ${q} answered ${answer.status}`);
  return performance.now() - began;
}

const searchBudgetMs = 150;
for (const q of ["m", "mortgage", "mortgage east 3", "adler", "#605", "nothing of the kind"]) {
  if (values.only && values.only !== "search") continue;
  await searchMs(q);
  const took: number[] = [];
  for (let time = 0; time < Number(values.times); time++) took.push(await searchMs(q));
  tell(`search “${q}”`, took, searchBudgetMs);
}
say(over === 0 ? "Everything is within its budget." : `${over} are over their budget.`);
