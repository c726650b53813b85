import { createServer, type Server } from "node:http";
import type { Status } from "./status.ts";

/** Answers 200 while the notary leads or waits for the lead, 503 otherwise; the body is the status as JSON. */
export async function serveHealth(port: number, status: Status): Promise<{ port: number; close(): void }> {
  const server: Server = createServer((_request, response) => {
    const well = status.state === "leading" || status.state === "waiting";
    response.writeHead(well ? 200 : 503, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(`${JSON.stringify(status)}\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  return { port: typeof address === "object" && address ? address.port : port, close: () => server.close() };
}
