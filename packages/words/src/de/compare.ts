/** German of the comparison of two versions. */
export const compare: Readonly<Record<string, string>> = {
  // The page.
  Compare: "Vergleichen",
  with: "mit",
  "The other way round": "Andersherum",
  "{model} <quiet>· version {base} and version {now}</quiet>":
    "{model} <quiet>· Version {base} und Version {now}</quiet>",
  Metrics: "Metriken",
  "as reviewed for {environment}": "wie geprüft für {environment}",
  "not comparable": "nicht vergleichbar",
  "The two were never reviewed for the same environment, so nothing was measured of both in the same way.":
    "Die beiden wurden nie für dieselbe Umgebung geprüft, also wurde nichts an beiden auf gleiche Weise gemessen.",
  "No metric that both have differs.": "Keine Metrik, die beide haben, weicht ab.",
  "{n} ended otherwise, {alike} alike": "{n} anders beendet, {alike} gleich",
  "Every check ended alike.": "Jede Kontrolle endete gleich.",
  "Checks compared": "Kontrollen im Vergleich",
  Check: "Kontrolle",
  "not asked": "nicht verlangt",
  "Settings, columns, requirements, files": "Einstellungen, Spalten, Abhängigkeiten, Dateien",
  "{n} differ": "{n, plural, one {# weicht} other {# weichen}} ab",
  "Both were registered with the same settings and the same files.":
    "Beide wurden mit denselben Einstellungen und denselben Dateien registriert.",
  "Model card": "Modellkarte",
  "word by word": "Wort für Wort",
  "The text of the card is the same, or neither has one.":
    "Der Text der Modellkarte ist gleich, oder keine von beiden hat eine.",

  // Metrics.
  "Tested on different data.": "Auf verschiedenen Daten getestet.",
  "The test data of version {base} and version {now} are not the same, so figures measured on them cannot be compared: both are shown, and neither is called better.":
    "Die Testdaten von Version {base} und Version {now} sind nicht dieselben, also lassen sich darauf gemessene Werte nicht vergleichen: Beide werden gezeigt, und keiner wird besser genannt.",
  "Metrics compared": "Metriken im Vergleich",
  Metric: "Metrik",
  Change: "Änderung",
  Judged: "Beurteilt",
  "up by": "gestiegen um",
  "down by": "gesunken um",
  better: "besser",
  worse: "schlechter",
  "No figure for version {version}, so no comparison: {names}.":
    "Kein Wert für Version {version}, also kein Vergleich: {names}.",

  // Settings, and the card.
  "Settings compared": "Einstellungen im Vergleich",
  What: "Was",
  "<del>Only in version {base}</del>, <ins>only in version {now}</ins>":
    "<del>Nur in Version {base}</del>, <ins>nur in Version {now}</ins>",
  "(file)": "(Datei)",
  "not JSON": "kein JSON",
  any: "alle",
  "(signature)": "(Signatur)",
  "not readable": "nicht lesbar",
  "{type}, optional": "{type}, optional",

  // Said on other pages too.
  "Version {version}": "Version {version}",
};
