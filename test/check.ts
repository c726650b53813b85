import { say, step, runStep, tool } from "./lib/run-step.ts";
import { format, lint, walls } from "./lib/static.ts";
import { types } from "./lib/types.ts";

// What a changed rule is held to while one types: no database, no browser, no build.
const began = Date.now();
const rules = () =>
  runStep(tool("vitest"), ["run", "--project", "pure", "--silent", "--reporter=dot"], { quiet: true });
/** Two rows at once, of about the same length. */
const rows: [name: string, run: () => Promise<{ code: number }>][][] = [
  [
    ["rules (pure tests)", rules],
    ["walls", walls],
  ],
  [
    ["types", types],
    ["format", format],
    ["lint", lint],
  ],
];
const held = await Promise.all(
  rows.map(async (row) => {
    const results: boolean[] = [];
    for (const [name, run] of row) results.push(await step(name, run));
    return results.every(Boolean);
  }),
);
const all = held.every(Boolean);
say(`${all ? "All held" : "Not all held"}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
process.exit(all ? 0 : 1);
