import { row } from "@countersign/db";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { defaultWorkspace } from "../kernel/actor.ts";
import { idText, lineText } from "../kernel/texts.ts";

/** Changes a person's printed name. Signatures keep the disclosure of the name they were given under. */
export const renamePerson = command({
  name: "person.rename",
  input: z.strictObject({ personId: idText, name: lineText(200) }),
  async load(run, input) {
    await run.lock(`person:${input.personId}`);
    const person = await row(run.tx, "person", input.personId);
    return person ? { workspaceId: defaultWorkspace, target: person.id, person } : null;
  },
  async run(run, { person }, input) {
    await run.update("person", person.id, { name: await run.hide("name", input.name) }, { name: person.name });
    run.record("person.renamed", `person:${person.id}`);
    return { personId: person.id };
  },
});
