import { Readable } from "node:stream";
import { explainRefusal } from "@countersign/domain";
import { requestSay } from "@countersign/ui/request-say";
import { readWholeLog } from "@countersign/usecases";
import { deps } from "../../../server/deps.ts";
import { requireActor } from "../../../server/session.ts";
import { frames, headBytes } from "../../../trail/log-frames.ts";

/** The whole signed log for the verifier in the browser, as it is read: of any length, and never held whole. */
export async function GET(): Promise<Response> {
  const log = await readWholeLog(await deps(), await requireActor("/audit"));
  if (!log.ok) return new Response(explainRefusal(log.refusal, await requestSay()).detail, { status: 403 });
  const { checkpoints, entries } = log.value;
  const parts = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield headBytes({ checkpoints });
      for await (const batch of entries) yield frames(batch);
    } catch (error) {
      // The browser sees a log that is cut off; why, is said here.
      process.stderr.write(`audit/log: ${String(error)}\n`);
      throw error;
    }
  };
  return new Response(Readable.toWeb(Readable.from(parts(), { objectMode: false })) as ReadableStream<Uint8Array>, {
    // Hashes do not get smaller: compressing them would take longer than sending them.
    headers: { "content-type": "application/octet-stream", "cache-control": "no-store, no-transform" },
  });
}
