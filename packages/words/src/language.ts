/** Languages that the portal speaks. `en-XA` is English made longer and strange: it shows what is not yet put through `say`, and what has no room. */
export const languages = ["en", "de", "en-XA"] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (text: string | null | undefined): text is Language =>
  languages.some((language) => language === text);

/** The first language of an Accept-Language header (RFC 9110, 12.5.4) that is spoken here; English where none is. */
export function languageWanted(accepted: string | null): Language {
  const wanted = (accepted ?? "")
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith("q="));
      return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  const first = wanted.find(({ tag }) => /^(?:de|en)(?:-|$)/.test(tag));
  return first?.tag.startsWith("de") ? "de" : "en";
}
