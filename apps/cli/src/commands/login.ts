import { createInterface } from "node:readline/promises";
import { text } from "../args.ts";
import { Failure, json, out } from "../output.ts";
import { requestJson } from "../client/request.ts";
import {
  forgetSession,
  keepSession,
  passwordFromEnvironment,
  readSettings,
  urlFromEnvironment,
} from "../client/settings.ts";
import type { CliCommand } from "../run.ts";

export const login: CliCommand = {
  help: {
    usage: "login --email ADDRESS [--url URL]",
    summary: "open a person's session of one hour",
    details:
      "Asks for the password, or takes it from COUNTERSIGN_PASSWORD. The session is kept in your configuration folder,\nreadable by you only. Acts that sign ask for the password again.\n\n  countersign login --email li-wei.chen@northgate.example",
    options: {
      email: { type: "string", value: "ADDRESS", help: "who you are" },
      url: { type: "string", value: "URL", help: "the gateway; default COUNTERSIGN_URL" },
    },
    positionals: [0, 0],
  },
  async run({ values }) {
    const url = (text(values["url"]) ?? urlFromEnvironment())?.replace(/\/+$/, "");
    const email = text(values["email"]);
    if (!url || !email)
      throw new Failure("Say who you are and where: countersign login --email ADDRESS --url URL", { exitCode: 2 });
    const password = passwordFromEnvironment() ?? (await askPassword());
    const opened = await requestJson<{ session: string; personId: string; expiresAt: string }>(
      { url, token: "none" },
      "/v1/sessions",
      { body: { email, password } },
    );
    await keepSession({ url, token: opened.session });
    if (values["json"]) json({ personId: opened.personId, expiresAt: opened.expiresAt, session: opened.session });
    else out(`Signed in until ${opened.expiresAt}.`);
  },
};

export const logout: CliCommand = {
  help: {
    usage: "logout",
    summary: "end the session",
    details: "The session ends on the server and is forgotten here.",
    options: {},
    positionals: [0, 0],
  },
  async run({ values }) {
    try {
      await requestJson(await readSettings(), "/v1/sessions/current", { method: "DELETE" });
    } finally {
      await forgetSession();
    }
    if (values["json"]) json({ ended: true });
    else out("Signed out.");
  },
};

/** Asks without showing what is typed. */
async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY)
    throw new Failure("No terminal to ask for the password on: set COUNTERSIGN_PASSWORD.", { exitCode: 2 });
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: true });
  process.stderr.write("Password: ");
  (lines as unknown as { _writeToOutput: (shown: string) => void })._writeToOutput = () => {};
  const answer = await lines.question("");
  lines.close();
  process.stderr.write("\n");
  return answer;
}
