const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A moment in UTC, as the record has it: `Wed 25 Nov 2026, 09:20 UTC`. The machine reading stands in `datetime`. */
export function Moment({ iso, withTime = true }: { iso: string; withTime?: boolean }) {
  const at = new Date(iso);
  const two = (n: number): string => String(n).padStart(2, "0");
  const day = `${days[at.getUTCDay()]} ${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  return (
    <time dateTime={iso} className="sm:whitespace-nowrap">
      {withTime ? `${day}, ${two(at.getUTCHours())}:${two(at.getUTCMinutes())} UTC` : day}
    </time>
  );
}

/** Whole days from now: negative is late. */
const daysUntil = (iso: string, now: number): number => Math.ceil((Date.parse(iso) - now) / 86_400_000);

/** A day for a narrow column: `25 Nov` over what stands under it, the year where it is not this one. */
export function Day({ iso, now, under, tone = "" }: { iso: string; now: number; under?: string; tone?: string }) {
  const at = new Date(iso);
  const thisYear = at.getUTCFullYear() === new Date(now).getUTCFullYear();
  return (
    <time dateTime={iso} className="block whitespace-nowrap">
      <span className={`font-mono ${tone}`}>
        {at.getUTCDate()} {months[at.getUTCMonth()]}
        {thisYear ? "" : ` ${at.getUTCFullYear()}`}
      </span>
      {under !== undefined && (
        <span className="block text-[13px] text-muted max-md:ml-2 max-md:inline">
          {days[at.getUTCDay()]}, {under}
        </span>
      )}
    </time>
  );
}

/** A due day for a narrow column, late and near ones marked by weight and colour. */
export function DueDay({ iso, now }: { iso: string; now: number }) {
  const left = daysUntil(iso, now);
  return <Day iso={iso} now={now} under={dueWords(left)} tone={dueTone(left)} />;
}

/**
 * The same for the narrowest: `20 Nov` over `3 d late` or `Wed, in 2 d`, on a telephone without the weekday. `quiet`: it presses
 * somebody else, so it has no colour, and nothing under a day that is still to come.
 */
export function DueFolio({ iso, now, quiet = false }: { iso: string; now: number; quiet?: boolean }) {
  const left = daysUntil(iso, now);
  const number = Math.abs(left);
  const unit = (
    <>
      {number} <span aria-hidden="true">d</span>
      <span className="sr-only">{number === 1 ? "day" : "days"}</span>
    </>
  );
  const weekday = <span className="max-md:hidden">{days[new Date(iso).getUTCDay()]}, </span>;
  return (
    <span className="relative block leading-snug">
      <Day iso={iso} now={now} tone={quiet ? "" : dueTone(left)} />
      {(left < 0 || !quiet) && (
        <span className="block text-[12px] whitespace-nowrap text-muted">
          {left < 0 ? (
            <>{unit} late</>
          ) : (
            <>
              {weekday}
              {left === 0 ? "today" : <>in {unit}</>}
            </>
          )}
        </span>
      )}
    </span>
  );
}

const dueWords = (left: number): string =>
  left < 0
    ? `${-left} ${left === -1 ? "day" : "days"} late`
    : left === 0
      ? "today"
      : `in ${left} ${left === 1 ? "day" : "days"}`;
const dueTone = (left: number): string =>
  left < 0 ? "font-[650] text-fail" : left <= 2 ? "font-[650] text-change" : "";

/** `Wed 25 Nov 2026, in 2 days` or `3 days late`. */
export function Due({ iso, now }: { iso: string; now: number }) {
  const left = daysUntil(iso, now);
  return (
    <span className={dueTone(left)}>
      <Moment iso={iso} withTime={false} />, {dueWords(left)}
    </span>
  );
}
