import { shown } from "../bytes.ts";
import { report, type Scan } from "../scan.ts";
import type { Machine } from "./machine.ts";

/** Reports what one stream names and does. `reads` says what loads it, for the sentence. */
export function reportMachine(scan: Scan, machine: Machine, where: string): void {
  for (const { module, name, by, calledBy } of machine.uses.values()) {
    const global = shown(`${module}.${name}`);
    const standing = scan.allow.standing(module, name);
    const called = [...calledBy].join(" and ");
    const does = called
      ? `imports ${global} (${by}) and calls it (${called}) when it is loaded`
      : `imports ${global} (${by}) when it is loaded`;
    if (standing === "unsafe") report(scan, "pickle.unsafe_global", where, `${where} ${does}: this can run code.`);
    else if (standing === "unknown")
      report(
        scan,
        "pickle.unknown_global",
        where,
        `${where} ${does}; it is not on the list of what a model file may name.`,
      );
    else if (standing === "reference" && called)
      report(
        scan,
        "pickle.unexpected_call",
        where,
        `${where} calls ${global} (${called}), which a model file may name but not call.`,
      );
  }
  for (const { code, text } of machine.problems.values()) report(scan, code, where, `${where} ${text}.`);
}
