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
import { useSay } from "@countersign/ui/say";
import { msg, type Say } from "@countersign/words";
import { useState } from "react";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { useAct } from "./use-act.ts";

const scores: [Score, string][] = [
  [0, msg("0 · negligible")],
  [1, msg("1 · low")],
  [2, msg("2 · medium")],
  [3, msg("3 · high")],
  [4, msg("4 · extreme")],
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
  const say = useSay();
  const { run, busy, problem } = useAct();
  const [given, setGiven] = useState<Partial<TierAnswers["scores"]>>(answers?.scores ?? {});
  const [circumstances, setCircumstances] = useState<TierCircumstance[]>(answers?.circumstances ?? []);
  const missing = tierQuestionNames.filter((name) => given[name] === undefined).length;
  const computed = missing > 0 ? null : computeTier({ scores: given as TierAnswers["scores"], circumstances }, say);
  return (
    <details className="mt-3">
      <summary className="link text-accent underline underline-offset-2">
        {say(tier === null ? "Put it into a tier" : "Tier it anew")}
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
            <span>{say(tierQuestions[name].text)}</span>
            <select
              className={fieldClass}
              required
              value={given[name] ?? ""}
              onChange={(event) => setGiven({ ...given, [name]: scoreOf(event.currentTarget.value) })}
            >
              <option value="">{say("choose")}</option>
              {scores.map(([score, word]) => (
                <option key={score} value={score}>
                  {say(word)}
                </option>
              ))}
            </select>
          </label>
        ))}
        <fieldset>
          <legend className="mb-1 font-[550]">{say("Circumstances that set a floor")}</legend>
          {tierCircumstanceNames.map((name) => (
            <label key={name} className="flex min-h-9 items-center gap-2">
              <input
                type="checkbox"
                className="size-[18px] shrink-0"
                checked={circumstances.includes(name)}
                onChange={({ currentTarget: { checked } }) =>
                  setCircumstances(
                    tierCircumstanceNames.filter((one) => (one === name ? checked : circumstances.includes(one))),
                  )
                }
              />
              {say(tierCircumstances[name])}
            </label>
          ))}
        </fieldset>
        <div aria-live="polite" className="border-t border-hair pt-2">
          {computed === null ? (
            <p className="text-muted">
              {say("{n, plural, one {# question is open.} other {# questions are open.}}", { n: missing })}
            </p>
          ) : (
            <>
              <p className="flex flex-wrap items-center gap-2">
                {say.rich("These answers give {tier}", { tier: <TierMark tier={computed.tier} /> })}{" "}
                {follows(say, tier, computed.tier)}
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
            {say(busy ? "Saving…" : "Set the tier")}
          </button>
        </p>
        <ProblemNote problem={problem} />
      </form>
    </details>
  );
}

/** What a change of tier does, before it is made. */
function follows(say: Say, now: Tier | null, next: Tier): string {
  if (now === null) return say("Reviews can begin.");
  if (now === next) return say("It stays where it is.");
  return say(
    stricter(now, next) === next
      ? "It is stricter than now: approvals whose policy does not cover it end at once."
      : "It is lighter than now: approvals whose policy does not cover it end at once.",
  );
}
