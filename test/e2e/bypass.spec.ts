import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { attempts as sqlAttempts } from "../../packages/db/test/attempts/every.ts";
import { type Attempt, setStage, type Stage } from "./attempts/attempt.ts";
import { browser as inTheBrowser } from "./attempts/browser.ts";
import { content } from "./attempts/content.ts";
import { decisions } from "./attempts/decisions.ts";
import { sessions } from "./attempts/sessions.ts";
import { tokens } from "./attempts/tokens.ts";
import { bypassPage } from "./support/bypass-page.ts";
import { governed, refusals } from "./support/governed.ts";
import { expect, test } from "./support/journey.ts";
import { root } from "./support/product.ts";
import { decide } from "./support/signing.ts";
import { Terminal } from "./support/terminal.ts";

const groups: Record<string, Attempt[]> = { sessions, tokens, decisions, content };
let stage: Stage;
test.describe.configure({ mode: "default" });
test.beforeAll(async ({ browser, ready }) => {
  test.setTimeout(120_000);
  stage = await setStage(ready, browser);
});

for (const [group, attempts] of Object.entries(groups)) {
  test.describe(group, () => {
    for (const { attempt, way, refusedBy, run } of attempts) {
      test(`${way}: ${attempt} → ${refusedBy}`, async ({ ready }) => {
        const before = await governed(ready);
        const answered = await run(stage);
        expect(answered).toContain(refusedBy);
        expect(await governed(ready), "nothing governed has changed").toEqual(before);
      });
    }
  });
}

test.describe("in the browser", () => {
  test.afterEach(async () => {
    for (const context of stage.browser.contexts()) await context.close();
  });
  for (const { attempt, refusedBy, prepare, run } of inTheBrowser) {
    test(`browser: ${attempt} → ${refusedBy}`, async ({ ready }) => {
      const page = await prepare(stage);
      const before = await governed(ready);
      expect(await run(page, stage)).toContain(refusedBy);
      expect(await governed(ready), "nothing governed has changed").toEqual(before);
    });
  }
});

test("a refused attempt is itself in the record, with who tried what; one that nobody signed in made is not", async ({
  ready,
}) => {
  const before = await refusals(ready);
  await decide(stage.at.Priya, stage.own.reviewId);
  expect(await refusals(ready)).toBe(before + 1);
  await new Terminal(ready.gateway, "cst_invented").command("review.decide", {});
  expect(await refusals(ready)).toBe(before + 1);
});

test("docs/bypass.md is what these attempts show", () => {
  const outside = [...Object.values(groups).flat(), ...inTheBrowser.map((tried) => ({ ...tried, way: "browser" }))];
  const inside = Object.values(sqlAttempts).flat();
  const page = bypassPage(
    outside,
    inside.map(({ attempt, role, refusedBy }) => ({ attempt, way: `SQL as ${role ?? "countersign_app"}`, refusedBy })),
  );
  const path = join(root, "docs/bypass.md");
  // `COUNTERSIGN_WRITE_DOCS=1` writes the page instead of comparing it.
  if (process.env["COUNTERSIGN_WRITE_DOCS"]) writeFileSync(path, page);
  expect(readFileSync(path, "utf8")).toBe(page);
  const names = [...outside, ...inside].map(
    ({ attempt, ...tried }) => `${attempt}, ${"role" in tried ? String(tried.role) : ""}`,
  );
  expect(
    names.filter((name, i) => names.indexOf(name) !== i),
    "no attempt is counted twice",
  ).toEqual([]);
});
