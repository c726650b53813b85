import { Readable } from "node:stream";
import { explainRefusal } from "@countersign/domain";
import { requestSay } from "@countersign/ui/request-say";
import { jobFile } from "@countersign/usecases";
import { saved } from "../../../../download.ts";
import { deps } from "../../../../server/deps.ts";
import { sentencePage } from "../../../../server/sentence-page.ts";
import { currentActor } from "../../../../server/session.ts";

/** What a job has made, for whoever asked for it and while they may see it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 303, headers: { location: "/sign-in?next=/inbox" } });
  const found = await jobFile(await deps(), actor, (await params).id);
  if (!found.ok) {
    const say = await requestSay();
    return sentencePage(404, explainRefusal(found.refusal, say), { path: "/inbox", says: say("Back to the inbox") });
  }
  const { file, bytes } = found.value;
  const body = Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>;
  const answer = saved(body, file.name, file.type);
  answer.headers.set("content-length", String(file.size));
  return answer;
}
