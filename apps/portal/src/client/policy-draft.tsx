"use client";

import type { PolicyDraft } from "@countersign/domain";
import { buttonClass, Chip, fieldClass, Note, Section } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Differences } from "../policy/differences.tsx";
import { DryRun } from "../policy/dry-run.tsx";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { useAct, useDraft } from "./use-act.ts";

type Tried = Extract<PolicyDraft, { ok: true }>;

/** A policy as YAML, of a key that there is or, as `new`, of none yet: tried on the reviews of the last year, and proposed only as exactly what was tried. */
export function PolicyDraftForm({ policyKey, source }: { policyKey: string; source: string }) {
  const say = useSay();
  const router = useRouter();
  const field = useRef<HTMLTextAreaElement>(null);
  const { run, busy, problem } = useAct();
  const [draft, keep] = useDraft(`policy:${policyKey}`);
  const [answer, setAnswer] = useState<{ of: string; is: PolicyDraft } | null>(null);
  const text = draft || source;
  const fresh = answer?.of === text ? answer.is : null;
  const tried = fresh?.ok ? fresh : null;
  const ask = (): Promise<boolean> =>
    run(async () => setAnswer({ of: text, is: await client.policy.draft.query({ source: text }) }));
  const propose = async (of: Tried): Promise<void> => {
    let number = 0;
    const document = of.document as unknown as Record<string, unknown>;
    const proposed = await run(async () => {
      const made = (await client.policy.publish.mutate({ document })) as { number: number };
      number = made.number;
    });
    if (!proposed) return;
    keep("");
    router.push(`/policies/${of.document.key}?revision=${number}`);
  };
  const goTo = (line: number): void => {
    const at =
      text
        .split("\n")
        .slice(0, line - 1)
        .join("\n").length + (line > 1 ? 1 : 0);
    field.current?.focus();
    field.current?.setSelectionRange(at, text.indexOf("\n", at) === -1 ? text.length : text.indexOf("\n", at));
  };
  const closed = tried === null;
  return (
    <div className="grid gap-6 xl:grid-cols-2">
      <div className="min-w-0">
        <label className="block">
          <span className="mb-1 block font-[550]">{say("The policy, as YAML")}</span>
          <textarea
            ref={field}
            className={`${fieldClass} min-h-[480px] font-mono text-[13px] leading-normal whitespace-pre`}
            rows={32}
            value={text}
            maxLength={200_000}
            spellCheck={false}
            onChange={(event) => keep(event.currentTarget.value)}
          />
        </label>
        <p className="mt-1 text-[13px] text-muted">
          {say("Kept in this window as you type. A document with another key makes another policy.")}
        </p>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <button type="button" className={buttonClass("primary")} aria-disabled={busy} onClick={() => void ask()}>
            {say(busy ? "Working…" : "Dry run")}
          </button>
          <button
            type="button"
            className={buttonClass("plain", closed)}
            aria-disabled={closed || busy}
            aria-describedby={closed ? "propose-why" : undefined}
            onClick={() => tried && void propose(tried)}
          >
            {say("Propose this revision")}
          </button>
          {draft && (
            <button type="button" className="link min-h-9 cursor-pointer" onClick={() => keep("")}>
              {say("Discard the draft")}
            </button>
          )}
        </div>
        {closed && (
          <p id="propose-why" className="mt-1 text-[13px] text-muted">
            {say("Proposing is closed until a dry run of exactly this text exists.")}
          </p>
        )}
        <ProblemNote problem={problem} />
      </div>
      <div className="min-w-0" aria-live="polite" aria-busy={busy}>
        {answer && !fresh && (
          <Note tone="warn" title={say("The text has changed since the dry run.")}>
            {say("Run it again: what stands below is about the text before.")}
          </Note>
        )}
        {answer && !answer.is.ok && (
          <Section
            id="problems"
            folio="!"
            title={say("What is wrong")}
            summary={say("{n} in all", { n: answer.is.problems.length })}
          >
            <ul className="grid gap-1.5">
              {answer.is.problems.map(({ line, path, text: says }) => (
                <li key={`${path}${says}`}>
                  {line !== null && (
                    <button type="button" className="link cursor-pointer" onClick={() => goTo(line)}>
                      {say("Line {n}", { n: line })}
                    </button>
                  )}{" "}
                  {path && <code className="font-mono text-[13px]">{path}</code>} {says}
                </li>
              ))}
            </ul>
          </Section>
        )}
        {answer?.is.ok && (
          <>
            <Section
              id="dry-run"
              folio="1"
              title={say("Dry run")}
              summary={answer.is.dryRun.decided.differ.length === 0 ? say("nothing decided would differ") : ""}
            >
              <DryRun dryRun={answer.is.dryRun} />
            </Section>
            <Section
              id="differences"
              folio="2"
              title={
                answer.is.differences
                  ? say("Against revision {n}", { n: answer.is.differences.against })
                  : say("A new policy")
              }
            >
              {answer.is.differences && answer.is.document.key !== policyKey && (
                <div className="mb-3">
                  <Note tone="warn" title={say("{key} is a policy already.", { key: answer.is.document.key })}>
                    {say("What is proposed is its next revision.")}
                  </Note>
                </div>
              )}
              {answer.is.differences ? (
                <Differences differences={answer.is.differences} now={say("The draft")} />
              ) : (
                <p>
                  {say.rich("No revision of {key} is in force.", {
                    key: <Chip tone="draft">{answer.is.document.key}</Chip>,
                  })}
                </p>
              )}
            </Section>
          </>
        )}
        {!answer && (
          <p className="max-w-[52ch] text-ink-2 xl:mt-7">
            {say(
              "A dry run tells which decisions of the last year this text would have judged otherwise, and why. It changes nothing.",
            )}
          </p>
        )}
      </div>
    </div>
  );
}
