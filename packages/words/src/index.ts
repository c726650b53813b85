export { isLanguage, type Language, languages, languageWanted } from "./language.ts";
export { dayParts, daysUntil, dayText, dueText, longDayText, momentText } from "./moment.ts";
export { english, msg, type Phrase, phrase, type Say, speaker, type Values } from "./say.ts";
export { type PlaceProblem, saidProblem, tell, type Told, type Words } from "./told.ts";
export { isZone } from "./zone.ts";
