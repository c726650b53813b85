import { rows } from "@countersign/db";
import type { MeView } from "@countersign/domain";
import { z } from "zod";
import { defineQuery } from "../kernel/query.ts";
import { People } from "./names.ts";

/** Who asks, the roles they hold in any workspace, and where. */
export const me = defineQuery({
  name: "person.me",
  input: z.strictObject({}),
  roles: "none",
  see: async () => ({ workspaceId: null }),
  async run({ reader, known, say }): Promise<MeView> {
    const people = await People.load(reader, [known.personId], say);
    const workspaces = await rows(reader, "workspace", { id: known.workspaces }, { order: "title" });
    return {
      you: people.get(known.personId ?? ""),
      roles: [...new Set(known.workspaces.flatMap((workspace) => known.rolesIn(workspace)))],
      workspaces: workspaces.map(({ title }) => title),
    };
  },
});
