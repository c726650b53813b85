import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { portalCookie } from "../e2e/support/portal.ts";
import { plans } from "../e2e/support/routes.ts";
import type { Ready } from "../e2e/support/product.ts";
import { say } from "../lib/run-step.ts";
import { median } from "./statistics.ts";

// What Lighthouse says of the main pages of a running instance, signed in, on the system's Chromium: the median of five runs.
// `CHROME_PATH=/usr/bin/chromium node test/bench/lighthouse.ts READY.json`. It comes from npm when it is asked for.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "5" }, only: { type: "string" } },
});
const ready = JSON.parse(readFileSync(positionals[0] ?? "", "utf8")) as Ready;
const lighthouse = "lighthouse@13.5.0";

const main = ["/inbox", "/models", "/models/[key]", "/reviews/[id]", "/audit"];
/** Scores of 100 that a page has to reach. */
const goals = {
  desktop: { accessibility: 100, "best-practices": 100, performance: 95 },
  mobile: { accessibility: 100, "best-practices": 100, performance: 85 },
};
type Category = keyof (typeof goals)["desktop"];
const categories: Category[] = ["accessibility", "best-practices", "performance"];

interface Result {
  categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; title: string; numericValue?: number; displayValue?: string }>;
}

function run(url: string, form: keyof typeof goals, cookie: string): Result {
  const args = [
    "-y",
    lighthouse,
    url,
    "--quiet",
    "--output=json",
    `--only-categories=${categories.join(",")}`,
    `--extra-headers=${JSON.stringify({ cookie })}`,
    "--chrome-flags=--headless=new --no-sandbox",
    ...(form === "desktop" ? ["--preset=desktop"] : []),
  ];
  for (let attempt = 1; ; attempt++) {
    const ended = spawnSync("npx", args, { encoding: "utf8", maxBuffer: 1 << 28 });
    if (ended.status === 0) return JSON.parse(ended.stdout) as Result;
    // Now and then it misses the beginning of its own trace, and says so.
    if (attempt === 3 || !ended.stderr.includes("run Lighthouse again")) throw new Error(ended.stderr.slice(-2_000));
  }
}

// Before the runs: while one is waited for, nothing else is done, and connections are closed meanwhile.
const cookies = new Map<string, string>();
const addresses = new Map<string, string>();
for (const page of main) {
  cookies.set(page, await portalCookie(ready, plans[page]?.as ?? ""));
  addresses.set(page, (await plans[page]?.address(ready)) ?? page);
}
let under = 0;
say("         accessibility  best practices  performance   LCP s  TBT ms    CLS");
for (const page of main) {
  if (values.only && page !== values.only) continue;
  const url = `${ready.portal}${addresses.get(page) ?? ""}`;
  const cookie = cookies.get(page) ?? "";
  for (const form of ["desktop", "mobile"] as const) {
    const runs = Array.from({ length: Number(values.runs) }, () => run(url, form, cookie));
    const of = (category: Category): number =>
      Math.round(100 * median(runs.map((one) => one.categories[category].score ?? 0)));
    const figure = (audit: string): number => median(runs.map((one) => one.audits[audit]?.numericValue ?? 0));
    const scores = categories.map(of);
    const bad = categories.filter((category) => of(category) < goals[form][category]);
    under += bad.length;
    say(
      `${form.padEnd(8)} ${String(scores[0]).padStart(13)} ${String(scores[1]).padStart(15)} ${String(scores[2]).padStart(12)} ${(figure("largest-contentful-paint") / 1000).toFixed(2).padStart(7)} ${figure("total-blocking-time").toFixed(0).padStart(7)} ${figure("cumulative-layout-shift").toFixed(3).padStart(6)}   ${page}`,
    );
    for (const category of bad) {
      const [first] = runs;
      const failed = first?.categories[category].auditRefs.filter(
        ({ id, weight }) => weight > 0 && (first.audits[id]?.score ?? 1) < 0.9,
      );
      say(
        `         under ${goals[form][category]} in ${category}: ${(failed ?? []).map(({ id }) => `${id} ${first?.audits[id]?.displayValue ?? ""}`).join("; ")}`,
      );
    }
  }
}
say(under === 0 ? "Every goal is reached." : `${under} goals are not reached.`);
