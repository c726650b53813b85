import type { IncomingMessage } from "node:http";
import type { MiddlewareHandler } from "hono";
import type { GatewayEnvironment } from "./context.ts";

/** How much of a request that has been answered is still read, and for how long. */
export interface DrainLimits {
  bytes: number;
  milliseconds: number;
}

const limits: DrainLimits = { bytes: 64 * 1024 * 1024, milliseconds: 10_000 };

/**
 * Reads what a client still sends of a request that is answered without it. Closing on a client that writes resets the
 * connection, and it never reads the answer. Beyond the limits the answer goes out all the same.
 */
export const readWhatIsLeft =
  (within: DrainLimits = limits): MiddlewareHandler<GatewayEnvironment> =>
  async (c, next) => {
    await next();
    const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage };
    if (!incoming || c.req.method === "GET" || c.req.method === "HEAD") return;
    // Where more is announced than would be read, waiting helps nobody.
    if (Number(incoming.headers["content-length"] ?? 0) <= within.bytes) await drained(incoming, within);
  };

function drained(incoming: IncomingMessage, within: DrainLimits): Promise<void> {
  if (incoming.readableEnded || incoming.destroyed) return Promise.resolve();
  return new Promise((done) => {
    let left = within.bytes;
    const end = (): void => {
      clearTimeout(timer);
      incoming.off("data", count).off("end", end).off("close", end);
      done();
    };
    const count = (chunk: Buffer): void => {
      left -= chunk.length;
      if (left < 0) end();
    };
    const timer = setTimeout(end, within.milliseconds);
    // Whoever read the body until now has stopped, and would pause it again.
    incoming.removeAllListeners("data");
    incoming.on("data", count).once("end", end).once("close", end).resume();
  });
}
