/// <reference lib="dom" />
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

/** What a page may load: scripts as its plan says, styles and the fonts that it asks for before it needs them; KiB gzipped. */
export const budgets = { styles: 25, fonts: 36 };

/** What the page loads from here on, in KiB: scripts and styles gzipped; of fonts, which are packed already, those preloaded. */
export function weigh(page: Page): () => Promise<{ scripts: number; styles: number; fonts: number }> {
  const loaded = new Map<string, Response>();
  page.on("response", (response) => loaded.set(new URL(response.url()).pathname, response));
  return async () => {
    await page.waitForLoadState("networkidle");
    const of = async (names: string[], pack: (body: Buffer) => Buffer): Promise<number> => {
      let bytes = 0;
      for (const name of names) bytes += pack((await loaded.get(name)?.body()) ?? Buffer.alloc(0)).length;
      return bytes / 1024;
    };
    const ending = (end: string): string[] => [...loaded.keys()].filter((name) => name.endsWith(end));
    const preloaded = await page
      .locator('link[rel="preload"][as="font"]')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLLinkElement).href).pathname));
    expect(ending(".js").length, "scripts were seen").toBeGreaterThan(0);
    expect(ending(".css").length, "styles were seen").toBeGreaterThan(0);
    return {
      scripts: await of(ending(".js"), (body) => gzipSync(body)),
      styles: await of(ending(".css"), (body) => gzipSync(body)),
      fonts: await of(preloaded, (body) => body),
    };
  };
}

/** From one end of the page to the other by Tab alone: each stop is seen, in sight and not covered (WCAG 2.4.7, 2.4.11). Answers what is wrong. */
export async function walkByTab(page: Page, most = 400): Promise<{ stops: number; problems: string[] }> {
  const problems: string[] = [];
  await page.locator("body").evaluate((body) => {
    body.tabIndex = -1;
    body.focus();
    body.removeAttribute("tabindex");
  });
  for (let stops = 0; stops < most; stops++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      const style = getComputedStyle(at);
      // Of a link that goes on in the next line, the first line: the middle of both may be another's.
      const { left, right, top: upper, bottom } = at.getClientRects()[0] ?? at.getBoundingClientRect();
      // The middle of what is in the window: a tall region may begin above it.
      const middle = (from: number, to: number, end: number): number => (Math.max(0, from) + Math.min(end, to)) / 2;
      const [cx, cy] = [middle(left, right, innerWidth), middle(upper, bottom, innerHeight)];
      const top = document.elementFromPoint(cx, cy);
      return {
        name: `${at.tagName.toLowerCase()} “${(at.getAttribute("aria-label") ?? at.textContent ?? "").trim().slice(0, 40)}”`,
        // A row that is selected by focus says so as a whole.
        shown:
          (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || at.getAttribute("aria-current") === "true",
        inSight: right > left && right > 0 && left < innerWidth && bottom > 0 && upper < innerHeight,
        covered:
          top !== null && top !== at && !at.contains(top) && !top.contains(at) ? top.tagName.toLowerCase() : null,
      };
    });
    if (!stop) return { stops, problems };
    if (!stop.shown) problems.push(`${stop.name}: its focus is not seen`);
    if (!stop.inSight) problems.push(`${stop.name}: out of sight`);
    if (stop.inSight && stop.covered !== null) problems.push(`${stop.name}: covered by ${stop.covered}`);
  }
  return { stops: most, problems: [...problems, `no end after ${most} stops`] };
}
