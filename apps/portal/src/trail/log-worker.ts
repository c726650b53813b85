import { LogVerifier } from "@countersign/verifier";
import type { Answer, Ask } from "./log-check.ts";

const answer = (message: Answer): void => postMessage(message);
const toldEvery = 5_000;
const utf8 = new TextEncoder();

/** Reads the log as it comes and verifies it entry by entry, beside the page: nothing of it is kept. */
addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  void verify(data).catch(() => answer({ kind: "unreachable" }));
});

async function verify({ vkey, before }: Ask): Promise<void> {
  const began = performance.now();
  const response = await fetch("/audit/log");
  if (!response.ok || !response.body) return answer({ kind: "unreachable" });
  let verifier: LogVerifier | null = null;
  let [done, size] = [0, 0];
  for await (const line of linesOf(response.body)) {
    if (!verifier) {
      const head = JSON.parse(line) as { size: number; checkpoints: string[] };
      ({ size } = head);
      verifier = new LogVerifier({ vkey, checkpoints: head.checkpoints, before });
      answer({ kind: "progress", done, size });
      continue;
    }
    const [hash, leaf] = JSON.parse(line) as [string | null, string | null];
    if (!verifier.next(hash, leaf === null ? null : utf8.encode(leaf))) break;
    if (++done % toldEvery === 0) answer({ kind: "progress", done, size });
  }
  if (!verifier) return answer({ kind: "unreachable" });
  answer({ kind: "outcome", outcome: verifier.end(), ms: performance.now() - began });
}

async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
