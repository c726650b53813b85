import { useSay } from "#say";
import { dayParts, daysUntil, dayText, dueText, momentText, type Say } from "@countersign/words";

/** A moment in the person's zone: `Wed 25 Nov 2026, 09:20 UTC`. The machine reading stands in `datetime`. */
export function Moment({ iso, withTime = true }: { iso: string; withTime?: boolean }) {
  const say = useSay();
  return (
    <time dateTime={iso} className="sm:whitespace-nowrap">
      {withTime ? momentText(say, iso) : dayText(say, iso)}
    </time>
  );
}

/**
 * The time of day for a row under the heading of its day: `09:20:04`. Whoever hears it, points at it or reads it on paper, where the
 * heading may be on another page, has the whole moment.
 */
export function Clock({ iso }: { iso: string }) {
  const say = useSay();
  const whole = momentText(say, iso);
  return (
    <time dateTime={iso} title={whole} className="font-mono text-[13px] whitespace-nowrap">
      <span aria-hidden="true" className="print:hidden">
        {dayParts(say, iso).seconds}
      </span>
      <span className="sr-only print:not-sr-only">{whole}</span>
    </time>
  );
}

/** A day in a sentence: `25 Nov`, the year where it is not this one. */
export function ShortDay({ iso, now }: { iso: string; now: number }) {
  const say = useSay();
  const { day, month, year } = dayParts(say, iso);
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {day} {month}
      {isThisYear(say, year, now) ? "" : ` ${year}`}
    </time>
  );
}

const isThisYear = (say: Say, year: string, now: number): boolean =>
  year === dayParts(say, new Date(now).toISOString()).year;

/** A day for a narrow column: `25 Nov` over what stands under it, the year where it is not this one. */
export function Day({ iso, now, under, tone = "" }: { iso: string; now: number; under?: string; tone?: string }) {
  const say = useSay();
  const { weekday, day, month, year } = dayParts(say, iso);
  return (
    <time dateTime={iso} className="block whitespace-nowrap">
      <span className={`font-mono ${tone}`}>
        {day} {month}
        {isThisYear(say, year, now) ? "" : ` ${year}`}
      </span>
      {under !== undefined && (
        <span className="block text-[13px] text-muted max-md:ml-2 max-md:inline">
          {weekday}, {under}
        </span>
      )}
    </time>
  );
}

/** A due day for a narrow column, late and near ones marked by weight and colour. */
export function DueDay({ iso, now }: { iso: string; now: number }) {
  const say = useSay();
  const left = daysUntil(iso, now);
  return <Day iso={iso} now={now} under={dueText(say, left)} tone={dueTone(left)} />;
}

/**
 * The same for the narrowest: `20 Nov` over `3 d late` or `Wed, in 2 d`, on a telephone without the weekday. `quiet`: it presses
 * somebody else, so it has no colour, and nothing under a day that is still to come.
 */
export function DueFolio({ iso, now, quiet = false }: { iso: string; now: number; quiet?: boolean }) {
  const say = useSay();
  const left = daysUntil(iso, now);
  const { weekday } = dayParts(say, iso);
  const short = left < 0 ? say("{n} d late", { n: -left }) : left === 0 ? say("today") : say("in {n} d", { n: left });
  return (
    <span className="relative block leading-snug">
      <Day iso={iso} now={now} tone={quiet ? "" : dueTone(left)} />
      {(left < 0 || !quiet) && (
        <span className="block text-[12px] whitespace-nowrap text-muted">
          <span aria-hidden="true">
            {left >= 0 && <span className="max-md:hidden">{weekday}, </span>}
            {short}
          </span>
          <span className="sr-only">{dueText(say, left)}</span>
        </span>
      )}
    </span>
  );
}

const dueTone = (left: number): string =>
  left < 0 ? "font-[650] text-fail" : left <= 2 ? "font-[650] text-change" : "";

/** `Wed 25 Nov 2026, in 2 days` or `3 days late`. */
export function Due({ iso, now }: { iso: string; now: number }) {
  const say = useSay();
  const left = daysUntil(iso, now);
  return (
    <span className={dueTone(left)}>
      <Moment iso={iso} withTime={false} />, {dueText(say, left)}
    </span>
  );
}
