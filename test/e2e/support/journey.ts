import { type Browser, expect, type Page, test as base } from "@playwright/test";
import { portalCookie } from "./portal.ts";
import { type Ready, startDemo } from "./product.ts";
import { personOf } from "./terminal.ts";

interface Credentials {
  email: string;
  password: string;
}

interface Fixtures {
  /** A page of its own for a person of the demo, signed in through the form. */
  as(name: string): Promise<Page>;
  /** The same by cookie, or nobody: for pages that are only looked at. */
  visitor(name: string | null): Promise<Page>;
}

/** Journeys by people of the demo. A console error or a page error on any page fails the journey. */
export const test = base.extend<Fixtures & { problems: string[] }, { named: string | null; ready: Ready }>({
  // A running instance that the environment names, by its ready file's text: it is used and left running.
  named: [process.env["COUNTERSIGN_E2E_READY"] ?? null, { option: true, scope: "worker" }],
  // Else each worker has one of its own, with the demo's story.
  ready: [
    async ({ named }, use) => {
      if (named) return use(JSON.parse(named) as Ready);
      const running = await startDemo();
      await use(running.ready);
      await running.stop();
      running.remove();
    },
    { scope: "worker", timeout: 300_000 },
  ],
  problems: async ({ browser }, use) => {
    const problems: string[] = [];
    await use(problems);
    for (const context of browser.contexts()) await context.close();
    expect(problems, "no error in the console").toEqual([]);
  },
  as: ({ browser, ready, problems }, use) => use((name) => signIn(browser, ready, personOf(ready, name), problems)),
  visitor: ({ browser, ready, problems }, use) =>
    use(async (name) => {
      const page =
        name === null
          ? await (await browser.newContext({ baseURL: ready.portal })).newPage()
          : await withCookie(browser, ready, personOf(ready, name));
      watch(page, name ?? "nobody", problems);
      return page;
    }),
});

/** Somebody signed in through the form in a context of their own; what the console says goes to `problems`. */
async function signIn(browser: Browser, ready: Ready, person: Credentials, problems: string[]): Promise<Page> {
  const context = await browser.newContext({ baseURL: ready.portal });
  const page = await context.newPage();
  watch(page, person.email, problems);
  await page.goto("/sign-in");
  await giveCredentials(page, person);
  await expect(page.getByRole("heading", { level: 1, name: /Inbox/ })).toBeVisible();
  return page;
}

/** The same with the session's cookie, where signing in is not what the journey is about. */
export async function withCookie(browser: Browser, ready: Ready, person: Credentials): Promise<Page> {
  const context = await browser.newContext({ baseURL: ready.portal });
  const [name = "", value = ""] = (await portalCookie(ready, person)).split("=");
  await context.addCookies([{ name, value, url: ready.portal, httpOnly: true, sameSite: "Lax" }]);
  return context.newPage();
}

export async function giveCredentials(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** What a page says in its console as an error, and what its scripts throw, goes to `problems`. */
export function watch(page: Page, name: string, problems: string[]): void {
  page.on("pageerror", (error) => problems.push(`${name}: ${error.message}`));
  page.on("console", (message) => {
    // A refusal is answered with its status, which Chromium prints as an error of the network.
    if (
      message.type() === "error" &&
      !/Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())
    )
      problems.push(`${name}: ${message.text()}`);
  });
}

export const passwordOf = (ready: Ready, name: string): string => personOf(ready, name).password;

export { expect } from "@playwright/test";
