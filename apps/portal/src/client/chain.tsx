"use client";

import { Chip } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { createContext, type ReactNode, useContext } from "react";
import { useKept } from "./kept-check.ts";

/** Where this browser found that the log breaks: the entry that does not fit, and how many before it are as they were signed. */
type Break = { at: number | null; intact: number } | null;
const Found = createContext<Break>(null);

/** Puts what this browser last found about a log beside the entries in it. Nobody's word but its own cuts the line. */
export function Judged({ origin, children }: { origin: string; children: ReactNode }) {
  return <Found value={useKept(origin)?.broken ?? null}>{children}</Found>;
}

interface Entries {
  /** Indexes of the newest and the oldest entry of a row; null: the notary has not taken it yet. */
  newest: number | null;
  oldest: number | null;
}
type State = "whole" | "waiting" | "cut" | "after";

function stateOf(found: Break, { newest, oldest }: Entries): State {
  if (newest === null || oldest === null) return found ? "after" : "waiting";
  if (!found) return "whole";
  if (found.at !== null && oldest <= found.at && found.at <= newest) return "cut";
  return newest < found.intact ? "whole" : "after";
}

const lines: Record<State, string> = {
  whole: "border-l-2 border-accent",
  waiting: "border-l-2 border-dashed border-accent",
  cut: "border-0",
  after: "border-l-2 border-dotted border-fail",
};
const knots: Record<State, string> = {
  whole: "rounded-full border-2 border-accent bg-surface",
  waiting: "rounded-full border-2 border-dashed border-accent bg-surface",
  cut: "rotate-45 border-[5px] border-fail",
  after: "rounded-full border-2 border-dotted border-fail bg-surface",
};

/** The chain's line beside a row, with the row's knot: cut where the log breaks, dotted where nothing can be judged. */
export function Chain(entries: Entries) {
  const state = stateOf(useContext(Found), entries);
  return (
    <span aria-hidden="true" data-chain={state} className="absolute inset-y-0 left-0 w-6">
      <span className={`absolute -bottom-px left-[11px] top-0 ${lines[state]}`} />
      <span className={`absolute top-[calc(var(--row)*0.75+6px)] left-[7px] size-[10px] ${knots[state]}`} />
    </span>
  );
}

/** The same in words, at the end of the row. */
export function ChainWord(entries: Entries) {
  const say = useSay();
  const state = stateOf(useContext(Found), entries);
  if (state === "cut")
    return (
      <Chip tone="fail" icon="cross">
        {say("Does not match")}
      </Chip>
    );
  return state === "after" ? (
    <Chip tone="draft" icon="unsure">
      {say("Cannot be judged")}
    </Chip>
  ) : null;
}
