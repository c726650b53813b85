"use client";

import { goesOn, type JobStep, type JobView, jobWords } from "@countersign/domain";
import { buttonClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { dayText, msg } from "@countersign/words";
import { useState } from "react";
import { type Problem, problemOf } from "./api.ts";
import { change } from "./job-calls.ts";
import { fileOf } from "./jobs.ts";
import { ProblemNote } from "./problem.tsx";

/** A row for each job, the oldest first; what is removed keeps its place until the tray is opened again. */
export function TrayBody({
  jobs,
  removed,
  onRemoved,
}: {
  jobs: JobView[];
  removed: readonly string[];
  onRemoved(id: string): void;
}) {
  const say = useSay();
  return (
    <>
      <h2 className="font-serif text-[18px] font-[600]">{say("Jobs")}</h2>
      {jobs.length === 0 && (
        <p className="mt-1 text-ink-2">{say("Nothing is being made for you. Exports that take long stand here.")}</p>
      )}
      <ul className="mt-2 empty:hidden">
        {jobs.map((job) => (
          <Row key={job.id} job={job} removed={removed.includes(job.id)} onRemoved={() => onRemoved(job.id)} />
        ))}
      </ul>
      <p className="mt-2 text-[13px] text-muted">{say("They go on when you leave, and are kept for 30 days.")}</p>
    </>
  );
}

function Row({ job, removed, onRemoved }: { job: JobView; removed: boolean; onRemoved(): void }) {
  const say = useSay();
  const [problem, setProblem] = useState<Problem | null>(null);
  const press = (verb: Parameters<typeof change>[0]) => (): void => {
    setProblem(null);
    change(verb, job.id).then(
      () => verb === "clear" && onRemoved(),
      (error: unknown) => setProblem(problemOf(error, say)),
    );
  };
  const what = jobWords(say, job.what);
  const named = { "aria-describedby": `what-${job.id}` };
  return (
    <li className="border-t border-hair py-2.5">
      <p id={`what-${job.id}`} className="font-[550] wrap-anywhere">
        {what}
      </p>
      <div className="min-h-16">
        {removed ? <p className="text-muted">{say("Removed.")}</p> : <Standing job={job} />}
      </div>
      {/* Nothing comes to stand where another button was pressed. */}
      <div className="mt-1 flex min-h-9 items-center gap-2">
        {!removed && job.state === "done" && (
          <a href={fileOf(job)} className={buttonClass("primary")} {...named}>
            {say("Download")}
          </a>
        )}
        {!removed && (job.state === "failed" || job.state === "cancelled") && (
          <button type="button" className={buttonClass()} onClick={press("repeat")} {...named}>
            {say("Try again")}
          </button>
        )}
        {!removed && !goesOn(job) && (
          <button type="button" className={buttonClass()} onClick={press("clear")} {...named}>
            {say("Remove")}
          </button>
        )}
        {goesOn(job) && (
          <button type="button" className={`ml-auto ${buttonClass()}`} onClick={press("cancel")} {...named}>
            {say("Cancel")}
          </button>
        )}
      </div>
      <ProblemNote problem={problem} />
    </li>
  );
}

const steps: Record<JobStep, string> = {
  recording: msg("It is recorded that you take it"),
  reading: msg("It is read from the record"),
  signing: msg("It waits for the notary's signature"),
  writing: msg("The file is written"),
};

function Standing({ job }: { job: JobView }) {
  const say = useSay();
  const { state, step, done, total, problem, file } = job;
  if (state === "queued") return <p className="text-ink-2">{say("It waits for its turn.")}</p>;
  if (state === "cancelled") return <p className="text-ink-2">{say("Cancelled. Nothing was kept.")}</p>;
  if (state === "failed" && problem)
    return (
      <p className="text-ink-2">
        <b className="font-[650] text-fail">{problem.title}.</b> {problem.detail} {problem.action}
      </p>
    );
  if (file)
    return (
      <p className="text-[13px] text-ink-2">
        {say("{name}, {size}. Kept until {day}.", {
          name: file.name,
          size: sizeWords(say.count, file.size),
          day: dayText(say, job.expiresAt),
        })}
        <span className="block font-mono text-[12px] wrap-anywhere text-muted">{file.sha256}</span>
      </p>
    );
  if (done === null || total === null) return <p className="text-ink-2">{say(steps[step ?? "reading"])} …</p>;
  const words = say("{done} of {total} entries", { done: say.count(done), total: say.count(total) });
  return (
    <>
      <progress
        value={done}
        max={total}
        aria-label={jobWords(say, job.what)}
        aria-valuetext={words}
        className="mt-1.5 block h-2 w-full appearance-none overflow-hidden rounded-full border border-control bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
      />
      <p className="mt-1 text-[13px] text-ink-2">{words}</p>
    </>
  );
}

const units = ["B", "KiB", "MiB", "GiB"];

function sizeWords(count: (n: number) => string, bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${count(Math.ceil(bytes / 1024 ** power))} ${units[power]}`;
}
