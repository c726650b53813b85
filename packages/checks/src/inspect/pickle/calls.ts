import { type Machine, pop, popMark, problem, push, type Stop, top, underflow, use } from "./machine.ts";
import { textOf } from "./text.ts";
import { latin1, shown, utf8 } from "../bytes.ts";
import { type GlobalValue, unknown, type Value } from "./values.ts";

const describe = (value: Value): string =>
  value.k === "object"
    ? `the result of another call${value.of ? ` (${value.of.module}.${value.of.name})` : ""}`
    : value.k === "unknown"
      ? "something only the loader knows"
      : "something that is no named function";

/** A call: marks the global as called, and gives the object that would come out of it. */
function call(m: Machine, func: Value | null, args: Value | null, by: string): Stop {
  if (func === null || args === null) return underflow;
  if (func.k === "global") m.uses.get(`${func.module}\n${func.name}`)?.calledBy.add(by);
  else problem(m, "pickle.unresolved_call", `calls ${describe(func)} (${by})`);
  const reconstructed =
    func.k === "global" && func.name === "_reconstructor" && args.k === "tuple" && args.items[0]?.k === "global"
      ? args.items[0]
      : null;
  if (func.k === "global") callRules(m, func, args);
  return push(m, { k: "object", of: reconstructed ?? (func.k === "global" ? func : null), args, state: null });
}

/** Listed functions that are harmless with the arguments the libraries write, and only with those. */
function callRules(m: Machine, func: GlobalValue, args: Value): void {
  const items = args.k === "tuple" ? args.items : [];
  if (func.module === "_codecs" && func.name === "encode" && !/^latin-?1$/.test(textOf(m.bytes, items[1]) ?? ""))
    problem(m, "pickle.unexpected_codec", "calls _codecs.encode with another codec than latin1");
  const size = items[0];
  if (func.module === "collections" && func.name === "OrderedDict" && size?.k === "text")
    problem(m, "pickle.unexpected_call", "calls collections.OrderedDict with text, which no library writes");
  if (
    /^(builtins|__builtin__)$/.test(func.module) &&
    /^(bytes|bytearray)$/.test(func.name) &&
    size?.k === "int" &&
    size.n > 0x40000000
  )
    problem(m, "pickle.expands", `asks for ${size.n} bytes of memory`);
}

export function reduce(m: Machine): Stop {
  const args = pop(m);
  return call(m, pop(m), args, "REDUCE");
}

export function newObj(m: Machine, extended: boolean): Stop {
  const keywords = extended ? pop(m) : unknown;
  const args = pop(m);
  return keywords === null ? underflow : call(m, pop(m), args, extended ? "NEWOBJ_EX" : "NEWOBJ");
}

export function obj(m: Machine): Stop {
  const items = popMark(m);
  const func = items?.shift();
  return items && func ? call(m, func, { k: "tuple", items: items.slice(0, 64) }, "OBJ") : underflow;
}

/** `module\nname`, as GLOBAL and INST carry them. */
function namedByLines(m: Machine, by: string): GlobalValue | null {
  const line = m.bytes.subarray(m.start, m.end);
  const cut = line.indexOf(0x0a);
  const module = utf8(line.subarray(0, cut));
  const name = utf8(line.subarray(cut + 1));
  if (module !== null && name !== null && module.length <= 4096 && name.length <= 4096) return use(m, module, name, by);
  problem(
    m,
    "pickle.unresolved_global",
    `imports something whose name cannot be read: ${shown(latin1(line).replaceAll("\n", "."))} (${by})`,
  );
  return null;
}

export const global = (m: Machine): Stop => push(m, namedByLines(m, "GLOBAL") ?? unknown);

export function inst(m: Machine): Stop {
  const items = popMark(m);
  return items
    ? call(m, namedByLines(m, "INST") ?? unknown, { k: "tuple", items: items.slice(0, 64) }, "INST")
    : underflow;
}

export function stackGlobal(m: Machine): Stop {
  const name = pop(m);
  const module = pop(m);
  if (name === null || module === null) return underflow;
  const [moduleName, globalName] = [textOf(m.bytes, module), textOf(m.bytes, name)];
  if (moduleName !== null && globalName !== null) return push(m, use(m, moduleName, globalName, "STACK_GLOBAL"));
  problem(
    m,
    "pickle.unresolved_global",
    "imports something whose name is not written in the file (STACK_GLOBAL on what is not a string)",
  );
  return push(m, unknown);
}

const isArrayWrapper = (value: Value): boolean =>
  value.k === "object" && value.of?.module === "joblib.numpy_pickle" && value.of.name === "NumpyArrayWrapper";

export function build(m: Machine): Stop {
  const state = pop(m);
  const target = top(m);
  if (state === null || target === null) return underflow;
  if (target.k === "global")
    problem(
      m,
      "pickle.changes_global",
      `changes ${target.module}.${target.name} itself (BUILD on what an import gave), which can turn a harmless name into another`,
    );
  if (target.k === "object") target.state = state;
  const slots = state.k === "tuple" ? state.items : [state];
  const dunder = slots.map((s) => (s.k === "dict" ? s.dunder : null)).find((d) => d !== null);
  if (dunder !== undefined) problem(m, "pickle.dunder_state", `sets the attribute ${shown(dunder)} of an object`);
  m.arrayFollows = isArrayWrapper(target);
  return undefined;
}

export function persistentId(m: Machine, from: Value | null): Stop {
  if (from === null) return underflow;
  if (!m.torch)
    problem(m, "pickle.persistent_id", "refers to an object that only its loader can supply (persistent id)");
  return push(m, unknown);
}

export function extension(m: Machine): Stop {
  problem(
    m,
    "pickle.extension_code",
    `imports what the copyreg registry holds under the number ${m.number}, so the file does not say what it loads`,
  );
  return push(m, unknown);
}
