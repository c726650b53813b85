import { appendFileSync, readFileSync } from "node:fs";

/** What the runner asks of a test process, in a file: the process is started before each question. */
export interface Control {
  /** Name of the rule that is taken away; null: none is. */
  without: string | null;
  /** Test → the rule that is taken away for it alone: many rules are asked in one run where no test leaves anything behind. */
  each: Record<string, string>;
  /** Where to write which rules each test comes to; null: nowhere. */
  record: string | null;
}

/** The rules that a test came to. `test` is empty for what the whole file needs: modules, worlds. */
export interface Met {
  file: string;
  test: string;
  rules: string[];
}

export const controlVariable = "COUNTERSIGN_BREAK_IT";
export const readControl = (): Control =>
  JSON.parse(readFileSync(process.env[controlVariable] ?? "", "utf8")) as Control;
export const writeMet = (path: string, met: Met): void => appendFileSync(path, `${JSON.stringify(met)}\n`);
