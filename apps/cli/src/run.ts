import { type CommandHelp, helpText, parse, type Parsed, UsageProblem } from "./args.ts";
import { Failure, json, note, out } from "./output.ts";

export interface CliCommand {
  help: CommandHelp;
  /** Answers the exit code; nothing is 0. */
  run(parsed: Parsed): Promise<number | void>;
}

/** Loaded only when called: `verify` must not load a database driver. */
export const commands: Record<string, () => Promise<CliCommand>> = {
  login: async () => (await import("./commands/login.ts")).login,
  logout: async () => (await import("./commands/login.ts")).logout,
  register: async () => (await import("./commands/register.ts")).register,
  submit: async () => (await import("./commands/submit.ts")).submit,
  status: async () => (await import("./commands/status.ts")).status,
  gate: async () => (await import("./commands/gate.ts")).gate,
  export: async () => (await import("./commands/export.ts")).exportFile,
  verify: async () => (await import("./commands/verify.ts")).verify,
  policy: async () => (await import("./commands/policy.ts")).policy,
  admin: async () => (await import("./commands/admin.ts")).admin,
  up: async () => (await import("./commands/up-command.ts")).upCommand,
  serve: async () => (await import("./commands/serve.ts")).serve,
  migrate: async () => (await import("./commands/migrate.ts")).migrateCommand,
};

/** Runs one command line; every failure is a sentence and an exit code, never a stack trace. */
export async function runCommand(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    out(await overview());
    return name === undefined ? 2 : 0;
  }
  const load = commands[name];
  if (!load) {
    note(`There is no command ${name}. \`countersign help\` lists them.`);
    return 2;
  }
  const asJson = rest.includes("--json");
  try {
    const command = await load();
    const parsed = parse(command.help, rest);
    if (parsed.values["help"] === true) {
      out(helpText(command.help));
      return 0;
    }
    return (await command.run(parsed)) ?? 0;
  } catch (error) {
    return failed(error, asJson);
  }
}

function failed(error: unknown, asJson: boolean): number {
  const known = error instanceof Failure || error instanceof UsageProblem;
  const message = error instanceof Error ? error.message : String(error);
  const exitCode = error instanceof Failure ? error.exitCode : error instanceof UsageProblem ? 2 : 1;
  if (asJson) json(error instanceof Failure ? error.body : { error: message });
  note(known ? message : `Something unexpected happened: ${message}`);
  return exitCode;
}

async function overview(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(10)} ${(await load()).help.summary}`),
  );
  return `countersign: where machine-learning models get approved\n\n${rows.join("\n")}\n\nSettings: COUNTERSIGN_URL (the gateway), COUNTERSIGN_TOKEN. \`countersign COMMAND --help\` teaches each.\n`;
}
