import { row, rows } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { defaultWorkspace } from "../kernel/actor.ts";

/** Ends set-up for good: from now on nothing is told with another time, and roles that sign take two administrators. */
export const goLive = command({
  name: "instance.go_live",
  input: z.strictObject({}),
  async load(run) {
    await run.lock("instance:instance");
    const instance = await row(run.tx, "instance", "instance");
    return instance ? { workspaceId: defaultWorkspace, target: "instance", instance } : null;
  },
  async run(run, { instance }) {
    if (instance.state !== "setup")
      run.refuse({ kind: "wrong_state", what: "instance", state: instance.state, wanted: ["setup"] });
    const administrators = await rows(run.tx, "role_grant", {
      role: "administrator",
      state: "active",
      workspace_id: defaultWorkspace,
    });
    if (new Set(administrators.map((grant) => grant.person_id)).size < 2) {
      run.refuse({
        kind: "needs_second_person",
        why: msg("A live instance needs two administrators: each watches what the other grants."),
      });
    }
    await run.update(
      "instance",
      "instance",
      { state: "live", live_at: run.deps.now().toISOString() },
      { state: "setup" },
    );
    run.record("instance.went_live", "instance:instance");
    return { state: "live" };
  },
});
