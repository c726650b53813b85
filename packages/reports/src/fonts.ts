import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { covered } from "./cmap.ts";
import { sfntOf } from "./woff.ts";

const require = createRequire(import.meta.url);
const file = (name: string, subset: string, weight: number): Buffer =>
  sfntOf(readFileSync(require.resolve(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff`)));

const latin = ["latin", "latin-ext"];

/** The product's own faces, and faces for the scripts a name or a reason may be written in. Each package keeps its licence text. */
export function loadFonts(): { blobs: Buffer[]; has: (point: number) => boolean } {
  const blobs = [
    ...latin.flatMap((subset) => [400, 700].map((weight) => file("atkinson-hyperlegible-next", subset, weight))),
    ...[...latin, "vietnamese", "greek", "cyrillic", "cyrillic-ext"].flatMap((subset) =>
      [400, 600].map((weight) => file("source-serif-4", subset, weight)),
    ),
    file("atkinson-hyperlegible-mono", "latin", 400),
    file("noto-sans-hebrew", "hebrew", 400),
    file("noto-sans-arabic", "arabic", 400),
    ...Array.from({ length: 10 }, (_, part) => file("noto-emoji", String(part), 400)),
  ];
  const points = new Set(blobs.flatMap((blob) => covered(blob)));
  return { blobs, has: (point) => points.has(point) };
}
