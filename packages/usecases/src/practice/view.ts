import type { Allowed, PracticeView, ReviewAction, ReviewView } from "@countersign/domain";
import { type DecisionAct, meaningOf, practisingRoles, signOffFor } from "@countersign/domain";
import type { Say } from "@countersign/words";
import { z } from "zod";
import { type Ask, defineQuery } from "../kernel/query.ts";
import { Disclosed, People } from "../people/names.ts";
import { composeView } from "../reviews/compose.ts";
import { roleToPractise } from "./act.ts";
import { keptOf } from "./kept.ts";
import { outcomeOf } from "./outcome.ts";
import { shownFile } from "./sample/files.ts";
import { sampleChanges, samplePeople, sampleTexts } from "./sample/rows.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { standingOf } from "./standing.ts";

/** The sample as the decision page shows it to whoever practises, and what they are told once they have decided. */
export const practiceView = defineQuery({
  name: "practice.view",
  input: z.strictObject({}),
  roles: practisingRoles,
  see: async ({ known }) => {
    const role = roleToPractise(known);
    return role ? { workspaceId: null, role } : null;
  },
  async run(ask, { role }): Promise<PracticeView> {
    const person = ask.known.personId ?? "";
    const kept = await keptOf(ask.reader.db, person);
    const scene = sceneOf(person, role, ask.at, kept.work);
    const known = { ...ask.known, rolesIn: () => [role] };
    const review = await shown({ ...ask, known }, scene, kept.work.signed !== undefined);
    return {
      review,
      outcome: outcomeOf(kept.work, review),
      standing: await standingOf(ask.reader, person, true, kept),
    };
  },
});

async function shown(ask: Ask, scene: Scene, signed: boolean): Promise<ReviewView> {
  const { facts, base, baseResults, marks, texts } = scene;
  const people = await People.load(ask.reader, [ask.known.personId], ask.say);
  const dataRoles = ["train", "test"];
  const files = facts.files.filter(({ role }) => role !== "model");
  const view = composeView(ask, facts, {
    people: people.with(samplePeople),
    texts: Disclosed.of({ ...sampleTexts, ...texts }, ask.say),
    comments: [],
    decisions: facts.decisions,
    meanings: new Map(
      facts.decisions.map(({ id, role, act }) => [
        id,
        meaningOf(signOffFor(facts.pinned.policy, [role], act as DecisionAct), act as DecisionAct),
      ]),
    ),
    rounds: [facts.round],
    since: null,
    marks,
    recordedAs: new Map(),
    base,
    baseResults,
    changes: sampleChanges,
    alsoOpen: [],
    progress: new Map(),
    data: files.filter(({ role }) => dataRoles.includes(role)).map(shownFile),
    documents: files.filter(({ role }) => !dataRoles.includes(role)).map(shownFile),
    history: [],
  });
  return { ...view, practice: true, you: { ...view.you, actions: offered(view.you.actions, signed, ask.say) } };
}

/** Of what a review offers, practice has reading, conditions and the decision. The rest is not there. */
const practised: readonly ReviewAction[] = [
  "mark",
  "propose_conditions",
  "recommend",
  "approve",
  "approve_with_conditions",
  "request_changes",
  "reject",
];

function offered(actions: Record<ReviewAction, Allowed>, signed: boolean, say: Say): Record<ReviewAction, Allowed> {
  const no: Allowed = { allowed: false, why: say("This is not part of practice.") };
  const entries = Object.entries(actions) as [ReviewAction, Allowed][];
  return Object.fromEntries(
    entries.map(([action, allowed]) => [
      action,
      practised.includes(action) && !(signed && action === "propose_conditions") ? allowed : no,
    ]),
  ) as Record<ReviewAction, Allowed>;
}
