import { msg } from "@countersign/words";
import { type PolicyDocument, type SignOff, signingRoles } from "../types.ts";
import type { Place } from "./reader.ts";

/** Sign-offs: at least one approver, no quorum of nobody, no role twice in the same capacity. */
export function parseSignOffs(place: Place): SignOff[] | undefined {
  const signOffs = place.items({ min: 1, max: 20 })?.map(parseSignOff);
  if (!signOffs || !signOffs.every((signOff) => signOff !== undefined)) return undefined;
  if (!signOffs.some((signOff) => signOff.act === "approve"))
    return place.wrong(
      msg("must name at least one sign-off that approves: without an approver nothing is ever approved"),
    );
  const capacities = signOffs.map(({ role, act }) => `${role} ${act}`);
  if (new Set(capacities).size < capacities.length) return place.wrong(msg("names a role twice in the same capacity"));
  return signOffs;
}

function parseSignOff(place: Place): SignOff | undefined {
  const fields = place.fields(["role", "count", "act", "meaning"]);
  const role = fields?.role.oneOf(signingRoles);
  const count = fields?.count.whole({ min: 1, max: 20 });
  const act = fields?.act.oneOf(["recommend", "approve"]);
  const meaning = fields?.meaning.text({ max: 500 });
  return role === undefined || count === undefined || act === undefined || meaning === undefined
    ? undefined
    : { role, count, act, meaning };
}

/** Separation of duties. Only the lowest tier may let contributors sign; one capacity for each person holds everywhere. */
export function parseSeparation(place: Place, tiers: readonly string[]): PolicyDocument["separation"] | undefined {
  const fields = place.fields(["contributorsMaySign", "distinctPeople", "hideDecisions"]);
  const contributorsMaySign = fields?.contributorsMaySign.flag();
  const distinctPeople = fields?.distinctPeople.flag();
  const hideDecisions = fields?.hideDecisions.flag();
  if (contributorsMaySign === undefined || distinctPeople === undefined || hideDecisions === undefined)
    return undefined;
  if (contributorsMaySign && tiers.some((tier) => tier !== "T4"))
    return fields?.contributorsMaySign.wrong(msg("may be true for T4 alone: nobody decides on their own work"));
  if (!distinctPeople)
    return fields?.distinctPeople.wrong(msg("must be true: one person signs a round once, in one capacity"));
  return { contributorsMaySign, distinctPeople, hideDecisions };
}
