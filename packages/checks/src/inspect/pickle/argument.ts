import { u16, u32, u64 } from "../bytes.ts";
import type { Machine } from "./machine.ts";
import type { Opcode } from "./opcodes.ts";

/** Reads the argument that starts at `at` into the machine. Gives the place after it, or -1 where the file ends before. */
export function readArgument(m: Machine, { argument }: Opcode, at: number): number {
  const b = m.bytes;
  switch (argument) {
    case "none":
      return at;
    case "1":
      return fixed(m, at, 1, b[at] ?? null);
    case "2":
      return fixed(m, at, 2, u16(b, at));
    case "4":
      return fixed(m, at, 4, u32(b, at));
    case "8":
      return fixed(m, at, 8, u64(b, at));
    case "counted 1":
      return counted(m, at + 1, b[at] ?? null);
    case "counted 4":
      return counted(m, at + 4, u32(b, at));
    case "counted 8":
      return counted(m, at + 8, u64(b, at));
    case "line":
      return line(m, at, 1);
    case "two lines":
      return line(m, at, 2);
  }
}

function fixed(m: Machine, at: number, size: number, n: number | null): number {
  if (n === null) return -1;
  m.start = at;
  m.end = at + size;
  m.number = n;
  return m.end;
}

function counted(m: Machine, at: number, n: number | null): number {
  if (n === null || n > m.bytes.length - at) return -1;
  m.start = at;
  m.end = at + n;
  m.number = n;
  return m.end;
}

function line(m: Machine, at: number, lines: number): number {
  let end = at;
  for (let i = 0; i < lines; i++) {
    const found = m.bytes.indexOf(0x0a, end);
    if (found < 0) return -1;
    end = found + 1;
  }
  m.start = at;
  m.end = end - 1;
  return end;
}
