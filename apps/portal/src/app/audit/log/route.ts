import { Readable } from "node:stream";
import { readWholeLog } from "@countersign/usecases";
import { deps } from "../../../server/deps.ts";
import { requireActor } from "../../../server/session.ts";

/** The whole signed log for the verifier in the browser: first its checkpoints, then a line for each entry, as they are read. */
export async function GET(): Promise<Response> {
  const log = await readWholeLog(await deps(), await requireActor("/audit"));
  if (!log.ok) return new Response(null, { status: 403 });
  const { size, checkpoints, entries } = log.value;
  const lines = async function* (): AsyncGenerator<string> {
    yield `${JSON.stringify({ size, checkpoints })}\n`;
    for await (const batch of entries)
      yield batch
        .map(
          ({ hash, leaf }) =>
            `${JSON.stringify([hash && Buffer.from(hash).toString("base64"), leaf && Buffer.from(leaf).toString("utf8")])}\n`,
        )
        .join("");
  };
  // Asked for as it is taken: a log of any length is never held whole.
  return new Response(Readable.toWeb(Readable.from(lines(), { objectMode: false })) as ReadableStream<Uint8Array>, {
    headers: { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" },
  });
}
