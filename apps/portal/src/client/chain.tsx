"use client";

import { Chip } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { createContext, type ReactNode, useContext } from "react";
import { type Break, type ChainState, chainState } from "../trail/chain-state.ts";
import { Line } from "../trail/line.tsx";
import { useKept } from "./kept-check.ts";

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

const useChainState = ({ newest, oldest }: Entries): ChainState => chainState(useContext(Found), newest, oldest);

/** The line beside a row as this browser knows the chain: cut where it breaks, dotted where nothing can be judged. */
export function Chain(entries: Entries) {
  return <Line state={useChainState(entries)} />;
}

/** The same in words, at the end of the row. */
export function ChainWord(entries: Entries) {
  const say = useSay();
  const state = useChainState(entries);
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
