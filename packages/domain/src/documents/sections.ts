interface Kind {
  /** What it is called in a sentence. */
  name: string;
  /** Titles that count as it. */
  title: RegExp;
  /** Text that counts as it wherever it stands, such as a table of metrics. */
  text?: RegExp;
}

/** Sections that a document may have to have. Titles follow Model Cards (Mitchell 2019) and Datasheets for Datasets (Gebru 2021), in their usual wordings. */
const sectionKinds = {
  purpose: { name: "purpose or intended use", title: /purpose|intended use|use case|overview|objective/i },
  scope: {
    name: "what it is not for",
    title: /out[- ]of[- ]scope|not (to be used )?for|not used|misuse|unintended|prohibited/i,
    text: /\bnot for\b|out of scope/i,
  },
  data: { name: "data", title: /\bdata\b|dataset/i },
  metrics: {
    name: "metrics or results",
    title: /metric|performance|result|evaluation/i,
    text: /^\s*\|[^|\n]*metric[^|\n]*\|/im,
  },
  limitations: { name: "limitations", title: /limitation|caveat|known issue|weakness/i },
  ethics: { name: "ethical considerations or fairness", title: /ethic|fairness|bias|societal/i },
  monitoring: { name: "monitoring and rollback", title: /monitor|roll[- ]?back/i },
  owner: { name: "owner", title: /owner|contact|maintainer|responsible/i },
  motivation: { name: "motivation", title: /motivation|purpose/i },
  composition: {
    name: "what one row is",
    title: /one row|instance|composition|content|columns|inputs|variables|features|fields/i,
  },
  collection: {
    name: "how the data came about",
    title: /how it was made|how they were made|collection|collected|source|origin|provenance/i,
  },
  splits: { name: "splits", title: /split|partition|train|preprocess/i },
  uses: {
    name: "what it may and may not be used for",
    title: /\buses?\b|not for|intended|limitation/i,
    text: /\bnot for\b/i,
  },
} as const satisfies Record<string, Kind>;

export type SectionKind = keyof typeof sectionKinds;
export const sectionKindNames = Object.keys(sectionKinds) as [SectionKind, ...SectionKind[]];
export const kindOf = (kind: SectionKind): Kind => sectionKinds[kind];

/** What every document needs unless the policy asks for more. */
export const leastSections = {
  card: ["purpose", "metrics", "limitations"],
  datasheet: ["motivation", "composition", "collection", "uses"],
} as const satisfies Record<string, readonly SectionKind[]>;
