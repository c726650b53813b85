import { LogVerifier } from "@countersign/verifier";
import type { Answer, Ask } from "./log-check.ts";
import { FrameReader } from "./log-frames.ts";

const answer = (message: Answer): void => postMessage(message);
const toldEvery = 5_000;

/** Reads the log as it comes and verifies it entry by entry, beside the page: nothing of it is kept. */
addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  void verify(data).catch(() => answer({ kind: "unreachable" }));
});

async function verify({ vkey, before }: Ask): Promise<void> {
  const began = performance.now();
  const response = await fetch("/audit/log");
  if (!response.ok || !response.body) return answer({ kind: "unreachable" });
  const reader = new FrameReader(response.body);
  const verifier = new LogVerifier({ vkey, ...(await reader.head()), before });
  for (let done = 0; ; done++) {
    if (done % toldEvery === 0) answer({ kind: "progress", done, size: verifier.size });
    const entry = await reader.entry();
    if (!entry || !verifier.next(entry.hash, entry.leaf)) break;
  }
  answer({ kind: "outcome", outcome: verifier.end(), ms: performance.now() - began });
}
