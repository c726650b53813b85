"use client";

import { useSay } from "@countersign/ui/say";
import type { Detail } from "@countersign/verifier";
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

/** What the verifier says of something, once it can be said; in English it stands there from the beginning. */
export function useTold(detail: Detail | undefined, inEnglish: string): string | null {
  const say = useSay();
  const [text, setText] = useState(say.language === "en" ? inEnglish : null);
  useEffect(() => {
    if (say.language === "en") return;
    let asked = true;
    void Promise.all([fullSay(say), import("@countersign/verifier/told")])
      .then(([full, { tell }]) => tell(full, detail ?? inEnglish))
      .catch(() => inEnglish)
      .then((told) => {
        if (asked) setText(told);
      });
    return () => {
      asked = false;
    };
  }, [say, detail, inEnglish]);
  return text;
}
