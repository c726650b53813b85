import type { MeView } from "@countersign/domain";
import { z } from "zod";
import { defineQuery } from "../kernel/query.ts";
import { People } from "./names.ts";

/** Who asks, and the roles they hold in any workspace. */
export const me = defineQuery({
  name: "person.me",
  input: z.strictObject({}),
  roles: "none",
  see: async () => ({ workspaceId: null }),
  async run({ reader, known, say }): Promise<MeView> {
    const people = await People.load(reader, [known.personId], say);
    return {
      you: people.get(known.personId ?? ""),
      roles: [...new Set(known.workspaces.flatMap((workspace) => known.rolesIn(workspace)))],
    };
  },
});
