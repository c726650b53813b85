"use client";

import { Icon } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { useState } from "react";

/** A place to drop a file, and the browser's own file field for everybody else. */
export function Drop({ onFile }: { onFile(file: File): void }) {
  const [over, setOver] = useState(false);
  const say = useSay();
  const take = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file) onFile(file);
  };
  return (
    <div
      className={`mt-5 border-2 border-dashed px-5 py-9 text-center ${over ? "border-accent bg-accent-tint" : "border-control bg-surface"}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Icon name="upload" className="size-7 text-accent" />
      <p className="mt-2 font-serif text-[18px]">
        {say.rich("<b>Drop an evidence bundle here</b>, or choose one", {
          b: (inside) => <b className="font-[600]">{inside}</b>,
        })}
      </p>
      <label className="mx-auto mt-3 block w-fit max-w-full min-w-0">
        <span className="sr-only">{say("Evidence bundle")}</span>
        <input
          type="file"
          accept=".zip,application/zip"
          className="max-w-full min-w-0 text-[14px] file:mr-3 file:min-h-9 file:cursor-pointer file:rounded file:border file:border-accent file:bg-accent file:px-3 file:py-1 file:text-[15px] file:font-[550] file:text-on-accent max-sm:file:min-h-11"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = "";
          }}
        />
      </label>
      <p className="mt-3 text-[13px] text-muted">{say("A .zip of at most 256 MB. It stays on this machine.")}</p>
    </div>
  );
}
