import type { Lifecycle } from "./move.ts";

/** A lifecycle as a Mermaid state diagram, lines in table order, so that the docs can be compared byte for byte. */
export function stateDiagram(cycle: Lifecycle): string {
  const lines = ["stateDiagram-v2"];
  for (const state of cycle.initial) lines.push(`  [*] --> ${state}`);
  for (const [action, { from, to }] of Object.entries(cycle.moves)) {
    for (const state of from) lines.push(`  ${state} --> ${to}: ${action.replaceAll("_", " ")}`);
  }
  for (const state of cycle.terminal) lines.push(`  ${state} --> [*]`);
  return `${lines.join("\n")}\n`;
}
