import type { PersonView, VersionRef } from "./common.ts";
import type { TierAnswers } from "../tiering/index.ts";
import type { Tier } from "@countersign/policy";

/** What an alias of a model names now, and on which approval where an environment protects it. */
export interface AliasView {
  name: string;
  version: VersionRef;
  movedAt: string;
  approval: { state: string; validUntil: string; environment: string } | null;
}

export interface ModelListItem {
  id: string;
  workspace: string;
  key: string;
  title: string;
  task: string;
  state: string;
  tier: Tier | null;
  owner: PersonView;
  versions: (VersionRef & { state: string })[];
  aliases: AliasView[];
  openReviews: number;
  openFindings: number;
  /** The nearest day on which something is due or ends, what is late first; null where nothing waits for a day. */
  nextDate: { at: string; what: "approval" | "condition" } | null;
}

/** A page of models, of `matching` that fit and `total` that may be seen. */
export interface ModelPage {
  models: ModelListItem[];
  total: number;
  matching: number;
  /** Asks for the page after this one; null at the end. */
  next: string | null;
}

export interface ModelVersionView extends VersionRef {
  state: string;
  description: string | null;
  createdAt: string;
  frozenAt: string | null;
  reviews: {
    id: string;
    state: string;
    environment: string;
    requestedAt: string;
    endedAt: string | null;
    /** Of an ended review: who decided what. Of an open one they stand on its page, as far as one may see them. */
    decisions: { person: PersonView; role: string; act: string }[];
  }[];
}

/** A model with everything that is open about it, and its versions, newest first. */
export interface ModelView extends ModelListItem {
  purpose: string | null;
  createdAt: string;
  /** Why the tier is what it is, a sentence each; empty before it was tiered. */
  tierReasons: string[];
  timeline: ModelVersionView[];
  findings: { reviewId: string; number: number; severity: string; state: string; owner: PersonView }[];
  conditions: { reviewId: string; number: number; text: string; dueAt: string; state: string; owner: PersonView }[];
  /** What the tier was computed from; null before it was tiered. */
  tierAnswers: TierAnswers | null;
  you: { person: PersonView; roles: string[]; may: Record<ModelAct, boolean> };
}

/** Acts on a model that its page offers to whoever may give them in its state. */
export type ModelAct = "accept" | "reject" | "tier" | "suspend" | "restore";
