import type { Browser } from "@playwright/test";
import { fresh } from "./own.ts";
import type { Ready } from "./product.ts";
import { operator, terminal } from "./terminal.ts";

export interface NewPerson {
  id: string;
  name: string;
  email: string;
  password: string;
}

/** Somebody new: invited by one administrator, with roles that a second one confirms, and a password by the one-time link. */
export async function newPerson(ready: Ready, browser: Browser, name: string, roles: string[]): Promise<NewPerson> {
  const email = `${fresh("journey")}@northgate.example`;
  const password = "a password of their own";
  const { personId = "", link = "" } = await operator(ready).done("person.invite", { name, email });
  const page = await browser.newPage();
  await page.goto(`${ready.portal}/password?token=${link}`);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.waitForURL(/sign-in/);
  await page.close();
  const marcus = await terminal(ready, "Marcus");
  for (const role of roles) {
    const asked = await operator(ready).done("role.grant", { personId, role });
    if (asked["state"] === "pending") await marcus.done("role.confirm", { grantId: asked["grantId"] });
  }
  return { id: personId, name, email, password };
}
