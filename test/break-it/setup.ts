import { afterEach, beforeEach } from "vitest";
import { readControl, writeMet } from "./control.ts";

// In every test process: the rules of the product ask here whether they are the one that is taken away.
const { without, each, record } = readControl();
let away = without;
const met = new Set<string>();
Object.assign(globalThis, {
  __without: (rule: string): boolean => {
    if (record !== null) met.add(rule);
    return rule === away;
  },
});

const told = (file: string, test: string): void => {
  if (record !== null && met.size > 0) writeMet(record, { file, test, rules: [...met] });
  met.clear();
};
beforeEach(({ task }) => {
  told(task.file.filepath, "");
  away = each[`${task.file.filepath} ${task.fullTestName}`] ?? without;
});
afterEach(({ task }) => {
  away = without;
  told(task.file.filepath, task.fullTestName);
});
