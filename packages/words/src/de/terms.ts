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
  // States of models and versions.
  proposed: "vorgeschlagen",
  registered: "registriert",
  active: "aktiv",
  restricted: "eingeschränkt",
  suspended: "ausgesetzt",
  retiring: "in Stilllegung",
  retired: "stillgelegt",
  rejected: "abgelehnt",
  draft: "Entwurf",
  frozen: "eingefroren",
  // States of reviews and approvals.
  "in validation": "in Validierung",
  "changes requested": "Änderungen verlangt",
  "pending approval": "wartet auf Genehmigung",
  approved: "genehmigt",
  "approved with conditions": "mit Auflagen genehmigt",
  withdrawn: "zurückgezogen",
  valid: "gültig",
  stale: "überholt",
  expired: "abgelaufen",
  revoked: "entzogen",
  // States of findings, and how grave they are.
  open: "offen",
  answered: "beantwortet",
  closed: "geschlossen",
  low: "niedrig",
  medium: "mittel",
  high: "hoch",
  critical: "kritisch",
  // People.
  deactivated: "deaktiviert",
  // Tasks of models.
  binary: "binäre Klassifikation",
  multiclass: "Klassifikation in mehrere Klassen",
  regression: "Regression",
};
