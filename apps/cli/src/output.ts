/** Where a command writes: results to stdout, progress and problems to stderr. */
export const out = (line: string): void => void process.stdout.write(`${line}\n`);
export const note = (line: string): void => void process.stderr.write(`${line}\n`);
export const json = (value: unknown): void => out(JSON.stringify(value, null, 2));

const logEvery = 15_000;
let loggedAt = Date.now();

/** Progress on one line of a terminal; in the log of a job a line every fifteen seconds. */
export function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
  else if (Date.now() - loggedAt >= logEvery) {
    loggedAt = Date.now();
    note(line);
  }
}

export function endProgress(): void {
  if (process.stderr.isTTY) progress("");
}

/** What went wrong, as people read it: what happened, why, what to do. */
export class Failure extends Error {
  readonly exitCode: number;
  readonly body: unknown;
  constructor(message: string, options: { exitCode?: number; body?: unknown } = {}) {
    super(message);
    this.exitCode = options.exitCode ?? 1;
    this.body = options.body ?? { error: message };
  }
}
