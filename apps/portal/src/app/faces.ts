import localFont from "next/font/local";

// The Latin letters of the faces. The one that pages are read in is asked for together with the page (34 of at most 36 KiB);
// the serif comes when it is needed, and what stands in for it has its measure (`stand-ins.css`): nothing moves.
// The constants name the faces: one called serif would be looked for among the system's while it is on its way.
// Letters beyond Latin come from the style sheets of the same faces, where a page has any.

const sansFace = localFont({
  src: "../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--face-sans",
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0000-00FF, U+2000-206F, U+20AC, U+2122, U+2212" }],
});

const serifFace = localFont({
  src: "../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  weight: "200 900",
  variable: "--face-serif",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0000-00FF, U+2000-206F, U+20AC, U+2122, U+2212" }],
});

export const faces = `${sansFace.variable} ${serifFace.variable}`;
