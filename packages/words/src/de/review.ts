/** German of the review page, made on the server. */
export const review: Readonly<Record<string, string>> = {
  // The page, and its downloads.
  "{model} version {version}, {state}": "{model} Version {version}, {state}",
  "This review has changed": "Diese Prüfung hat sich geändert",
  "{n} of {total} reviewed": "{n} von {total} geprüft",
  "Sign-off": "Freigabe",
  "The certificate could not be printed": "Das Zertifikat konnte nicht gedruckt werden",

  // The head.
  "— asked by {person}, {day}": "— beantragt von {person}, {day}",
  Replaces: "Ersetzt",
  "nothing yet": "noch nichts",
  "Also under review for {environment}": "Ebenfalls in Prüfung für {environment}",
  Policy: "Richtlinie",
  "{policy}, revision {n}": "{policy}, Fassung {n}",
  Due: "Fällig",
  Evidence: "Nachweise",
  "Since you marked it:": "Seit Ihrer Markierung:",
  "{sections} changed. Your mark stood for what you saw then.":
    "{sections} geändert. Ihre Markierung galt dem, was Sie damals gesehen haben.",
  // Which check a condition covers.
  "Covered by {n, plural, one {condition} other {conditions}} {numbers}: {what}":
    "Abgedeckt durch {n, plural, one {Auflage} other {die Auflagen}} {numbers}: {what}",
  "at least {n}": "mindestens {n}",
  "at most {n}": "höchstens {n}",
  "above {n}": "über {n}",
  "below {n}": "unter {n}",
  // Reviewing again.
  "Changed since you marked it.": "Seit Ihrer Markierung geändert.",
  "Changed since your review: {what}.": "Seit Ihrer Prüfung geändert: {what}.",
  "Only what changed since your review": "Nur was sich seit Ihrer Prüfung geändert hat",
  Everything: "Alles",
  "Since your review": "Seit Ihrer Prüfung",
  "What is shown": "Was gezeigt wird",
  "<b>Since your review of round {n}</b>, {moment}: {changed}":
    "<b>Seit Ihrer Prüfung von Runde {n}</b>, {moment}: {changed}",
  "nothing in the evidence has changed.": "An den Nachweisen hat sich nichts geändert.",
  "{what}.": "{what}.",
  "No section is folded: each has changed, or you had not marked it.":
    "Kein Abschnitt ist eingeklappt: Jeder hat sich geändert, oder Sie hatten ihn nicht abgehakt.",
  "{n, plural, one {# of {total} sections is} other {# of {total} sections are}} folded: what you reviewed there is the same now, and your mark carries over.":
    "{n, plural, one {# von {total} Abschnitten ist} other {# von {total} Abschnitten sind}} eingeklappt: Was Sie dort geprüft haben, ist unverändert, und Ihre Markierung gilt weiter.",
  "Every section stands in full. Marks carry over where what you reviewed is the same now.":
    "Alle Abschnitte stehen ganz da. Ihre Markierungen gelten weiter, wo das Geprüfte unverändert ist.",
  "Nothing has changed since your review of round {n}, {moment}":
    "Seit Ihrer Prüfung von Runde {n}, {moment}, hat sich nichts geändert",
  "State of this review": "Stand dieser Prüfung",
  "Submitted {day}": "Eingereicht {day}",
  "{step}, round {n}": "{step}, Runde {n}",
  "Evidence is gathered": "Nachweise werden gesammelt",
  Signed: "Unterschrieben",
  "Approved for {environment}": "Genehmigt für {environment}",
  "Approval for {environment}": "Genehmigung für {environment}",

  // What is missing.
  "Nothing is decided yet": "Noch ist nichts entschieden",
  "{n, plural, one {# other thing blocks} other {# other things block}} approval":
    "{n, plural, one {# weitere Sache verhindert} other {# weitere Dinge verhindern}} die Genehmigung",
  "Nothing that was found blocks approval.": "Nichts, was gefunden wurde, verhindert die Genehmigung.",
  "To do: <link>propose conditions</link>, then approve.":
    "Zu tun: <link>Auflagen vorschlagen</link>, dann genehmigen.",
  "To do: <link>propose conditions</link>, then recommend.":
    "Zu tun: <link>Auflagen vorschlagen</link>, dann empfehlen.",
  "To do: {todo}.": "Zu tun: {todo}.",
  "{act} ({role})": "{act} ({role})",
  "{one}, or {other}": "{one} oder {other}",
  "{check}: failed": "{check}: nicht bestanden",
  "{check}: warning": "{check}: Warnung",
  "{check}: too little evidence": "{check}: zu wenige Daten",
  "{check}: error": "{check}: Fehler",
  "{check}: skipped": "{check}: ausgelassen",
  "{n, plural, one {# condition} other {# conditions}} proposed: {conditions}. Whoever signs, signs them too.":
    "{n, plural, one {# Auflage} other {# Auflagen}} vorgeschlagen: {conditions}. Wer unterschreibt, unterschreibt sie mit.",
  "Yours to do: <link>answer it</link>": "Für Sie zu tun: <link>beantworten</link>",
  "Yours to do: <link>verify the answer and close it</link>":
    "Für Sie zu tun: <link>Antwort verifizieren und schließen</link>",
  "<link>See F-{n}</link>": "<link>Zu F-{n}</link>",
  "Finding F-{n} is {state}; it does not block.": "Feststellung F-{n} ist {state}; sie verhindert nichts.",
  "{n, plural, one {# signature is} other {# signatures are}} missing":
    "{n, plural, one {# Unterschrift fehlt} other {# Unterschriften fehlen}}",
  "{n, plural, one {# recommendation} other {# recommendations}} ({role})":
    "{n, plural, one {# Empfehlung} other {# Empfehlungen}} ({role})",
  "{n, plural, one {# approval} other {# approvals}} ({role})":
    "{n, plural, one {# Genehmigung} other {# Genehmigungen}} ({role})",
  "{what}: nobody in force may give it": "{what}: derzeit darf niemand sie geben",
  "{names} and {n} more": "{names} und {n} weitere",
  "{what}: of {names}": "{what}: möglich durch {names}",
  "{what}: {names}": "{what}: {names}",

  // Checks.
  "The checks are running.": "Die Kontrollen laufen.",
  "Evidence is sealed when every check has ended; decisions are taken on it then.":
    "Die Nachweise werden versiegelt, wenn jede Kontrolle beendet ist; dann wird darüber entschieden.",
  "{n} passed: <quiet>{families}</quiet>": "{n} bestanden: <quiet>{families}</quiet>",
  "And {n} more.": "Und {n, plural, one {# weiteres} other {# weitere}}.",
  "<link>Condition C{n}</link>: {text}": "<link>Auflage C{n}</link>: {text}",
  "Limit from": "Grenze aus",
  "{policy}, revision {n}: {limits}": "{policy}, Fassung {n}: {limits}",
  Interval: "Intervall",
  "How it was measured": "Wie gemessen wurde",
  "{check} {version}, {assurance}, attempt {n}. Closed in: {isolation}.":
    "{check} {version}, {assurance}, Versuch {n}. Abgeschottet in: {isolation}.",
  "{check} {version}, {assurance}. Closed in: {isolation}.":
    "{check} {version}, {assurance}. Abgeschottet in: {isolation}.",
  "Run again": "Noch einmal ausführen",
  "Measurements of {check}": "Messungen: {check}",
  Measured: "Gemessen",
  Value: "Wert",
  Verdict: "Urteil",
  "and {n} more in the evidence bundle": "und {n} weitere im Nachweispaket",
  "against version {version}": "gegenüber Version {version}",

  // Checks by what they are about.
  "data quality {n}": "Datenqualität {n}",
  "leakage {n}": "Leakage {n}",
  "performance {n}": "Modellgüte {n}",
  "slices {n}": "Teilgruppen {n}",
  "fairness {n}": "Fairness {n}",
  "against production {n}": "gegenüber Produktion {n}",
  "reproduction {n}": "Reproduktion {n}",
  "software {n}": "Software {n}",
  "artifact safety {n}": "Sicherheit der Dateien {n}",
  "signature {n}": "Signatur des Modells {n}",
  "documents {n}": "Dokumente {n}",
  "other {n}": "andere {n}",

  // Figures of groups, and calibration.
  "Favourable decisions, by {attribute}": "Günstige Entscheidungen nach {attribute}",
  "True positive rate, by {attribute}": "Richtig-positiv-Rate nach {attribute}",
  "False positive rate, by {attribute}": "Falsch-positiv-Rate nach {attribute}",
  "with 95 % interval": "mit 95-%-Intervall",
  "too few: {n}": "zu wenige: {n}",
  "{value} of {n}": "{value} von {n}",
  group: "Gruppe",
  Rows: "Zeilen",
  Positive: "Positiv",
  Favourable: "Günstig",
  "True positive": "Richtig positiv",
  "False positive": "Falsch positiv",
  "limit: highest × {than}": "Grenze: höchste × {than}",
  "limit: lowest + {than}": "Grenze: niedrigste + {than}",
  Calibration: "Kalibrierung",
  "version {version}, on the test set": "Version {version}, auf den Testdaten",
  "The calibration error over {bins} bins is {value}.": "Der Kalibrierungsfehler über {bins} Klassen beträgt {value}.",
  Predicted: "Vorhergesagt",
  Observed: "Beobachtet",

  // Compared with production.
  "Compared with production": "Verglichen mit der Produktion",
  "version {version}: {changes} differ": "Version {version}: {changes} abweichend",
  "nothing runs there yet": "dort läuft noch nichts",
  "This would be the first version of the model in {environment}; there is nothing to compare with.":
    "Dies wäre die erste Version des Modells in {environment}; es gibt nichts zu vergleichen.",
  "{n} settings differ: parameters, columns, requirements, data and files":
    "{n, plural, one {# Einstellung weicht} other {# Einstellungen weichen}} ab: Parameter, Spalten, Abhängigkeiten, Daten und Dateien",
  "Compare in full, with the model card word by word, or with another version":
    "Vollständig vergleichen, mit der Modellkarte Wort für Wort, oder mit einer anderen Version",

  // Data and documents.
  "Training data": "Trainingsdaten",
  "Test data": "Testdaten",
  "Supplied predictions": "Gelieferte Vorhersagen",
  Datasheet: "Datenblatt",
  "Reported metrics": "Berichtete Metriken",
  Parameters: "Parameter",
  Requirements: "Abhängigkeiten",
  "Read the model card": "Modellkarte lesen",
  "Read the datasheet": "Datenblatt lesen",
  "{n} data sets by digest": "{n, plural, one {# Datensatz} other {# Datensätze}} nach Prüfsumme",
  "Data sets": "Datensätze",
  "Who built it": "Wer daran mitgewirkt hat",
  "nobody is declared": "niemand ist angegeben",
  "{address} belongs to nobody here": "{address} gehört hier niemandem",
  "an address": "eine Adresse",
  "It is {person}": "Das ist {person}",
  "The policy asks for {documents}; the version has none. Content is frozen, so it takes a new version.":
    "Die Richtlinie verlangt {documents}; die Version hat das nicht. Der Inhalt ist eingefroren, also braucht es eine neue Version.",
  "Document files": "Dateien der Dokumente",
  "missing: {documents}": "es fehlt: {documents}",
  "all files are there": "alle Dateien sind da",
  "all files are there, but <link>their content is being checked</link>":
    "alle Dateien sind da, aber <link>ihr Inhalt wird noch kontrolliert</link>",
  "all files are there, but <link>not complete: see the check</link>":
    "alle Dateien sind da, aber <link>nicht vollständig: siehe Kontrolle</link>",
  File: "Datei",
  Bytes: "Bytes",

  // Findings, conditions, discussion, signatures, history.
  "Findings and conditions": "Feststellungen und Auflagen",
  "{findings, plural, one {# finding} other {# findings}} open, {conditions, plural, one {# condition} other {# conditions}}":
    "{findings, plural, one {# Feststellung} other {# Feststellungen}} offen, {conditions, plural, one {# Auflage} other {# Auflagen}}",
  "Nobody has raised a finding or proposed a condition.":
    "Niemand hat eine Feststellung getroffen oder eine Auflage vorgeschlagen.",
  "{person}, {moment}. Owner {owner}.": "{person}, {moment}. Verantwortlich: {owner}.",
  "Owner {owner}, due {day}.": "Verantwortlich: {owner}, fällig {day}.",
  "From then on the version may not run until its evidence is accepted.":
    "Von da an darf die Version nicht laufen, bis der Nachweis angenommen ist.",
  "Closed by {person}: {text}": "Geschlossen von {person}: {text}",
  "Sent back by {person}: {text}": "Zurückgewiesen von {person}: {text}",
  "Answers every outcome that needs a condition.": "Beantwortet jedes Ergebnis, das eine Auflage braucht.",
  "Answers {checks}.": "Beantwortet {checks}.",
  Discussion: "Diskussion",
  "{n, plural, one {# remark} other {# remarks}}": "{n, plural, one {# Beitrag} other {# Beiträge}}",
  "{moment}, on {section}": "{moment}, zu: {section}",
  "{n} given": "{n} geleistet",
  "{n, plural, one {# decision has} other {# decisions have}} been given. Shown after you give yours, so that each is independent.":
    "{n, plural, one {# Entscheidung ist} other {# Entscheidungen sind}} gegeben. Gezeigt wird das erst, wenn Sie Ihre gegeben haben, damit jede unabhängig ist.",
  "Nobody has signed yet.": "Noch hat niemand unterschrieben.",
  History: "Verlauf",
  "{n} entries": "{n, plural, one {# Eintrag} other {# Einträge}}",
  "Open in the audit trail": "Im Prüfpfad öffnen",
  "{n} earlier entries stand in the audit trail.":
    "{n, plural, one {# früherer Eintrag steht} other {# frühere Einträge stehen}} im Prüfpfad.",

  // Why an act is closed to whoever reads.
  "The checks of this round are still running.": "Die Kontrollen dieser Runde laufen noch.",
  "The review has ended.": "Die Prüfung ist beendet.",
  "The policy allows no conditions.": "Die Richtlinie lässt keine Auflagen zu.",
  "Nobody has requested changes.": "Niemand hat Änderungen verlangt.",
  "Decisions were taken on these results.": "Über diese Ergebnisse wurde entschieden.",
  "Every contributor is matched to a person.": "Alle Mitwirkenden sind einer Person zugeordnet.",
  "You have no signature in an open round.": "Sie haben keine Unterschrift in einer offenen Runde.",
  "The policy gives your role no such decision.": "Die Richtlinie gibt Ihrer Rolle keine solche Entscheidung.",
  "The finding is not open.": "Die Feststellung ist nicht offen.",
  "The side that built the model answers.": "Die Seite, die das Modell gebaut hat, antwortet.",
  "The finding is closed.": "Die Feststellung ist geschlossen.",
  "A validator closes findings.": "Feststellungen schließt die Validierung.",
  "The condition is not in force.": "Die Auflage ist nicht in Kraft.",
  "Its owner gives the evidence.": "Den Nachweis erbringt, wer für sie verantwortlich ist.",
  "There is no evidence to accept.": "Es gibt keinen Nachweis anzunehmen.",
  "A validator accepts evidence.": "Nachweise nimmt die Validierung an.",
  "You built this version ({contributions}).": "Sie haben an dieser Version mitgewirkt ({contributions}).",
};
