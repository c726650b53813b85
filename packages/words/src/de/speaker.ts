import type { Language } from "../language.ts";
import { type Say, speaker } from "../say.ts";
import { german } from "./index.ts";

/** How everything is said to whoever has chosen these; for servers, which hold whole catalogues. */
export const speakerFor = (language: Language, zone: string): Say =>
  speaker(language, zone, language === "de" ? german : {});
