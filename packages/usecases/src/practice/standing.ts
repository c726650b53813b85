import { type Reader, rows } from "@countersign/db";
import type { PracticeStanding } from "@countersign/domain";
import { z } from "zod";
import { defineQuery } from "../kernel/query.ts";
import { roleToPractise } from "./act.ts";
import { type Kept, keptOf } from "./kept.ts";

/** Whether the asker may practise, is offered it, and has done it: their own alone. */
export const practiceStanding = defineQuery({
  name: "practice.standing",
  input: z.strictObject({}),
  roles: "none",
  see: async () => ({ workspaceId: null }),
  async run({ reader, known }): Promise<PracticeStanding> {
    const person = known.personId ?? "";
    const may = roleToPractise(known) !== null;
    return standingOf(reader, person, may, await keptOf(reader.db, person));
  },
});

/** It is offered to whoever judges, has never signed anything, and has neither practised nor put it away. */
export async function standingOf(
  reader: Reader,
  person: string,
  may: boolean,
  { state, at }: Kept,
): Promise<PracticeStanding> {
  const open = may && state === "offered";
  const signed = open && (await rows(reader, "decision", { person_id: person }, { limit: 1 })).length > 0;
  return { may, offered: open && !signed, skipped: state === "skipped", practisedAt: at };
}
