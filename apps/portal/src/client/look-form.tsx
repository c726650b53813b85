"use client";

import { fieldClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import { keepLook, type LookName } from "./look.ts";

const choices: { name: LookName; title: string; options: [string, string][] }[] = [
  {
    name: "theme",
    title: msg("Colours"),
    options: [
      ["", msg("As the system has it")],
      ["light", msg("Light")],
      ["dark", msg("Dark")],
    ],
  },
  {
    name: "density",
    title: msg("Rows of lists"),
    options: [
      ["", msg("As usual")],
      ["compact", msg("Close together")],
      ["wide", msg("Far apart")],
    ],
  },
];

/** How pages look in this browser; each choice shows at once. */
export function LookForm({ chosen }: { chosen: Record<LookName, string> }) {
  const say = useSay();
  return (
    <div className="grid max-w-[68ch] gap-4 sm:grid-cols-2">
      {choices.map(({ name, title, options }) => (
        <label key={name} className="block">
          <span className="mb-1 block font-[550]">{say(title)}</span>
          <select
            className={fieldClass}
            defaultValue={chosen[name]}
            onChange={(event) => keepLook(name, event.currentTarget.value || null)}
          >
            {options.map(([value, says]) => (
              <option key={value} value={value}>
                {say(says)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
