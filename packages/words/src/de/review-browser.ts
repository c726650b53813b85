/** German of the review page that its components say in the browser: sign-off, signing, findings, conditions. */
export const reviewInBrowser: Readonly<Record<string, string>> = {
  // What is taken along.
  "Approval certificate (PDF)": "Genehmigungszertifikat (PDF)",
  "Evidence bundle (ZIP)": "Nachweispaket (ZIP)",
  "Both hold the evidence, for anyone to verify without this server. Each is recorded as an export.":
    "Beide enthalten die Nachweise, die sich ohne diesen Server verifizieren lassen. Jedes wird als Export eingetragen.",
  "It holds the evidence, for anyone to verify without this server. Each is recorded as an export.":
    "Es enthält die Nachweise, die sich ohne diesen Server verifizieren lassen. Jedes wird als Export eingetragen.",
  // What checks do to an approval, counted.
  "{n} running": "{n, plural, one {# läuft} other {# laufen}}",
  "{n, plural, one {# blocks} other {# block}} approval":
    "{n, plural, one {# verhindert} other {# verhindern}} die Genehmigung",
  "{n, plural, one {# needs} other {# need}} a condition":
    "{n, plural, one {# braucht} other {# brauchen}} eine Auflage",
  "{n} answered by a condition": "{n} durch eine Auflage beantwortet",
  "{n} for information": "{n} zur Kenntnis",
  "{n} passed": "{n} bestanden",
  "{figures, plural, one {# figure} other {# figures}}, {settings, plural, one {# setting} other {# settings}}":
    "{figures, plural, one {# Messwert} other {# Messwerte}}, {settings, plural, one {# Einstellung} other {# Einstellungen}}",
  "condition proposed ({numbers})": "Auflage vorgeschlagen ({numbers})",
  "condition {numbers}": "Auflage {numbers}",
  "The last approval makes version {version} the {aliases} in {environment} at once.":
    "Die letzte Genehmigung macht Version {version} sofort zu {aliases} in {environment}.",

  // The sign-off.
  "Your sign-off": "Ihre Freigabe",
  "Recommend and sign…": "Empfehlen und unterschreiben …",
  "Approve with conditions…": "Mit Auflagen genehmigen …",
  "Approve and sign…": "Genehmigen und unterschreiben …",
  "Request changes…": "Änderungen verlangen …",
  "Reject…": "Ablehnen …",
  Checks: "Kontrollen",
  Compared: "Vergleich",
  "Data and lineage": "Daten und Herkunft",
  Documents: "Dokumente",
  "nothing blocks": "nichts steht im Weg",
  first: "die erste",
  "{n} files": "{n, plural, one {# Datei} other {# Dateien}}",
  "{n} missing": "{n, plural, one {# fehlt} other {# fehlen}}",
  "{role} ({n} of {total}). Due {day}": "{role} ({n} von {total}). Fällig {day}",
  "Evidence reviewed": "Nachweise geprüft",
  "{n} of {total}": "{n} von {total}",
  reviewed: "geprüft",
  "not reviewed": "nicht geprüft",
  changed: "geändert",
  "Recommending takes “I have reviewed this” at each of them; requesting changes does not.":
    "Für die Empfehlung braucht jeder dieser Abschnitte „Das habe ich geprüft“; um Änderungen zu verlangen, nicht.",
  "Approving takes “I have reviewed this” at each of them; requesting changes or rejecting does not.":
    "Für die Genehmigung braucht jeder dieser Abschnitte „Das habe ich geprüft“; um Änderungen zu verlangen oder abzulehnen, nicht.",
  "Conflict: {why} You may not decide on it.": "Interessenkonflikt: {why} Sie dürfen nicht darüber entscheiden.",
  "No conflict: you did not train, commit or submit this version.":
    "Kein Interessenkonflikt: Sie haben diese Version nicht trainiert, nichts dazu committet und sie nicht eingereicht.",
  "Rejecting is for whoever approves.": "Ablehnen kann nur, wer genehmigt.",
  "This review asks for no signature of yours.": "Diese Prüfung verlangt keine Unterschrift von Ihnen.",
  you: "Sie",
  "Anyone with the role may sign": "Wer die Rolle hat, darf unterschreiben",
  "Asked: {names}": "Um die Unterschrift gebeten: {names}",
  "{n, plural, one {# section is} other {# sections are}} not reviewed yet.":
    "{n, plural, one {# Abschnitt ist} other {# Abschnitte sind}} noch nicht geprüft.",
  "Propose conditions": "Auflagen vorschlagen",

  // Signing.
  "Sign: Recommend approval": "Unterschreiben: Genehmigung empfehlen",
  "Sign: Approve": "Unterschreiben: Genehmigen",
  "Sign: Approve with conditions": "Unterschreiben: Mit Auflagen genehmigen",
  "Sign: Request changes": "Unterschreiben: Änderungen verlangen",
  "Sign: Reject": "Unterschreiben: Ablehnen",
  "Sign: recommend approval": "Unterschreiben: Genehmigung empfehlen",
  "Sign: approve": "Unterschreiben: genehmigen",
  "Sign: approve with conditions": "Unterschreiben: mit Auflagen genehmigen",
  "Sign: request changes": "Unterschreiben: Änderungen verlangen",
  "Sign: reject": "Unterschreiben: ablehnen",
  "The approvers are asked next.": "Als Nächstes wird um die Genehmigung gebeten.",
  "The round ends; the developers answer and open a new one.":
    "Die Runde endet; die Entwicklung antwortet und eröffnet eine neue.",
  "The review ends. The version can never be approved in it.":
    "Die Prüfung endet. Die Version kann darin nie mehr genehmigt werden.",
  "You sign as": "Unterschrift von",
  Record: "Gegenstand",
  "{model}, version {version}, for {environment} · evidence {digest}":
    "{model}, Version {version}, für {environment} · Nachweise {digest}",
  Meaning: "Bedeutung",
  Conditions: "Auflagen",
  "{owner}, by {day}": "{owner}, bis {day}",
  Then: "Danach",
  "Your reason": "Ihre Begründung",
  "At least 20 characters wherever something is not a plain pass. It stands in the record.":
    "Mindestens 20 Zeichen, sobald etwas nicht ohne Weiteres bestanden ist. Sie steht im Protokoll.",
  Cancel: "Abbrechen",

  // After a signature, and after the end.
  "Back to the inbox": "Zurück zum Eingang",
  "Withdraw my signature…": "Meine Unterschrift zurückziehen …",
  Why: "Warum",
  "Withdraw: it stays in the record, struck through": "Zurückziehen: Sie bleibt durchgestrichen im Protokoll",
  "Waiting for {roles}.": "Wartet auf {roles}.",
  "You signed: recommends approval.": "Sie haben die Genehmigung empfohlen.",
  "You signed: approves.": "Sie haben genehmigt.",
  "You signed: approves with conditions.": "Sie haben mit Auflagen genehmigt.",
  "You signed: requests changes.": "Sie haben Änderungen verlangt.",
  "You signed: rejects.": "Sie haben abgelehnt.",
  "You signed: recommends approval with conditions.": "Sie haben die Genehmigung mit Auflagen empfohlen.",
  "This review has ended: <b>{state}</b>, {moment}.": "Diese Prüfung ist beendet: <b>{state}</b>, {moment}.",
  "This review has ended: <b>{state}</b>.": "Diese Prüfung ist beendet: <b>{state}</b>.",
  "Approval {state}, until {day}.": "Genehmigung {state}, bis {day}.",

  // Whom the sign-offs are asked of.
  "<b>{person}</b>, has decided": "<b>{person}</b>, Entscheidung gegeben",
  "<b>{person}</b>, may not sign any more": "<b>{person}</b>, Unterschrift nicht mehr möglich",
  "Reading who may sign…": "Liest, wer unterschreiben darf …",
  "You took it.": "Sie haben es übernommen.",
  "{person} was asked.": "{person} wurde gebeten.",
  "It is asked again of every {role}.": "Gebeten ist wieder jede Person mit dieser Rolle: {role}.",
  "Sign-off as {role}": "Freigabe: {role}",
  "{n, plural, one {# signature} other {# signatures}} missing":
    "{n, plural, one {# Unterschrift fehlt} other {# Unterschriften fehlen}}",
  You: "Sie",
  "asked by {person}, {day}": "gebeten von {person}, {day}",
  "Hand over": "Übergeben",
  "Hand over from {person} to": "Übergeben von {person} an",
  "Give it back": "Zurückgeben",
  "Take it back": "Zurücknehmen",
  "Nobody in force may give it: an administrator has to grant the role to somebody who did not build this version.":
    "Derzeit darf niemand sie geben: Die Administration muss die Rolle jemandem vergeben, der an dieser Version nicht mitgearbeitet hat.",
  "Anyone with the role may sign: {n, plural, one {# person} other {# people}} now.":
    "Wer die Rolle hat, darf unterschreiben: derzeit {n, plural, one {# Person} other {# Personen}}.",
  Ask: "Bitten",
  "Whom to ask as {role}": "Wer gebeten wird: {role}",
  "I take it": "Ich übernehme",
  "No signature is missing: there is nobody to ask.": "Keine Unterschrift fehlt: Niemand ist zu bitten.",

  // After the signature.
  "You signed": "Unterschrieben",
  Recorded: "Eingetragen",
  "not yet: it waits for the notary": "noch nicht: wartet auf den Notardienst",
  "<link>as entry #{n}</link>, with its receipt to save": "<link>als Eintrag #{n}</link>, mit Beleg zum Speichern",
  "Next waiting for you:": "Als Nächstes wartet auf Sie:",
  "Not passed": "Nicht bestanden",

  // Sections that are read.
  "I have reviewed this": "Das habe ich geprüft",

  // A new round, or the end.
  "Answer and open a new round": "Antworten und eine neue Runde eröffnen",
  "Withdraw this review": "Diese Prüfung zurückziehen",
  "What has been answered": "Was beantwortet wurde",
  "Open a new round": "Neue Runde eröffnen",
  Withdraw: "Zurückziehen",

  // Conditions.
  "Propose other conditions": "Andere Auflagen vorschlagen",
  "The conditions above end, and so do the signatures given on them.":
    "Die Auflagen oben enden, und mit ihnen die Unterschriften, die für sie gegeben wurden.",
  "Condition {n}": "Auflage {n}",
  "answers {checks}": "beantwortet {checks}",
  "What must be done": "Was zu tun ist",
  "Due, at 17:00 UTC": "Fällig um 17:00 UTC",
  Remove: "Entfernen",
  "Add a condition": "Auflage hinzufügen",
  Answers: "Beantwortet",
  "every outcome that needs a condition": "jedes Ergebnis, das eine Auflage braucht",
  "{n, plural, one {Propose this condition} other {Propose these # conditions}}":
    "{n, plural, one {Diese Auflage vorschlagen} other {Diese # Auflagen vorschlagen}}",
  "How it has been met": "Wie sie erfüllt wurde",
  "Give evidence": "Nachweis erbringen",
  "Accept the evidence": "Nachweis annehmen",
  "Send it back": "Zurückweisen",

  // The discussion, and findings.
  "Add to the discussion": "Zur Diskussion beitragen",
  Post: "Absenden",
  "Visible to auditors. It changes no evidence.": "Für die Revision sichtbar. Es ändert keine Nachweise.",
  "Raise a finding": "Feststellung treffen",
  "What is wrong, in a line": "Was nicht stimmt, in einer Zeile",
  "Why it matters, and what would close it": "Warum es wichtig ist, und womit es erledigt wäre",
  Severity: "Schwere",
  Low: "Niedrig",
  Medium: "Mittel",
  "High: blocks approval until closed": "Hoch: verhindert die Genehmigung, bis sie geschlossen ist",
  "Critical: blocks approval until closed": "Kritisch: verhindert die Genehmigung, bis sie geschlossen ist",
  "Raise finding": "Feststellung treffen",
  "Your answer": "Ihre Antwort",
  "How it was verified": "Wie sie verifiziert wurde",
  Answer: "Antworten",
  "Close finding": "Feststellung schließen",

  // Limits.
  "lower bound {range}": "untere Grenze {range}",
  "upper bound {range}": "obere Grenze {range}",
  "width {range}": "Breite {range}",
  "{low} to {high}": "{low} bis {high}",
  "{n} allowed": "{n} erlaubt",
  "fails with more than {n}": "bei mehr als {n} nicht bestanden",
  "warns with more than {n}": "bei mehr als {n} Warnung",
  "fails unless {limit}": "nicht bestanden, wenn nicht {limit}",
  "warns unless {limit}": "Warnung, wenn nicht {limit}",

  // Said on other pages too.
  Owner: "Verantwortlich",
};
