import { rows } from "@countersign/db";
import { z } from "zod";
import { defaultWorkspace } from "../kernel/actor.ts";
import { defineQuery } from "../kernel/query.ts";
import { Disclosed } from "./names.ts";

/** People with their roles, and grants that wait for a second administrator. */
export const peopleList = defineQuery({
  name: "people.list",
  input: z.strictObject({}),
  roles: ["administrator", "auditor", "model_risk_manager", "compliance_officer"],
  see: async () => ({ workspaceId: defaultWorkspace }),
  async run({ reader }) {
    const people = await rows(reader, "person", {}, { order: "created_at" });
    const grants = await rows(reader, "role_grant", { state: ["active", "pending"] });
    const texts = await Disclosed.load(
      reader,
      people.flatMap((person) => [person.name, person.email]),
    );
    return people.map((person) => ({
      id: person.id,
      name: texts.text(person.name),
      email: texts.text(person.email),
      state: person.state,
      grants: grants
        .filter((grant) => grant.person_id === person.id)
        .map(({ id, role, workspace_id, state }) => ({ id, role, workspaceId: workspace_id, state })),
    }));
  },
});
