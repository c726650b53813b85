/** German of what every page has in the browser: search, keys, news, problems. */
export const shellBrowser: Readonly<Record<string, string>> = {
  // Keys.
  Everywhere: "Überall",
  "the same": "dasselbe",
  "go to the inbox": "zum Eingang",
  "go to the models": "zu den Modellen",
  "go to the audit trail": "zum Prüfpfad",
  "go to the policies": "zu den Richtlinien",
  "this list": "diese Liste",
  Inbox: "Eingang",
  "the next entry": "nächster Eintrag",
  "the entry before": "voriger Eintrag",
  "open the selected entry": "ausgewählten Eintrag öffnen",
  "put it off": "zurückstellen",
  "who signs it: ask, take, hand over": "wer unterschreibt: bitten, übernehmen, übergeben",
  Review: "Prüfung",
  "recommend, or approve": "empfehlen oder genehmigen",
  "approve with conditions": "mit Auflagen genehmigen",
  "request changes": "Änderungen verlangen",
  reject: "ablehnen",
  "take the approval certificate along": "Genehmigungszertifikat mitnehmen",
  "to what waits next once you have signed, else to the inbox":
    "nach der Unterschrift zum Nächsten, das wartet, sonst zum Eingang",
  "All keys, and how to change them or switch them off": "Alle Tasten, und wie sie sich ändern oder abschalten lassen",
  "{key} is taken: {what}": "{key} ist vergeben: {what}",
  "Key: {what}": "Taste: {what}",
  none: "keine",
  "Change keys": "Tasten ändern",
  "Back to the usual keys": "Zurück zu den üblichen Tasten",
  Keys: "Tasten",
  "These keys are on in this browser": "Diese Tasten sind in diesem Browser eingeschaltet",
  "What the words mean, and who does what": "Was die Begriffe bedeuten und wer was tut",
  // Search.
  "Search, or go to": "Suchen oder öffnen",
  "A model, credit-pd/2, a policy, a person, #605, an id or a digest":
    "Ein Modell, credit-pd/2, eine Richtlinie, eine Person, #605, eine ID oder eine Prüfsumme",
  "Model, credit-pd/2, policy, person, #605, digest": "Modell, credit-pd/2, Richtlinie, Person, #605, Prüfsumme",
  Found: "Gefunden",
  page: "Seite",
  "Searching …": "Suche läuft …",
  "Arrow keys choose, Enter opens.": "Pfeiltasten wählen, Enter öffnet.",
  "Nothing is named “{text}”. A version is found as credit-pd/2, an entry as #605.":
    "Nichts heißt „{text}“. Eine Version findet sich als credit-pd/2, ein Eintrag als #605.",
  "{n} found. Arrow keys choose, Enter opens.": "{n} gefunden. Pfeiltasten wählen, Enter öffnet.",
  // Jobs.
  "{narrowed, select, true {Selection of the audit trail} other {Audit trail}} as CSV":
    "{narrowed, select, true {Auswahl aus dem Prüfpfad} other {Prüfpfad}} als CSV",
  "{narrowed, select, true {Selection of the audit trail} other {Audit trail}} as XLSX":
    "{narrowed, select, true {Auswahl aus dem Prüfpfad} other {Prüfpfad}} als XLSX",
  "{narrowed, select, true {Selection of the audit trail} other {Audit trail}} with proofs (NDJSON)":
    "{narrowed, select, true {Auswahl aus dem Prüfpfad} other {Prüfpfad}} mit Nachweisen (NDJSON)",
  "Evidence bundle of {model}, version {n}": "Nachweispaket von {model}, Version {n}",
  "{what}: ready.": "{what}: fertig.",
  "{what}: failed. {why}.": "{what}: gescheitert. {why}.",
  "{what}: cancelled.": "{what}: abgebrochen.",
  "{what}: begun.": "{what}: begonnen.",
  "{what}: {n} %.": "{what}: {n} %.",
  Jobs: "Aufträge",
  "Reading …": "Wird gelesen …",
  "{n, plural, one {# job} other {# jobs}}": "{n, plural, one {# Auftrag} other {# Aufträge}}",
  "Nothing is being made for you. Exports that take long stand here.":
    "Für Sie wird gerade nichts erstellt. Exporte, die länger dauern, stehen hier.",
  "They go on when you leave, and are kept for 30 days.":
    "Aufträge laufen weiter, wenn Sie die Seite verlassen, und werden 30 Tage aufbewahrt.",
  Remove: "Entfernen",
  "Removed.": "Entfernt.",
  Download: "Herunterladen",
  "It is recorded that you take it": "Die Mitnahme wird im Prüfpfad festgehalten",
  "It is read from the record": "Wird aus dem Protokoll gelesen",
  "It waits for the notary's signature": "Wartet auf die Signatur des Notardienstes",
  "The file is written": "Die Datei wird geschrieben",
  "It waits for its turn.": "Wartet, bis er an der Reihe ist.",
  "Cancelled. Nothing was kept.": "Abgebrochen. Nichts wurde aufbewahrt.",
  "{name}, {size}. Kept until {day}.": "{name}, {size}. Aufbewahrt bis {day}.",
  "{done} of {total} entries": "{done} von {total} Einträgen",
  // News.
  Show: "Zeigen",
  // The bar.
  "Switch between light and dark": "Zwischen hell und dunkel wechseln",
  "Sign out": "Abmelden",
  // Problems.
  "Your session has ended": "Ihre Sitzung ist beendet",
  "Nothing was signed. What you typed is kept in this window.":
    "Nichts wurde unterschrieben. Was Sie geschrieben haben, bleibt in diesem Fenster erhalten.",
  "Sign in again and come back.": "Melden Sie sich wieder an und kommen Sie zurück.",
  "The server did not answer": "Der Server hat nicht geantwortet",
  "Nothing was changed as far as we know. What you typed is kept.":
    "Soweit bekannt, wurde nichts geändert. Was Sie geschrieben haben, bleibt erhalten.",
  "Try again in a moment.": "Versuchen Sie es gleich noch einmal.",
  // Acts that nothing undoes.
  Keep: "Beibehalten",
  "search, go to, or act: suspend credit-pd, draft staging":
    "suchen, hingehen oder handeln: suspend credit-pd, draft staging",
};
