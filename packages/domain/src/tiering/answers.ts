import { msg } from "@countersign/words";

/** 0 to 4, from negligible to extreme. */
export type Score = 0 | 1 | 2 | 3 | 4;

/** What is asked, in form order; answers are whole numbers, so they stand in a leaf as they are. */
export const tierQuestions = {
  amount: { group: "exposure", text: msg("How much money or volume depends on it?") },
  people: { group: "exposure", text: msg("How many people does it affect in a year?") },
  automation: { group: "exposure", text: msg("How many of its decisions are taken without a person?") },
  purpose: { group: "purpose", text: msg("What is it for?") },
  complexity: { group: "inherent", text: msg("How complex or opaque is it?") },
  judgement: { group: "inherent", text: msg("How much rests on assumptions and expert judgement?") },
  data: { group: "inherent", text: msg("How weak, unrepresentative or indirect is its data?") },
  adaptivity: { group: "inherent", text: msg("How much does it change or act by itself?") },
  dependency: { group: "inherent", text: msg("How much depends on suppliers that cannot be looked into?") },
  novelty: { group: "inherent", text: msg("How new is it, and how short its record?") },
} as const satisfies Record<string, { group: "exposure" | "purpose" | "inherent"; text: string }>;

export type TierQuestion = keyof typeof tierQuestions;

/** Circumstances that set a floor under the tier, whatever the scores say. */
export const tierCircumstances = {
  high_risk_ai: msg("It is a high-risk system (Regulation (EU) 2024/1689, Annex III)."),
  generative_public: msg("It produces content for the public (Regulation (EU) 2024/1689, Article 50)."),
  hiring: msg("It decides on hiring or promotion (New York City Local Law 144)."),
  continual_learning: msg("It goes on learning in use."),
} as const;

export type TierCircumstance = keyof typeof tierCircumstances;

export interface TierAnswers {
  scores: Record<TierQuestion, Score>;
  circumstances: TierCircumstance[];
}

export const tierQuestionNames = Object.keys(tierQuestions) as TierQuestion[];
export const tierCircumstanceNames = Object.keys(tierCircumstances) as TierCircumstance[];

type Parsed = { ok: true; answers: TierAnswers } | { ok: false; problems: { path: string; text: string }[] };

/** Reads answers. Strict: every question once, nothing else; a missing answer is a problem, never a zero. */
export function parseTierAnswers(value: unknown): Parsed {
  if (!isObject(value)) return { ok: false, problems: [{ path: "", text: "must be an object" }] };
  const problems: { path: string; text: string }[] = [];
  for (const key of Object.keys(value).slice(0, 50))
    if (key !== "scores" && key !== "circumstances") problems.push({ path: key, text: "is not known here" });
  const given = isObject(value["scores"]) ? value["scores"] : {};
  for (const key of Object.keys(given).slice(0, 50))
    if (!Object.hasOwn(tierQuestions, key)) problems.push({ path: `scores.${key}`, text: "is not a question" });
  const scores: Partial<Record<TierQuestion, Score>> = {};
  for (const question of tierQuestionNames) {
    const answer = Object.hasOwn(given, question) ? given[question] : undefined;
    if (isScore(answer)) scores[question] = answer;
    else problems.push({ path: `scores.${question}`, text: "must be a whole number from 0 to 4" });
  }
  const listed = Array.isArray(value["circumstances"]) ? (value["circumstances"] as unknown[]) : null;
  const circumstances = tierCircumstanceNames.filter((name) => listed?.includes(name));
  if (!listed || listed.length !== circumstances.length)
    problems.push({
      path: "circumstances",
      text: `must list each of these at most once: ${tierCircumstanceNames.join(", ")}`,
    });
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, answers: { scores: scores as Record<TierQuestion, Score>, circumstances } };
}

const isScore = (value: unknown): value is Score => ([0, 1, 2, 3, 4] as unknown[]).includes(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
