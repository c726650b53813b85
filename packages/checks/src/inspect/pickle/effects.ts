import { build, extension, global, inst, newObj, obj, persistentId, reduce, stackGlobal } from "./calls.ts";
import { add, makeDict, marked, newDict, setItem, setItemsMarked, shortTuple, tuple } from "./containers.ts";
import { type Machine, pop, popMark, problem, push, type Stop, top, underflow } from "./machine.ts";
import { opcodeByCode } from "./opcodes.ts";
import { latin1 } from "../bytes.ts";
import { atom, int, list, no, type TextValue, unknown, yes } from "./values.ts";

type Effect = (m: Machine) => Stop;

const text =
  (how: TextValue["how"]): Effect =>
  (m) => {
    keepConstant(m);
    return push(m, { k: "text", start: m.start, end: m.end, how });
  };
const bytes: Effect = (m) => {
  keepConstant(m);
  return push(m, { k: "bytes", start: m.start, end: m.end });
};

const keptConstants = 10_000;
function keepConstant(m: Machine): void {
  if (m.end - m.start < 16) return;
  if (m.constants.length < keptConstants) m.constants.push({ start: m.start, end: m.end });
  else {
    // A full list keeps the longest: a hidden pickle is longer than a name.
    const at = (m.start * 7919) % keptConstants;
    const kept = m.constants[at];
    if (kept && kept.end - kept.start < m.end - m.start) m.constants[at] = { start: m.start, end: m.end };
  }
}

const put = (m: Machine, key: number): Stop => {
  const value = top(m);
  if (value === null) return underflow;
  if (m.memo.size >= 16_000_000) return "more than 16 million remembered objects";
  m.memo.set(key, value);
  return undefined;
};
const get = (m: Machine, key: number): Stop => {
  const value = m.memo.get(key);
  if (value !== undefined) return push(m, value);
  problem(m, "pickle.missing_memo", "asks for a remembered object that was never remembered");
  return "it asks for a remembered object that was never remembered";
};
const lineNumber = (m: Machine): number => {
  const line = latin1(m.bytes.subarray(m.start, Math.min(m.end, m.start + 40))).trim();
  return /^[+-]?\d+L?$/.test(line) ? Number.parseInt(line, 10) : Number.NaN;
};
const lineInt: Effect = (m) => {
  const line = latin1(m.bytes.subarray(m.start, Math.min(m.end, m.start + 3)));
  if (line === "00" || line === "01") return push(m, line === "01" ? yes : no);
  const n = lineNumber(m);
  return push(m, Number.isNaN(n) ? atom : int(n));
};

const byName: Record<string, Effect> = {
  MARK: (m) => (m.marks.length >= 1_000_000 ? "more than a million marks" : void m.marks.push(m.stack.length)),
  EMPTY_TUPLE: (m) => push(m, { k: "tuple", items: [] }),
  POP: (m) => (pop(m) === null ? (m.marks.pop() === undefined ? underflow : undefined) : undefined),
  POP_MARK: (m) => (popMark(m) === null ? underflow : undefined),
  DUP: (m) => {
    const value = top(m);
    if (++m.dups > 100)
      problem(m, "pickle.expands", "copies references so often that it can grow beyond memory when it is used");
    return value === null ? underflow : push(m, value);
  },
  NONE: (m) => push(m, atom),
  NEWTRUE: (m) => push(m, yes),
  NEWFALSE: (m) => push(m, no),
  BINFLOAT: (m) => push(m, atom),
  FLOAT: (m) => push(m, atom),
  INT: lineInt,
  LONG: lineInt,
  BININT: (m) => push(m, int(m.number | 0)),
  BININT1: (m) => push(m, int(m.number)),
  BININT2: (m) => push(m, int(m.number)),
  LONG1: (m) => push(m, m.end - m.start <= 6 ? int(signed(m)) : atom),
  LONG4: (m) => push(m, atom),
  STRING: text("quoted"),
  UNICODE: text("escaped"),
  BINSTRING: text("latin1"),
  SHORT_BINSTRING: text("latin1"),
  BINUNICODE: text("utf8"),
  SHORT_BINUNICODE: text("utf8"),
  BINUNICODE8: text("utf8"),
  BINBYTES: bytes,
  SHORT_BINBYTES: bytes,
  BINBYTES8: bytes,
  BYTEARRAY8: bytes,
  NEXT_BUFFER: (m) => {
    problem(m, "pickle.out_of_band", "needs buffers that do not stand in the file (protocol 5, out of band)");
    return push(m, unknown);
  },
  READONLY_BUFFER: (m) => (top(m) === null ? underflow : undefined),
  EMPTY_LIST: (m) => push(m, list),
  EMPTY_DICT: (m) => push(m, newDict()),
  EMPTY_SET: (m) => push(m, list),
  APPEND: (m) => add(m, pop(m), "APPEND"),
  APPENDS: (m) => add(m, popMark(m), "APPENDS"),
  ADDITEMS: (m) => add(m, popMark(m), "ADDITEMS"),
  LIST: (m) => marked(m, "list"),
  FROZENSET: (m) => marked(m, "frozenset"),
  TUPLE: (m) => tuple(m, popMark(m)),
  TUPLE1: (m) => shortTuple(m, 1),
  TUPLE2: (m) => shortTuple(m, 2),
  TUPLE3: (m) => shortTuple(m, 3),
  DICT: makeDict,
  SETITEM: setItem,
  SETITEMS: setItemsMarked,
  GET: (m) => get(m, lineNumber(m)),
  BINGET: (m) => get(m, m.number),
  LONG_BINGET: (m) => get(m, m.number),
  PUT: (m) => put(m, lineNumber(m)),
  BINPUT: (m) => put(m, m.number),
  LONG_BINPUT: (m) => put(m, m.number),
  MEMOIZE: (m) => put(m, m.memo.size),
  EXT1: extension,
  EXT2: extension,
  EXT4: extension,
  GLOBAL: global,
  STACK_GLOBAL: stackGlobal,
  REDUCE: reduce,
  BUILD: build,
  INST: inst,
  OBJ: obj,
  NEWOBJ: (m) => newObj(m, false),
  NEWOBJ_EX: (m) => newObj(m, true),
  PERSID: (m) => persistentId(m, atom),
  BINPERSID: (m) => persistentId(m, pop(m)),
  PROTO: (m) => (m.number > 5 ? `it says protocol ${m.number}, which does not exist` : undefined),
};

function signed(m: Machine): number {
  let n = 0;
  for (let i = m.end - 1; i >= m.start; i--) n = n * 256 + (m.bytes[i] ?? 0);
  const bits = (m.end - m.start) * 8;
  return bits > 0 && (m.bytes[m.end - 1] ?? 0) >= 128 ? n - 2 ** bits : n;
}

/** What each opcode does to the symbolic machine. STOP and FRAME belong to the walk. */
export const effects: readonly (Effect | undefined)[] = opcodeByCode.map((o) => (o ? byName[o.name] : undefined));
