import type { Machine } from "./machine.ts";
import { textOf } from "./text.ts";
import type { DictValue, TupleValue, Value } from "./values.ts";
import type { walkPickle } from "./walk.ts";

type RawArray = { end: number; steps: number } | { broken: string };

const sizes: Record<string, number> = { b: 1, i: 1, u: 1, f: 1, c: 1, M: 1, m: 1, S: 1, a: 1, V: 1, U: 4 };
const hasReferences = 1;

/** Bytes of one element; 0 where the elements are pickled objects; null where the type is not understood. */
function itemSize(m: Machine, dtype: Value | undefined): number | null {
  if (dtype?.k !== "object" || dtype.of?.module !== "numpy" || dtype.of.name !== "dtype" || dtype.args?.k !== "tuple")
    return null;
  const match = /^[<>=|]?([biufcMmSaVUO])(\d*)$/.exec(textOf(m.bytes, dtype.args.items[0]) ?? "");
  if (!match) return null;
  const [, kind = "", digits = ""] = match;
  if (kind === "O") return 0;
  const flags = dtype.state?.k === "tuple" ? dtype.state.items[7] : undefined;
  if (kind === "V") {
    if (dtype.state?.k !== "tuple") return null;
    if (flags?.k === "int" && (flags.n & hasReferences) !== 0) return 0;
  }
  return Number(digits) * (sizes[kind] ?? Number.NaN);
}

const product = (shape: TupleValue): number | null => {
  let n = 1;
  for (const dim of shape.items) {
    if (dim.k !== "int" || dim.n < 0) return null;
    n *= dim.n;
  }
  return shape.items.length < 64 && Number.isSafeInteger(n) ? n : null;
};

/**
 * The bytes that stand after a joblib array wrapper: padding and raw elements, or a pickle of objects.
 * `walk` reads such a pickle. Source: joblib/numpy_pickle.py, NumpyArrayWrapper.read_array.
 */
export function rawArray(m: Machine, at: number, steps: number, walk: typeof walkPickle): RawArray {
  const wrapper = m.stack.at(-1);
  const state = wrapper?.k === "object" && wrapper.state?.k === "dict" ? wrapper.state : null;
  const count = state ? elementCount(state) : null;
  const size = state ? itemSize(m, state.entries.get("dtype")) : null;
  if (!state || count === null || size === null) return { broken: "the header of a joblib array is not understood" };
  if (size === 0) {
    const inner = walk(m.bytes, at, { steps, arrays: "plain", torch: m.torch });
    for (const [key, used] of inner.machine.uses) {
      const known = m.uses.get(key);
      if (known) for (const by of used.calledBy) known.calledBy.add(by);
      else m.uses.set(key, used);
    }
    for (const [code, found] of inner.machine.problems) if (!m.problems.has(code)) m.problems.set(code, found);
    m.constants.push(...inner.machine.constants);
    return inner.complete
      ? { end: inner.end, steps: inner.steps }
      : { broken: `an array of objects: ${inner.broken ?? "not read to its end"}` };
  }
  const aligned = state.entries.get("numpy_array_alignment_bytes");
  const padding = aligned?.k === "int" ? 1 + (m.bytes[at] ?? 0) : 0;
  const end = at + padding + count * size;
  return end <= m.bytes.length ? { end, steps: 0 } : { broken: "an array is longer than the file" };
}

function elementCount(state: DictValue): number | null {
  const shape = state.entries.get("shape");
  return shape?.k === "tuple" ? product(shape) : null;
}
