"use client";

import { buttonClass, fieldClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { TwoSteps } from "./two-steps.tsx";
import { useAct } from "./use-act.ts";

/** Defines an environment with the aliases that it protects. */
export function EnvironmentForm() {
  const say = useSay();
  const { run, busy, problem } = useAct();
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        const text = (name: string): string => String(given.get(name)).trim();
        const protects = text("protects")
          .split(/[\s,]+/)
          .filter(Boolean);
        void run(() => client.instance.defineEnvironment.mutate({ key: text("key"), title: text("title"), protects }));
      }}
    >
      <div className="flex flex-wrap items-end gap-3">
        {(
          [
            ["title", msg("Name"), "Production"],
            ["key", msg("Key, as CI names it"), "production"],
            ["protects", msg("Aliases it protects"), "champion"],
          ] as const
        ).map(([name, label, value]) => (
          <label key={name} className="block">
            <span className="mb-1 block text-[13px] font-[550]">{say(label)}</span>
            <input className={fieldClass} name={name} defaultValue={value} required />
          </label>
        ))}
        <button type="submit" aria-disabled={busy} className={buttonClass("primary")}>
          {say("Define it")}
        </button>
      </div>
      <ProblemNote problem={problem} />
    </form>
  );
}

/** Ends set-up; not before there are two administrators. */
export function GoLive({ ready }: { ready: boolean }) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  if (!ready) return <p className="text-[13px] text-muted">{say("First there have to be two administrators.")}</p>;
  return (
    <>
      <TwoSteps
        word={say("Go live")}
        of={say("with this instance")}
        says={say("Nothing leads back to set-up.")}
        busy={busy}
        onDo={() => void run(() => client.instance.goLive.mutate({}))}
      />
      <ProblemNote problem={problem} />
    </>
  );
}
