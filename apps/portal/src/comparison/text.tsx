import type { TextPart } from "@countersign/domain";
import { useSay } from "@countersign/ui/say";

/** So many characters of what both have are shown on each side of a difference. */
const around = 160;

/** A text of two versions: what only the first has is struck out, what only the second has is underlined. */
export function CardText({ parts, base, now }: { parts: TextPart[]; base: number; now: number }) {
  const say = useSay();
  return (
    <>
      <p className="mb-2 text-[13px] text-muted">
        {say.rich("<del>Only in version {base}</del>, <ins>only in version {now}</ins>", {
          base,
          now,
          del: (inside) => <del className={removed}>{inside}</del>,
          ins: (inside) => <ins className={added}>{inside}</ins>,
        })}
      </p>
      <div className="max-w-[76ch] text-[14px] leading-relaxed wrap-anywhere whitespace-pre-wrap">
        {parts.map((part, i) => {
          // A text is its order: the same words may stand in it twice.
          const key = `${i}`;
          if (part.in === "base")
            return (
              <del key={key} className={removed}>
                {part.text}
              </del>
            );
          if (part.in === "now")
            return (
              <ins key={key} className={added}>
                {part.text}
              </ins>
            );
          return <span key={key}>{shortened(part.text, i > 0, i < parts.length - 1)}</span>;
        })}
      </div>
    </>
  );
}

const removed = "bg-change-tint text-worse";
const added = "bg-valid-tint text-better underline underline-offset-2";

/** What both have, down to what stands next to a difference before or after it. */
function shortened(text: string, after: boolean, before: boolean): string {
  if (text.length <= 2 * around + 40) return text;
  const head = after ? text.slice(0, text.indexOf(" ", around) + 1 || around) : "";
  const tail = before ? text.slice(text.lastIndexOf(" ", text.length - around) || -around) : "";
  return `${head}\n […] \n${tail}`;
}
