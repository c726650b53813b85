import type { ChainState } from "./chain-state.ts";

const lines: Record<ChainState, string> = {
  whole: "border-l-2 border-accent",
  waiting: "border-l-2 border-dashed border-accent",
  cut: "border-0",
  after: "border-l-2 border-dotted border-fail",
};
const knots: Record<ChainState, string> = {
  whole: "rounded-full border-2 border-accent bg-surface",
  waiting: "rounded-full border-2 border-dashed border-accent bg-surface",
  cut: "rotate-45 border-[5px] border-fail",
  after: "rounded-full border-2 border-dotted border-fail bg-surface",
};

/** The chain's line beside a row, with the row's knot. Drawn with borders, which paper and forced colours keep. */
export function Line({ state }: { state: ChainState }) {
  return (
    <span aria-hidden="true" data-chain={state} className="absolute inset-y-0 left-0 w-6">
      <span className={`absolute top-0 -bottom-px left-[11px] ${lines[state]}`} />
      <span className={`absolute top-[calc(var(--row)*0.75+6px)] left-[7px] size-[10px] ${knots[state]}`} />
    </span>
  );
}
