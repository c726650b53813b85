import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "@playwright/test";
import { withCookie } from "../e2e/support/journey.ts";
import { plans } from "../e2e/support/routes.ts";
import type { Ready } from "../e2e/support/product.ts";
import { personOf } from "../e2e/support/terminal.ts";
import { say } from "../lib/run-step.ts";

// What somebody waits for who works on a page of a running instance: `node test/bench/vitals.ts READY.json`. Each page is
// opened and worked on by real input, with the processor as it is and four times slower. INP is the slowest interaction,
// from input to the next picture (https://web.dev/inp), CLS the sum of layout shifts that no input caused.
const { positionals } = parseArgs({ allowPositionals: true });
const ready = JSON.parse(readFileSync(positionals[0] ?? "", "utf8")) as Ready;
const budget = { inp: 100, cls: 0.02 };

interface Seen {
  cls: number;
  lcp: number;
  interactions: Record<string, number>;
}

type Entry = Record<string, number> & { startTime: number; duration: number };
/** The browser's own: of Node's it has the name and little else. */
type Observer = new (hear: (list: { getEntries(): Entry[] }) => void) => { observe(what: object): void };

/** Runs in the page, before anything of it: keeps what the browser says of shifts, pictures and interactions. */
function observe(): void {
  const seen: Seen = { cls: 0, lcp: 0, interactions: {} };
  Object.assign(globalThis, { seenByBench: seen });
  const inBrowser = globalThis.PerformanceObserver as unknown as Observer;
  const on = (type: string, hear: (entry: Entry) => void, more = {}): void =>
    new inBrowser((list) => {
      for (const entry of list.getEntries()) hear(entry);
    }).observe({ type, buffered: true, ...more });
  on("layout-shift", (entry) => {
    if (!entry["hadRecentInput"]) seen.cls += entry["value"] ?? 0;
  });
  on("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));
  on(
    "event",
    (entry) => {
      const id = entry["interactionId"] ?? 0;
      if (id > 0) seen.interactions[id] = Math.max(seen.interactions[id] ?? 0, entry.duration);
    },
    { durationThreshold: 16 },
  );
}

const pause = (page: Page): Promise<void> => page.waitForTimeout(250);
async function keys(page: Page, ...pressed: string[]): Promise<void> {
  for (const key of pressed) {
    await page.keyboard.press(key);
    await pause(page);
  }
}
/** Opens and closes what can be opened: a few of each. */
async function openAll(page: Page): Promise<void> {
  for (const summary of (await page.locator("main summary:visible").all()).slice(0, 6)) {
    if (await summary.isVisible()) await summary.click();
    await pause(page);
  }
}
async function search(page: Page): Promise<void> {
  await keys(page, "Control+k");
  await page.keyboard.type("mortgage", { delay: 60 });
  await pause(page);
  await keys(page, "ArrowDown", "Escape");
}

/** What people do on the page. */
const work: { as: string; page: string; address?: string; does(page: Page): Promise<void> }[] = [
  {
    as: "Daniel",
    page: "/inbox",
    async does(page) {
      await keys(page, "j", "j", "j", "k", "p", "p", "h", "Escape", "d", "Escape");
      await search(page);
    },
  },
  {
    as: "Sofia",
    page: "/models",
    async does(page) {
      await page.getByRole("searchbox").first().fill("mortgage");
      await pause(page);
      await search(page);
    },
  },
  {
    as: "Priya",
    page: "/models/[key]",
    async does(page) {
      await openAll(page);
      await search(page);
    },
  },
  {
    as: "Daniel",
    page: "/reviews/[id]",
    async does(page) {
      await openAll(page);
      await keys(page, "x");
      await page.getByLabel("Your reason").pressSequentially("The sample is two years old.", { delay: 40 });
      await keys(page, "Escape");
      const mark = page.getByRole("checkbox", { name: "I have reviewed this" }).first();
      if (await mark.isEnabled()) await mark.click();
      await page.waitForTimeout(1_500);
      await search(page);
    },
  },
  {
    as: "Ruth",
    page: "/audit",
    async does(page) {
      await page.getByLabel("Kind of act").selectOption("decision");
      await page.getByRole("button", { name: /^Verify/ }).click();
      await page.waitForTimeout(1_000);
      await page.getByLabel("Model, version or policy").pressSequentially("credit-pd/2", { delay: 40 });
      await page.getByText(/Verified in this browser to/).waitFor({ timeout: 120_000 });
      await search(page);
    },
  },
];

async function measured(
  browser: Browser,
  slower: number,
  { as, page: name, does }: (typeof work)[number],
): Promise<Seen> {
  const page = await withCookie(browser, ready, personOf(ready, as));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.addInitScript(observe);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.goto((await plans[name]?.address(ready)) ?? name);
  await page.waitForLoadState("networkidle");
  await does(page);
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => (globalThis as unknown as { seenByBench: Seen }).seenByBench);
  if (name === "/audit")
    say(
      `       ${
        (await page
          .getByText(/Verified in this browser to/)
          .locator("..")
          .textContent()) ?? ""
      }`,
    );
  await page.context().close();
  return seen;
}

const executablePath = process.env["COUNTERSIGN_CHROMIUM"];
const browser = await chromium.launch(executablePath ? { executablePath } : {});
say("       slower   LCP ms   INP ms      CLS   interactions");
let over = 0;
for (const task of work) {
  for (const slower of [1, 4]) {
    const { cls, lcp, interactions } = await measured(browser, slower, task);
    const inp = Math.max(0, ...Object.values(interactions));
    const bad = slower === 1 && (inp > budget.inp || cls > budget.cls);
    if (bad) over++;
    const figures = [
      `${slower}x`.padStart(6),
      lcp.toFixed(0).padStart(8),
      inp.toFixed(0).padStart(8),
      cls.toFixed(4).padStart(8),
    ];
    say(
      `${bad ? "OVER" : "    "} ${figures.join(" ")} ${String(Object.keys(interactions).length).padStart(8)}   ${task.as} ${task.page}`,
    );
  }
}
await browser.close();
say(over === 0 ? "Everything is within INP 100 ms and CLS 0.02." : `${over} are over INP 100 ms or CLS 0.02.`);
