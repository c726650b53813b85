import { logHead, rows } from "@countersign/db";
import { type EventPage, permissions, type Role } from "@countersign/domain";
import { z } from "zod";
import { defaultWorkspace } from "../kernel/actor.ts";
import { command } from "../kernel/command.ts";
import { defineQuery } from "../kernel/query.ts";
import { eventViews } from "./view.ts";

const filter = z.strictObject({
  before: z.int().min(0).optional(),
  limit: z.int().min(1).max(200).default(50),
  stream: z.string().max(100).optional(),
  act: z
    .string()
    .regex(/^[a-z_.]{1,60}$/)
    .optional(),
});

/** Roles that see what happened to the instance itself, and what was refused to others. */
const overseers: readonly Role[] = ["auditor", "compliance_officer", "model_risk_manager", "administrator"];

/** A page of the trail with the newest checkpoint: events of the workspaces in which the reader holds a role. Reading it is recorded first. */
export const eventList = defineQuery({
  name: "event.list",
  input: filter,
  roles: permissions["event.list"].roles,
  see: async () => ({ workspaceId: null }),
  recordedBy: () => readTrail,
  async run({ reader, known }, _seen, input): Promise<EventPage> {
    const held = known.workspaces.flatMap((workspace) => known.rolesIn(workspace));
    const everywhere = known.rolesIn(defaultWorkspace).includes("administrator");
    const workspaces = everywhere
      ? (await rows(reader, "workspace", {})).map((workspace) => workspace.id)
      : known.workspaces;
    const instanceOf = held.some((role) => overseers.includes(role)) ? null : (known.personId ?? "");
    const events = await eventViews(reader, known.personId ?? "", {
      before: input.before,
      limit: input.limit,
      streams: input.stream ? [input.stream] : undefined,
      act: input.act,
      sight: { workspaces, instanceOf },
    });
    const head = await logHead(reader);
    const last = events.at(-1);
    return {
      events,
      total: head.size,
      checkpoint: head.checkpoint,
      origin: head.origin,
      next: events.length === input.limit && last?.idx ? last.idx : null,
    };
  },
});

/** Records that somebody reads the trail, in the reader's own stream (peers 5.8, 11). `eventList` cannot be asked without it. */
export const readTrail = command({
  name: "event.list",
  input: filter,
  load: async () => ({ workspaceId: null }),
  async run(run, _scope, input) {
    const who = run.known.personId ?? "system";
    run.record("trail.read", `reader:${who}`, {
      scope: input.stream ?? input.act ?? "all",
      from_index: input.before ?? null,
      count: input.limit,
    });
    return { recorded: true };
  },
});
