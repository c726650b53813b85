import type { Preferences } from "@countersign/domain";

const dayMs = 86_400_000;
const minuteMs = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows at an instant, as milliseconds of a day in UTC that shows the same. */
function wallAt(at: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    const digits = "2-digit";
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: digits,
      day: digits,
      hour: digits,
      minute: digits,
      second: digits,
    });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(
    part["year"] ?? 0,
    (part["month"] ?? 1) - 1,
    part["day"],
    part["hour"],
    part["minute"],
    part["second"],
  );
}

/** The day (`2026-11-30`), its weekday (0 is Sunday) and the minute of the day that hold somewhere at an instant. */
export function localAt(at: Date, zone: string): { day: string; weekday: number; minute: number } {
  const wall = new Date(wallAt(at.getTime(), zone));
  return {
    day: wall.toISOString().slice(0, 10),
    weekday: wall.getUTCDay(),
    minute: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
  };
}

/** When it is that minute of that day somewhere: the first time where clocks go back, as much later as they skip where they go on. */
export function instantAt(day: string, minute: number, zone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + minute * minuteMs;
  const offset = (at: number): number => wallAt(at, zone) - at;
  const [before, after] = [wall - offset(wall - dayMs), wall - offset(wall + dayMs)];
  return new Date(wallAt(before, zone) === wall ? before : wallAt(after, zone) === wall ? after : before);
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Until when somebody's quiet hours last; null: it is none of them. */
export function quietUntil(at: Date, { quiet, zone: chosen }: Pick<Preferences, "quiet" | "zone">): Date | null {
  if (!quiet) return null;
  const zone = chosen ?? usualZone;
  const { day, minute } = localAt(at, zone);
  const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)];
  const overnight = from >= to;
  if (overnight ? minute < from && minute >= to : minute < from || minute >= to) return null;
  const tomorrow = new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
  const end = instantAt(overnight && minute >= from ? tomorrow : day, to, zone);
  // In the hour that clocks tell twice, its first end may have passed.
  return end > at ? end : new Date(at.getTime() + (to - minute) * minuteMs);
}

/** Of whoever has chosen no zone. */
export const usualZone = "UTC";
