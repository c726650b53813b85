import { type Browser, type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import type { Ready } from "./product.ts";

interface Fixtures {
  ready: Ready;
  /** A page of its own for a person of the demo, signed in through the form. */
  as(name: string): Promise<Page>;
}

/** Journeys by people of the demo. A console error or a page error on any page fails the journey. */
export const test = base.extend<Fixtures>({
  // A value, not a function: the set-up has put it in the environment before a worker starts.
  ready: [JSON.parse(process.env["COUNTERSIGN_E2E_READY"] ?? "{}") as Ready, { option: true }],
  as: async ({ browser, ready }, use) => {
    const contexts: BrowserContext[] = [];
    const problems: string[] = [];
    await use(async (name) => {
      const page = await signIn(browser, ready, name, problems);
      contexts.push(page.context());
      return page;
    });
    for (const context of contexts) await context.close();
    expect(problems, "no error in the console").toEqual([]);
  },
});

async function signIn(browser: Browser, ready: Ready, name: string, problems: string[]): Promise<Page> {
  const person = ready.people.find((candidate) => candidate.name.startsWith(name));
  if (!person) throw new Error(`nobody in the demo is called ${name}`);
  const context = await browser.newContext({ baseURL: ready.portal });
  const page = await context.newPage();
  watch(page, name, problems);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Inbox/ })).toBeVisible();
  return page;
}

export function watch(page: Page, name: string, problems: string[]): void {
  page.on("pageerror", (error) => problems.push(`${name}: ${error.message}`));
  page.on("console", (message) => {
    // A refusal is answered with its status, which Chromium prints as an error of the network.
    if (message.type() === "error" && !/Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())) problems.push(`${name}: ${message.text()}`);
  });
}

export const passwordOf = (ready: Ready, name: string): string => ready.people.find((person) => person.name.startsWith(name))?.password ?? "";

export { expect } from "@playwright/test";
