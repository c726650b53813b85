import { latin1, utf8 } from "../bytes.ts";
import type { TextValue, Value } from "./values.ts";

const longest = 4096;

/** Escapes of a Python 2 string literal, as STRING carries it. */
function unquote(text: string): string | null {
  const body = /^\s*(['"])([\s\S]*)\1\s*$/.exec(text)?.[2];
  if (body === undefined) return null;
  const plain: Record<string, string> = {
    n: "\n",
    t: "\t",
    r: "\r",
    "\\": "\\",
    "'": "'",
    '"': '"',
    a: "\u0007",
    b: "\b",
    f: "\f",
    v: "\v",
  };
  return body.replaceAll(/\\(x[0-9a-fA-F]{2}|[0-7]{1,3}|[\s\S])/g, (whole, e: string) =>
    e.length === 3 && e.startsWith("x")
      ? String.fromCharCode(Number.parseInt(e.slice(1), 16))
      : /^[0-7]+$/.test(e)
        ? String.fromCharCode(Number.parseInt(e, 8))
        : (plain[e] ?? (e === "\n" ? "" : whole)),
  );
}

const unescape = (text: string): string =>
  text.replaceAll(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g, (whole, four?: string, eight?: string) => {
    const point = Number.parseInt(four ?? eight ?? "", 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

/** The string behind a text value; null where it is not text Python would accept, or longer than any name. */
export function textOf(bytes: Uint8Array, value: Value | undefined): string | null {
  if (value?.k !== "text" || value.end - value.start > longest) return null;
  return decode(bytes.subarray(value.start, value.end), value.how);
}

function decode(part: Uint8Array, how: TextValue["how"]): string | null {
  if (how === "utf8") return utf8(part);
  const text = latin1(part);
  return how === "quoted" ? unquote(text) : how === "escaped" ? unescape(text) : text;
}
