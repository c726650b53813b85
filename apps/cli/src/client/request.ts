import { Failure } from "../output.ts";
import type { Settings } from "./settings.ts";

interface Problem {
  title?: string;
  detail?: string;
  action?: string;
  url?: string;
  problems?: { path: string; text: string }[];
}

export interface RequestOptions {
  method?: string;
  body?: unknown;
  stream?: ReadableStream<Uint8Array>;
  idempotencyKey?: string;
  /** What goes before the place of a problem, such as its line in a file. */
  before?: (path: string) => string;
  /** Exit code when the server cannot be reached or answers with a fault. */
  undecided?: number;
}

/** Calls the gateway; a problem becomes its own words. Never a stack trace. */
export async function request(settings: Settings, path: string, options: RequestOptions = {}): Promise<Response> {
  const headers: Record<string, string> = { authorization: `Bearer ${settings.token}` };
  if (options.body !== undefined) headers["content-type"] = "application/json";
  if (options.stream) headers["content-type"] = "application/octet-stream";
  if (options.idempotencyKey) headers["idempotency-key"] = options.idempotencyKey;
  const init = {
    method: options.method ?? (options.body === undefined ? "GET" : "POST"),
    headers,
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.stream ? { body: options.stream, duplex: "half" } : {}),
  };
  const response = await fetch(settings.url + path, init as RequestInit).catch((error: Error) => {
    const cause = error.cause as { code?: string } | undefined;
    if (/^(UND_ERR_SOCKET|ECONNRESET|EPIPE|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/.test(cause?.code ?? "")) {
      throw new Failure(
        `The connection to ${settings.url} broke before the answer came (${cause?.code}). Run the same command again.`,
        { exitCode: options.undecided ?? 1 },
      );
    }
    throw new Failure(
      `${settings.url} cannot be reached (${cause?.code ?? error.message}). Is it running, and is COUNTERSIGN_URL the gateway's address?`,
      { exitCode: options.undecided ?? 1 },
    );
  });
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const lines = [
    // The detail of refused input is the list of its problems in one line.
    `${problem.title ?? `The server answered ${response.status}`}. ${problem.problems && problem.problems.length > 0 ? "" : (problem.detail ?? "")}`.trim(),
    ...(problem.problems ?? []).map((entry) => `  ${options.before?.(entry.path) ?? ""}${entry.path} ${entry.text}`),
    ...(problem.action ? [problem.action] : []),
    ...(problem.url ? [problem.url] : []),
  ];
  throw new Failure(lines.join("\n"), {
    exitCode: response.status >= 500 ? (options.undecided ?? 1) : 1,
    body: { status: response.status, ...problem },
  });
}

export async function requestJson<T>(settings: Settings, path: string, options: RequestOptions = {}): Promise<T> {
  return (await (await request(settings, path, options)).json()) as T;
}

/** `MODEL/VERSION` or `MODEL@ALIAS` split into what the API takes. */
export function versionRef(ref: string): { model: string; version: string } | null {
  const named =
    /^([a-z0-9][a-z0-9._-]{0,99})(?:\/([A-Za-z0-9][A-Za-z0-9._+-]{0,99})|(@[A-Za-z0-9][A-Za-z0-9._-]{0,99}))$/.exec(
      ref,
    );
  return named ? { model: named[1] ?? "", version: named[2] ?? named[3] ?? "" } : null;
}
