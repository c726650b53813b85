"use client";

import type { JobView } from "@countersign/domain";

/** How one's own jobs have moved, wherever this page hears of it. */
interface Heard {
  jobs: JobView[];
  /** Whether this page has just asked for them, and waits. */
  asked: boolean;
}

const here = new EventTarget();

/** Tells the page's tray. */
export function tellJobs(jobs: JobView[], asked = false): void {
  here.dispatchEvent(new CustomEvent<Heard>("jobs", { detail: { jobs, asked } }));
}

export function onJobs(heard: (moved: Heard) => void): () => void {
  const listener = (event: Event): void => heard((event as CustomEvent<Heard>).detail);
  here.addEventListener("jobs", listener);
  return () => here.removeEventListener("jobs", listener);
}

export const fileOf = ({ id }: Pick<JobView, "id">): string => `/jobs/${id}/file`;

/** Known jobs with what was heard: in their places, and new ones at the end, so that none moves. */
export function merged(known: readonly JobView[], heard: readonly JobView[]): JobView[] {
  const moved = new Map(heard.map((job) => [job.id, job]));
  const kept = known.map((job) => moved.get(job.id) ?? job);
  const ids = new Set(known.map(({ id }) => id));
  return [...kept, ...heard.filter(({ id }) => !ids.has(id))];
}
