"use client";

import type { SearchResult } from "@countersign/domain";
import { useSay } from "@countersign/ui/say";
import { useEffect, useState } from "react";
import type { Problem } from "./api.ts";

/** What was found for the words that were asked for last. */
export interface Asked {
  found: SearchResult[];
  asked: string;
  problem: Problem | null;
}
export const nothingAsked: Asked = { found: [], asked: "", problem: null };

/** Long enough that a word is typed, short enough that nobody waits. */
const pauseMs = 90;

/** Asks for a text once it has stood still for a moment; an answer that comes late is left out. */
export function useSearch(text: string): Asked {
  const say = useSay();
  const [state, setState] = useState(nothingAsked);
  const asked = text.trim();
  useEffect(() => {
    if (asked === "") return;
    let current = true;
    const ask = async (): Promise<void> => {
      // The client comes with the first question: most pages are read without it.
      const { client, problemOf } = await import("./api.ts");
      const answer = await client.search.query({ q: asked }).then(
        ({ results }): Asked => ({ found: results, asked, problem: null }),
        (error: unknown): Asked => ({ found: [], asked, problem: problemOf(error, say) }),
      );
      if (current) setState(answer);
    };
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, say]);
  return asked === "" ? nothingAsked : state;
}
