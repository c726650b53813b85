import type { Detection } from "@countersign/domain";

type Family = "number" | "text" | "boolean" | "other";

/** Family of a type in MLflow's, NumPy's or ONNX's words. */
function familyOf(type: string): Family {
  if (/^(bool|boolean)$/.test(type)) return "boolean";
  if (/^(integer|long|float|double|u?int\d+|b?float\d+|complex\d+)/.test(type)) return "number";
  if (/^(string|str|object|<U\d*|U\d*)$/.test(type)) return "text";
  return "other";
}

const isWhole = (type: string): boolean => /^(integer|long|u?int\d+)$/.test(type);

/** Why values of `given` cannot be fed to a graph input of `wanted`, or null. A float input takes every number: exporters make them so. */
export function feedFault(given: string, wanted: string): string | null {
  const [from, to] = [familyOf(given), familyOf(wanted)];
  if (from === "number" && to === "number")
    return !isWhole(given) && isWhole(wanted) ? "fractions would be lost" : null;
  if (from === to || (from === "boolean" && to === "number")) return null;
  return `${from === "text" ? "text" : "numbers"} cannot be fed there`;
}

/** A detection whose sentence begins with a capital, unless it begins with the name it is about: names stay as they are. */
export const detection = (code: string, where: string, sentence: string): Detection => ({
  code,
  where,
  text: `${sentence.startsWith(where) ? sentence : sentence.charAt(0).toUpperCase() + sentence.slice(1)}.`,
});

/** A name among `others` that looks like `name` under a new name: they share at least the first half. */
export function lookalike(name: string, others: readonly string[]): string {
  const half = name.slice(0, Math.max(3, Math.ceil(name.length / 2)));
  const like = others.find((other) => other.startsWith(half));
  return like === undefined ? "" : `; ${like} looks like it under another name`;
}
