"use client";

import { useSay } from "@countersign/ui/say";
import { type Say, speaker } from "@countersign/words";
import { useEffect, useState } from "react";

/**
 * Says also what pages do not carry with them: what verifying finds, and why. German of that is fetched when it is needed;
 * where it cannot be, it is said in English.
 */
export async function fullSay(say: Say): Promise<Say> {
  if (say.language !== "de") return say;
  const german = await import("@countersign/words/de").then(
    (catalogue) => catalogue.german,
    () => null,
  );
  return german ? speaker(say.language, say.zone, german) : say;
}

/** The same for a component; null until it is there. */
export function useFullSay(): Say | null {
  const say = useSay();
  const [full, setFull] = useState<Say | null>(say.language === "de" ? null : () => say);
  useEffect(() => {
    let asked = true;
    void fullSay(say).then((all) => asked && setFull(() => all));
    return () => void (asked = false);
  }, [say]);
  return full;
}
