import { type Reader, type Row, rows } from "@countersign/db";
import { applies, type ModelPeople, type ModelPerson, type Task, type Tier } from "@countersign/domain";
import type { Say } from "@countersign/words";
import { People } from "../people/names.ts";
import { publishedPolicies } from "../policies/pinned.ts";

/**
 * Who had which part in a model, as they stand today. Of decisions, those of reviews that have ended: while one is open, an
 * approver's may be hidden from another. Who may decide on one review says that review: here stands who of all these holds a role that signs.
 */
export async function modelPeople(
  reader: Reader,
  model: Row<"model">,
  {
    versions,
    reviews,
    decisions,
  }: { versions: Row<"version">[]; reviews: Row<"review">[]; decisions: Row<"decision">[] },
  say: Say,
): Promise<ModelPeople> {
  const contributors = await rows(reader, "contributor", { version_id: versions.map(({ id }) => id) });
  const built = versions.flatMap((version): Part[] => [
    [version.drafted_by, version.number],
    ...contributors.flatMap((one): Part[] =>
      one.version_id === version.id && one.person_id ? [[one.person_id, version.number]] : [],
    ),
  ]);
  const signed = decisions.flatMap((decision) => {
    const review = reviews.find(({ id, ended_at }) => id === decision.review_id && ended_at !== null);
    const version = versions.find(({ id }) => id === review?.version_id);
    return version ? [{ decision, part: [decision.person_id, version.number] satisfies Part }] : [];
  });
  const parts = {
    developed: built.filter(([id]) => id.startsWith("usr_")),
    validated: signed.filter(({ decision }) => validates(decision)).map(({ part }) => part),
    approved: signed.filter(({ decision }) => !validates(decision) && approves(decision)).map(({ part }) => part),
    against: signed.filter(({ decision }) => !validates(decision) && !approves(decision)).map(({ part }) => part),
  };
  const ids = [...new Set([model.owner_id, ...Object.values(parts).flatMap((list) => list.map(([id]) => id))])];
  const people = await People.load(reader, ids, say);
  const states = new Map((await rows(reader, "person", { id: ids })).map(({ id, state }) => [id, state]));
  const grants = await rows(reader, "role_grant", {
    person_id: ids,
    workspace_id: model.workspace_id,
    state: "active",
  });
  const deciding = await decidingRoles(reader, model);
  const standing = (id: string, numbers: number[]): ModelPerson => ({
    person: people.get(id),
    state: states.get(id) ?? "deactivated",
    roles: grants.filter((grant) => grant.person_id === id).map(({ role }) => role),
    versions: [...new Set(numbers)].toSorted((a, b) => a - b),
  });
  const told = (list: readonly Part[]): ModelPerson[] =>
    [...Map.groupBy(list, ([id]) => id)].map(([id, own]) =>
      standing(
        id,
        own.map(([, number]) => number),
      ),
    );
  return {
    owner: standing(model.owner_id, []),
    developed: told(parts.developed),
    unmapped: contributors.filter(({ person_id, kind }) => person_id === null && kind !== "undeclared").length,
    validated: told(parts.validated),
    approved: told(parts.approved),
    against: told(parts.against),
    mayDecide: ids.flatMap((id) => {
      const one = standing(id, []);
      const roles = one.roles.filter((role) => deciding.has(role));
      return one.state === "active" && roles.length > 0 ? [{ ...one, roles }] : [];
    }),
  };
}

/** Roles whose signature a policy in force asks for, wherever the model may be asked to run. */
async function decidingRoles(reader: Reader, { workspace_id, tier, task, key }: Row<"model">): Promise<Set<string>> {
  if (!tier) return new Set();
  const environments = await rows(reader, "environment", { workspace_id });
  const policies = await publishedPolicies(reader, workspace_id);
  const asked = policies.filter(({ policy }) =>
    environments.some((environment) =>
      applies(policy, { tier: tier as Tier, environment: environment.key, task: task as Task, model: key }),
    ),
  );
  return new Set(asked.flatMap(({ policy }) => policy.signOffs.map(({ role }) => role)));
}

/** A person, and the number of a version that they had a part in. */
type Part = [person: string, version: number];

const validates = ({ act, role }: Row<"decision">): boolean => act === "recommend" || role === "validator";
const approves = ({ act }: Row<"decision">): boolean => act === "approve" || act === "approve_with_conditions";
