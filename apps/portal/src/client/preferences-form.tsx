"use client";

import type { NoticeChoice, NoticeKind, Preferences } from "@countersign/domain";
import { buttonClass, fieldClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import { useState } from "react";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { useAct } from "./use-act.ts";

const kinds: Record<Exclude<NoticeKind, "security">, string> = {
  turn: msg("It is your turn"),
  due: msg("Your turn is due in two days, or late"),
  decision: msg("What you sent was decided"),
  condition: msg("A condition of yours ends"),
  answer: msg("An answer in a discussion where you wrote"),
  job: msg("A file you asked for is ready after more than a minute"),
};
const choices: [NoticeChoice, string][] = [
  ["at_once", msg("at once")],
  ["digest", msg("in the morning mail")],
  ["off", msg("no mail")],
];

/** How somebody is told things. `zones`: the names of the time zones that there are. */
export function PreferencesForm({ chosen, zones }: { chosen: Preferences; zones: string[] }) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  const [done, setDone] = useState(false);
  const save = async (form: FormData): Promise<void> => {
    const field = (name: string): string => String(form.get(name) ?? "");
    const asked = Object.keys(kinds).map((kind) => [kind, field(kind)]);
    const [from, to] = [field("from"), field("to")];
    const saved = await run(() =>
      client.preferences.mutate({
        language: field("language") || null,
        zone: field("zone").trim() || null,
        notices: { ...Object.fromEntries(asked), security: "at_once" },
        digest: form.get("digest") === "on",
        quiet: from === "" && to === "" ? null : { from, to },
      }),
    );
    setDone(saved);
  };
  return (
    <form
      className="grid max-w-[68ch] gap-4"
      onChange={() => setDone(false)}
      onSubmit={(event) => {
        event.preventDefault();
        void save(new FormData(event.currentTarget));
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <label className="block">
          <span className="mb-1 block font-[550]">{say("Language")}</span>
          <select name="language" className={fieldClass} defaultValue={chosen.language ?? ""}>
            <option value="">{say("As the browser asks")}</option>
            <option value="en" lang="en">
              {"English"}
            </option>
            <option value="de" lang="de">
              {"Deutsch"}
            </option>
          </select>
        </label>
        <label className="block">
          <span className="mb-1 block font-[550]">{say("Time zone")}</span>
          <input
            name="zone"
            list="zones"
            className={fieldClass}
            defaultValue={chosen.zone ?? ""}
            autoComplete="off"
            maxLength={64}
            placeholder="UTC"
          />
        </label>
        <datalist id="zones">
          {zones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </datalist>
      </div>
      <fieldset>
        <legend className="mb-1 font-[550]">{say("What is mailed to you")}</legend>
        {Object.entries(kinds).map(([kind, words]) => (
          <label
            key={kind}
            className="grid items-center gap-x-3 gap-y-1 border-b border-hair py-1.5 sm:grid-cols-[minmax(0,1fr)_190px]"
          >
            <span>{say(words)}</span>
            <select name={kind} className={fieldClass} defaultValue={chosen.notices[kind as NoticeKind]}>
              {choices.map(([choice, says]) => (
                <option key={choice} value={choice}>
                  {say(says)}
                </option>
              ))}
            </select>
          </label>
        ))}
        <p className="py-1.5 text-[14px] text-ink-2">
          {say(
            "What others do to your account, such as a role, a token, a new password, is always mailed, and at once.",
          )}
        </p>
        <label className="flex min-h-8 items-center gap-2 max-sm:min-h-11">
          <input type="checkbox" name="digest" className="size-5 shrink-0" defaultChecked={chosen.digest} />
          {say("A mail on weekdays at 08:00, where something waits for you")}
        </label>
      </fieldset>
      <fieldset>
        <legend className="mb-1 font-[550]">{say("Quiet hours")}</legend>
        <div className="flex flex-wrap items-center gap-3">
          <label className="flex items-center gap-2">
            {say("from")}
            <input type="time" name="from" className={fieldClass} defaultValue={chosen.quiet?.from ?? ""} />
          </label>
          <label className="flex items-center gap-2">
            {say("until")}
            <input type="time" name="to" className={fieldClass} defaultValue={chosen.quiet?.to ?? ""} />
          </label>
        </div>
        <p className="mt-1 text-[13px] text-muted">
          {say("In your time zone. What is held back comes when they end.")}
        </p>
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" aria-disabled={busy} className={buttonClass("primary")}>
          {say("Save")}
        </button>
        <span role="status" className="text-[14px] text-ink-2">
          {done && say("Saved.")}
        </span>
      </div>
      <ProblemNote problem={problem} />
    </form>
  );
}
