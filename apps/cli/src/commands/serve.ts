import { spawn } from "node:child_process";
import { Failure } from "../output.ts";
import type { CliCommand } from "../run.ts";
import { type ProcessName, processNames, programOf } from "../up/processes.ts";

export const serve: CliCommand = {
  help: {
    usage: "serve portal|gateway|worker|notary",
    summary: "run one process, as a container does",
    details:
      "Settings come from the environment: COUNTERSIGN_DATABASE_URL under the process's own role, COUNTERSIGN_ARTIFACTS,\nCOUNTERSIGN_PORTAL_URL, COUNTERSIGN_PORT; for the notary COUNTERSIGN_NOTARY_DIR and COUNTERSIGN_LOG_ORIGIN.\n\n  countersign serve gateway --port 3001",
    json: false,
    exits: { 0: "ended by a signal", 1: "the process failed" },
    options: { port: { type: "string", value: "N", help: "default 3000 for the portal, 3001 for the gateway" } },
    positionals: [1, 1],
  },
  async run({ values, positionals }) {
    const name = positionals[0] as ProcessName;
    if (!processNames.includes(name))
      throw new Failure(`There is no process ${name}; there are ${processNames.join(", ")}.`, { exitCode: 2 });
    const port = String(values["port"] ?? (name === "portal" ? 3000 : 3001));
    const program = programOf(name, Number(port));
    const child = spawn(program.command, program.args, {
      cwd: program.cwd,
      stdio: "inherit",
      env: { NODE_ENV: "production", COUNTERSIGN_PORT: port, ...process.env },
    });
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
    return new Promise((done) => child.once("exit", (code) => done(code ?? 1)));
  },
};
