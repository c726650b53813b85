const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A moment in UTC, as the record has it: `Wed 25 Nov 2026, 09:20 UTC`. The machine reading stands in `datetime`. */
export function Moment({ iso, withTime = true }: { iso: string; withTime?: boolean }) {
  const at = new Date(iso);
  const two = (n: number): string => String(n).padStart(2, "0");
  const day = `${days[at.getUTCDay()]} ${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  return <time dateTime={iso} className="whitespace-nowrap">{withTime ? `${day}, ${two(at.getUTCHours())}:${two(at.getUTCMinutes())} UTC` : day}</time>;
}

/** Whole days from now: negative is late. */
export const daysUntil = (iso: string, now: number): number => Math.ceil((Date.parse(iso) - now) / 86_400_000);

/** `Wed 25 Nov, in 2 days` or `3 days late`. */
export function Due({ iso, now }: { iso: string; now: number }) {
  const left = daysUntil(iso, now);
  const words = left < 0 ? `${-left} ${left === -1 ? "day" : "days"} late` : left === 0 ? "today" : `in ${left} ${left === 1 ? "day" : "days"}`;
  return (
    <span className={left < 0 ? "font-[650] text-fail" : left <= 2 ? "font-[650] text-change" : ""}>
      <Moment iso={iso} withTime={false} />, {words}
    </span>
  );
}
