/** German of the models' pages, and of what the search finds. */
export const models: Readonly<Record<string, string>> = {
  // States.
  Proposed: "Vorgeschlagen",
  Registered: "Registriert",
  Active: "Aktiv",
  Restricted: "Eingeschränkt",
  Suspended: "Ausgesetzt",
  Retiring: "In Stilllegung",
  Retired: "Stillgelegt",
  // The list.
  "{matching} of {total}": "{matching} von {total}",
  "Key, title or owner": "Schlüssel, Titel oder verantwortliche Person",
  State: "Status",
  Tier: "Risikostufe",
  Filter: "Filtern",
  "Export CSV": "CSV exportieren",
  Excel: "Excel",
  "No model matches": "Kein Modell passt",
  "Clear the filters": "Filter zurücksetzen",
  "There is no model yet": "Es gibt noch kein Modell",
  "Register one with <code>countersign register</code>; a model risk manager accepts and tiers it.":
    "Registrieren Sie eines mit <code>countersign register</code>; das Modellrisikomanagement nimmt es auf und stuft es ein.",
  Pages: "Seiten",
  "First page": "Erste Seite",
  "Next page": "Nächste Seite",
  Model: "Modell",
  "In use": "Im Einsatz",
  Newest: "Neueste",
  "not tiered": "nicht eingestuft",
  nothing: "nichts",
  "version {version} <muted>{alias}, since {day}</muted>": "Version {version} <muted>{alias}, seit {day}</muted>",
  none: "keine",
  "{n, plural, one {# review} other {# reviews}}": "{n, plural, one {# Prüfung} other {# Prüfungen}}",
  "{n, plural, one {# finding} other {# findings}}": "{n, plural, one {# Feststellung} other {# Feststellungen}}",
  "Next date": "Nächster Termin",
  "approval ends": "Genehmigung endet",
  "approval ended": "Genehmigung abgelaufen",
  "{what}, {when}": "{what}, {when}",
  // One model.
  "This model has changed": "Dieses Modell hat sich geändert",
  "not tiered yet": "noch nicht eingestuft",
  Task: "Aufgabe",
  Versions: "Versionen",
  "{n} registered": "{n} registriert",
  "History of the model": "Verlauf des Modells",
  "No version yet": "Noch keine Version",
  "<code>countersign register</code> registers one from CI or from a terminal.":
    "<code>countersign register</code> registriert eine aus der CI oder aus einem Terminal.",
  "tier {n}": "Stufe {n}",
  "A model risk manager tiers the model before a review can begin.":
    "Das Modellrisikomanagement stuft das Modell ein, bevor eine Prüfung beginnen kann.",
  "{n, plural, one {# item} other {# items}}": "{n, plural, one {# Punkt} other {# Punkte}}",
  "No review, finding or condition is open.": "Keine Prüfung, Feststellung oder Auflage ist offen.",
  "Review of version {version} for {environment}": "Prüfung der Version {version} für {environment}",
  "Finding {n}, {severity}": "Feststellung {n}, {severity}",
  "{person} recommends approval": "{person} empfiehlt die Genehmigung",
  "{person} approves": "{person} genehmigt",
  "{person} approves with conditions": "{person} genehmigt mit Auflagen",
  "{person} requests changes": "{person} verlangt Änderungen",
  "{person} rejects": "{person} lehnt ab",
  Draft: "Entwurf",
  "Compare with version {version}": "Mit Version {version} vergleichen",
  "Every gate denies every version of it from then on, whatever its approvals say.":
    "Jedes Gate weist von da an jede seiner Versionen ab, was auch immer seine Genehmigungen sagen.",
  "{alias} goes on naming version {version}, which may not run.":
    "{alias} nennt weiterhin Version {version}, die nicht laufen darf.",
  "{n, plural, one {# open review stays open and cannot approve.} other {# open reviews stay open and cannot approve.}}":
    "{n, plural, one {# offene Prüfung bleibt offen und kann nichts genehmigen.} other {# offene Prüfungen bleiben offen und können nichts genehmigen.}}",
  "It is recorded as signed by you; restoring it is another signature.":
    "Es wird als von Ihnen unterschrieben eingetragen; es wieder in Kraft zu setzen ist eine weitere Unterschrift.",
  "Gates answer by its approvals again: those that are still valid, and no others.":
    "Gates richten sich wieder nach seinen Genehmigungen: nach denen, die noch gültig sind, und keinen anderen.",
  "It is recorded as signed by you.": "Es wird als von Ihnen unterschrieben eingetragen.",
  "No alias names a version: nothing runs by name.": "Kein Alias nennt eine Version: Nichts läuft unter einem Namen.",
  "version {version}": "Version {version}",
  "since {since}; {environment}, approval {state} until {until}":
    "seit {since}; {environment}, Genehmigung {state} bis {until}",
  "since {since}": "seit {since}",
  "Ask before a run:": "Vor einem Lauf fragen:",
  // Use and limits.
  "Use and limits": "Verwendung und Grenzen",
  "of version {version}": "der Version {version}",
  "There is no version yet. What a model may be used for stands in the card of a version.":
    "Es gibt noch keine Version. Wofür ein Modell verwendet werden darf, steht in der Modellkarte einer Version.",
  "The model is suspended: no version of it may run, whatever stands here.":
    "Das Modell ist ausgesetzt: Keine Version darf laufen, was auch immer hier steht.",
  "The proposal was refused: no version of the model may run, whatever stands here.":
    "Der Vorschlag wurde abgelehnt: Keine Version des Modells darf laufen, was auch immer hier steht.",
  "The model is retired: no version of it may run, whatever stands here.":
    "Das Modell ist stillgelegt: Keine Version darf laufen, was auch immer hier steht.",
  "The version has no model card, so nothing is known of its use and limits.":
    "Die Version hat keine Modellkarte; über ihre Verwendung und ihre Grenzen ist deshalb nichts bekannt.",
  "The model card cannot be read: its bytes are gone, or they are no text.":
    "Die Modellkarte ist nicht lesbar: Die Datei fehlt oder enthält keinen Text.",
  "Approved use": "Genehmigte Verwendung",
  "Intended use": "Vorgesehene Verwendung",
  "Not for": "Nicht für",
  "Known limits": "Bekannte Grenzen",
  "The card says nothing on it.": "Dazu steht nichts in der Modellkarte.",
  "The card says more": "In der Modellkarte steht mehr",
  "From <link>version {version}</link>, in use as {alias}.":
    "Aus <link>Version {version}</link>, im Einsatz als {alias}.",
  "From <link>version {version}</link>, the newest that is approved; none is in use.":
    "Aus <link>Version {version}</link>, der neuesten genehmigten; keine ist im Einsatz.",
  "From <link>version {version}</link>, which the alias {alias} names.":
    "Aus <link>Version {version}</link>, die der Alias {alias} nennt.",
  "From <link>version {version}</link>, the newest.": "Aus <link>Version {version}</link>, der neuesten.",
  "Nobody has approved it.": "Niemand hat sie genehmigt.",
  "It is approved for {environment} until {until}.": "Sie ist bis {until} für {environment} genehmigt.",
  "Its approval is {state}.": "Ihre Genehmigung ist {state}.",
  // People.
  "as they stand today": "nach heutigem Stand",
  Developed: "Entwickelt",
  Validated: "Validiert",
  "Rejected, or asked for changes": "Abgelehnt oder Änderungen verlangt",
  "May decide": "Darf entscheiden",
  "nobody yet": "noch niemand",
  "no role today": "heute keine Rolle",
  Deactivated: "Deaktiviert",
  "{n, plural, one {version} other {versions}} {numbers}": "{n, plural, one {Version} other {Versionen}} {numbers}",
  "{n, plural, one {# declared address belongs to nobody here} other {# declared addresses belong to nobody here}}":
    "{n, plural, one {# angegebene Adresse gehört hier niemandem} other {# angegebene Adressen gehören hier niemandem}}",
  "Decisions are those of reviews that have ended. Whoever may decide holds a role whose signature a policy in force asks for; whether they may sign one review, that review says.":
    "Entscheidungen stammen aus abgeschlossenen Prüfungen. Entscheiden darf, wer eine Rolle hat, deren Unterschrift eine geltende Richtlinie verlangt; ob das für eine bestimmte Prüfung gilt, steht in dieser Prüfung.",
  // Documents and connections.
  "Read them in the review": "In der Prüfung lesen",
  "The version has no documents.": "Die Version hat keine Dokumente.",
  "There is no version yet.": "Es gibt noch keine Version.",
  "They are read in the review, once one is asked for.": "Sie sind in der Prüfung zu lesen, sobald eine beantragt ist.",
  Connections: "Verbindungen",
  "The same data in:": "Dieselben Daten in:",
  Code: "Code",
  "Git commit": "Git-Commit",
  "Training run": "Trainingslauf",
  Registry: "Registry",
  "Same model files": "Dieselben Modelldateien",
  "Approved for": "Genehmigt für",
  "no environment": "keine Umgebung",
  "{environment}: <link>version {version}</link> until {until}":
    "{environment}: <link>Version {version}</link> bis {until}",
  "Used by": "Verwendet von",
  "Systems that use its scores are not recorded.": "Welche Systeme seine Ergebnisse nutzen, ist nicht erfasst.",
  "none recorded": "nicht erfasst",
  // What the search finds.
  "All {n} models with “{text}”": "Alle {n} Modelle mit „{text}“",
  list: "Liste",
  "{model}, version {version}": "{model}, Version {version}",
  policy: "Richtlinie",
  "what they did": "Handlungen im Prüfpfad",
  "review, {state}": "Prüfung, {state}",
  "entry of the audit trail": "Eintrag im Prüfpfad",
};
