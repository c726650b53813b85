import { fileURLToPath } from "node:url";
import { type Parsed, text } from "../args.ts";
import { Failure } from "../output.ts";
import { fromHere } from "../paths.ts";
import type { Seed } from "../up/prepare.ts";
import type { CliCommand } from "../run.ts";
import { type ProcessName, processNames } from "../up/processes.ts";

export const upCommand: CliCommand = {
  help: {
    usage:
      "up [--data DIR] [--database-url URL] [--seed none|demo|large] [--portal-port N] [--gateway-port N] [--ready-file FILE]",
    summary: "start everything on this machine",
    details:
      "Starts PostgreSQL (or uses --database-url, an administrator's connection string), migrates, and keeps portal, gateway, worker and\nnotary running until Ctrl-C. A second start keeps the data. Port 0 means any free one. For scripts the ready file is JSON.\n\n  countersign up --seed demo\n  countersign up --data /srv/countersign --database-url postgres://admin:secret@db.example:5432/countersign",
    json: false,
    exits: { 0: "ended by Ctrl-C or a signal", 1: "the start failed; the message says why" },
    options: {
      data: { type: "string", value: "DIR", help: "folder of data, key and logs; default .data" },
      "database-url": { type: "string", value: "URL", help: "an own PostgreSQL 15 or newer" },
      seed: {
        type: "string",
        value: "none|demo|large",
        help: "demo: Northgate's story; large: its whole estate too; default none",
      },
      "seed-models": { type: "string", value: "N", help: "size of the large estate, ten versions each; default 2000" },
      "portal-port": { type: "string", value: "N", help: "default 3000" },
      "gateway-port": { type: "string", value: "N", help: "default 3001" },
      "ready-file": { type: "string", value: "FILE", help: "written when all is healthy, for scripts" },
      origin: { type: "string", value: "HOST", help: "name of the log; default tlog.localhost" },
      processes: { type: "string", value: "LIST", help: `default ${processNames.join(",")}` },
    },
    positionals: [0, 0],
  },
  async run({ values }) {
    const seed = seedOf(values);
    const processes = (text(values["processes"]) ?? processNames.join(",")).split(",") as ProcessName[];
    const unknown = processes.find((name) => !processNames.includes(name));
    if (unknown !== undefined)
      throw new Failure(`There is no process ${unknown}; there are ${processNames.join(", ")}.`, { exitCode: 2 });
    const databaseUrl = text(values["database-url"]);
    if (databaseUrl !== undefined && !(/^postgres(?:ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl))) {
      throw new Failure(
        "--database-url is postgres://USER:PASSWORD@HOST:PORT/DATABASE; other characters than letters and digits in the password are written as %XX (@ is %40, / is %2F).",
        { exitCode: 2 },
      );
    }
    const { up } = await import("./up.ts");
    const data = text(values["data"]);
    const readyFile = text(values["ready-file"]);
    return up({
      data: data === undefined ? fileURLToPath(new URL("../../../.data", import.meta.url)) : fromHere(data),
      databaseUrl,
      seed,
      portalPort: port(values["portal-port"], 3000),
      gatewayPort: port(values["gateway-port"], 3001),
      readyFile: readyFile === undefined ? undefined : fromHere(readyFile),
      origin: text(values["origin"]) ?? "tlog.localhost",
      processes,
    });
  },
};

function seedOf(values: Parsed["values"]): Seed {
  const story = text(values["seed"]) ?? "none";
  if (story !== "none" && story !== "demo" && story !== "large")
    throw new Failure("--seed is none, demo or large.", { exitCode: 2 });
  const models = Number(text(values["seed-models"]) ?? 2000);
  if (!Number.isInteger(models) || models < 1 || models > 2000)
    throw new Failure("--seed-models is a number from 1 to 2000.", { exitCode: 2 });
  return { story, models: story === "large" ? models : 0 };
}

function port(value: Parsed["values"][string], fallback: number): number {
  const number = value === undefined ? fallback : Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new Failure(`${String(value)} is not a port.`, { exitCode: 2 });
  return number;
}
