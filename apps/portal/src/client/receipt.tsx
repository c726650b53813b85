"use client";

import type { ReviewView, SignatureView } from "@countersign/domain";
import { actWord, HatchedMark, Moment, Rosette } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { environmentInside } from "../model/names.ts";
import { WaitingFor } from "./signed.tsx";

/**
 * What somebody signed, at once: the act, the record, its time, its entry in the log, and whom it waits for now. `arrives`: it
 * was signed on this page, so the focus goes to it. In practice what is told of the decision takes it.
 */
export function Receipt({
  view,
  signature,
  arrives,
}: {
  view: ReviewView;
  signature: SignatureView;
  arrives: boolean;
}) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  const takesFocus = arrives && !view.practice;
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <div className="grid gap-2">
      <div className="flex gap-2">
        {view.practice ? <HatchedMark className="size-7" /> : <Rosette state="valid" className="size-7" />}
        <div className="min-w-0">
          <h3 ref={heading} tabIndex={-1} className="font-[650]">
            {say(actWord(signature))}
          </h3>
          <Moment iso={signature.signedAt} />
        </div>
      </div>
      {!view.practice && (
        <dl className="grid grid-cols-[84px_minmax(0,1fr)] gap-x-3 gap-y-1 text-[14px] [&_dt]:text-muted">
          <dt>{say("You signed")}</dt>
          <dd>
            {say.rich("{model}, version {version}, for {environment} · evidence {digest}", {
              model: view.model.title,
              version: view.version.number,
              environment: environmentInside(say, view.environment.title),
              digest: <code className="font-mono">{signature.evidenceSha256.slice(0, 12)}…</code>,
            })}
          </dd>
          <dt>{say("Recorded")}</dt>
          <dd>
            {signature.recordedAs === null
              ? say("not yet: it waits for the notary")
              : say.rich("<link>as entry #{n}</link>, with its receipt to save", {
                  n: say.count(signature.recordedAs),
                  link: (inside) => (
                    <Link className="link" href={`/audit/${signature.recordedAs}`} prefetch={false}>
                      {inside}
                    </Link>
                  ),
                })}
          </dd>
        </dl>
      )}
      <WaitingFor view={view} />
    </div>
  );
}
