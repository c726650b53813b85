"use client";

import { fieldClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { useId, useState } from "react";
import { useSearch } from "./use-search.ts";

/** What a page of a model, a version or a policy is named by. */
const nameOf = (href: string): string | null => {
  const [, key, number] = /^\/(?:models|policies)\/([^/?]+)(?:\/versions\/(\d+))?$/.exec(href) ?? [];
  return key === undefined ? null : number === undefined ? key : `${key}/${number}`;
};

/** What the trail is narrowed to, by name: models, versions and policies that the reader may see are offered while they type. */
export function StreamField({ value }: { value: string }) {
  const say = useSay();
  const list = useId();
  const [typed, setTyped] = useState("");
  const { found } = useSearch(typed.includes(":") ? "" : typed);
  return (
    <label className="block min-w-48 flex-1">
      <span className="mb-1 block text-[13px] font-[550]">{say("Model, version or policy")}</span>
      <input
        name="stream"
        list={list}
        defaultValue={value}
        onChange={(event) => setTyped(event.currentTarget.value)}
        placeholder={say("such as credit-pd or credit-pd/2")}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        className={fieldClass}
      />
      <datalist id={list}>
        {found.map(({ href, title }) => {
          const name = nameOf(href);
          return name === null ? null : (
            <option key={href} value={name}>
              {title}
            </option>
          );
        })}
      </datalist>
    </label>
  );
}
