import "server-only";
import { explainRefusal } from "@countersign/domain";
import { requestSay } from "@countersign/ui/request-say";
import type { Actor, Deps, Result } from "@countersign/usecases";
import { deps } from "./deps.ts";
import { askedElsewhere, sentencePage } from "./sentence-page.ts";
import { currentActor } from "./session.ts";

/**
 * A file of a review as a download, or a page that says why there is none. It is recorded as an export, so a form asks for it
 * (POST), never a link that something may prefetch, and never another site.
 */
export async function reviewFile(
  request: Request,
  {
    id,
    type,
    make,
  }: {
    id: string;
    type: string;
    make(deps: Deps, actor: Actor): Promise<Result<{ name: string; bytes: Uint8Array }>>;
  },
): Promise<Response> {
  const say = await requestSay();
  const path = `/reviews/${encodeURIComponent(id)}`;
  const back = { path, says: say("Back to the review") };
  const elsewhere = await askedElsewhere(request, back);
  if (elsewhere) return elsewhere;
  const actor = await currentActor();
  if (!actor)
    return new Response(null, { status: 303, headers: { location: `/sign-in?next=${encodeURIComponent(path)}` } });
  const made = await make(await deps(), actor);
  if (!made.ok)
    return sentencePage(made.refusal.kind === "not_found" ? 404 : 409, explainRefusal(made.refusal, say), back);
  return new Response(made.value.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${made.value.name}"`,
      "cache-control": "no-store",
    },
  });
}
