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
  recommend: "empfehlen",
  approve: "genehmigen",
  "approve with conditions": "mit Auflagen genehmigen",
  "request changes": "Änderungen verlangen",
  reject: "ablehnen",
  // Sections of a review.
  checks: "Kontrollen",
  changes: "Vergleich",
  data: "Daten",
  documents: "Dokumente",
};
