"use client";

import { buttonClass, fieldClass } from "@countersign/ui";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { TwoSteps } from "./two-steps.tsx";
import { useAct } from "./use-act.ts";

/** Defines an environment with the aliases that it protects. */
export function EnvironmentForm() {
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
            ["title", "Name", "Production"],
            ["key", "Key, as CI names it", "production"],
            ["protects", "Aliases it protects", "champion"],
          ] as const
        ).map(([name, label, value]) => (
          <label key={name} className="block">
            <span className="mb-1 block text-[13px] font-[550]">{label}</span>
            <input className={fieldClass} name={name} defaultValue={value} required />
          </label>
        ))}
        <button type="submit" aria-disabled={busy} className={buttonClass("primary")}>
          Define it
        </button>
      </div>
      <ProblemNote problem={problem} />
    </form>
  );
}

/** Ends set-up; not before there are two administrators. */
export function GoLive({ ready }: { ready: boolean }) {
  const { run, busy, problem } = useAct();
  if (!ready) return <p className="text-[13px] text-muted">First there have to be two administrators.</p>;
  return (
    <>
      <TwoSteps
        word="Go live"
        of="with this instance"
        says="Nothing leads back to set-up."
        busy={busy}
        onDo={() => void run(() => client.instance.goLive.mutate({}))}
      />
      <ProblemNote problem={problem} />
    </>
  );
}
