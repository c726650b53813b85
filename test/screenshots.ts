import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium as browserOf, type Page } from "@playwright/test";
import { withCookie } from "./e2e/support/journey.ts";
import { root, startProduct } from "./e2e/support/product.ts";
import { plans } from "./e2e/support/routes.ts";
import { personOf } from "./e2e/support/terminal.ts";
import { chromium } from "./lib/chromium.ts";
import { say } from "./lib/run-step.ts";

// The pictures of README and guides, taken anew from the demo of this very build: `npx -y pnpm@12 screenshots`.
interface Shot {
  file: string;
  as: string;
  /** A route of `plans`, or an address. */
  path: string;
  language?: "de";
  height?: number;
  /** What is done before the picture. */
  act?: (page: Page) => Promise<void>;
}

const shots: Shot[] = [
  { file: "inbox", as: "Li Wei", path: "/inbox" },
  { file: "review", as: "Daniel", path: "/reviews/[id]", height: 900 },
  {
    file: "signing",
    as: "Daniel",
    path: "/reviews/[id]",
    act: async (page) => {
      await page.getByRole("button", { name: /^Reject/ }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { file: "model", as: "Priya", path: "/models/credit-pd" },
  { file: "policy", as: "Hanna", path: "/policies/[key]" },
  { file: "audit", as: "Ruth", path: "/audit" },
  { file: "people", as: "Ingrid", path: "/people" },
  { file: "inbox-de", as: "Li Wei", path: "/inbox", language: "de" },
];

const executablePath = await chromium();
if (!executablePath) throw new Error("There is no Chromium here, and none could be installed.");
const folder = join(root, "docs/images");
mkdirSync(folder, { recursive: true });
const product = await startProduct("demo");
const browser = await browserOf.launch({ executablePath, args: ["--no-sandbox"] });
try {
  for (const { file, as, path, language, height = 800, act } of shots) {
    const address = (await plans[path]?.address(product.ready)) ?? path;
    const page = await withCookie(browser, product.ready, personOf(product.ready, as));
    await page.setViewportSize({ width: 1280, height });
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
    if (language) await page.context().addCookies([{ name: "language", value: language, url: product.ready.portal }]);
    await page.goto(address, { waitUntil: "networkidle" });
    await act?.(page);
    await page.screenshot({ path: join(folder, `${file}.png`) });
    say(`docs/images/${file}.png  ${address}`);
    await page.context().close();
  }
} finally {
  await browser.close();
  await product.stop();
  product.remove();
}
