/** German of tiering and of dry runs, which the browser says too. */
export const checksInBrowser: Readonly<Record<string, string>> = {
  // Questions of the tier (domain/tiering).
  "How much money or volume depends on it?": "Wie viel Geld oder Volumen hängt davon ab?",
  "How many people does it affect in a year?": "Wie viele Menschen betrifft es in einem Jahr?",
  "How many of its decisions are taken without a person?":
    "Wie viele seiner Entscheidungen fallen, ohne dass ein Mensch beteiligt ist?",
  "What is it for?": "Wofür ist es da?",
  "How complex or opaque is it?": "Wie komplex oder undurchsichtig ist es?",
  "How much rests on assumptions and expert judgement?": "Wie viel beruht auf Annahmen und fachlichem Ermessen?",
  "How weak, unrepresentative or indirect is its data?": "Wie schwach, unrepräsentativ oder indirekt sind seine Daten?",
  "How much does it change or act by itself?": "Wie sehr verändert es sich oder handelt es von selbst?",
  "How much depends on suppliers that cannot be looked into?":
    "Wie viel hängt von Anbietern ab, die keinen Einblick geben?",
  "How new is it, and how short its record?": "Wie neu ist es, und wie kurz ist seine Erfahrung?",
  "It is a high-risk system (Regulation (EU) 2024/1689, Annex III).":
    "Es ist ein Hochrisiko-System (Verordnung (EU) 2024/1689, Anhang III).",
  "It produces content for the public (Regulation (EU) 2024/1689, Article 50).":
    "Es erzeugt Inhalte für die Öffentlichkeit (Verordnung (EU) 2024/1689, Artikel 50).",
  "It decides on hiring or promotion (New York City Local Law 144).":
    "Es entscheidet über Einstellung oder Beförderung (New York City Local Law 144).",
  "It goes on learning in use.": "Es lernt im Einsatz weiter.",
  "must be an object": "muss ein Objekt sein",
  "is not known here": "ist hier nicht bekannt",
  "is not a question": "ist keine Frage",
  "must be a whole number from 0 to 4": "muss eine ganze Zahl von 0 bis 4 sein",
  "must list each of these at most once: {names}": "muss jedes hiervon höchstens einmal nennen: {names}",
  "Exposure {exposure} and purpose {purpose} of 4 make it immaterial.":
    "Exposition {exposure} und Zweck {purpose} von 4: unwesentlich.",
  "Together that is {tier}.": "Zusammen ergibt das {tier}.",
  "{circumstance} That makes it {tier} at least.": "{circumstance} Damit ist es mindestens {tier}.",

  // What a draft would change for a review (domain/dry-run-words).
  "would be blocked": "wäre blockiert",
  "would need new measurements": "bräuchte neue Messungen",
  "would need a condition": "bräuchte eine Auflage",
  "would need more signatures": "bräuchte mehr Unterschriften",
  "would have less in its way": "hätte weniger im Weg",
};
