import type { GlobalValue, Value } from "./values.ts";

/** One global the stream names, and what it does with it. */
interface GlobalUse {
  module: string;
  name: string;
  /** Opcode that imported it. */
  by: string;
  /** Opcodes that called it. */
  calledBy: Set<string>;
}

/** A hit that is not about one global. */
interface Problem {
  code: string;
  text: string;
}

/** The symbolic pickle machine: stack with fences, memo, and what was seen. Nothing is ever imported or called. */
export interface Machine {
  readonly bytes: Uint8Array;
  readonly stack: Value[];
  /** Stack heights at each MARK; nothing below the last may be popped. */
  readonly marks: number[];
  readonly memo: Map<number, Value>;
  readonly uses: Map<string, GlobalUse>;
  readonly problems: Map<string, Problem>;
  /** Long constants, looked into afterwards. */
  readonly constants: { start: number; end: number }[];
  /** Persistent ids are part of PyTorch's format. */
  readonly torch: boolean;
  /** Argument of the opcode under way: payload bytes and, where it is one, number. */
  start: number;
  end: number;
  number: number;
  dups: number;
  /** Set by BUILD of a joblib array wrapper: its state stands on top of the stack. */
  arrayFollows: boolean;
}

export function newMachine(bytes: Uint8Array, torch: boolean): Machine {
  return {
    bytes,
    stack: [],
    marks: [],
    memo: new Map(),
    uses: new Map(),
    problems: new Map(),
    constants: [],
    torch,
    start: 0,
    end: 0,
    number: 0,
    dups: 0,
    arrayFollows: false,
  };
}

/** An effect's answer: a reason why the stream cannot be followed any further, or nothing. */
export type Stop = string | undefined;

const deepest = 5_000_000;

export function push(m: Machine, value: Value): Stop {
  if (m.stack.length >= deepest) return `more than ${deepest} objects on the stack`;
  m.stack.push(value);
  return undefined;
}

/** Pops one value, or null where only a mark or nothing is left. */
export function pop(m: Machine): Value | null {
  return m.stack.length > (m.marks.at(-1) ?? 0) ? (m.stack.pop() ?? null) : null;
}

/** Pops everything down to the last mark. Null where there is none. */
export function popMark(m: Machine): Value[] | null {
  const fence = m.marks.pop();
  return fence === undefined ? null : m.stack.splice(fence);
}

export const top = (m: Machine): Value | null =>
  m.stack.length > (m.marks.at(-1) ?? 0) ? (m.stack.at(-1) ?? null) : null;

export function problem(m: Machine, code: string, text: string): void {
  if (!m.problems.has(code)) m.problems.set(code, { code, text });
}

const mostUses = 500;

export function use(m: Machine, module: string, name: string, by: string): GlobalValue {
  const key = `${module}\n${name}`;
  if (!m.uses.has(key)) {
    if (m.uses.size < mostUses) m.uses.set(key, { module, name, by, calledBy: new Set() });
    else problem(m, "pickle.too_many_globals", `names more than ${mostUses} different globals`);
  }
  return { k: "global", module, name };
}

export const underflow = "it takes more from the stack than is there";
