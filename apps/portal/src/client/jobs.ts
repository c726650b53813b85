"use client";

import { goesOn, type JobView } from "@countersign/domain";

/** How one's own jobs have moved, wherever this page hears of it. */
interface Heard {
  jobs: JobView[];
  /** The page that has just asked for them, and waits; null: nobody. */
  askedOn: string | null;
}

const here = new EventTarget();

/** Tells the page's tray. */
export function tellJobs(jobs: JobView[], askedOn: string | null = null): void {
  here.dispatchEvent(new CustomEvent<Heard>("jobs", { detail: { jobs, askedOn } }));
}

export function onJobs(heard: (moved: Heard) => void): () => void {
  const listener = (event: Event): void => heard((event as CustomEvent<Heard>).detail);
  here.addEventListener("jobs", listener);
  return () => here.removeEventListener("jobs", listener);
}

/** The page as it stands now, with what narrows it. */
export const thisPage = (): string => location.pathname + location.search;

export const fileOf = ({ id }: Pick<JobView, "id">): string => `/jobs/${id}/file`;

/** An answer that was long on its way tells of a job that has ended since that it goes on. */
const isOld = (heard: JobView, known: JobView | undefined): boolean =>
  known !== undefined && known.createdAt === heard.createdAt && goesOn(heard) && !goesOn(known);

/** What of it is news, to a page that knows some jobs. */
export function news(known: readonly JobView[], heard: readonly JobView[]): JobView[] {
  const before = new Map(known.map((job) => [job.id, job]));
  return heard.filter((job) => !isOld(job, before.get(job.id)));
}

/** Known jobs with what is news: in their places, and new ones at the end, so that none moves. */
export function merged(known: readonly JobView[], heard: readonly JobView[]): JobView[] {
  const moved = new Map(heard.map((job) => [job.id, job]));
  const kept = known.map((job) => moved.get(job.id) ?? job);
  const ids = new Set(known.map(({ id }) => id));
  return [...kept, ...heard.filter(({ id }) => !ids.has(id))];
}
