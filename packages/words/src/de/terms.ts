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
  signer: "Unterschrift",

  // States of approvals, signatures, conditions and findings.
  valid: "gültig",
  stale: "ersetzt",
  expired: "abgelaufen",
  revoked: "entzogen",
  suspended: "ausgesetzt",
  superseded: "ersetzt",
  withdrawn: "zurückgezogen",
  proposed: "vorgeschlagen",
  adopted: "übernommen",
  "in force": "in Kraft",
  "evidence given": "Nachweise vorgelegt",
  accepted: "angenommen",
  open: "offen",
  answered: "beantwortet",
  closed: "geschlossen",

  // How a review or a policy decides.
  approved: "genehmigt",
  "approved with conditions": "mit Auflagen genehmigt",
  "not approved": "nicht genehmigt",
  rejected: "abgelehnt",

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

  // How bad a finding is.
  low: "niedrig",
  medium: "mittel",
  high: "hoch",
  critical: "kritisch",

  // Sections of the evidence.
  checks: "Kontrollen",
  changes: "Änderungen",
  data: "Daten",
  documents: "Dokumente",
};
