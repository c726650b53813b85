/** German of what policies say: who acts, what is asked for, why something is not approved. Made on the server. */
export const checks: Readonly<Record<string, string>> = {
  // Roles, as people who hold them (policy/words).
  "{n, plural, one {# developer} other {# developers}}":
    "{n, plural, one {# Person aus der Entwicklung} other {# Personen aus der Entwicklung}}",
  "{n, plural, one {# model owner} other {# model owners}}":
    "{n, plural, one {# Person aus der Modellverantwortung} other {# Personen aus der Modellverantwortung}}",
  "{n, plural, one {# validator} other {# validators}}":
    "{n, plural, one {# Person aus der Validierung} other {# Personen aus der Validierung}}",
  "{n, plural, one {# approver} other {# approvers}}":
    "{n, plural, one {# Person aus der Genehmigung} other {# Personen aus der Genehmigung}}",
  "{n, plural, one {# model risk manager} other {# model risk managers}}":
    "{n, plural, one {# Person aus dem Modellrisikomanagement} other {# Personen aus dem Modellrisikomanagement}}",
  "{n, plural, one {# compliance officer} other {# compliance officers}}":
    "{n, plural, one {# Person aus der Compliance} other {# Personen aus der Compliance}}",
  "{n, plural, one {# auditor} other {# auditors}}":
    "{n, plural, one {# Person aus der Revision} other {# Personen aus der Revision}}",
  "{n, plural, one {# administrator} other {# administrators}}":
    "{n, plural, one {# Person aus der Administration} other {# Personen aus der Administration}}",
  "{n, plural, one {# deployer} other {# deployers}}":
    "{n, plural, one {# Person aus der Bereitstellung} other {# Personen aus der Bereitstellung}}",
  "a developer": "jemand aus der Entwicklung",
  "a model owner": "jemand aus der Modellverantwortung",
  "a validator": "jemand aus der Validierung",
  "an approver": "jemand aus der Genehmigung",
  "a model risk manager": "jemand aus dem Modellrisikomanagement",
  "a compliance officer": "jemand aus der Compliance",
  "an auditor": "jemand aus der Revision",
  "an administrator": "jemand aus der Administration",
  "a deployer": "jemand aus der Bereitstellung",
  "{one} or {other}": "{one} oder {other}",

  // What is given, and what is asked for (policy/words).
  recommendation: "Empfehlung",
  "approval with conditions": "Genehmigung mit Auflagen",
  "request for changes": "Verlangen von Änderungen",
  rejection: "Ablehnung",
  "approve or reject": "genehmigen oder ablehnen",
  "approve with the proposed conditions, or reject": "mit den vorgeschlagenen Auflagen genehmigen oder ablehnen",
  "propose conditions": "Auflagen vorschlagen",
  "answer the finding": "die Feststellung beantworten",
  "verify the answer and close the finding": "die Antwort verifizieren und die Feststellung schließen",
  "match the contributor to a person": "Mitwirkende einer Person zuordnen",
  "run the check again": "die Kontrolle noch einmal ausführen",
  "open a new round": "eine neue Runde öffnen",
  "submit a new version": "eine neue Version einreichen",
  "submit again": "noch einmal einreichen",
  "give the model a tier": "dem Modell eine Stufe geben",
  "accept or reject the model": "das Modell aufnehmen oder ablehnen",
  "restore the model": "das Modell wieder in Kraft setzen",
  "publish a policy": "eine Richtlinie veröffentlichen",
  "define the environment": "die Umgebung festlegen",
  "meet the condition": "die Auflage erfüllen",

  // Why somebody cannot decide now, and who can (policy/explain-obstacle).
  Nobody: "Niemand",
  "Nobody: the checks end by themselves": "Niemand: Die Kontrollen enden von selbst",
  approval: "Genehmigung",
  recommend: "empfehlen",
  "Another signer": "Jemand anderes, der unterschreibt",
  "The approvers": "Die Genehmigung",
  "Somebody who is {roles}": "{roles}",
  "Somebody independent of the work": "Jemand, der nicht daran mitgearbeitet hat",
  "Whoever can clear what blocks": "Wer ausräumen kann, was blockiert",
  "The review is {state}: it takes no decisions now.": "Stand der Prüfung: {state}. Jetzt wird nicht entschieden.",
  "Checks are still running; you can decide once the evidence is sealed.":
    "Es laufen noch Kontrollen; Sie können entscheiden, sobald die Nachweise versiegelt sind.",
  "There is no sealed evidence to decide on.": "Es gibt keine versiegelten Nachweise, über die zu entscheiden wäre.",
  "Your account is deactivated.": "Ihr Konto ist deaktiviert.",
  "The policy asks nobody for a recommendation.": "Die Richtlinie verlangt von niemandem eine Empfehlung.",
  "The policy asks nobody for an approval.": "Die Richtlinie verlangt von niemandem eine Genehmigung.",
  "The policy asks nobody for an approval with conditions.":
    "Die Richtlinie verlangt von niemandem eine Genehmigung mit Auflagen.",
  "The policy asks nobody for a request for changes.": "Die Richtlinie lässt niemanden Änderungen verlangen.",
  "The policy asks nobody for a rejection.": "Die Richtlinie verlangt von niemandem eine Ablehnung.",
  "The policy asks {roles} for the {act}.": "Die Richtlinie sieht dafür ({act}) vor: {roles}.",
  "You do not hold the role {role} here.": "Sie haben die Rolle {role} hier nicht.",
  "You helped to build this version ({contribution}): nobody decides on their own work.":
    "Sie haben an dieser Version mitgearbeitet ({contribution}): Niemand entscheidet über die eigene Arbeit.",
  "You have signed in this round ({act} as {role}): one signature for each person and round.":
    "Sie haben in dieser Runde unterschrieben ({act}, Rolle {role}): eine Unterschrift je Person und Runde.",
  "The recommendation by the {role} is outstanding.": "Die Empfehlung steht noch aus (Rolle {role}).",
  "The recommendation has been given.": "Die Empfehlung ist gegeben.",
  "{what}: propose conditions, then approve.": "{what}: Schlagen Sie Auflagen vor, dann genehmigen Sie.",
  "{what}: propose conditions, then recommend.": "{what}: Schlagen Sie Auflagen vor, dann empfehlen Sie.",
  "{what}; you can request changes or reject.": "{what}; Sie können Änderungen verlangen oder ablehnen.",
  "{what}; you can request changes.": "{what}; Sie können Änderungen verlangen.",
  "Conditions are proposed: approve with them, or not at all.":
    "Auflagen sind vorgeschlagen: Genehmigen Sie mit ihnen oder gar nicht.",
  "No conditions are proposed, so there is nothing to approve with conditions.":
    "Keine Auflagen sind vorgeschlagen, also gibt es nichts mit Auflagen zu genehmigen.",

  // What is in the way (policy/groups).
  "{checks, plural, one {# check} other {# checks}} and {others, plural, one {# other thing} other {# other things}} block approval":
    "{checks, plural, one {# Kontrolle} other {# Kontrollen}} und {others, plural, one {# weitere Sache} other {# weitere Dinge}} verhindern die Genehmigung",
  "{n, plural, one {# check blocks} other {# checks block}} approval":
    "{n, plural, one {# Kontrolle verhindert} other {# Kontrollen verhindern}} die Genehmigung",
  "{n, plural, one {# thing blocks} other {# things block}} approval":
    "{n, plural, one {# Sache verhindert} other {# Dinge verhindern}} die Genehmigung",
  "{n, plural, one {# outcome needs} other {# outcomes need}} a condition":
    "{n, plural, one {# Ergebnis braucht} other {# Ergebnisse brauchen}} eine Auflage",
  "{blocks}, and {needs}": "{blocks}, und {needs}",

  // Why something is not approved (policy/explain).
  "No published policy covers {tier} in {environment}: without one nothing is approved.":
    "Für {tier} in {environment} gilt keine veröffentlichte Richtlinie: Ohne sie wird nichts genehmigt.",
  "a model without a tier": "ein Modell ohne Stufe",
  "this environment": "dieser Umgebung",
  "Several policies claim to apply ({policies}): none is followed until one is more specific.":
    "Mehrere Richtlinien kommen infrage ({policies}): Keiner wird gefolgt, solange nicht eine spezifischer ist.",
  "The policy {policy} does not cover this model as {tier} in {environment}: the tier or the policy has changed since the review was opened.":
    "Die Richtlinie {policy} gilt nicht für dieses Modell als {tier} in {environment}: Die Stufe oder die Richtlinie hat sich geändert, seit die Prüfung eröffnet wurde.",
  "The policy {policy} names no approver: nobody can approve, so nothing is approved.":
    "Die Richtlinie {policy} sieht keine Genehmigung durch jemanden vor: Niemand kann genehmigen, also wird nichts genehmigt.",
  "The policy asks for no positive number of sign-offs by the {role}: an empty quorum is never met.":
    "Die Richtlinie verlangt keine positive Zahl von Freigaben der Rolle {role}: Ein leeres Quorum ist nie erreicht.",
  "The environment is not defined.": "Die Umgebung ist nicht festgelegt.",
  'The time "{field}" cannot be read, so nothing can be shown to be in force.':
    "Der Zeitpunkt „{field}“ ist nicht lesbar, also lässt sich nicht zeigen, dass etwas in Kraft ist.",
  "The model {model} has been proposed and not yet accepted into the inventory.":
    "Das Modell {model} ist vorgeschlagen und noch nicht in den Bestand aufgenommen.",
  "The model {model} is suspended.": "Das Modell {model} ist ausgesetzt.",
  "The model {model} is {state}.": "Stand des Modells {model}: {state}.",
  "The model {model} has no risk tier, so no policy can be chosen for it.":
    "Das Modell {model} hat keine Risikostufe, also lässt sich keine Richtlinie dafür wählen.",
  "The version is {state}: only submitted, frozen content can be approved.":
    "Stand der Version: {state}. Genehmigen lässt sich nur eingereichter, eingefrorener Inhalt.",
  "The version has no identity: there is no manifest of its files to approve.":
    "Die Version hat keine Identität: Es gibt kein Manifest ihrer Dateien, das zu genehmigen wäre.",
  "Nobody is declared as trainer or committer, so nobody can be shown to be independent of the work.":
    "Niemand ist für Training oder Commits angegeben, also ist die Unabhängigkeit von der Arbeit bei niemandem zu zeigen.",
  "{n, plural, one {# contributor} other {# contributors}} could not be matched to a person, so independence cannot be shown.":
    "{n, plural, one {Eine Mitwirkung ließ} other {# Mitwirkungen ließen}} sich keiner Person zuordnen, also ist die Unabhängigkeit nicht zu zeigen.",
  "The review is {state}.": "Stand der Prüfung: {state}.",
  "Checks are still running: decisions are taken once the evidence is sealed.":
    "Es laufen noch Kontrollen: Entschieden wird, sobald die Nachweise versiegelt sind.",
  "The evidence has changed since it was sealed.": "Die Nachweise haben sich geändert, seit sie versiegelt wurden.",
  "Another version has gone into production since the comparison was made.":
    "Seit dem Vergleich ist eine andere Version in Produktion gegangen.",
  "{title}: not run.": "{title}: nicht ausgeführt.",
  "{title}: ended in an error. {sentence}": "{title}: endete mit einem Fehler. {sentence}",
  "{title}: measured with other parameters than the policy asks for.":
    "{title}: mit anderen Parametern gemessen, als die Richtlinie verlangt.",
  "{title}: measured on something else, {input} has changed.": "{title}: an etwas anderem gemessen, geändert: {input}.",
  train: "Trainingsdaten",
  test: "Testdaten",
  predictions: "Vorhersagen",
  "{title}: too little evidence, which is not a pass. {sentence}":
    "{title}: zu wenige Daten, das ist nicht bestanden. {sentence}",
  "{title}: skipped, which is not a pass. {sentence}": "{title}: ausgelassen, das ist nicht bestanden. {sentence}",
  "{title}: a warning, which blocks approval. {sentence}":
    "{title}: eine Warnung, die die Genehmigung verhindert. {sentence}",
  "{title}: failed, which blocks approval. {sentence}":
    "{title}: nicht bestanden, das verhindert die Genehmigung. {sentence}",
  "The {document} is missing.": "Es fehlt: {document}.",
  "model card": "Modellkarte",
  "{title}: needs a condition, and none is proposed for it. {sentence}":
    "{title}: braucht eine Auflage, und keine ist dafür vorgeschlagen. {sentence}",
  "The policy {policy} allows no conditions.": "Die Richtlinie {policy} lässt keine Auflagen zu.",
  "Condition {number} lacks an owner or a due date.":
    "Auflage {number} hat niemanden, der verantwortlich ist, oder keinen Termin.",
  "Condition {number} was due on {day} and its evidence has not been accepted.":
    "Auflage {number} war am {day} fällig, und ihr Nachweis ist nicht angenommen.",
  "Finding {number} ({severity}) is answered but not closed.":
    "Feststellung {number} ({severity}) ist beantwortet, aber nicht geschlossen.",
  "Finding {number} ({severity}) is open.": "Feststellung {number} ({severity}) ist offen.",
  "The {role}'s recommendation is missing.": "Die Empfehlung fehlt (Rolle {role}).",
  "{missing, plural, one {# recommendation is missing} other {# recommendations are missing}} ({role}).":
    "{missing, plural, one {# Empfehlung fehlt} other {# Empfehlungen fehlen}} (Rolle {role}).",
  "{missing, plural, one {# of {need} recommendations is missing} other {# of {need} recommendations are missing}} ({role}).":
    "{missing, plural, one {# von {need} Empfehlungen fehlt} other {# von {need} Empfehlungen fehlen}} (Rolle {role}).",
  "The {role}'s approval is missing.": "Die Genehmigung fehlt (Rolle {role}).",
  "{missing, plural, one {# approval is missing} other {# approvals are missing}} ({role}).":
    "{missing, plural, one {# Genehmigung fehlt} other {# Genehmigungen fehlen}} (Rolle {role}).",
  "{missing, plural, one {# of {need} approvals is missing} other {# of {need} approvals are missing}} ({role}).":
    "{missing, plural, one {# von {need} Genehmigungen fehlt} other {# von {need} Genehmigungen fehlen}} (Rolle {role}).",
  "The {role} has requested changes.": "Die Rolle {role} hat Änderungen verlangt.",
  "The {role} has rejected this version.": "Die Rolle {role} hat diese Version abgelehnt.",
  "A signature as {role} ({act}) does not count: it was given on other evidence.":
    "Eine Unterschrift der Rolle {role} ({act}) zählt nicht: Sie wurde zu anderen Nachweisen gegeben.",
  "A signature as {role} ({act}) does not count: it was given on other conditions, or on none.":
    "Eine Unterschrift der Rolle {role} ({act}) zählt nicht: Sie wurde zu anderen oder zu keinen Auflagen gegeben.",
  "A signature as {role} ({act}) does not count: its signer helped to build this version.":
    "Eine Unterschrift der Rolle {role} ({act}) zählt nicht: Wer unterschrieben hat, hat an dieser Version mitgearbeitet.",
  "A signature as {role} ({act}) does not count: its signer does not hold that role.":
    "Eine Unterschrift der Rolle {role} ({act}) zählt nicht: Wer unterschrieben hat, hat diese Rolle nicht.",
  "A signature as {role} ({act}) does not count: the policy gives that role no such decision.":
    "Eine Unterschrift der Rolle {role} ({act}) zählt nicht: Die Richtlinie gibt dieser Rolle keine solche Entscheidung.",
  "A signature as {role} ({act}) does not count: its signer signed in two capacities.":
    "Eine Unterschrift der Rolle {role} ({act}) zählt nicht: Wer unterschrieben hat, hat es in zwei Eigenschaften getan.",
  "A signature as {role} ({act}) does not count: its signer's account is deactivated.":
    "Eine Unterschrift der Rolle {role} ({act}) zählt nicht: Das Konto der Person ist deaktiviert.",
  "No approval has been granted.": "Keine Genehmigung ist erteilt.",
  "The approval expired on {day}.": "Die Genehmigung ist am {day} abgelaufen.",
  "The approval is {state}.": "Stand der Genehmigung: {state}.",

  // Who can act on a reason (policy/explain).
  "Nobody: this is final": "Niemand: Das ist endgültig",
  "Whoever operates this system": "Wer dieses System betreibt",
  "Whoever recommends or approves": "Wer empfiehlt oder genehmigt",
};
