/** Milliseconds since 1970 of a time in the record's form (`…T08:00:00.000Z`, also with microseconds), or null: pure packages have no clock and no calendar. */
export function milliseconds(text: string): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})(?:\d{3})?Z$/.exec(text)?.slice(1).map(Number);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, milli = 0] = parts;
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return null;
  // Days of the proleptic Gregorian calendar, with years that begin in March so that leap days come last.
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const days = 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
  return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + milli;
}

/** Whether two times are within `minutes` of each other; times that cannot be read are not. */
export function near(a: string, b: string, minutes: number): boolean {
  const [x, y] = [milliseconds(a), milliseconds(b)];
  return x !== null && y !== null && Math.abs(x - y) <= minutes * 60_000;
}
