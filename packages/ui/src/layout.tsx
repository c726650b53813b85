import { Icon } from "./icon.tsx";

/** A numbered section of a record: folio on the left of a double rule, an ink rule above, and a double one where the record ends. */
export function Section({
  id,
  folio,
  title,
  summary,
  action,
  folded,
  children,
}: {
  id: string;
  folio: string;
  title: string;
  summary?: React.ReactNode;
  action?: React.ReactNode;
  /** A line that the content is folded to, and opens from; where there is none it stands in full. */
  folded?: React.ReactNode;
  children: React.ReactNode;
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-20 grid-cols-[32px_minmax(0,1fr)] border-t border-rule last-of-type:border-b-[3px] last-of-type:[border-bottom-style:double] md:grid-cols-[60px_minmax(0,1fr)]"
    >
      <div className="border-r-[3px] border-double border-folio pt-3 pr-3 text-right font-mono text-[13px] text-muted">
        {folio}
      </div>
      <div className="pt-2.5 pb-8 pl-3 md:pl-4">
        <header className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h2 id={`${id}-title`} className="font-serif text-[18px] font-[600]">
            {title}
          </h2>
          {summary && <span className="text-[13px] text-muted">{summary}</span>}
          {action && <span className="ml-auto max-sm:ml-0 max-sm:basis-full">{action}</span>}
        </header>
        {folded ? (
          <details className="group/folded">
            <summary className="grid min-h-9 grid-cols-[16px_minmax(0,1fr)] items-center gap-x-2.5 text-ink-2 marker:content-none max-sm:min-h-11 [&::-webkit-details-marker]:hidden">
              <Icon name="right" className="size-3.5 text-muted transition-transform group-open/folded:rotate-90" />
              <span>{folded}</span>
            </summary>
            <div className="mt-1">{children}</div>
          </details>
        ) : (
          children
        )}
      </div>
    </section>
  );
}

/** A remark beside the work: information, warning or failure. */
export function Note({
  tone = "info",
  title,
  children,
}: {
  tone?: "info" | "warn" | "fail";
  title?: string;
  children: React.ReactNode;
}) {
  const tint = {
    info: "border-accent bg-accent-tint",
    warn: "border-change bg-change-tint",
    fail: "border-fail bg-fail-tint",
  }[tone];
  return (
    <div role={tone === "fail" ? "alert" : "note"} className={`border-l-4 px-3 py-2 text-[14px] ${tint}`}>
      {title && <strong className="font-[650]">{title} </strong>}
      {children}
    </div>
  );
}

/** Stripes of what is no record: a sample, a practice. Beside words that say so, never instead of them. */
const hatch = "bg-[repeating-linear-gradient(135deg,var(--control)_0_1.5px,transparent_1.5px_8px)]";

/** A strip over what is made up: hatched, with words on plain ground. */
export function Hatched({ children }: { children: React.ReactNode }) {
  return (
    <div className={`border-b border-control bg-surface px-4 py-1.5 md:px-7 ${hatch}`}>
      <p className="mx-auto w-fit max-w-full border border-control bg-surface px-3 py-1 text-[14px]">{children}</p>
    </div>
  );
}

/** A word for what is made up, in a frame of stripes. */
export const HatchedWord = ({ children }: { children: React.ReactNode }) => (
  <span className={`inline-block shrink-0 rounded-[3px] border border-control p-[3px] text-[13px] ${hatch}`}>
    <span className="block bg-surface px-1.5 whitespace-nowrap text-ink-2">{children}</span>
  </span>
);

/** In place of a seal where nothing was signed. */
export const HatchedMark = ({ className = "size-8" }: { className?: string }) => (
  <span
    aria-hidden="true"
    className={`inline-block shrink-0 rounded-[3px] border border-control ${hatch} ${className}`}
  />
);

export function Empty({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="max-w-[68ch] py-1.5">
      <p className="font-serif text-[18px] font-[600]">{title}</p>
      <p className="mt-1 text-ink-2">{children}</p>
    </div>
  );
}

const buttons = {
  primary: "bg-accent text-on-accent border-accent hover:bg-accent-strong",
  plain: "bg-surface text-ink border-control hover:bg-sunken",
  danger: "bg-surface text-fail border-fail hover:bg-fail-tint",
};

/** Classes of a button or of a link that looks like one. A blocked one stays focusable and says why (`aria-disabled`). */
export const buttonClass = (kind: keyof typeof buttons = "plain", blocked = false): string =>
  `inline-flex min-h-9 items-center justify-center gap-2 rounded border px-3 py-1 text-[15px] font-[550] text-balance max-sm:min-h-11 ${blocked ? "cursor-not-allowed border-dashed border-control bg-sunken text-muted" : `cursor-pointer ${buttons[kind]}`}`;

/** The margins of a page's sheet: it begins where the page before it began, however wide each of them is. */
export const sheetClass = "max-w-[1232px] px-4 py-5 md:px-7";

/** Classes of what stands beside the sheet: sign-off, revisions, what is in use. */
export const panelClass = "border border-t-[3px] border-hair border-t-accent bg-surface p-4 text-[14px]";

export const fieldClass =
  "w-full rounded border border-control bg-surface px-2.5 py-1.5 text-ink min-h-9 max-sm:min-h-11";
