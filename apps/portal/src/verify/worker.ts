import { examine } from "@countersign/verifier";
import type { Answer, Ask } from "./messages.ts";

const answer = (message: Answer): void => postMessage(message);

/** Runs the verifier beside the page, so that the page stays usable and can stop it. It fetches and sends nothing, and leaves it to the page to say what it found. */
addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  const found = examine(new Uint8Array(data.bytes), {
    trust: data.trust,
    now: data.now,
    progress: (step) => answer({ kind: "step", step }),
  });
  answer({ kind: "found", found });
});
