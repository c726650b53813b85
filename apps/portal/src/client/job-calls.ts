"use client";

import { client } from "./api.ts";
import { tellJobs, thisPage } from "./jobs.ts";

type Wanted = { kind: "trail"; format: string; of: object } | { kind: "evidence"; reviewId: string };

/** Asks for a file; the tray goes on with it. */
export async function ask(wanted: Wanted): Promise<void> {
  const page = thisPage();
  tellJobs([await client.jobs.start.mutate(wanted)], page);
}

/** Changes a job that stands in the tray. */
export async function change(verb: "cancel" | "repeat" | "clear", id: string): Promise<void> {
  const page = thisPage();
  tellJobs([await client.jobs[verb].mutate({ id })], verb === "repeat" ? page : null);
}

/** Asks how one's jobs are, where nothing was heard for a while. */
export async function look(): Promise<void> {
  tellJobs(await client.jobs.list.query({}));
}
