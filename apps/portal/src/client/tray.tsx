"use client";

import { goesOn, type JobView } from "@countersign/domain";
import { Icon } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { announced } from "./job-words.ts";
import { fileOf, merged, news, onJobs, tellJobs, thisPage } from "./jobs.ts";
import { useNews } from "./live.tsx";

const Body = lazy(async () => ({ default: (await import("./tray-body.tsx")).TrayBody }));

/** The palette opens it by this name. */
const trayId = "jobs";

/** How often it is asked how jobs are: where somebody waits in front of the page, and where news should have told it. */
const hurryMs = 250;
const quietMs = 3_000;
/** So long somebody is taken to wait. */
const patienceMs = 8_000;

/** A job that waits for its person, or goes on. */
const waits = (job: JobView): boolean => goesOn(job) || (!job.fetched && job.state !== "cancelled");

/**
 * What is made for somebody beside their pages: how far it is, and what is ready. Of a file that this page has asked for, and
 * that is ready while it is still open, the download begins by itself.
 */
export function Tray({ jobs: read }: { jobs: JobView[] }) {
  const say = useSay();
  const [jobs, setJobs] = useState(read);
  const [shown, setShown] = useState(read.some(waits));
  const [opened, setOpened] = useState(false);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const [said, setSaid] = useState("");
  const [turn, setTurn] = useState(0);
  const known = useRef(read);
  const asked = useRef(new Map<string, string>());
  const hurriedUntil = useRef(0);
  useNews((told) => tellJobs(told.jobs));
  useEffect(() => {
    tellJobs(read);
    if (location.hash !== `#${trayId}`) return;
    document.getElementById(trayId)?.showPopover();
    // Closed again, it stays closed.
    history.replaceState(history.state, "", thisPage());
  }, [read]);
  useEffect(() =>
    onJobs((heard) => {
      const before = new Map(known.current.map((job) => [job.id, job]));
      const moved = news(known.current, heard.jobs);
      if (heard.askedOn !== null) {
        hurriedUntil.current = Date.now() + patienceMs;
        for (const { id } of moved) asked.current.set(id, heard.askedOn);
      }
      for (const job of moved) {
        const words = announced(say, before.get(job.id), job);
        if (words !== null) setSaid(words);
        if (goesOn(job)) continue;
        if (job.state === "done" && asked.current.get(job.id) === thisPage()) location.assign(fileOf(job));
        asked.current.delete(job.id);
      }
      known.current = merged(known.current, moved);
      setJobs(known.current);
      setTurn((n) => n + 1);
      if (known.current.some(waits)) setShown(true);
    }),
  );
  const going = jobs.some(goesOn);
  useEffect(() => {
    if (!going) return undefined;
    const wait = Date.now() < hurriedUntil.current ? hurryMs : quietMs;
    const timer = setTimeout(() => {
      import("./job-calls.ts").then(({ look }) => look()).catch(() => setTurn((n) => n + 1));
    }, wait);
    return () => clearTimeout(timer);
  }, [going, turn]);
  const n = jobs.filter(waits).length;
  return (
    <>
      <span role="status" className="sr-only">
        {said}
      </span>
      {shown && (
        <button
          type="button"
          popoverTarget={trayId}
          className="flex h-8 shrink-0 cursor-pointer items-center gap-1.5 rounded px-2 text-[14px] text-ink-2 hover:bg-sunken max-sm:h-11"
        >
          <Icon name="hourglass" className="size-[18px]" />
          <span className="max-sm:sr-only">
            {n === 0 ? say("Jobs") : say("{n, plural, one {# job} other {# jobs}}", { n })}
          </span>
          {n > 0 && (
            <span aria-hidden="true" className="font-[650] sm:hidden">
              {n}
            </span>
          )}
        </button>
      )}
      <section
        // Its button works before the page does: it may be open already.
        ref={(tray) => {
          if (tray?.matches(":popover-open")) setOpened(true);
        }}
        id={trayId}
        popover="auto"
        aria-label={say("Jobs")}
        onToggle={(event) => {
          setOpened(event.newState === "open");
          known.current = known.current.filter(({ id }) => !removed.includes(id));
          setJobs(known.current);
        }}
        className="fixed inset-auto top-[52px] right-3 m-0 max-h-[calc(100dvh-64px)] w-[min(440px,calc(100vw-24px))] overflow-y-auto border border-hair bg-surface p-4 text-ink shadow-xl"
      >
        {opened && (
          <Suspense fallback={<p className="text-muted">{say("Reading …")}</p>}>
            <Body jobs={jobs} removed={removed} onRemoved={(id) => setRemoved([...removed, id])} />
          </Suspense>
        )}
      </section>
    </>
  );
}
