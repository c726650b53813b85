import type { Say } from "./say.ts";

interface DayParts {
  weekday: string;
  day: string;
  month: string;
  year: string;
  /** `09:20` */
  clock: string;
  /** `09:20:04` */
  seconds: string;
  /** `UTC` or `UTC+1` */
  offset: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, zone: string, names: "short" | "long" = "short"): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${names}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: names,
    day: "numeric",
    month: names,
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "shortOffset",
  });
  formats.set(key, made);
  return made;
}

const partsOf = (format: Intl.DateTimeFormat, iso: string): ((type: Intl.DateTimeFormatPartTypes) => string) => {
  const parts = new Map(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return (type) => parts.get(type) ?? "";
};

/** A moment as this person's zone and language name it. */
export function dayParts(say: Pick<Say, "locale" | "zone">, iso: string): DayParts {
  const of = partsOf(formatOf(say.locale, say.zone), iso);
  return {
    weekday: of("weekday").replace(".", ""),
    day: say.locale === "de" ? `${of("day")}.` : of("day"),
    // German writes a point after a month that is cut short: here there is no room for it.
    month: of("month").replace(".", ""),
    year: of("year"),
    clock: `${of("hour")}:${of("minute")}`,
    seconds: `${of("hour")}:${of("minute")}:${of("second")}`,
    offset: of("timeZoneName").replace("GMT", "UTC").replace(/\+0$/, ""),
  };
}

/** `Wed 25 Nov 2026` */
export function dayText(say: Pick<Say, "locale" | "zone">, iso: string): string {
  const { weekday, day, month, year } = dayParts(say, iso);
  return `${weekday} ${day} ${month} ${year}`;
}

/** `Wednesday 25 November 2026`, as a heading has it. */
export function longDayText(say: Pick<Say, "locale" | "zone">, iso: string): string {
  const of = partsOf(formatOf(say.locale, say.zone, "long"), iso);
  const date = `${of("month")} ${of("year")}`;
  return say.locale === "de" ? `${of("weekday")}, ${of("day")}. ${date}` : `${of("weekday")} ${of("day")} ${date}`;
}

/** `Wed 25 Nov 2026, 09:20 UTC`: absolute, with its offset, so that it means the same to everybody. */
export function momentText(say: Pick<Say, "locale" | "zone">, iso: string): string {
  const { clock, offset } = dayParts(say, iso);
  return `${dayText(say, iso)}, ${clock} ${offset}`;
}

/** Whole days from now: negative is late. */
export const daysUntil = (iso: string, now: number): number => Math.ceil((Date.parse(iso) - now) / 86_400_000);

/** `in 2 days`, `today`, `3 days late`. */
export function dueText(say: Say, left: number): string {
  if (left === 0) return say("today");
  return left < 0
    ? say("{n, plural, one {# day late} other {# days late}}", { n: -left })
    : say("in {n, plural, one {# day} other {# days}}", { n: left });
}
