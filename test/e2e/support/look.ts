import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, type Response } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const desk = { width: 1440, height: 900 };
const telephone = { width: 360, height: 800 };

/**
 * axe (WCAG 2.2 AA and best practice) and the page's width, in light and dark, on a desk and on a telephone; `half` of
 * these four for more states of a page that is looked at in full elsewhere. Answers what is wrong.
 */
export async function lookAt(page: Page, half = false): Promise<string[]> {
  const problems: string[] = [];
  if (!half) problems.push(...(await lookAtExtremes(page)));
  for (const size of [desk, telephone]) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      if (half && (size === desk) !== (colorScheme === "light")) continue;
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const where = `${colorScheme} ${size.width}`;
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      problems.push(
        ...violations.map(
          (violation) =>
            `${where}: ${violation.id} (${violation.help}) at ${violation.nodes
              .slice(0, 3)
              .map((node) => node.target.join(" "))
              .join("; ")}`,
        ),
      );
    }
    problems.push(...(await tooWide(page, String(size.width))));
  }
  return problems;
}

async function tooWide(page: Page, where: string): Promise<string[]> {
  const over = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
  return over > 0 ? [`${where}: ${over} px wider than the window`] : [];
}

/** In longer words, the strange English and German: what has no room for them. */
export async function lookAtLanguages(page: Page): Promise<string[]> {
  const problems: string[] = [];
  await page.setViewportSize(telephone);
  for (const language of ["en-XA", "de"]) {
    await page.context().addCookies([{ name: "language", value: language, url: page.url() }]);
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    problems.push(...(await tooWide(page, `${language} 360`)));
  }
  return problems;
}

/** Colours that the person forces; 320 px, which is 1280 at 400 % (WCAG 1.4.10); and letters as far apart as somebody may set them (1.4.12). */
async function lookAtExtremes(page: Page): Promise<string[]> {
  await page.setViewportSize(desk);
  await page.emulateMedia({ forcedColors: "active" });
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  await page.emulateMedia({ forcedColors: "none" });
  await page.setViewportSize({ width: 320, height: 256 });
  const narrow = await tooWide(page, "320");
  const spacing = await page.addStyleTag({
    content:
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
  });
  const spaced = await tooWide(page, "320, spaced");
  await spacing.evaluate((style) => style.parentNode?.removeChild(style));
  return [...violations.map(({ id, help }) => `forced colours: ${id} (${help})`), ...narrow, ...spaced];
}

/** Bytes of every script that the page loads from here on, gzipped, in KiB. */
export function weighScripts(page: Page): () => Promise<number> {
  const scripts = new Map<string, Response>();
  page.on("response", (response) => {
    if (/\.js(\?|$)/.test(response.url())) scripts.set(response.url(), response);
  });
  return async () => {
    await page.waitForLoadState("networkidle");
    let bytes = 0;
    for (const response of scripts.values()) bytes += gzipSync(await response.body()).length;
    expect(scripts.size, "scripts were seen").toBeGreaterThan(0);
    return bytes / 1024;
  };
}
