import { text } from "../args.ts";
import { Failure, json, out } from "../output.ts";
import { requestJson } from "../client/request.ts";
import { passwordFromEnvironment, readSettings } from "../client/settings.ts";
import type { CliCommand } from "../run.ts";

interface Described {
  name: string;
  roles: string[];
  actors: string[];
  input: { properties?: Record<string, { type?: string; description?: string }>; required?: string[] };
}

export const admin: CliCommand = {
  help: {
    usage: "admin [NAME] [--input JSON]",
    summary: "run any command of the server by name: people, roles, tokens, models, reviews, aliases",
    details:
      'Without NAME: lists the commands with their roles and fields. The server judges each call as it judges the browser.\nActs that ask for a proof of identity take COUNTERSIGN_PASSWORD.\n\n  countersign admin person.invite --input \'{"name":"Jo Doe","email":"jo@example.org"}\'\n  countersign admin people.list',
    options: {
      input: { type: "string", value: "JSON", help: "fields of the command" },
      key: { type: "string", value: "KEY", help: "idempotency key: a repeat answers the same" },
    },
    positionals: [0, 1],
  },
  async run({ values, positionals }) {
    const settings = await readSettings();
    const [name] = positionals;
    if (name === undefined)
      return list(await requestJson<Described[]>(settings, "/v1/commands"), values["json"] === true);
    const input = parseInput(text(values["input"]) ?? "{}");
    const isQuery = ["inbox.list", "review.view", "event.list", "people.list"].includes(name);
    const password = passwordFromEnvironment();
    const described = isQuery ? [] : await requestJson<Described[]>(settings, "/v1/commands");
    const signs = described.find((entry) => entry.name === name)?.input.properties?.["password"] !== undefined;
    const body = signs && password && input["password"] === undefined ? { ...input, password } : input;
    const key = text(values["key"]);
    json(
      await requestJson(settings, `/v1/${isQuery ? "queries" : "commands"}/${name}`, {
        body,
        ...(key ? { idempotencyKey: key } : {}),
      }),
    );
  },
};

function parseInput(source: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(source);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new Failure('--input takes a JSON object, such as \'{"personId":"usr_…"}\'.', { exitCode: 2 });
}

function list(described: Described[], asJson: boolean): void {
  if (asJson) return json(described);
  for (const { name, roles, actors, input } of described) {
    const fields = Object.keys(input.properties ?? {}).map((field) =>
      input.required?.includes(field) ? field : `[${field}]`,
    );
    out(
      `${name.padEnd(26)} ${fields.join(" ")}\n${"".padEnd(26)} ${roles.join(", ")}${actors.includes("token") ? "" : "; people only"}`,
    );
  }
}
