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
  You: "Sie",
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
    "Sie haben in dieser Runde unterschrieben ({act}, {role}): eine Unterschrift je Person und Runde.",
  "The recommendation by the {role} is outstanding.": "Die Empfehlung steht noch aus ({role}).",
  "The recommendation has been given.": "Die Empfehlung ist gegeben.",
  "Something blocks approval; you can request changes or reject.":
    "Etwas verhindert die Genehmigung; Sie können Änderungen verlangen oder ablehnen.",
  "{n} things block approval; you can request changes or reject.":
    "{n} Dinge verhindern die Genehmigung; Sie können Änderungen verlangen oder ablehnen.",
  "Conditions are proposed: approve with them, or not at all.":
    "Auflagen sind vorgeschlagen: Genehmigen Sie mit ihnen oder gar nicht.",
  "No conditions are proposed, so there is nothing to approve with conditions.":
    "Keine Auflagen sind vorgeschlagen, also gibt es nichts mit Auflagen zu genehmigen.",

  // Who can act on a reason (policy/explain).
  "Nobody: this is final": "Niemand: Das ist endgültig",
  "Whoever operates this system": "Wer dieses System betreibt",
  "Whoever recommends or approves": "Wer empfiehlt oder genehmigt",
};
