/** German of the models' pages that their forms say in the browser. */
export const modelsBrowser: Readonly<Record<string, string>> = {
  // Questions of the tier.
  "How much money or volume depends on it?": "Wie viel Geld oder Volumen hängt davon ab?",
  "How many people does it affect in a year?": "Wie viele Menschen betrifft es in einem Jahr?",
  "How many of its decisions are taken without a person?":
    "Wie viele seiner Entscheidungen fallen ohne einen Menschen?",
  "What is it for?": "Wozu dient es?",
  "How complex or opaque is it?": "Wie komplex oder undurchsichtig ist es?",
  "How much rests on assumptions and expert judgement?": "Wie viel beruht auf Annahmen und fachlichem Ermessen?",
  "How weak, unrepresentative or indirect is its data?":
    "Wie schwach, wenig repräsentativ oder mittelbar sind seine Daten?",
  "How much does it change or act by itself?": "Wie stark verändert es sich oder handelt es von selbst?",
  "How much depends on suppliers that cannot be looked into?":
    "Wie viel hängt von Zulieferern ab, in die sich nicht hineinsehen lässt?",
  "How new is it, and how short its record?": "Wie neu ist es, und wie kurz ist seine Bewährung?",
  "It is a high-risk system (Regulation (EU) 2024/1689, Annex III).":
    "Es ist ein Hochrisiko-System (Verordnung (EU) 2024/1689, Anhang III).",
  "It produces content for the public (Regulation (EU) 2024/1689, Article 50).":
    "Es erzeugt Inhalte für die Öffentlichkeit (Verordnung (EU) 2024/1689, Artikel 50).",
  "It decides on hiring or promotion (New York City Local Law 144).":
    "Es entscheidet über Einstellung oder Beförderung (New York City Local Law 144).",
  "It goes on learning in use.": "Es lernt im Einsatz weiter.",
  // Reasons of a tier.
  "Inherent risk is low: the six factors average {mean} of 4.":
    "Das inhärente Risiko ist niedrig: Die sechs Faktoren betragen im Mittel {mean} von 4.",
  "Inherent risk is medium: the six factors average {mean} of 4.":
    "Das inhärente Risiko ist mittel: Die sechs Faktoren betragen im Mittel {mean} von 4.",
  "Inherent risk is high: the six factors average {mean} of 4.":
    "Das inhärente Risiko ist hoch: Die sechs Faktoren betragen im Mittel {mean} von 4.",
  "Exposure {exposure} and purpose {purpose} of 4 make it immaterial.":
    "Exposition {exposure} und Zweck {purpose} von 4 machen es unwesentlich.",
  "Exposure {exposure} and purpose {purpose} of 4 make it of low materiality.":
    "Exposition {exposure} und Zweck {purpose} von 4 ergeben geringe Wesentlichkeit.",
  "Exposure {exposure} and purpose {purpose} of 4 make it of medium materiality.":
    "Exposition {exposure} und Zweck {purpose} von 4 ergeben mittlere Wesentlichkeit.",
  "Exposure {exposure} and purpose {purpose} of 4 make it of high materiality.":
    "Exposition {exposure} und Zweck {purpose} von 4 ergeben hohe Wesentlichkeit.",
  "Together that is {tier}.": "Zusammen ergibt das {tier}.",
  "That makes it {tier} at least.": "Damit ist es mindestens {tier}.",
  // The form of the tier.
  "0 · negligible": "0 · vernachlässigbar",
  "1 · low": "1 · gering",
  "2 · medium": "2 · mittel",
  "3 · high": "3 · hoch",
  "4 · extreme": "4 · extrem",
  "Put it into a tier": "Einstufen",
  "Tier it anew": "Neu einstufen",
  choose: "wählen",
  "Circumstances that set a floor": "Umstände, die eine Mindeststufe setzen",
  "{n, plural, one {# question is open.} other {# questions are open.}}":
    "{n, plural, one {# Frage ist offen.} other {# Fragen sind offen.}}",
  "These answers give {tier}": "Diese Antworten ergeben {tier}",
  "Saving…": "Wird gespeichert …",
  "Set the tier": "Risikostufe setzen",
  "Reviews can begin.": "Prüfungen können beginnen.",
  "It stays where it is.": "Es bleibt, wo es ist.",
  "It is stricter than now: approvals whose policy does not cover it end at once.":
    "Das ist strenger als jetzt: Genehmigungen, deren Richtlinie diese Stufe nicht abdeckt, enden sofort.",
  "It is lighter than now: approvals whose policy does not cover it end at once.":
    "Das ist weniger streng als jetzt: Genehmigungen, deren Richtlinie diese Stufe nicht abdeckt, enden sofort.",
  // Acts on a model.
  "It is proposed: no version of it can be submitted before it is in the inventory.":
    "Es ist vorgeschlagen: Keine seiner Versionen kann eingereicht werden, bevor es im Bestand ist.",
  "Accept into the inventory": "In den Bestand aufnehmen",
  "Refuse the proposal": "Vorschlag ablehnen",
  "Why it is not a model of the inventory": "Warum es kein Modell des Bestands ist",
  "Suspend the model": "Modell aussetzen",
  "Why it has to stop, 20 characters or more": "Warum es anhalten muss, mindestens 20 Zeichen",
  "Suspend the model and sign": "Modell aussetzen und unterschreiben",
  "Restore the model": "Modell wieder in Kraft setzen",
  "Why it may run again, 20 characters or more": "Warum es wieder laufen darf, mindestens 20 Zeichen",
  "Restore the model and sign": "Wieder in Kraft setzen und unterschreiben",
  "Your password, for this signature": "Ihr Passwort, für diese Unterschrift",
  "Signing…": "Wird unterschrieben …",
};
