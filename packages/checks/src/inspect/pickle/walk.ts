import { readArgument } from "./argument.ts";
import { rawArray } from "./joblib.ts";
import { effects } from "./effects.ts";
import { type Machine, newMachine, pop, problem } from "./machine.ts";
import { opcodeByCode } from "./opcodes.ts";

export interface WalkOptions {
  /** Opcodes that may be read. */
  steps: number;
  /** Inside PyTorch's formats, persistent ids are expected. */
  torch?: boolean;
  /** `skip`: raw array bytes follow a joblib wrapper, as joblib.load reads them; `plain`: as pickle.load would go on. */
  arrays: "skip" | "plain";
}

/** What one pickle stream does when it is loaded, found out without loading it. */
export interface Walk {
  machine: Machine;
  /** Place after STOP, or where reading ended. */
  end: number;
  /** STOP was reached with something to return. */
  complete: boolean;
  /** Why reading ended before STOP. */
  broken: string | null;
  steps: number;
  /** Raw array bytes were skipped. */
  skippedArrays: boolean;
}

const stopCode = 0x2e;
const frameCode = 0x95;

/** Follows one stream from `at` to its STOP. Total: every hostile stream ends in a Walk. Source: CPython Lib/pickle.py, `_Unpickler`. */
export function walkPickle(bytes: Uint8Array, at: number, options: WalkOptions): Walk {
  const machine = newMachine(bytes, options.torch ?? false);
  const walk: Walk = { machine, end: at, complete: false, broken: null, steps: 0, skippedArrays: false };
  let frameEnd = 0;
  let position = at;
  while (walk.broken === null) {
    walk.end = position;
    if (++walk.steps > options.steps) return { ...walk, broken: `it has more than ${options.steps} opcodes` };
    const code = bytes[position];
    if (code === undefined) return { ...walk, broken: "it ends before its STOP" };
    const opcode = opcodeByCode[code];
    if (!opcode) return { ...walk, broken: `byte ${position} is no opcode` };
    const next = readArgument(machine, opcode, position + 1);
    if (next < 0) return { ...walk, broken: `${opcode.name} at byte ${position} runs past the end` };
    if (position < frameEnd && next > frameEnd)
      problem(
        machine,
        "pickle.frame",
        "has an opcode across the border of a frame, which loaders read in different ways",
      );
    if (code === frameCode) {
      if (position < frameEnd)
        problem(machine, "pickle.frame", "opens a frame inside a frame, which loaders read in different ways");
      if (machine.number > bytes.length - next) return { ...walk, broken: "a frame is longer than the file" };
      frameEnd = next + machine.number;
    } else if (code === stopCode) {
      return pop(machine) === null
        ? { ...walk, broken: "it stops with nothing on the stack" }
        : { ...walk, end: next, complete: true };
    } else {
      walk.broken = effects[code]?.(machine) ?? null;
    }
    position = next;
    if (machine.arrayFollows) {
      machine.arrayFollows = false;
      if (options.arrays === "skip") {
        const array = rawArray(machine, position, options.steps - walk.steps, walkPickle);
        walk.skippedArrays = true;
        if ("broken" in array) return { ...walk, broken: array.broken };
        walk.steps += array.steps;
        position = array.end;
      }
    }
  }
  return walk;
}
