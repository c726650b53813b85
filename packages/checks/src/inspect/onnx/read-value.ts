import { utf8 } from "../bytes.ts";
import { type Cursor, walk } from "./cursor.ts";
import { elementTypes, type OnnxValue } from "./types.ts";

const otherTypes: Record<number, string> = { 4: "sequence", 5: "map", 8: "sparse", 9: "optional" };

function readShape(c: Cursor, start: number, end: number): (number | null)[] {
  const shape: (number | null)[] = [];
  walk(c, start, end, (f) => {
    if (f.number !== 1 || shape.length > 32) return;
    let size: number | null = null;
    walk(c, f.start, f.end, (d) => {
      if (d.number === 1 && d.wire === 0 && d.value > 0) size = d.value;
    });
    shape.push(size);
  });
  return shape;
}

/** A ValueInfoProto: name, element type, shape. */
export function readValue(c: Cursor, start: number, end: number): OnnxValue {
  const out: OnnxValue = { name: "", type: "unknown", shape: null };
  walk(c, start, end, (f) => {
    if (f.number === 1) out.name = utf8(c.bytes.subarray(f.start, f.end)) ?? "";
    if (f.number !== 2) return;
    walk(c, f.start, f.end, (kind) => {
      const other = otherTypes[kind.number];
      if (other !== undefined) out.type = other;
      if (kind.number !== 1) return;
      walk(c, kind.start, kind.end, (t) => {
        if (t.number === 1) out.type = elementTypes[t.value]?.name ?? "unknown";
        if (t.number === 2) out.shape = readShape(c, t.start, t.end);
      });
    });
  });
  return out;
}
