"use client";

import type { SavedView } from "@countersign/domain";
import { buttonClass, fieldClass, Icon } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import Link from "next/link";
import { ProblemNote } from "./problem.tsx";
import { useAct } from "./use-act.ts";

const save = async (view: { page: SavedView["page"]; name: string; selection: string | null }): Promise<unknown> =>
  (await import("./api.ts")).client.saveView.mutate(view);

/** Selections that this person has named, and the way to name the one that is shown. `selection`: empty where nothing is narrowed. */
export function SavedViews({
  page,
  path,
  selection,
  views,
}: {
  page: SavedView["page"];
  path: string;
  selection: string;
  views: SavedView[];
}) {
  const { run, busy, problem } = useAct();
  const say = useSay();
  const shown = views.find((view) => view.selection === selection);
  if (views.length === 0 && selection === "") return null;
  return (
    <nav aria-label={say("Saved views")} className="mt-3 flex flex-wrap items-center gap-2 text-[14px]">
      {views.map((view) => (
        <span key={view.name} className="inline-flex items-center rounded border border-hair bg-surface">
          <Link
            href={`${path}?${view.selection}`}
            prefetch={false}
            aria-current={view === shown ? "page" : undefined}
            className="inline-flex min-h-8 items-center pr-1 pl-2.5 hover:underline aria-[current]:font-[650] aria-[current]:text-accent max-sm:min-h-11"
          >
            {view.name}
          </Link>
          <button
            type="button"
            aria-label={say("Forget the view {name}", { name: view.name })}
            aria-disabled={busy}
            className="grid size-8 cursor-pointer place-items-center text-muted hover:text-ink max-sm:size-11"
            onClick={() => void run(() => save({ page, name: view.name, selection: null }))}
          >
            <Icon name="cross" className="size-3.5" />
          </button>
        </span>
      ))}
      {selection !== "" && !shown && (
        <details>
          <summary className="inline-flex min-h-8 items-center text-accent underline underline-offset-2">
            {say("Save this view")}
          </summary>
          <form
            className="mt-1 flex flex-wrap items-end gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              const name = String(new FormData(event.currentTarget).get("name")).trim();
              void run(() => save({ page, name, selection }));
            }}
          >
            <label>
              <span className="mb-1 block text-[13px] font-[550]">{say("Its name")}</span>
              <input name="name" required maxLength={60} autoComplete="off" className={fieldClass} />
            </label>
            <button type="submit" aria-disabled={busy} className={buttonClass()}>
              {say("Save")}
            </button>
          </form>
        </details>
      )}
      <ProblemNote problem={problem} />
    </nav>
  );
}
