import { logHead } from "@countersign/db";
import { type EventPage, permissions } from "@countersign/domain";
import { z } from "zod";
import { defineQuery } from "../kernel/query.ts";
import { filterOf, narrowing, scopeWords } from "./narrowing.ts";
import { streamNames } from "./names.ts";
import { recordsReading } from "./reading.ts";
import { eventViews } from "./view.ts";

const page = narrowing.extend({
  before: z.int().min(0).optional(),
  limit: z.int().min(1).max(200).default(50),
});

/** A page of the trail with the newest checkpoint: events of the workspaces in which the reader holds a role. Reading it is recorded first. */
export const eventList = defineQuery({
  name: "event.list",
  input: page,
  roles: permissions["event.list"].roles,
  see: async () => ({ workspaceId: null }),
  recordedBy: () => readTrail,
  async run(ask, _seen, input): Promise<EventPage> {
    const { filter, of } = await filterOf(ask, input);
    const events = await eventViews(ask, { before: input.before, limit: input.limit, ...filter });
    const head = await logHead(ask.reader);
    const last = events.at(-1);
    return {
      events,
      names: await streamNames(
        ask,
        events.map(({ stream }) => stream),
      ),
      of,
      total: head.size,
      checkpoint: head.checkpoint,
      origin: head.origin,
      next: events.length === input.limit && last?.idx ? last.idx : null,
    };
  },
});

export const readTrail = recordsReading(page, (input) => ({
  scope: scopeWords(input),
  from_index: input.before ?? null,
  count: input.limit,
}));
