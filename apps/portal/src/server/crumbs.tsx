import { useSay } from "@countersign/ui/say";
import Link from "next/link";

/** Where a page stands: each step a word, and an address where there is one above. */
export function Crumbs({ steps }: { steps: [word: string, href?: string][] }) {
  const say = useSay();
  return (
    <nav aria-label={say("Breadcrumb")} className="mb-3 flex flex-wrap gap-x-2 text-[13px] text-muted">
      {steps.map(([word, href], i) => (
        <span key={word} className="contents">
          {i > 0 && <span aria-hidden="true">/</span>}
          {href ? (
            <Link href={href} className="inline-block min-h-6 text-ink-2 underline underline-offset-2">
              {word}
            </Link>
          ) : (
            <span>{word}</span>
          )}
        </span>
      ))}
    </nav>
  );
}
