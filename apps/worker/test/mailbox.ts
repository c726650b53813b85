import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail as a server took it. */
export interface Received {
  from: string;
  to: string[];
  /** Unfolded, by name in lower case; a name that stands twice has both. */
  headers: Map<string, string[]>;
  raw: string;
  /** Its parts by their type, decoded. */
  parts: Map<string, string>;
}

/** A real SMTP server that keeps what it is given, for whoever has the password. `answer`: what it says to a recipient, where it refuses. */
export class Mailbox {
  readonly received: Received[] = [];
  answer: { code: number; text: string } | null = null;
  readonly #server: SMTPServer;

  constructor() {
    this.#server = new SMTPServer({
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === "countersign" && password === "p@ss:word"
          ? done(null, { user: username })
          : done(Object.assign(new Error("wrong"), { responseCode: 535 })),
      onRcptTo: (_address, _session, done) =>
        done(this.answer ? Object.assign(new Error(this.answer.text), { responseCode: this.answer.code }) : null),
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
          const to = envelope.rcptTo.map(({ address }) => address);
          this.received.push({ from, to, ...read(Buffer.concat(chunks).toString("utf8")) });
          done();
        });
      },
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => void this.#server.listen(0, "127.0.0.1", resolve));
  }

  url(password = "p%40ss%3Aword"): string {
    return `smtp://countersign:${password}@127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** RFC 5322 §2.2.3 and RFC 2046 §5.1.1, as far as our mails go. */
function read(raw: string): Pick<Received, "headers" | "raw" | "parts"> {
  const { headers, body } = split(raw);
  const [, boundary = ""] = /boundary="([^"]+)"/.exec(headers.get("content-type")?.[0] ?? "") ?? [];
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part): [string, string] => {
      const inner = split(part.replace(/^\r\n/, ""));
      const type = inner.headers.get("content-type")?.[0]?.split(";")[0] ?? "";
      return [type, decoded(inner.body, inner.headers.get("content-transfer-encoding")?.[0] ?? "7bit")];
    });
  return { headers, raw, parts: new Map(parts) };
}

function split(text: string): { headers: Map<string, string[]>; body: string } {
  const end = text.indexOf("\r\n\r\n");
  const headers = new Map<string, string[]>();
  for (const line of text
    .slice(0, end)
    .replace(/\r\n[ \t]/g, " ")
    .split("\r\n")) {
    const [, name = "", value = ""] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), words(value)]);
  }
  return { headers, body: text.slice(end + 4) };
}

const bytesOf = (quoted: string): Buffer =>
  Buffer.from(
    quoted.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );

function decoded(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  return encoding === "quoted-printable" ? bytesOf(body.replace(/=\r\n/g, "")).toString("utf8") : body;
}

/** RFC 2047 */
const words = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(text, "base64").toString("utf8")
        : bytesOf(text.replaceAll("_", " ")).toString("utf8"),
    );
