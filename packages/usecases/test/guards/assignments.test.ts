import { type Name, newWorld, type Review, type World } from "@countersign/testing";
import { afterAll, beforeAll } from "vitest";
import { assignReview, unassignReview } from "../../src/index.ts";
import { recommended, sealed, submitted } from "../support/scene.ts";
import { type Guard, guarded } from "./guard.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const of = (w: World) => ({ actor: w.as("nobody") });
const ask = (w: World, { reviewId }: Review, who: Name, role: string, insteadOf: string | null = null) => ({
  reviewId,
  personId: w.people[who],
  role,
  insteadOf,
});
/** Sofia asks these for approval. */
const asked = async (w: World, ...who: Name[]): Promise<Review> => {
  const review = await recommended(w, of(w));
  for (const one of who) await w.act("sofia", assignReview, ask(w, review, one, "approver"));
  return review;
};

const assigning: Guard[] = [
  [
    "somebody asks another who is not theirs to ask",
    { kind: "not_permitted", roles: ["model_risk_manager"] },
    async (w) => ({ who: "daniel", command: assignReview, input: ask(w, await asked(w), "priya", "approver") }),
  ],
  [
    "somebody hands over what another was asked",
    { kind: "not_permitted", roles: ["model_risk_manager"] },
    async (w) => ({
      who: "daniel",
      command: assignReview,
      input: ask(w, await asked(w, "priya"), "daniel", "approver", w.people.priya),
    }),
  ],
  [
    "somebody gives back what another was asked",
    { kind: "not_permitted", roles: ["model_risk_manager"] },
    async (w) => ({
      who: "daniel",
      command: unassignReview,
      input: { reviewId: (await asked(w, "priya")).reviewId, personId: w.people.priya },
    }),
  ],
  [
    "a model risk manager who built it chooses who judges it",
    { kind: "own_work" },
    async (w) => ({
      who: "sofia",
      command: assignReview,
      input: ask(w, await sealed(w, { ...of(w), name: "sofia", own: true }), "liwei", "validator"),
    }),
  ],
  [
    "somebody is asked to judge what they built",
    { kind: "own_work" },
    async (w) => ({
      who: "sofia",
      command: assignReview,
      input: ask(w, await sealed(w, { ...of(w), name: "priya", own: true }), "priya", "approver"),
    }),
  ],
  [
    "somebody takes a sign-off of a role that they do not hold",
    { kind: "not_eligible" },
    async (w) => ({ who: "liwei", command: assignReview, input: ask(w, await asked(w), "liwei", "approver") }),
  ],
  [
    "somebody is asked who has signed",
    { kind: "already_decided" },
    async (w) => ({ who: "sofia", command: assignReview, input: ask(w, await asked(w), "liwei", "validator") }),
  ],
  [
    "somebody is asked twice",
    { kind: "already_exists", what: "an assignment of this review to this person" },
    async (w) => ({ who: "sofia", command: assignReview, input: ask(w, await asked(w, "priya"), "priya", "approver") }),
  ],
  [
    "more are asked than signatures are missing",
    { kind: "already_exists", what: "an assignment for every missing signature as approver" },
    async (w) => ({
      who: "sofia",
      command: assignReview,
      input: ask(w, await asked(w, "priya", "daniel"), "ada", "approver"),
    }),
  ],
  [
    "an assignment takes the place of one that is not there",
    { kind: "not_found", what: "the assignment that it takes the place of" },
    async (w) => ({
      who: "sofia",
      command: assignReview,
      input: ask(w, await asked(w), "daniel", "approver", w.people.priya),
    }),
  ],
  [
    "an assignment ends that is not there",
    { kind: "not_found", what: "an assignment of this review to this person" },
    async (w) => ({
      who: "sofia",
      command: unassignReview,
      input: { reviewId: (await submitted(w, of(w))).reviewId, personId: w.people.priya },
    }),
  ],
  [
    "somebody is asked after the review has ended",
    { kind: "wrong_state", what: "review" },
    async (w) => ({ who: "sofia", command: assignReview, input: ask(w, await w.approved(), "liwei", "validator") }),
  ],
];

guarded(() => world, assigning);
