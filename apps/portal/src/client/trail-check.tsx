"use client";

import { buttonClass, Icon, Moment } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import type { Say } from "@countersign/words";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import type { Answer, Ask } from "../trail/log-check.ts";
import { useTold } from "./full-say.ts";
import { keep, type Kept, useKept } from "./kept-check.ts";

type Running = { done: number; size: number } | null;

const seconds = (say: Say, ms: number): string =>
  `${(ms / 1000).toLocaleString(say.locale, { maximumFractionDigits: 1 })} s`;
const strong = (inside: React.ReactNode) => <strong className="font-[650]">{inside}</strong>;
const quiet = (inside: React.ReactNode) => <span className="text-ink-2">{inside}</span>;

/** The signed state of the trail, and its verification by this browser: every byte that the reader may have, every hash, every signed root. */
export function TrailCheck({
  origin,
  vkey,
  signed,
}: {
  origin: string;
  /** The key that this instance says is its log's. */
  vkey: string;
  signed: { size: number; at: string };
}) {
  const say = useSay();
  const kept = useKept(origin);
  const [running, setRunning] = useState<Running>(null);
  const [unreachable, setUnreachable] = useState(false);
  const worker = useRef<Worker | null>(null);
  const stop = (): void => {
    worker.current?.terminate();
    worker.current = null;
    setRunning(null);
  };
  useEffect(() => () => worker.current?.terminate(), []);

  const verify = (): void => {
    stop();
    setUnreachable(false);
    // The key that was met first is the key: another one would have to be explained by whoever runs the log.
    const key = kept?.vkey ?? vkey;
    const verified = kept?.verified ?? null;
    const started = new Worker(new URL("../trail/log-worker.ts", import.meta.url), { type: "module" });
    worker.current = started;
    setRunning({ done: 0, size: signed.size });
    started.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if (data.kind === "progress") return setRunning({ done: data.done, size: data.size });
      stop();
      if (data.kind === "unreachable") return setUnreachable(true);
      const at = new Date().toISOString();
      const { outcome, ms } = data;
      if (outcome.ok) {
        const { size, root, read } = outcome;
        keep(origin, { vkey: key, verified: { size, root, at, ms, read }, broken: null });
      } else keep(origin, { vkey: key, verified, broken: { ...outcome, foundAt: at } });
    });
    started.addEventListener("error", () => {
      stop();
      setUnreachable(true);
    });
    const ask: Ask = { vkey: key, before: verified && { size: verified.size, root: verified.root } };
    started.postMessage(ask);
  };

  const otherKey = kept !== null && kept.vkey !== vkey;
  const { verified = null, broken = null } = kept ?? {};
  const again = (
    <button type="button" className={buttonClass(verified || broken ? "plain" : "primary")} onClick={verify}>
      {verified || broken ? say("Verify again") : say("Verify in this browser")}
    </button>
  );
  if (running)
    return (
      <Box tone="plain">
        <div className="min-w-0 grow">
          <label className="block font-[650]" htmlFor="trail-check">
            {say("Verifying {n} of {of} entries", { n: say.count(running.done), of: say.count(running.size) })}
          </label>
          <progress
            id="trail-check"
            className="mt-2 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
            value={running.done}
            max={Math.max(1, running.size)}
          />
        </div>
        <button type="button" className={buttonClass()} onClick={stop}>
          {say("Cancel")}
        </button>
      </Box>
    );
  if (broken) return <Broken broken={broken} origin={origin} again={again} />;
  return (
    <Box tone={otherKey || unreachable ? "fail" : "plain"}>
      <div className="min-w-0 grow basis-0 max-sm:basis-full" role={otherKey || unreachable ? "alert" : "status"}>
        {verified ? (
          <p>
            <Icon name="check" className="mr-1.5 size-4 text-ok" />
            {say.rich("<b>Verified in this browser to #{n}</b> <quiet>{moment}, in {time}</quiet>", {
              n: say.count(verified.size - 1),
              moment: <Moment iso={verified.at} />,
              time: seconds(say, verified.ms),
              b: strong,
              quiet,
            })}
          </p>
        ) : (
          <p>
            {say.rich("<b>Signed to #{n}</b> <quiet>by the notary, {moment}</quiet>", {
              n: say.count(signed.size - 1),
              moment: <Moment iso={signed.at} />,
              b: strong,
              quiet,
            })}
          </p>
        )}
        <p className="mt-0.5 max-w-[76ch] text-[14px] text-ink-2">
          {unreachable
            ? say("The log could not be read to its end, so nothing is said of it. Try again in a moment.")
            : otherKey
              ? say(
                  "This instance names another key of its log than the one this browser knows. Ask whoever runs it why before you believe either.",
                )
              : verified
                ? verifiedText(say, verified, signed.size)
                : say(
                    "This browser has not verified it yet: it hashes every entry and joins them to the roots that the notary signed.",
                  )}{" "}
          <Link className="link" href="/verify">
            {say("Check it without us")}
          </Link>
        </p>
      </div>
      {again}
    </Box>
  );
}

/** What was hashed, and how many signed entries have come since. */
function verifiedText(say: Say, { read, size }: { read: number; size: number }, signed: number): string {
  const hashed =
    read === size
      ? say("Every entry was hashed from its own bytes, and joined to the roots that the notary signed.")
      : say(
          "{n} entries were hashed from their own bytes, {others} that you may not read stand by their hash, and joined to the roots that the notary signed.",
          { n: say.count(read), others: say.count(size - read) },
        );
  const newer = signed - size;
  return newer > 0
    ? `${hashed} ${say("{n, plural, one {# newer entry is} other {# newer entries are}} signed.", { n: newer })}`
    : hashed;
}

function Broken({
  broken,
  origin,
  again,
}: {
  broken: NonNullable<Kept["broken"]>;
  origin: string;
  again: React.ReactNode;
}) {
  const say = useSay();
  const { detail, ...found } = broken;
  const { at, intact, hashes, foundAt } = found;
  const problem = useTold(detail, found.problem) ?? "…";
  const save = (): void => {
    // It stays English, as every record.
    const saved = { format: "countersign-discrepancy", version: 1, log: origin, ...found };
    const url = URL.createObjectURL(new Blob([`${JSON.stringify(saved, null, 2)}\n`], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `discrepancy-${origin}.json`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Box tone="broken">
      <div className="min-w-0 grow" role="alert">
        <h2 className="font-serif text-[18px] font-[600]">
          {at === null ? say("This trail does not hold") : say("Broken at #{n}", { n: say.count(at) })}
        </h2>
        <p className="mt-0.5 max-w-[76ch]">
          {at === null ? `${problem}.` : say("Entry #{n}: {problem}.", { n: say.count(at), problem })}{" "}
          {intact > 0 && `${say("Entries #0 to #{n} are as they were signed.", { n: say.count(intact - 1) })} `}
          {strong(
            intact > 0
              ? say("Nothing from #{n} on can be trusted from this copy.", { n: say.count(intact) })
              : say("Nothing of it can be trusted from this copy."),
          )}{" "}
          {say("A hash shows that something was changed, not by whom or what stood there.")}
        </p>
        {hashes && (
          <dl className="mt-2 grid max-w-[76ch] gap-x-4 sm:grid-cols-[max-content_minmax(0,1fr)] text-[14px]">
            <dt className="text-ink-2">{say("Hash of these bytes")}</dt>
            <dd className="font-mono break-all">{hashes.ofBytes}</dd>
            <dt className="text-ink-2">{say("Hash in the tree")}</dt>
            <dd className="font-mono break-all">{hashes.inTree}</dd>
          </dl>
        )}
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <button type="button" className={buttonClass()} onClick={save}>
            {say("Save this discrepancy")}
          </button>
          {at !== null && (
            <Link className={buttonClass()} href={`/audit?before=${at + 3}`} prefetch={false}>
              {say("Entries around it")}
            </Link>
          )}
          {again}
          <span className="text-[14px] text-ink-2">
            {say.rich("Checked in this browser, {moment}.", { moment: <Moment iso={foundAt} /> })}{" "}
            {say("Evidence bundles and receipts taken before hold a true copy.")}
          </span>
        </div>
      </div>
    </Box>
  );
}

const boxes = {
  plain: "border-l-4 border-hair border-l-accent bg-canvas",
  fail: "border-l-4 border-fail bg-fail-tint",
  // The chain's line, cut.
  broken: "border-l-[5px] border-fail bg-fail-tint [border-left-style:dashed]",
};

function Box({ tone, children }: { tone: keyof typeof boxes; children: React.ReactNode }) {
  const say = useSay();
  return (
    <section
      aria-label={say("Verification of the trail")}
      className={`mt-4 flex min-h-[92px] flex-wrap items-start gap-3 border px-4 py-3 ${boxes[tone]}`}
    >
      {children}
    </section>
  );
}
