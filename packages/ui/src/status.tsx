import type { CheckVerdict, OutcomeClass } from "@countersign/domain";
import { Icon, type IconName } from "./icon.tsx";

export type ChipTone = "draft" | "valid" | "change" | "ok" | "cond" | "fail";

const tones: Record<ChipTone, string> = {
  draft: "bg-sunken text-ink-2",
  valid: "bg-valid-tint text-valid",
  change: "bg-change-tint text-change",
  ok: "bg-ok-tint text-ok",
  cond: "bg-cond-tint text-cond",
  fail: "bg-fail-tint text-fail",
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
  in_validation: ["valid", "half", "In validation"],
  changes_requested: ["change", "warn", "Changes requested"],
  pending_approval: ["valid", "half", "Pending approval"],
  approved: ["ok", "check", "Approved"],
  approved_with_conditions: ["cond", "check", "Approved with conditions"],
  rejected: ["fail", "cross", "Rejected"],
  withdrawn: ["draft", "skip", "Withdrawn"],
};

export const reviewStateWord = (state: string): string => reviewWords[state]?.[2] ?? state.replaceAll("_", " ");

export function ReviewState({ state }: { state: string }) {
  const [tone, icon, word] = reviewWords[state] ?? ["draft", "open", state];
  return (
    <Chip tone={tone} icon={icon}>
      {word}
    </Chip>
  );
}

const verdictWords: Record<CheckVerdict, [ChipTone, IconName, string]> = {
  pass: ["ok", "check", "Passed"],
  warn: ["change", "warn", "Warning"],
  fail: ["fail", "cross", "Failed"],
  insufficient: ["cond", "unsure", "Too little evidence"],
  error: ["fail", "warn", "Error"],
  skipped: ["draft", "skip", "Skipped"],
};

export const verdictWord = (verdict: CheckVerdict): string => verdictWords[verdict][2];

export function Verdict({ verdict }: { verdict: CheckVerdict | null }) {
  if (verdict === null)
    return (
      <Chip tone="valid" icon="half">
        Running
      </Chip>
    );
  const [tone, icon, word] = verdictWords[verdict];
  return (
    <Chip tone={tone} icon={icon}>
      {word}
    </Chip>
  );
}

export const outcomeWords: Record<OutcomeClass, string> = {
  blocks: "blocks approval",
  condition: "needs a condition",
  informs: "for information",
};

/** Four bars: the more filled, the higher the tier. */
export function TierMark({ tier }: { tier: string }) {
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
      <span>Tier {tier.slice(1)}</span>
    </span>
  );
}
