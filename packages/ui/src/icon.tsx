const circle = "M10 4a6 6 0 1 0 0 12a6 6 0 0 0 0-12z";
const paths = {
  inbox: "M3 12l2-7h10l2 7v4H3zM3 12h4l1 2h4l1-2h4",
  trail: "M5 3h10v14H5zM8 7h4M8 10h4M8 13h4",
  verify: "M10 3l6 2v5c0 4-3 6-6 7-3-1-6-3-6-7V5zM7.2 9.8l2.1 2.1 3.7-4",
  check: "M4 10l4 4 8-9",
  plus: "M2.5 10.5l3.6 3.6 7-8M15.4 11.2v5.6M12.6 14h5.6",
  cross: "M5 5l10 10M15 5L5 15",
  warn: "M10 4l7 12H3zM10 9v3M10 14v.5",
  unsure: `${circle}M8.3 8.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.6-.9 1.2M10 13v.1`,
  skip: "M5 10h10",
  open: circle,
  half: circle,
  pending: circle,
  dot: circle,
  ended: `${circle}M5.9 14.1l8.2-8.2`,
  clock: `${circle}M10 6.8V10l2.2 1.5`,
  pause: "M7 5v10M13 5v10",
  lock: "M5 9.5h10v7H5zM7 9.3V7a3 3 0 0 1 6 0v2.3",
  arrow: "M4 10h11M11 6l4 4-4 4",
  file: "M6 3h6l3 3v11H6zM12 3v3h3",
  right: "M8 5l5 5-5 5",
  back: "M4 8a6.2 6.2 0 1 1 .6 5M4 4v4h4",
  comment: "M3 4h14v9H9l-4 4v-4H3z",
  theme: circle,
  people: "M10 10a3 3 0 1 0 0-6a3 3 0 0 0 0 6zM4 17c0-3.5 2.5-5 6-5s6 1.5 6 5",
  policy: "M10 3l6 2v5c0 4-3 6-6 7-3-1-6-3-6-7V5z",
  download: "M10 3v10M6 9.3l4 4 4-4M4 16.5h12",
  upload: "M10 13.3v-10M6 7.3l4-4 4 4M4 16.5h12",
  more: "M4.6 10a.4.4 0 1 0 .8 0a.4.4 0 1 0-.8 0M9.6 10a.4.4 0 1 0 .8 0a.4.4 0 1 0-.8 0M14.6 10a.4.4 0 1 0 .8 0a.4.4 0 1 0-.8 0",
  search: "M9 3.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM13 13l4 4",
  hourglass: "M5 3h10M5 17h10M6.5 3c0 4 3.5 4.5 3.5 7s-3.5 3-3.5 7M13.5 3c0 4-3.5 4.5-3.5 7s3.5 3 3.5 7",
  models: "M10 3l7 3.5-7 3.5-7-3.5zM3 10l7 3.5 7-3.5M3 13.5L10 17l7-3.5",
} as const;

export type IconName = keyof typeof paths;
export const iconNames = Object.keys(paths) as IconName[];

const filled: Partial<Record<IconName, string>> = {
  half: "M10 4a6 6 0 0 1 0 12z",
  pending: "M10 4a6 6 0 1 1-6 6h6z",
  dot: circle,
  theme: "M10 4a6 6 0 0 1 0 12z",
};

/** A 20-unit line icon. Decorative: the word beside it says what it means. */
export function Icon({ name, className = "size-4" }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`inline-block shrink-0 ${className}`}
    >
      <path d={paths[name]} />
      {filled[name] && <path d={filled[name]} fill="currentColor" />}
    </svg>
  );
}

/** Twelve rounded lobes around a centre of 24 by 24. */
const rosette = `M${Array.from({ length: 96 }, (_, i) => {
  const angle = (i / 96) * 2 * Math.PI;
  const r = 9.9 + 0.9 * Math.cos(12 * angle);
  return `${(12 + r * Math.cos(angle)).toFixed(2)} ${(12 + r * Math.sin(angle)).toFixed(2)}`;
}).join("L")}Z`;

/** The rosette: the brand when bare, a seal when filled; dashed where the signature is superseded, struck where it was taken back. Nothing else in the product looks like it. */
export function Rosette({
  state = "bare",
  className = "size-6",
}: {
  state?: "bare" | "valid" | "gone" | "struck" | "waiting";
  className?: string;
}) {
  const valid = state === "valid";
  const over = state === "gone" || state === "struck";
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={`inline-block shrink-0 ${over ? "text-muted" : "text-accent"} ${className}`}
    >
      <path
        d={rosette}
        fill={valid ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="1.2"
        strokeLinejoin="round"
        strokeDasharray={state === "gone" ? "2 1.6" : undefined}
      />
      <circle
        cx="12"
        cy="12"
        r="6.8"
        fill="none"
        stroke={valid ? "var(--on-accent)" : "currentColor"}
        strokeWidth={valid ? "0.8" : "1.1"}
      />
      {(valid || over) && (
        <path
          d="M8.4 12.2l2.4 2.4 4.8-5.2"
          fill="none"
          stroke={valid ? "var(--on-accent)" : "currentColor"}
          strokeWidth={valid ? "1.8" : "1.4"}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
      {state === "struck" && <path d="M4 20L20 4" stroke="currentColor" strokeWidth="1.4" />}
      {state === "waiting" && (
        <path d="M12 8.5V12l2.4 1.6" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
      )}
    </svg>
  );
}

/** The product's name beside its rosette, at the head of pages that stand alone. */
export function Brand() {
  return (
    <span className="flex items-center gap-2.5 font-serif text-[17px] font-[600]">
      <Rosette /> Countersign
    </span>
  );
}
