import { type Machine, pop, popMark, problem, push, type Stop, top, underflow } from "./machine.ts";
import { textOf } from "./text.ts";
import { type DictValue, keptItems, list, atom, type Value } from "./values.ts";

export const newDict = (): DictValue => ({ k: "dict", entries: new Map(), dunder: null });

function isDunder(m: Machine, key: Value): boolean {
  return key.k === "text" && key.end - key.start > 4 && m.bytes[key.start] === 0x5f && m.bytes[key.start + 1] === 0x5f;
}

/** Puts pairs into a dictionary, or says what else was about to be written to. */
function setItems(m: Machine, target: Value | null, items: readonly Value[], by: string): Stop {
  if (target === null) return underflow;
  if (items.length % 2 === 1) return "a dictionary gets a key without a value";
  if (target.k === "global")
    problem(
      m,
      "pickle.changes_global",
      `changes ${target.module}.${target.name} itself (${by} on what an import gave), which can turn a harmless name into another`,
    );
  if (target.k !== "dict") return undefined;
  for (let i = 0; i + 1 < items.length; i += 2) {
    const key = items[i];
    const value = items[i + 1];
    if (key?.k !== "text" || value === undefined) continue;
    if (isDunder(m, key)) target.dunder ??= textOf(m.bytes, key);
    if (target.entries.size < keptItems) {
      const name = textOf(m.bytes, key);
      if (name !== null) target.entries.set(name, value);
    }
  }
  return undefined;
}

export function setItem(m: Machine): Stop {
  const value = pop(m);
  const key = pop(m);
  return value === null || key === null ? underflow : setItems(m, top(m), [key, value], "SETITEM");
}

export function setItemsMarked(m: Machine): Stop {
  const items = popMark(m);
  return items === null ? underflow : setItems(m, top(m), items, "SETITEMS");
}

export function makeDict(m: Machine): Stop {
  const items = popMark(m);
  if (items === null) return underflow;
  const made = newDict();
  return setItems(m, made, items, "DICT") ?? push(m, made);
}

/** APPEND, APPENDS and ADDITEMS: what goes in matters only where the target is an imported object. */
export function add(m: Machine, items: Value | Value[] | null, by: string): Stop {
  const target = top(m);
  if (items === null || target === null) return underflow;
  if (target.k === "global")
    problem(
      m,
      "pickle.changes_global",
      `changes ${target.module}.${target.name} itself (${by} on what an import gave)`,
    );
  return undefined;
}

export function tuple(m: Machine, items: readonly (Value | null)[] | null): Stop {
  if (items === null) return underflow;
  const kept: Value[] = [];
  for (const item of items.slice(0, keptItems)) {
    if (item === null) return underflow;
    kept.push(item);
  }
  return push(m, { k: "tuple", items: kept });
}

/** TUPLE1 to TUPLE3: the last pushed is the last item. */
export function shortTuple(m: Machine, size: number): Stop {
  const items: (Value | null)[] = [];
  for (let i = 0; i < size; i++) items.unshift(pop(m));
  return tuple(m, items);
}

export const marked = (m: Machine, made: "list" | "frozenset"): Stop =>
  popMark(m) === null ? underflow : push(m, made === "list" ? list : atom);
