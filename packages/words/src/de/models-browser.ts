/** German of the models' pages that their forms say in the browser. */
export const modelsBrowser: Readonly<Record<string, string>> = {
  // Questions of the tier.
  // Reasons of a tier.
  "Inherent risk is low: the six factors average {mean} of 4.":
    "Das inhärente Risiko ist niedrig: Die sechs Faktoren betragen im Mittel {mean} von 4.",
  "Inherent risk is medium: the six factors average {mean} of 4.":
    "Das inhärente Risiko ist mittel: Die sechs Faktoren betragen im Mittel {mean} von 4.",
  "Inherent risk is high: the six factors average {mean} of 4.":
    "Das inhärente Risiko ist hoch: Die sechs Faktoren betragen im Mittel {mean} von 4.",
  "Exposure {exposure} and purpose {purpose} of 4 make it of low materiality.":
    "Exposition {exposure} und Zweck {purpose} von 4 ergeben geringe Wesentlichkeit.",
  "Exposure {exposure} and purpose {purpose} of 4 make it of medium materiality.":
    "Exposition {exposure} und Zweck {purpose} von 4 ergeben mittlere Wesentlichkeit.",
  "Exposure {exposure} and purpose {purpose} of 4 make it of high materiality.":
    "Exposition {exposure} und Zweck {purpose} von 4 ergeben hohe Wesentlichkeit.",
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
