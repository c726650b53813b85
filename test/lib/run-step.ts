import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const tool = (name: string): string => `${root}node_modules/.bin/${name}`;

export interface StepOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** Keeps the output for the caller and prints it only on failure. */
  quiet?: boolean;
}

/** Runs a command to its end; its output goes to the terminal as it comes, or after a failure. */
export function runStep(
  command: string,
  args: string[],
  options: StepOptions = {},
): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1", ...options.env },
      stdio: ["ignore", options.quiet ? "pipe" : "inherit", options.quiet ? "pipe" : "inherit"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    child.once("error", (error) => done({ code: 1, output: `${output}${error.message}\n` }));
    child.once("exit", (code) => {
      if (code !== 0 && options.quiet) process.stdout.write(output);
      done({ code: code ?? 1, output });
    });
  });
}

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs a named check; says how long it took and whether it held. */
export async function step(name: string, run: () => Promise<{ code: number }>): Promise<boolean> {
  const began = Date.now();
  const { code } = await run();
  say(`${code === 0 ? "ok  " : "FAIL"} ${name} (${seconds(began)})`);
  return code === 0;
}
