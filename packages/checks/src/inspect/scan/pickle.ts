import { opcodes } from "./opcodes.ts";

/** A global that a pickle names, and the opcode that would call it, where one follows. */
export interface PickleGlobal {
  module: string;
  name: string;
  calledBy: string | null;
}

export interface PickleWalk {
  globals: PickleGlobal[];
  /** Why the stream is not a pickle that can be judged; each is a detection. */
  problems: string[];
  /** Offset after STOP, or where the walk gave up. */
  end: number;
  opcodes: number;
}

const opcodesMax = 5_000_000;
const called = new Set(["REDUCE", "NEWOBJ", "NEWOBJ_EX", "OBJ", "INST", "BUILD"]);

/**
 * Walks a pickle's opcodes without running any of them. Strings are followed through the stack and the memo so far as
 * naming a global needs; what cannot be followed is a problem, never a pass. Total and linear in the bytes.
 */
export function walkPickle(bytes: Uint8Array, start = 0): PickleWalk {
  const walk: PickleWalk = { globals: [], problems: [], end: start, opcodes: 0 };
  /** Texts on the stack; null for anything else, `undefined` for a mark. */
  let stack: (string | null | undefined)[] = [];
  const memo = new Map<number, string | null>();
  let at = start;
  while (at < bytes.length) {
    const code = bytes[at] ?? 0;
    const opcode = opcodes.get(code);
    if (!opcode) return stopped(walk, at, `there is no opcode 0x${code.toString(16).padStart(2, "0")}`);
    if (++walk.opcodes > opcodesMax) return stopped(walk, at, `more than ${opcodesMax} opcodes`);
    const read = readArgument(bytes, at + 1, opcode.argument);
    if (!read) return stopped(walk, at, "the stream is cut short");
    at = read.next;
    const { name } = opcode;
    if (name === "STOP") return { ...walk, end: at };
    const last = walk.globals.at(-1);
    if (called.has(name) && last && last.calledBy === null) for (const global of walk.globals) global.calledBy ??= name;
    switch (name) {
      case "GLOBAL":
      case "INST": {
        const [module = "", global = ""] = read.text.split("\n");
        walk.globals.push({ module, name: global, calledBy: name === "INST" ? "INST" : null });
        if (name === "INST") stack = stack.slice(0, Math.max(0, stack.lastIndexOf(undefined)));
        stack.push(null);
        break;
      }
      case "STACK_GLOBAL": {
        const global = stack.pop();
        const module = stack.pop();
        if (typeof global !== "string" || typeof module !== "string") walk.problems.push("a global is named by something other than two texts");
        walk.globals.push({ module: module ?? "?", name: global ?? "?", calledBy: null });
        stack.push(null);
        break;
      }
      case "EXT1":
      case "EXT2":
      case "EXT4":
        walk.problems.push("it names a global through the extension registry, which is not in the file");
        stack.push(null);
        break;
      case "PERSID":
      case "BINPERSID":
        if (name === "BINPERSID") stack.pop();
        stack.push(null);
        break;
      default:
        moveStack(name, read, stack, memo);
        if (name === "POP_MARK" || name === "TUPLE" || name === "LIST" || name === "DICT" || name === "FROZENSET" || name === "APPENDS" || name === "SETITEMS" || name === "ADDITEMS" || name === "OBJ") {
          const mark = stack.lastIndexOf(undefined);
          stack = mark < 0 ? [] : stack.slice(0, mark);
          if (name === "TUPLE" || name === "LIST" || name === "DICT" || name === "FROZENSET" || name === "OBJ") stack.push(null);
        }
    }
    if (stack.length > 1_000_000) return stopped(walk, at, "the stack grows without bound");
  }
  return stopped(walk, at, "there is no STOP");
}

const texts = new Set(["STRING", "BINSTRING", "SHORT_BINSTRING", "UNICODE", "BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8"]);
const pushes = new Set(["FLOAT", "INT", "BININT", "BININT1", "LONG", "BININT2", "NONE", "EMPTY_DICT", "EMPTY_LIST", "EMPTY_TUPLE", "EMPTY_SET", "BINFLOAT", "NEWTRUE", "NEWFALSE", "LONG1", "LONG4", "BINBYTES", "SHORT_BINBYTES", "BINBYTES8", "BYTEARRAY8", "NEXT_BUFFER"]);
/** Opcode → how many values it takes from the stack before it pushes one (or none: negative). */
const takes: Record<string, [pops: number, pushes: boolean]> = {
  REDUCE: [2, true], NEWOBJ: [2, true], NEWOBJ_EX: [3, true], BUILD: [1, false], APPEND: [1, false], SETITEM: [2, false], POP: [1, false],
  TUPLE1: [1, true], TUPLE2: [2, true], TUPLE3: [3, true],
};

function moveStack(name: string, read: Argued, stack: (string | null | undefined)[], memo: Map<number, string | null>): void {
  if (texts.has(name)) stack.push(name === "STRING" ? read.text.replace(/^['"]|['"]$/g, "") : read.text);
  else if (pushes.has(name)) stack.push(null);
  else if (name === "MARK") stack.push(undefined);
  else if (name === "DUP") stack.push(stack.at(-1) ?? null);
  else if (name === "MEMOIZE") memo.set(memo.size, stack.at(-1) ?? null);
  else if (name === "PUT" || name === "BINPUT" || name === "LONG_BINPUT") memo.set(read.number, stack.at(-1) ?? null);
  else if (name === "GET" || name === "BINGET" || name === "LONG_BINGET") stack.push(memo.get(read.number) ?? null);
  else {
    const move = takes[name];
    if (!move) return;
    for (let i = 0; i < move[0]; i++) stack.pop();
    if (move[1]) stack.push(null);
  }
}

function stopped(walk: PickleWalk, at: number, problem: string): PickleWalk {
  return { ...walk, problems: [...walk.problems, problem], end: at };
}

interface Argued {
  next: number;
  text: string;
  number: number;
}

function readArgument(bytes: Uint8Array, at: number, argument: (typeof opcodes extends ReadonlyMap<number, infer O> ? O : never)["argument"]): Argued | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (count: number): boolean => at + count <= bytes.length;
  const span = (from: number, length: number): Argued | null => {
    if (!Number.isSafeInteger(length) || length < 0 || from + length > bytes.length) return null;
    return { next: from + length, text: length <= 1000 ? latin(bytes.subarray(from, from + length)) : "", number: 0 };
  };
  if (typeof argument === "number") {
    if (!has(argument)) return null;
    const number = argument === 1 ? (bytes[at] ?? 0) : argument === 2 ? view.getUint16(at, true) : argument === 4 ? view.getUint32(at, true) : 0;
    return { next: at + argument, text: "", number };
  }
  switch (argument) {
    case "line":
    case "two_lines": {
      const first = bytes.indexOf(10, at);
      const end = argument === "line" || first < 0 ? first : bytes.indexOf(10, first + 1);
      if (end < 0) return null;
      const text = latin(bytes.subarray(at, Math.min(end, at + 2000)));
      return { next: end + 1, text, number: Number.parseInt(text, 10) || 0 };
    }
    case "len1":
    case "long1":
      return has(1) ? span(at + 1, bytes[at] ?? 0) : null;
    case "len4":
    case "long4":
      return has(4) ? span(at + 4, view.getUint32(at, true)) : null;
    case "len8":
      return has(8) ? span(at + 8, Number(view.getBigUint64(at, true))) : null;
  }
}

const latin = (bytes: Uint8Array): string => new TextDecoder("utf-8").decode(bytes);
