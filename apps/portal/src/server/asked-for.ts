import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { explainRefusal, goesOn, type JobView } from "@countersign/domain";
import { requestSay } from "@countersign/ui/request-say";
import { jobsOf, startJob } from "@countersign/usecases";
import { deps } from "./deps.ts";
import { askedElsewhere, sentencePage } from "./sentence-page.ts";
import { currentActor } from "./session.ts";

/** So long a request waits for its file; what takes longer is met in the tray. */
const patienceMs = 25_000;
const lookMs = 250;

/**
 * Asks for a file where no script does it, and waits: the file, or a page that says why there is none. It is recorded as an
 * export, so another site cannot ask for it.
 */
export async function askedFor(request: Request, wanted: object, back: string): Promise<Response> {
  const say = await requestSay();
  const home = { path: back, says: say("Back to the page") };
  const elsewhere = await askedElsewhere(request, home);
  if (elsewhere) return elsewhere;
  const actor = await currentActor();
  if (!actor)
    return new Response(null, { status: 303, headers: { location: `/sign-in?next=${encodeURIComponent(back)}` } });
  const opened = await deps();
  const started = await startJob(opened, actor, wanted);
  if (!started.ok)
    return sentencePage(started.refusal.kind === "not_found" ? 404 : 409, explainRefusal(started.refusal, say), home);
  let job: JobView | undefined = started.value;
  for (const until = Date.now() + patienceMs; job && goesOn(job) && Date.now() < until;) {
    await sleep(lookMs);
    const own = await jobsOf(opened.database, actor.personId, say);
    job = own.find(({ id }) => id === started.value.id);
  }
  if (job?.state === "done") return new Response(null, { status: 303, headers: { location: `/jobs/${job.id}/file` } });
  if (job?.problem) return sentencePage(409, job.problem, home);
  return sentencePage(
    202,
    {
      title: say("It is still being made"),
      detail: say("It goes on without this page."),
      action: say("You find it under “jobs” at the top of every page."),
    },
    home,
  );
}
