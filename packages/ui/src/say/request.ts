import { isLanguage, isZone, languageWanted } from "@countersign/words";
import { speakerFor } from "@countersign/words/de/speaker";
import { cookies, headers } from "next/headers.js";
import { cache } from "react";
import { forPages, type PageSay } from "./rich.ts";

/** How this request's texts are said: in the language and zone that the person has chosen, else in what the browser asks for and in UTC. */
export const requestSay = cache(async (): Promise<PageSay> => {
  const [jar, head] = [await cookies(), await headers()];
  const chosen = jar.get("language")?.value;
  const language = isLanguage(chosen) ? chosen : languageWanted(head.get("accept-language"));
  const zone = jar.get("zone")?.value;
  return forPages(speakerFor(language, zone && isZone(zone) ? zone : "UTC"));
});
