import { createHash } from "node:crypto";
import type { RefusalKind } from "@countersign/domain";
import { type World } from "@countersign/testing";
import {
  acceptCondition,
  acceptModel,
  commentOnReview,
  createToken,
  decideReview,
  deactivatePerson,
  defineEnvironment,
  editModel,
  giveConditionEvidence,
  invitePerson,
  promoteAlias,
  proposeConditions,
  recommendReview,
  registerModel,
  submitVersion,
  suspendModel,
  uploadArtifact,
} from "../../src/index.ts";
import { movedMeanwhile } from "../races/moved.ts";
import { newEvents } from "../support/trail.ts";
import { environmentWith } from "../support/environment.ts";
import { conditional, fresh, person, proposedModel, recommended, sealed, tieredModel } from "../support/scene.ts";

const reason = "Read in full; the numbers are those of the registered bytes.";
const nobodyOwn = (world: World) => ({ actor: world.as("nobody") });
type Situation = (world: World) => Promise<RefusalKind>;
const kindOf = async (refusal: Promise<{ kind: RefusalKind }>): Promise<RefusalKind> => (await refusal).kind;

/** What leads to each refusal. A kind without a situation does not compile; one that nothing leads to any more fails. */
export const situations: Record<RefusalKind, Situation> = {
  invalid_input: (world) =>
    kindOf(world.refused("amara", registerModel, { key: "Not A Key", title: "x", task: "binary" })),
  // One token for so many models that its row alone is larger than a leaf.
  limit_exceeded: (world) => {
    const models = Array.from({ length: 200 }, (_, i) => `${"m".repeat(97)}${String(i).padStart(3, "0")}`);
    return kindOf(
      world.refused("ingrid", createToken, {
        label: fresh("token"),
        ownerId: world.people.tomas,
        roles: ["developer"],
        models,
      }),
    );
  },
  not_found: (world) =>
    kindOf(world.refused("liwei", commentOnReview, { reviewId: "rev_0", body: "Is anybody here?" })),
  already_exists: (world) =>
    kindOf(world.refused("ingrid", defineEnvironment, { key: "production", title: "Again", protects: [] })),
  not_permitted: async (world) =>
    kindOf(world.refused("tomas", acceptModel, { modelId: (await proposedModel(world)).modelId })),
  not_in_force: async (world) => {
    const personId = await person(world);
    await world.act("ingrid", deactivatePerson, { personId });
    return kindOf(
      world.refused({ kind: "user", personId }, registerModel, { key: fresh("model"), title: "x", task: "binary" }),
    );
  },
  not_yours: async (world) =>
    kindOf(
      world.refused("priya", giveConditionEvidence, {
        conditionId: (await conditional(world, nobodyOwn(world))).conditionId,
        evidence: "The report of September.",
      }),
    ),
  reauthenticate: async (world) =>
    kindOf(world.refused("sofia", suspendModel, { modelId: world.modelId, reason, password: "not-her-password" })),
  wrong_state: async (world) => kindOf(world.refused("sofia", acceptModel, { modelId: world.modelId })),
  moved_meanwhile: async (world) => movedMeanwhile(world),
  stale_evidence: async (world) => {
    const review = await recommended(world, nobodyOwn(world));
    await world.read(review, "priya");
    return kindOf(
      world.refused("priya", decideReview, {
        ...(await world.seen(review)),
        evidenceSha256: "00".repeat(32),
        act: "approve",
        reason,
      }),
    );
  },
  idempotency_mismatch: async (world) => {
    const idempotencyKey = fresh("key");
    await world.try("amara", registerModel, { key: fresh("model"), title: "x", task: "binary" }, { idempotencyKey });
    const other = await world.try(
      "amara",
      registerModel,
      { key: fresh("model"), title: "x", task: "binary" },
      { idempotencyKey },
    );
    if (other.ok) throw new Error("carried out");
    return other.refusal.kind;
  },
  own_work: async (world) => {
    const review = await world.sealed({}, { by: "ada", run: { trainer: "ada@northgate.example" } });
    await world.recommend(review);
    return kindOf(world.refused("ada", decideReview, { ...(await world.seen(review)), act: "approve", reason }));
  },
  already_decided: async (world) => {
    const review = await recommended(world, nobodyOwn(world));
    await world.approve(review, "priya");
    return kindOf(world.refused("priya", decideReview, { ...(await world.seen(review)), act: "reject", reason }));
  },
  not_eligible: async (world) =>
    kindOf(
      world.refused("priya", decideReview, {
        ...(await world.seen(await sealed(world, nobodyOwn(world)))),
        act: "approve",
        reason,
      }),
    ),
  sections_unread: async (world) =>
    kindOf(
      world.refused("liwei", recommendReview, { ...(await world.seen(await sealed(world, nobodyOwn(world)))), reason }),
    ),
  needs_second_person: async (world) => {
    const { conditionId } = await conditional(world, nobodyOwn(world), world.people.liwei);
    await world.act("liwei", giveConditionEvidence, { conditionId, evidence: "The report of September." });
    return kindOf(world.refused("liwei", acceptCondition, { conditionId }));
  },
  conditions_closed: async (world) => {
    const environment = await environmentWith(world, { conditions: { allowed: false, maxDays: 1 }, checks: [] });
    const review = await world.sealed({}, { environment });
    const dueAt = new Date(Date.now() + 3_600_000).toISOString();
    return kindOf(
      world.refused("liwei", proposeConditions, {
        reviewId: review.reviewId,
        conditions: [{ text: "Report monthly to the committee.", ownerId: world.people.amara, dueAt }],
      }),
    );
  },
  not_tiered: async (world) => {
    const { modelId, key } = await proposedModel(world);
    await world.act("sofia", acceptModel, { modelId });
    const { versionId } = await world.draft({ model: key });
    return kindOf(world.refused("tomas", submitVersion, { versionId, environment: "production" }));
  },
  no_policy: async (world) => {
    const key = fresh("bare");
    await world.act("ingrid", defineEnvironment, { key, title: "Without a policy", protects: [] });
    return kindOf(
      world.refused("tomas", submitVersion, { versionId: (await world.draft()).versionId, environment: key }),
    );
  },
  alias_protected: async (world) =>
    kindOf(
      world.refused("dirk", promoteAlias, {
        modelId: world.modelId,
        alias: "champion",
        version: String((await world.draft()).number),
      }),
    ),
  not_live: async (world) => {
    const review = await sealed(world, nobodyOwn(world));
    const instance = (state: string) =>
      world.database.admin.pool.query(
        `alter table gov.instance disable trigger all; update gov.instance set state = '${state}'`,
      );
    await instance("setup");
    try {
      return await kindOf(world.refused("liwei", recommendReview, { ...(await world.seen(review)), reason }));
    } finally {
      await instance("live");
    }
  },
  seed_closed: (world) =>
    kindOf(
      world.refused("ingrid", invitePerson, {
        name: "Eve",
        email: `${fresh("eve")}@northgate.example`,
        initialPassword: "known-to-the-administrator",
      }),
    ),
  digest_mismatch: async (world) => {
    const since = await newEvents(world);
    const declared = createHash("sha256").update("declared").digest("hex");
    const answer = await uploadArtifact(
      world.deps,
      world.as("tomas"),
      declared,
      (async function* () {
        yield Buffer.from("sent");
      })(),
    );
    if (answer.ok) throw new Error("kept");
    const [event] = await since();
    return event?.data["refusal"] as RefusalKind;
  },
  refused_by_database: async (world) => {
    const { modelId } = await tieredModel(world);
    await world.database.admin.pool.query(
      "create function gov.stop() returns trigger language plpgsql as $$ begin perform gov.refuse('stop', 'stopped by a test'); return new; end $$; create trigger stop before update on gov.model for each row execute function gov.stop()",
    );
    try {
      return await kindOf(world.refused("amara", editModel, { modelId, title: "Another title" }));
    } finally {
      await world.database.admin.pool.query("drop trigger stop on gov.model; drop function gov.stop()");
    }
  },
};
