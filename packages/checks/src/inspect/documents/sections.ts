/** Sections that a document may have to have: name → what it is called in words, and the titles that count as it. */
export const sectionKinds = {
  purpose: { name: "purpose or intended use", matches: /purpose|intended use|use case/i },
  scope: { name: "what it is not for", matches: /out of scope|out-of-scope|not for|misuse|unintended/i },
  data: { name: "data", matches: /data/i },
  metrics: { name: "metrics or results", matches: /metric|performance|result|evaluation/i },
  limitations: { name: "limitations", matches: /limitation|caveat|risk/i },
  ethics: { name: "ethical considerations or fairness", matches: /ethic|fairness|bias/i },
  monitoring: { name: "monitoring and rollback", matches: /monitor|rollback|roll-back|roll back/i },
  motivation: { name: "motivation", matches: /motivation|purpose/i },
  composition: { name: "what one row is", matches: /one row|instance|composition|content|columns|inputs|variables/i },
  collection: { name: "how the data came about", matches: /how it was made|collection|collected|source|origin|provenance/i },
} as const satisfies Record<string, { name: string; matches: RegExp }>;

export type SectionKind = keyof typeof sectionKinds;
export const sectionKindNames = Object.keys(sectionKinds) as [SectionKind, ...SectionKind[]];

/** What every document needs unless the policy asks for more. */
export const leastSections = { card: ["purpose", "limitations"], datasheet: ["motivation", "composition", "collection"] } as const satisfies Record<string, readonly SectionKind[]>;
