import type { Role } from "@countersign/domain";

/** People by name, with the roles they hold in the default workspace. `ada` builds and could also sign: the case to refuse. */
export const cast = {
  ingrid: ["administrator"],
  marcus: ["administrator"],
  amara: ["model_owner"],
  tomas: ["developer"],
  ada: ["developer", "approver"],
  liwei: ["validator"],
  sofia: ["model_risk_manager"],
  priya: ["approver"],
  daniel: ["approver"],
  hanna: ["compliance_officer"],
  dirk: ["deployer"],
  ruth: ["auditor"],
  nobody: [],
} as const satisfies Record<string, readonly Role[]>;

export type Name = keyof typeof cast;
export const names = Object.keys(cast) as Name[];

/** What the template holds, by id. */
export interface WorldState {
  people: Record<Name, string>;
  modelId: string;
  /** CI's token, of Tomas, with the role developer. */
  ci: { tokenId: string; secret: string };
}

export const passwordOf = (name: Name): string => `correct-horse-${name}`;
export const emailOf = (name: Name): string => `${name}@northgate.example`;
export const modelKey = "credit-pd";

/** Answers that put a model into the highest tier. */
export const tierOne = {
  amount: 4,
  people: 4,
  automation: 3,
  purpose: 4,
  complexity: 3,
  judgement: 2,
  data: 3,
  adaptivity: 1,
  dependency: 1,
  novelty: 2,
};
