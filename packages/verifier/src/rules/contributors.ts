import type { Json } from "@countersign/canonical";
import type { Row } from "@countersign/record";
import { phrase } from "@countersign/words";
import { changes, type Moment } from "./moment.ts";

/**
 * Freezing names everybody who built the version: the owner of the token, who drafted and who submitted it, and the
 * declared trainer and committers. Leaving one out would let them sign their own work.
 */
export function contributorsNamed(moment: Moment): void {
  const { leaf, state, blobs, text } = moment;
  const version = changes(moment, "version").find(
    ({ after }) => after.state === "frozen" && leaf.core.act === "version.frozen",
  )?.after;
  for (const { after, before } of changes(moment, "contributor")) {
    if (before ? leaf.core.act !== "contributor.mapped" : !version)
      moment.object("contributors_differ", phrase("{id} joins later", { id: after.id }));
  }
  if (!version) return;
  const named = changes(moment, "contributor").map(({ after }) => after);
  const has = (kind: string, fits: (contributor: Row<"contributor">) => boolean): boolean =>
    named.some((one) => one.kind === kind && fits(one));
  const owner = version.token_id === null ? null : (state.token.get(version.token_id)?.owner_id ?? "");
  const missing = [
    ...(owner !== null && !has("owner", (one) => one.person_id === owner)
      ? [phrase("the owner of the token is not named")]
      : []),
    ...[leaf.core.actor.person, version.drafted_by]
      .filter((person) => !has("submitter", (one) => one.person_id === person))
      .map((person) =>
        person === null
          ? phrase("who submitted (nobody) is not named")
          : phrase("who submitted ({person}) is not named", { person }),
      ),
    ...declared(blobs.get(version.submission_sha256))
      .filter(([kind, address]) => !has(kind, (one) => one.address !== null && text(one.address) === address))
      .map(([kind, address]) =>
        kind === "trainer"
          ? phrase("the trainer {address} is not named", { address })
          : phrase("the committer {address} is not named", { address }),
      ),
  ];
  for (const one of missing) moment.object("contributors_differ", one);
  for (const one of named) {
    const address = one.address === null ? null : text(one.address).trim().toLowerCase();
    const person = [...state.person.values()].find((known) => address !== null && text(known.email) === address);
    if (person && one.person_id !== person.id)
      moment.object(
        "contributors_differ",
        one.person_id === null
          ? phrase("{kind} {address} is {person} and not nobody", {
              kind: one.kind,
              address: address ?? "",
              person: person.id,
            })
          : phrase("{kind} {address} is {person} and not {named}", {
              kind: one.kind,
              address: address ?? "",
              person: person.id,
              named: one.person_id,
            }),
      );
  }
}

/** Kind and address of those whom the submission declares. */
function declared(submission: Json | undefined): [kind: string, address: string][] {
  const run = member(submission, "run");
  const trainer = member(run, "trainer");
  const committers = member(run, "committers");
  return [
    ...(typeof trainer === "string" ? [["trainer", trainer] as [string, string]] : []),
    ...(Array.isArray(committers)
      ? committers
          .filter((address) => typeof address === "string")
          .map((address): [string, string] => ["committer", address])
      : []),
  ];
}

const member = (value: Json | undefined, key: string): Json | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, key)
    ? value[key]
    : undefined;
