"use client";

import { Icon } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";

const year = 365 * 86_400;

/** Light or dark, whatever the system says; a cookie keeps the choice, so that the next page comes in it at once. */
export function ThemeSwitch() {
  const say = useSay();
  const turn = (): void => {
    const root = document.documentElement;
    const dark = root.dataset["theme"] ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    const theme = dark === "dark" ? "light" : "dark";
    root.dataset["theme"] = theme;
    document.cookie = `theme=${theme}; path=/; max-age=${year}; samesite=lax`;
  };
  return (
    <button
      type="button"
      aria-label={say("Switch between light and dark")}
      className="grid size-8 cursor-pointer place-items-center rounded text-ink-2 hover:bg-sunken max-sm:size-11"
      onClick={turn}
    >
      <Icon name="theme" className="size-[18px]" />
    </button>
  );
}
