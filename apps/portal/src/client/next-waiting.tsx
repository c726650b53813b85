"use client";

import { useSay } from "@countersign/ui/say";
import Link from "next/link";
import { Key, useKey } from "./keymap.tsx";

/** What waits next for whoever has just signed: offered with its key, and never opened by itself (ux 6.2, 6). */
export function NextWaiting({ next }: { next: { href: string; title: string; todo: string | null } }) {
  const say = useSay();
  const shortcut = useKey("n");
  return (
    <p className="border-t border-hair pt-2">
      <span className="text-muted">{say("Next waiting for you:")}</span>{" "}
      <Link className="link" href={next.href} prefetch={false} aria-keyshortcuts={shortcut}>
        {next.title}
      </Link>{" "}
      <Key of="n" className="max-md:hidden" />
      {next.todo && <span className="block text-ink-2">{next.todo}</span>}
    </p>
  );
}
