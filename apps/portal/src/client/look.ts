"use client";

/** What a browser chooses of how pages look: each is a cookie and an attribute of the document, by the same name. */
export type LookName = "theme" | "density";

const year = 365 * 86_400;

/** What the document looks like now; null: as usual. */
export const lookNow = (name: LookName): string | null => document.documentElement.dataset[name] ?? null;

/** Changes the page at once; a cookie keeps it, so that the next page comes so from the server. */
export function keepLook(name: LookName, value: string | null): void {
  if (value === null) delete document.documentElement.dataset[name];
  else document.documentElement.dataset[name] = value;
  document.cookie = `${name}=${value ?? ""}; path=/; max-age=${value === null ? 0 : year}; samesite=lax`;
}
