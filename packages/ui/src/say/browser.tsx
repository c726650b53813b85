"use client";

import { english, type Language, speaker } from "@countersign/words";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { forPages, type PageSay } from "./rich.ts";

const Spoken = createContext<PageSay>(forPages(english));

interface SpeakingProps {
  language: Language;
  zone: string;
  /** What components of the browser say in this language; none for English. */
  catalogue: Readonly<Record<string, string>> | null;
  children: ReactNode;
}

/** Gives the browser's components the language of the page. */
export function Speaking({ language, zone, catalogue, children }: SpeakingProps) {
  const say = useMemo(() => forPages(speaker(language, zone, catalogue ?? {})), [language, zone, catalogue]);
  return <Spoken value={say}>{children}</Spoken>;
}

/** How a component says its texts: in the browser by the page's language, on the server by the request's (`react-server`). */
export const useSay = (): PageSay => useContext(Spoken);
