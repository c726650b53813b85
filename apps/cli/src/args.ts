import { parseArgs } from "node:util";

interface Option {
  type: "string" | "boolean";
  /** What the value is called in the help; empty for a switch. */
  value?: string;
  /** May be given several times. */
  multiple?: boolean;
  help: string;
}

export interface CommandHelp {
  /** After `countersign`, such as `gate MODEL@ALIAS|MODEL/VERSION|PATH`. */
  usage: string;
  summary: string;
  /** What to know, and an example. */
  details: string;
  options: Record<string, Option>;
  positionals: [min: number, max: number];
  /** What its exit codes mean, where they say more than for every command. */
  exits?: Partial<Record<0 | 1 | 2, string>>;
  /** False where it runs until it is ended and has no result to print. */
  json?: false;
}

export interface Parsed {
  values: Record<string, string | boolean | string[] | undefined>;
  positionals: string[];
}

/** A mistake in the call: the sentence is shown, with the way to the help. Exit code 2. */
export class UsageProblem extends Error {}

const exitCodes = {
  0: "done",
  1: "refused or failed; the message says why, and what to do",
  2: "the call is wrong, or a setting is missing: nothing was tried",
} as const;

const optionsOf = (help: CommandHelp): Record<string, Option> => ({
  ...help.options,
  ...(help.json === false ? {} : { json: { type: "boolean", help: "print the result, or what is wrong, as JSON" } }),
  help: { type: "boolean", help: "show this help" },
});

export function parse(help: CommandHelp, args: string[]): Parsed {
  const options = Object.fromEntries(
    Object.entries(optionsOf(help)).map(([name, { type, multiple = false }]) => [
      name,
      { type, multiple, ...(name === "output" ? { short: "o" } : name === "help" ? { short: "h" } : {}) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (
      values["help"] !== true &&
      (positionals.length < help.positionals[0] || positionals.length > help.positionals[1])
    ) {
      throw new UsageProblem(`Usage: countersign ${help.usage}`);
    }
    return { values: values as Parsed["values"], positionals };
  } catch (error) {
    throw error instanceof UsageProblem
      ? error
      : new UsageProblem(`${(error as Error).message.split(".")[0]}. Usage: countersign ${help.usage}`);
  }
}

export function helpText(help: CommandHelp): string {
  const rows = Object.entries(optionsOf(help)).map(
    ([name, option]) =>
      `  ${`${name === "output" ? "-o, " : ""}--${name}${option.value ? ` ${option.value}` : ""}`.padEnd(28)} ${option.help}`,
  );
  const exits = Object.entries({ ...exitCodes, ...help.exits }).map(([code, meaning]) => `  ${code}  ${meaning}`);
  return `${help.summary}\n\nUsage: countersign ${help.usage}\n\n${help.details}\n\nOptions:\n${rows.join("\n")}\n\nExit codes:\n${exits.join("\n")}\n`;
}

export const text = (value: Parsed["values"][string]): string | undefined =>
  typeof value === "string" ? value : undefined;
export const texts = (value: Parsed["values"][string]): string[] =>
  Array.isArray(value) ? value : typeof value === "string" ? [value] : [];
