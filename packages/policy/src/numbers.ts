/** A number for people: four significant digits, whole numbers whole. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(4)));
}

/** A number beside the limit it is held against: with as many digits as keep the comparison readable, never 0.8 below 0.8. */
export function numberAgainst(value: number, limit: number): string {
  if (value === limit || !Number.isFinite(value)) return plainNumber(value);
  for (let digits = 4; digits <= 17; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.sign(rounded - limit) === Math.sign(value - limit)) return String(rounded);
  }
  return String(value);
}

export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
