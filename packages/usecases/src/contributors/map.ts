import { row } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText } from "../kernel/texts.ts";
import { versionScope } from "../versions/scope.ts";

/**
 * A model risk manager says which person an unknown contributor is. An undeclared one is mapped to the person
 * who says that they built it.
 */
export const mapContributor = command({
  name: "contributor.map",
  input: z.strictObject({ contributorId: idText, personId: idText }),
  async load(run, input) {
    const contributor = await row(run.tx, "contributor", input.contributorId);
    const scope = contributor ? await versionScope(run, contributor.version_id) : null;
    return contributor && scope ? { ...scope, contributor } : null;
  },
  async run(run, { version, contributor }, input) {
    if (contributor.person_id)
      run.refuse({ kind: "wrong_state", what: "contributor", state: "mapped", wanted: ["unmapped"] });
    const person = await row(run.tx, "person", input.personId);
    if (!person) return run.refuse({ kind: "not_found", what: msg("the person") });
    await run.update(
      "contributor",
      contributor.id,
      { person_id: person.id, mapped_by: run.known.personId },
      { person_id: null },
    );
    run.record("contributor.mapped", `version:${version.id}`);
    return { contributorId: contributor.id, personId: person.id };
  },
});
