/** How an opcode's argument stands in the stream. Numbers: that many bytes, little-endian. */
type ArgumentKind = "none" | "1" | "2" | "4" | "8" | "line" | "two lines" | "counted 1" | "counted 4" | "counted 8";

export interface Opcode {
  code: number;
  name: string;
  argument: ArgumentKind;
}

const group = (argument: ArgumentKind, codes: Record<string, number>): Opcode[] =>
  Object.entries(codes).map(([name, code]) => ({ code, name, argument }));

/** Every opcode of protocols 0 to 5 (PEP 307, 3154, 574; CPython Lib/pickletools.py). */
const opcodes: readonly Opcode[] = [
  ...group("none", {
    MARK: 0x28,
    EMPTY_TUPLE: 0x29,
    STOP: 0x2e,
    POP: 0x30,
    POP_MARK: 0x31,
    DUP: 0x32,
    NONE: 0x4e,
    BINPERSID: 0x51,
    REDUCE: 0x52,
    EMPTY_LIST: 0x5d,
    APPEND: 0x61,
    BUILD: 0x62,
    DICT: 0x64,
    APPENDS: 0x65,
    LIST: 0x6c,
    OBJ: 0x6f,
    SETITEM: 0x73,
    TUPLE: 0x74,
    SETITEMS: 0x75,
    EMPTY_DICT: 0x7d,
    NEWOBJ: 0x81,
    TUPLE1: 0x85,
    TUPLE2: 0x86,
    TUPLE3: 0x87,
    NEWTRUE: 0x88,
    NEWFALSE: 0x89,
    EMPTY_SET: 0x8f,
    ADDITEMS: 0x90,
    FROZENSET: 0x91,
    NEWOBJ_EX: 0x92,
    STACK_GLOBAL: 0x93,
    MEMOIZE: 0x94,
    NEXT_BUFFER: 0x97,
    READONLY_BUFFER: 0x98,
  }),
  ...group("1", { BININT1: 0x4b, BINGET: 0x68, BINPUT: 0x71, PROTO: 0x80, EXT1: 0x82 }),
  ...group("2", { BININT2: 0x4d, EXT2: 0x83 }),
  ...group("4", { BININT: 0x4a, LONG_BINGET: 0x6a, LONG_BINPUT: 0x72, EXT4: 0x84 }),
  ...group("8", { BINFLOAT: 0x47, FRAME: 0x95 }),
  ...group("line", {
    FLOAT: 0x46,
    INT: 0x49,
    LONG: 0x4c,
    PERSID: 0x50,
    STRING: 0x53,
    UNICODE: 0x56,
    GET: 0x67,
    PUT: 0x70,
  }),
  ...group("two lines", { GLOBAL: 0x63, INST: 0x69 }),
  ...group("counted 1", { SHORT_BINBYTES: 0x43, SHORT_BINSTRING: 0x55, LONG1: 0x8a, SHORT_BINUNICODE: 0x8c }),
  ...group("counted 4", { BINBYTES: 0x42, BINSTRING: 0x54, BINUNICODE: 0x58, LONG4: 0x8b }),
  ...group("counted 8", { BINUNICODE8: 0x8d, BINBYTES8: 0x8e, BYTEARRAY8: 0x96 }),
];

export const opcodeByCode: readonly (Opcode | undefined)[] = Array.from({ length: 256 }, (_, code) =>
  opcodes.find((o) => o.code === code),
);
