/** German of the frame around every page: bar, rail, the paper of pages outside. */
export const frame: Readonly<Record<string, string>> = {
  "Where machine-learning models get approved": "Wo Modelle des maschinellen Lernens genehmigt werden",
  "Sample data": "Beispieldaten",
  Models: "Modelle",
  "Audit trail": "Prüfpfad",
  Policies: "Richtlinien",
  People: "Personen",
  Verify: "Verifizieren",
  "You: sessions and roles": "Sie: Sitzungen und Rollen",
  "Sample decisions": "Stichprobe von Entscheidungen",
  "As {person} saw it, {moment}. What is signed stands in the evidence bundle, which anyone can verify.":
    "Wie {person} es gesehen hat, {moment}. Was unterschrieben ist, steht im Nachweispaket, das sich ohne Anmeldung verifizieren lässt.",
  "Help: words, roles, keys": "Hilfe: Begriffe, Rollen, Tasten",
  "Jobs: what is being made for you": "Aufträge: was für Sie erstellt wird",
  "Skip to content": "Zum Inhalt",
  Main: "Hauptbereiche",
  "waiting for you": "warten auf Sie",
  "signed by the notary": "vom Notardienst signiert",
  "It cannot be bypassed.": "Es lässt sich nicht umgehen.",
  "It cannot be rewritten.": "Es lässt sich nicht umschreiben.",
  "Anyone can check.": "Alle können es prüfen.",
  "The database cannot be reached": "Die Datenbank ist nicht erreichbar",
  "What was asked is not confirmed; it may not have been done.":
    "Der Auftrag ist nicht bestätigt; möglicherweise wurde er nicht ausgeführt.",
  "Something broke. Nothing was changed.": "Etwas ist schiefgegangen. Nichts wurde geändert.",
  "Your session has ended. Sign in again: what you typed is kept.":
    "Ihre Sitzung ist beendet. Melden Sie sich wieder an: Was Sie geschrieben haben, bleibt erhalten.",
  Breadcrumb: "Navigationspfad",
  "Back to the review": "Zurück zur Prüfung",
  "Back to the page": "Zurück zur Seite",
  "It is still being made": "Es wird noch erstellt",
  "It goes on without this page.": "Das läuft auch ohne diese Seite weiter.",
  "You find it under “jobs” at the top of every page.": "Sie finden es oben auf jeder Seite unter „Aufträge“.",
  "Something broke while it was made": "Beim Erstellen ist etwas zu Bruch gegangen",
  "Nothing was kept of it. The worker's log says why.":
    "Nichts davon wurde aufbewahrt. Das Protokoll des Workers sagt, warum.",
  "It was given up": "Der Auftrag wurde aufgegeben",
  "It was begun {n} times, and each time its worker ended before it did.":
    "Er wurde {n}-mal begonnen, und jedes Mal endete sein Worker vor ihm.",
  "Try again; if it stays so, tell an administrator.":
    "Versuchen Sie es noch einmal; bleibt es so, sagen Sie es der Administration.",
};
