"use client";

import {
  computeTier,
  type Score,
  stricter,
  type TierAnswers,
  type TierCircumstance,
  tierCircumstanceNames,
  tierCircumstances,
  tierQuestionNames,
  tierQuestions,
} from "@countersign/domain/tiering";
import type { Tier } from "@countersign/domain";
import { buttonClass, fieldClass, TierMark } from "@countersign/ui";
import { useState } from "react";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { useAct } from "./use-act.ts";

const scores: [Score, string][] = [
  [0, "0 · negligible"],
  [1, "1 · low"],
  [2, "2 · medium"],
  [3, "3 · high"],
  [4, "4 · extreme"],
];
const scoreOf = (value: string): Score | undefined => scores.find(([score]) => String(score) === value)?.[0];

/** The questions of the tier with what the answers given so far lead to: the same computation that the server does. */
export function TierForm({
  modelId,
  tier,
  answers,
}: {
  modelId: string;
  tier: Tier | null;
  answers: TierAnswers | null;
}) {
  const { run, busy, problem } = useAct();
  const [given, setGiven] = useState<Partial<TierAnswers["scores"]>>(answers?.scores ?? {});
  const [circumstances, setCircumstances] = useState<TierCircumstance[]>(answers?.circumstances ?? []);
  const missing = tierQuestionNames.filter((name) => given[name] === undefined).length;
  const computed = missing > 0 ? null : computeTier({ scores: given as TierAnswers["scores"], circumstances });
  return (
    <details className="mt-3">
      <summary className="link text-accent underline underline-offset-2">
        {tier === null ? "Put it into a tier" : "Tier it anew"}
      </summary>
      <form
        className="mt-2 grid gap-3 border border-hair p-3"
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => client.inventory.tier.mutate({ modelId, answers: { scores: given, circumstances } }));
        }}
      >
        {tierQuestionNames.map((name) => (
          <label key={name} className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-[minmax(0,1fr)_170px]">
            <span>{tierQuestions[name].text}</span>
            <select
              className={fieldClass}
              required
              value={given[name] ?? ""}
              onChange={(event) => setGiven({ ...given, [name]: scoreOf(event.currentTarget.value) })}
            >
              <option value="">choose</option>
              {scores.map(([score, word]) => (
                <option key={score} value={score}>
                  {word}
                </option>
              ))}
            </select>
          </label>
        ))}
        <fieldset>
          <legend className="mb-1 font-[550]">Circumstances that set a floor</legend>
          {tierCircumstanceNames.map((name) => (
            <label key={name} className="flex min-h-9 items-center gap-2">
              <input
                type="checkbox"
                className="size-[18px] shrink-0 accent-(--accent)"
                checked={circumstances.includes(name)}
                onChange={({ currentTarget: { checked } }) =>
                  setCircumstances(
                    tierCircumstanceNames.filter((one) => (one === name ? checked : circumstances.includes(one))),
                  )
                }
              />
              {tierCircumstances[name]}
            </label>
          ))}
        </fieldset>
        <div aria-live="polite" className="border-t border-hair pt-2">
          {computed === null ? (
            <p className="text-muted">
              {missing} {missing === 1 ? "question is" : "questions are"} open.
            </p>
          ) : (
            <>
              <p className="flex flex-wrap items-center gap-2">
                These answers give <TierMark tier={computed.tier} />
                {follows(tier, computed.tier)}
              </p>
              <ul className="mt-1 text-[13px] text-muted">
                {computed.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </>
          )}
        </div>
        <p>
          <button type="submit" aria-disabled={busy} className={buttonClass("primary")}>
            {busy ? "Saving…" : "Set the tier"}
          </button>
        </p>
        <ProblemNote problem={problem} />
      </form>
    </details>
  );
}

/** What a change of tier does, before it is made. */
function follows(now: Tier | null, next: Tier): string {
  if (now === null) return "Reviews can begin.";
  if (now === next) return "It stays where it is.";
  const word = stricter(now, next) === next ? "stricter" : "lighter";
  return `It is ${word} than now: approvals whose policy does not cover it end at once.`;
}
