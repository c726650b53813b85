/**
 * German of machine words (`say.term`): roles, states, acts, kinds, as the field calls them. Roles are named by what they
 * stand for, so that they fit everybody who holds them.
 */
export const terms: Readonly<Record<string, string>> = {
  // Roles.
  developer: "Entwicklung",
  "model owner": "Modellverantwortung",
  validator: "Validierung",
  approver: "Genehmigung",
  "model risk manager": "Modellrisikomanagement",
  "compliance officer": "Compliance",
  auditor: "Revision",
  administrator: "Administration",
  deployer: "Bereitstellung",
  // Decisions.
  // Things, as a refusal names them.
  instance: "Instanz",
  job: "Auftrag",
  person: "Person",
  people: "Personen",
  role: "Rolle",
  grant: "Rollenvergabe",
  credential: "Zugangsdaten",
  workspace: "Arbeitsbereich",
  environment: "Umgebung",
  token: "Token",
  model: "Modell",
  version: "Version",
  policy: "Richtlinie",
  review: "Prüfung",
  round: "Runde",
  check: "Kontrolle",
  finding: "Feststellung",
  condition: "Auflage",
  contributor: "Mitwirkung",
  decision: "Entscheidung",
  approval: "Genehmigung",
  alias: "Alias",
  event: "Eintrag",
  evidence: "Nachweise",
  gate: "Gate",
  inbox: "Eingang",
  search: "Suche",
  // States.
  setup: "in Einrichtung",
  live: "in Betrieb",
  active: "aktiv",
  deactivated: "deaktiviert",
  pending: "ausstehend",
  revoked: "entzogen",
  proposed: "vorgeschlagen",
  published: "veröffentlicht",
  superseded: "ersetzt",
  withdrawn: "zurückgezogen",
  valid: "gültig",
  suspended: "ausgesetzt",
  stale: "überholt",
  expired: "abgelaufen",
  "in force": "in Kraft",
  "evidence given": "Nachweis gegeben",
  accepted: "angenommen",
  adopted: "übernommen",
  open: "offen",
  answered: "beantwortet",
  closed: "geschlossen",
  registered: "registriert",
  restricted: "eingeschränkt",
  retiring: "wird stillgelegt",
  retired: "stillgelegt",
  rejected: "abgelehnt",
  // States of models and versions.
  draft: "Entwurf",
  frozen: "eingefroren",
  // States of reviews and approvals.
  "in validation": "in Validierung",
  "changes requested": "Änderungen verlangt",
  "pending approval": "wartet auf Genehmigung",
  approved: "genehmigt",
  "approved with conditions": "mit Auflagen genehmigt",
  gathering: "sammelt Nachweise",
  sealed: "versiegelt",
  none: "keine",
  queued: "in der Warteschlange",
  ended: "beendet",
  mapped: "zugeordnet",
  unmapped: "nicht zugeordnet",
  // Verdicts of a check.
  signer: "Unterschrift",

  // States of approvals, signatures, conditions and findings.

  // How a review or a policy decides.
  "not approved": "nicht genehmigt",

  // What somebody signs.
  recommend: "empfehlen",
  approve: "genehmigen",
  "approve with conditions": "mit Auflagen genehmigen",
  "request changes": "Änderungen verlangen",
  reject: "ablehnen",

  // How a check ends.
  pass: "bestanden",
  warn: "Warnung",
  fail: "nicht bestanden",
  insufficient: "zu wenige Daten",
  error: "Fehler",
  skipped: "ausgelassen",
  // Acts of a decision.
  // Sections of a review.
  checks: "Kontrollen",
  changes: "Vergleich",
  data: "Daten",
  documents: "Dokumente",
  // What somebody contributed to a version.
  owner: "Verantwortung",
  submitter: "Einreichung",
  trainer: "Training",
  committer: "Commit",
  undeclared: "nicht angegeben",
  // Sections of a review.
  conditions: "Auflagen",
  card: "Modellkarte",
  datasheet: "Datenblatt",
  // Degrees.
  low: "gering",
  medium: "mittel",
  high: "hoch",
  critical: "kritisch",
  // States of findings, and how grave they are.
  // People.
  // Tasks of models.
  binary: "binäre Klassifikation",
  multiclass: "Klassifikation in mehrere Klassen",
  regression: "Regression",

  // How bad a finding is.

  // Sections of the evidence.
  // What two versions differ in.
  setting: "Einstellung",
  parameter: "Parameter",
  column: "Spalte",
  requirement: "Abhängigkeit",
  file: "Datei",
  // How a check came to its figure.
  recomputed: "nachgerechnet",
  "supplied predictions": "aus gelieferten Vorhersagen",
  inspected: "untersucht",
};
