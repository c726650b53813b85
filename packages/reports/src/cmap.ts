/** Code points a font has a glyph for: formats 4 and 12 of its `cmap` table (OpenType 1.9, cmap). */
export function covered(font: Buffer): number[] {
  const points: number[] = [];
  const cmap = tableAt(font, "cmap");
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) segments(font, at, points);
    if (format === 12) groups(font, at, points);
  }
  return points;
}

function tableAt(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    if (font.toString("latin1", 12 + 16 * i, 16 + 16 * i) === tag) return font.readUInt32BE(20 + 16 * i);
  }
  throw new Error(`the font has no ${tag} table`);
}

function segments(font: Buffer, at: number, points: number[]): void {
  const twice = font.readUInt16BE(at + 6);
  for (let i = 0; i < twice; i += 2) {
    const end = font.readUInt16BE(at + 14 + i);
    const start = font.readUInt16BE(at + 16 + twice + i);
    const delta = font.readUInt16BE(at + 16 + 2 * twice + i);
    const rangeAt = at + 16 + 3 * twice + i;
    const range = font.readUInt16BE(rangeAt);
    for (let point = start; point <= end && point !== 0xffff; point += 1) {
      const glyph = range === 0 ? (point + delta) & 0xffff : font.readUInt16BE(rangeAt + range + 2 * (point - start));
      if (glyph !== 0) points.push(point);
    }
  }
}

function groups(font: Buffer, at: number, points: number[]): void {
  for (let i = 0; i < font.readUInt32BE(at + 12); i += 1) {
    const group = at + 16 + 12 * i;
    for (let point = font.readUInt32BE(group); point <= font.readUInt32BE(group + 4); point += 1) points.push(point);
  }
}
