import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { serve, type ServerType } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { afterAll, expect, test } from "vitest";
import type { GatewayEnvironment } from "../src/context.ts";
import { readWhatIsLeft } from "../src/drain.ts";

const servers: ServerType[] = [];
afterAll(() => servers.forEach((server) => server.close()));

/** A server that takes a thousand bytes, and reads the rest of what it refused within 4 MiB and so long. */
function listening(milliseconds = 50_000): Promise<number> {
  const app = new Hono<GatewayEnvironment>();
  app.use(readWhatIsLeft({ bytes: 4 << 20, milliseconds }));
  app.use(bodyLimit({ maxSize: 1000, onError: (c) => c.text("too large", 413) }));
  app.post("/", async (c) => c.text(`${(await c.req.text()).length} read`));
  return new Promise((done) => {
    servers.push(serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => done(port)));
  });
}

/** Writes all of the body piece by piece, and only then looks at what came back. */
async function slowly(port: number, head: string, pieces: number, piece: Buffer): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  const failed = new Promise<string>((done) =>
    socket.once("error", (error: NodeJS.ErrnoException) => done(error.code ?? "failed")),
  );
  const written = (async (): Promise<string> => {
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${head}\r\n\r\n`);
    for (let i = 0; i < pieces; i++) {
      await new Promise<void>((done) => socket.write(piece, () => done()));
      await pause(10);
    }
    if (head.startsWith("Transfer")) socket.write("0\r\n\r\n");
    socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi");
    let said = "";
    for await (const chunk of socket) said += String(chunk);
    return said;
  })();
  return Promise.race([failed, written]);
}

const piece = Buffer.alloc(16_384, "x");

test("who writes slowly and reads afterwards gets the answer to a body that is too large, and the connection goes on", async () => {
  const said = await slowly(await listening(), `Content-Length: ${100 * piece.length}`, 100, piece);
  expect(said).toMatch(/^HTTP\/1\.1 413 [\s\S]*too large[\s\S]*HTTP\/1\.1 200 [\s\S]*2 read$/);
});

test("the same for a body in chunks, whose size nobody announced", async () => {
  const chunk = Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from("\r\n")]);
  const said = await slowly(await listening(), "Transfer-Encoding: chunked", 100, chunk);
  expect(said).toMatch(/^HTTP\/1\.1 413 [\s\S]*too large[\s\S]*HTTP\/1\.1 200 [\s\S]*2 read$/);
});

test("where more is announced than is read, the answer comes before the body has been sent", async () => {
  const socket = connect(await listening(), "127.0.0.1");
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${1 << 30}\r\n\r\n`);
  socket.write(piece);
  const [first] = await new Promise<Buffer[]>((done) => socket.once("data", (chunk: Buffer) => done([chunk])));
  expect(String(first)).toContain("413");
  socket.destroy();
});

test("who never ends is let go", async () => {
  const socket = connect(await listening(200), "127.0.0.1");
  socket.on("error", () => {});
  socket.write("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4000\r\n");
  socket.write(piece);
  let said = "";
  for await (const chunk of socket) said += String(chunk);
  expect(said).toContain("413");
});
