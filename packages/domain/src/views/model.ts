import type { CardPart } from "../documents/card.ts";
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

/** Why a model is told by this version: an alias runs it under an approval, it is approved, an alias names it, or there is no other. */
export type ToldBecause = "in_use" | "approved" | "named" | "newest";

/** A file of a version, by its digest. */
export interface ModelFile {
  role: string;
  path: string;
  sha256: string;
  size: number;
}

/** What the version that a model is told by says of it: its card, its documents, what it is made from. */
export interface ModelAbout {
  version: VersionRef & {
    because: ToldBecause;
    alias: string | null;
    /** The approval that it runs or stands under; null where nobody approved it. */
    approval: { state: string; validUntil: string; environment: string } | null;
    /** Its newest review, where its documents are read; null before one was asked for. */
    reviewId: string | null;
  };
  /** `missing`: the version has no card; `unreadable`: its bytes are gone or no text. */
  card: "read" | "missing" | "unreadable";
  use: CardPart | null;
  notFor: CardPart | null;
  limits: CardPart | null;
  documents: ModelFile[];
  /** Training and test data, with other models in sight whose versions have the same bytes. */
  data: (ModelFile & { alsoIn: { key: string; title: string }[]; more: boolean })[];
  run: { repository: string | null; commit: string | null; runId: string | null; registered: string | null };
  identity: string | null;
  /** Versions in sight whose model files are the same bytes. */
  sameBytes: { key: string; number: number; label: string | null }[];
}

/** Somebody who had a part in a model, as they stand today. */
export interface ModelPerson {
  person: PersonView;
  /** `active` or `deactivated`. */
  state: string;
  /** Held in the model's workspace today. */
  roles: string[];
  /** Numbers of the versions that they had this part in. */
  versions: number[];
}

/** Who had which part in a model, from what is recorded: contributors, and the decisions of reviews that have ended. */
export interface ModelPeople {
  owner: ModelPerson;
  developed: ModelPerson[];
  /** Declared builders who are nobody here. */
  unmapped: number;
  validated: ModelPerson[];
  approved: ModelPerson[];
  /** Rejected, or asked for changes. */
  against: ModelPerson[];
  /** Whoever of all these holds a role today whose signature a policy in force asks for; with those roles alone. */
  mayDecide: ModelPerson[];
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
  /** What a version says of it; null before there is one. */
  about: ModelAbout | null;
  people: ModelPeople;
  /** What versions of it are approved for today. A model that is suspended runs nowhere all the same. */
  environments: { title: string; version: VersionRef; validUntil: string; reviewId: string }[];
  /** What the tier was computed from; null before it was tiered. */
  tierAnswers: TierAnswers | null;
  you: { person: PersonView; roles: string[]; may: Record<ModelAct, boolean> };
}

/** Acts on a model that its page offers to whoever may give them in its state. */
export type ModelAct = "accept" | "reject" | "tier" | "suspend" | "restore";
