/** How many argument bytes follow a pickle opcode: a number, a length prefix, or a text up to a line end (PEP 307, PEP 3154, PEP 574). */
export type Argument = number | "line" | "two_lines" | "len1" | "len4" | "len8" | "long1" | "long4";

const entry = (code: number, name: string, argument: Argument): [number, { name: string; argument: Argument }] => [code, { name, argument }];

/** Every opcode of protocols 0 to 5; what is not here is no pickle. */
export const opcodes: ReadonlyMap<number, { name: string; argument: Argument }> = new Map([
  entry(0x28, "MARK", 0), entry(0x2e, "STOP", 0), entry(0x30, "POP", 0), entry(0x31, "POP_MARK", 0), entry(0x32, "DUP", 0),
  entry(0x46, "FLOAT", "line"), entry(0x49, "INT", "line"), entry(0x4a, "BININT", 4), entry(0x4b, "BININT1", 1), entry(0x4c, "LONG", "line"),
  entry(0x4d, "BININT2", 2), entry(0x4e, "NONE", 0), entry(0x50, "PERSID", "line"), entry(0x51, "BINPERSID", 0), entry(0x52, "REDUCE", 0),
  entry(0x53, "STRING", "line"), entry(0x54, "BINSTRING", "len4"), entry(0x55, "SHORT_BINSTRING", "len1"), entry(0x56, "UNICODE", "line"),
  entry(0x58, "BINUNICODE", "len4"), entry(0x61, "APPEND", 0), entry(0x62, "BUILD", 0), entry(0x63, "GLOBAL", "two_lines"), entry(0x64, "DICT", 0),
  entry(0x7d, "EMPTY_DICT", 0), entry(0x65, "APPENDS", 0), entry(0x67, "GET", "line"), entry(0x68, "BINGET", 1), entry(0x69, "INST", "two_lines"),
  entry(0x6a, "LONG_BINGET", 4), entry(0x6c, "LIST", 0), entry(0x5d, "EMPTY_LIST", 0), entry(0x6f, "OBJ", 0), entry(0x70, "PUT", "line"),
  entry(0x71, "BINPUT", 1), entry(0x72, "LONG_BINPUT", 4), entry(0x73, "SETITEM", 0), entry(0x74, "TUPLE", 0), entry(0x29, "EMPTY_TUPLE", 0),
  entry(0x75, "SETITEMS", 0), entry(0x47, "BINFLOAT", 8), entry(0x80, "PROTO", 1), entry(0x81, "NEWOBJ", 0), entry(0x82, "EXT1", 1),
  entry(0x83, "EXT2", 2), entry(0x84, "EXT4", 4), entry(0x85, "TUPLE1", 0), entry(0x86, "TUPLE2", 0), entry(0x87, "TUPLE3", 0),
  entry(0x88, "NEWTRUE", 0), entry(0x89, "NEWFALSE", 0), entry(0x8a, "LONG1", "long1"), entry(0x8b, "LONG4", "long4"), entry(0x42, "BINBYTES", "len4"),
  entry(0x43, "SHORT_BINBYTES", "len1"), entry(0x8c, "SHORT_BINUNICODE", "len1"), entry(0x8d, "BINUNICODE8", "len8"), entry(0x8e, "BINBYTES8", "len8"),
  entry(0x8f, "EMPTY_SET", 0), entry(0x90, "ADDITEMS", 0), entry(0x91, "FROZENSET", 0), entry(0x92, "NEWOBJ_EX", 0), entry(0x93, "STACK_GLOBAL", 0),
  entry(0x94, "MEMOIZE", 0), entry(0x95, "FRAME", 8), entry(0x96, "BYTEARRAY8", "len8"), entry(0x97, "NEXT_BUFFER", 0), entry(0x98, "READONLY_BUFFER", 0),
]);
