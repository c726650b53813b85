import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "./language.ts";
import { pseudo } from "./pseudo.ts";

export type Values = Record<string, string | number>;

/** What a tag of a message becomes: given what stands inside it. */
type Wrap<T> = (inside: (string | T)[]) => T;

/**
 * Says an English message in somebody's language. The message is ICU MessageFormat: `{n, plural, one {# check} other {# checks}}`,
 * `{role, select, …}`. English stands in the code; a catalogue has the other languages' messages by it (`msgid` of gettext).
 */
export interface Say {
  (message: string, values?: Values): string;
  readonly language: Language;
  /** For `Intl`. */
  readonly locale: string;
  /** IANA time zone in which moments are shown. */
  readonly zone: string;
  /** A message with tags: `<b>You</b>, one of {n}`. */
  parts<T>(message: string, values: Record<string, string | number | T | Wrap<T>>): (string | T)[];
  /** A machine word (`model_risk_manager`, `in_validation`) as the words of the field. */
  term(word: string): string;
  /** A count, with the language's thousands. */
  count(n: number): string;
  /** "a, b and c". */
  list(items: readonly string[], kind?: "and" | "or"): string;
}

type Catalogue = Readonly<Record<string, string>>;

const spoken = new Map<string, IntlMessageFormat>();

function format(locale: string, message: string): IntlMessageFormat {
  const key = `${locale} ${message}`;
  const known = spoken.get(key);
  if (known) return known;
  const made = new IntlMessageFormat(message, locale);
  spoken.set(key, made);
  return made;
}

const hasSyntax = (message: string): boolean => /[{<']/.test(message);

/** A speaker of a language. A message that the catalogue lacks is said in English: never nothing. */
export function speaker(language: Language, zone = "UTC", catalogue: Catalogue = {}): Say {
  const locale = language === "de" ? "de" : "en";
  const numbers = new Intl.NumberFormat(locale);
  const translated = (message: string): string => {
    if (language === "en-XA") return pseudo(message);
    const key = !(message in catalogue) && termKey(message) in catalogue ? termKey(message) : message;
    return catalogue[key] ?? message;
  };
  const say = (message: string, values?: Values): string => {
    const text = translated(message);
    return hasSyntax(text) ? String(format(locale, text).format(values)) : text;
  };
  return Object.assign(say, {
    language,
    locale,
    zone,
    parts<T>(message: string, values: Record<string, string | number | T | Wrap<T>>): (string | T)[] {
      const said = format(locale, translated(message)).format<T>(values as Record<string, string | T>);
      return Array.isArray(said) ? said : [said];
    },
    term: (word: string) => {
      const plain = word.replaceAll("_", " ");
      return catalogue[termKey(plain) in catalogue ? termKey(plain) : plain] ?? translated(plain);
    },
    count: (n: number) => numbers.format(n),
    list: (items: readonly string[], kind: "and" | "or" = "and") =>
      new Intl.ListFormat(locale, { type: kind === "and" ? "conjunction" : "disjunction" }).format(items),
  });
}

/** Where a catalogue has a machine word: a message may be the same to the letter and mean something else. */
export const termKey = (word: string): string => `=${word}`;

/** What is said where nobody has chosen: the command line, the record, exports. */
export const english = speaker("en");

/** Marks a message that stands in a table and is said later, so that catalogues are held complete. */
export const msg = <M extends string>(message: M): M => message;

/** A message with what goes into it, to be said later and elsewhere: in whose language is not known where it is made. */
export interface Phrase<V = string | number> {
  message: string;
  values: Record<string, V>;
}

/** Makes one; it marks its message as `msg` does. */
export const phrase = <V = string | number>(message: string, values: Record<string, V> = {}): Phrase<V> => ({
  message,
  values,
});
