"use client";

import { Icon } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { keepLook, lookNow } from "./look.ts";

/** Light or dark, whatever the system says. */
export function ThemeSwitch() {
  const say = useSay();
  const turn = (): void => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    keepLook("theme", (lookNow("theme") ?? dark) === "dark" ? "light" : "dark");
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
