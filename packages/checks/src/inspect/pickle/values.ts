/** What stands on the symbolic stack: as much of each object as the rules need, never the object. */
export type Value =
  | { k: "atom" | "list" | "mark" | "unknown" }
  | { k: "int"; n: number }
  | { k: "bool"; is: boolean }
  | TextValue
  | { k: "bytes"; start: number; end: number }
  | TupleValue
  | DictValue
  | GlobalValue
  | ObjectValue;

/** A string by its place in the stream, decoded only where it is needed. */
export interface TextValue {
  k: "text";
  start: number;
  end: number;
  how: "utf8" | "latin1" | "quoted" | "escaped";
}

/** The first items of a tuple: enough for shapes, types and arguments. */
export interface TupleValue {
  k: "tuple";
  items: Value[];
}

/** The first entries with text keys, and whether any key is a dunder name. */
export interface DictValue {
  k: "dict";
  entries: Map<string, Value>;
  dunder: string | null;
}

export interface GlobalValue {
  k: "global";
  module: string;
  name: string;
}

/** The result of a call: which global made it, with which arguments, and the state it was given. */
interface ObjectValue {
  k: "object";
  of: GlobalValue | null;
  args: Value | null;
  state: Value | null;
}

export const atom: Value = { k: "atom" };
export const list: Value = { k: "list" };
export const unknown: Value = { k: "unknown" };
export const yes: Value = { k: "bool", is: true };
export const no: Value = { k: "bool", is: false };
const small: readonly Value[] = Array.from({ length: 256 }, (_, n): Value => ({ k: "int", n }));
export const int = (n: number): Value => small[n] ?? { k: "int", n };
export const keptItems = 64;
