import { useSay } from "#say";
import type { CheckVerdict, OutcomeClass } from "@countersign/domain";
import { msg } from "@countersign/words";
import { Icon, type IconName } from "./icon.tsx";

export type ChipTone = "draft" | "line" | "valid" | "change" | "ok" | "cond" | "fail" | "susp" | "prod";

const tones: Record<ChipTone, string> = {
  draft: "bg-sunken text-ink-2",
  line: "text-ink-2 ring-1 ring-control ring-inset",
  valid: "bg-valid-tint text-valid",
  change: "bg-change-tint text-change",
  ok: "bg-ok-tint text-ok",
  cond: "bg-cond-tint text-cond",
  fail: "bg-fail-tint text-fail",
  susp: "bg-susp-tint text-susp",
  prod: "bg-accent-tint text-accent",
};

/** A status: shape, then word, then colour. */
export function Chip({ tone, icon, children }: { tone: ChipTone; icon?: IconName; children: React.ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-[3px] px-1.5 py-0.5 text-[13px] leading-5 font-[550] whitespace-nowrap ${tones[tone]}`}
    >
      {icon && <Icon name={icon} className="size-3.5" />}
      {children}
    </span>
  );
}

const reviewWords: Record<string, [ChipTone, IconName, string]> = {
  in_validation: ["valid", "half", msg("In validation")],
  changes_requested: ["change", "back", msg("Changes requested")],
  pending_approval: ["valid", "pending", msg("Pending approval")],
  approved: ["ok", "check", msg("Approved")],
  approved_with_conditions: ["cond", "plus", msg("Approved with conditions")],
  rejected: ["fail", "cross", msg("Rejected")],
  withdrawn: ["draft", "ended", msg("Withdrawn")],
};

/** The message of a review's state, to be said. */
export const reviewStateWord = (state: string): string => reviewWords[state]?.[2] ?? state.replaceAll("_", " ");

export function ReviewState({ state }: { state: string }) {
  const say = useSay();
  const [tone, icon, word] = reviewWords[state] ?? ["draft", "open", state];
  return (
    <Chip tone={tone} icon={icon}>
      {say(word)}
    </Chip>
  );
}

/** How findings and conditions look in each of their states, whichever page they stand on. */
const partLooks: Record<string, [ChipTone, IconName]> = {
  open: ["change", "open"],
  answered: ["valid", "half"],
  closed: ["draft", "check"],
  proposed: ["cond", "open"],
  in_force: ["cond", "open"],
  evidence_given: ["cond", "half"],
  accepted: ["ok", "check"],
  superseded: ["draft", "ended"],
};

/** The state of a finding or a condition, in the words that its page has for it. */
export function PartState({ state, children }: { state: string; children: React.ReactNode }) {
  const [tone, icon] = partLooks[state] ?? ["draft", "open"];
  return (
    <Chip tone={tone} icon={icon}>
      <span className="inline-block first-letter:uppercase">{children}</span>
    </Chip>
  );
}

const verdictWords: Record<CheckVerdict, [ChipTone, IconName, string]> = {
  pass: ["ok", "check", msg("Passed")],
  warn: ["change", "warn", msg("Warning")],
  fail: ["fail", "cross", msg("Failed")],
  insufficient: ["line", "unsure", msg("Too little evidence")],
  error: ["fail", "warn", msg("Error")],
  skipped: ["draft", "skip", msg("Skipped")],
};

export const verdictWord = (verdict: CheckVerdict): string => verdictWords[verdict][2];

export function Verdict({ verdict }: { verdict: CheckVerdict | null }) {
  const say = useSay();
  if (verdict === null)
    return (
      <Chip tone="valid" icon="half">
        {say("Running")}
      </Chip>
    );
  const [tone, icon, word] = verdictWords[verdict];
  return (
    <Chip tone={tone} icon={icon}>
      {say(word)}
    </Chip>
  );
}

export const outcomeWords: Record<OutcomeClass, string> = {
  blocks: msg("blocks approval"),
  condition: msg("needs a condition"),
  informs: msg("for information"),
};

/** Four bars: the more filled, the higher the tier. */
export function TierMark({ tier }: { tier: string }) {
  const say = useSay();
  const filled = 5 - Number(tier.slice(1));
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <svg viewBox="0 0 22 12" className="h-3 w-[22px] text-ink" aria-hidden="true">
        {[0, 1, 2, 3].map((i) => (
          <rect
            key={i}
            x={i * 6 + 0.5}
            y="0.5"
            width="3.5"
            height="11"
            fill={i < filled ? "currentColor" : "none"}
            stroke="currentColor"
            strokeWidth="0.9"
          />
        ))}
      </svg>
      <span>{say("Tier {n}", { n: tier.slice(1) })}</span>
    </span>
  );
}
