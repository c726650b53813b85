"use client";

import type { Before, LogBreak } from "@countersign/verifier";
import { buttonClass, Icon, Moment } from "@countersign/ui";
import Link from "next/link";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Answer, Ask } from "../trail/log-check.ts";

/** What this browser keeps of its last verification: the next has to begin with the same entries, under the same key. */
interface Kept {
  vkey: string;
  verified: (Before & { at: string; ms: number; read: number }) | null;
  broken: (LogBreak & { foundAt: string }) | null;
}
type Running = { done: number; size: number } | null;

const changed = new EventTarget();
const listen = (heard: () => void): (() => void) => {
  changed.addEventListener("change", heard);
  return () => changed.removeEventListener("change", heard);
};
const number = (n: number): string => n.toLocaleString("en");
const seconds = (ms: number): string => `${(ms / 1000).toLocaleString("en", { maximumFractionDigits: 1 })} s`;

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
  const place = `countersign-log:${origin}`;
  const text = useSyncExternalStore(
    listen,
    () => localStorage.getItem(place),
    () => null,
  );
  const kept = text === null ? null : (JSON.parse(text) as Kept);
  const keep = (next: Kept): void => {
    localStorage.setItem(place, JSON.stringify(next));
    changed.dispatchEvent(new Event("change"));
  };
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
        keep({ vkey: key, verified: { size, root, at, ms, read }, broken: null });
      } else keep({ vkey: key, verified, broken: { ...outcome, foundAt: at } });
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
      {verified || broken ? "Verify again" : "Verify in this browser"}
    </button>
  );
  if (running)
    return (
      <Box tone="plain">
        <div className="min-w-0 grow">
          <label className="block font-[650]" htmlFor="trail-check">
            Verifying {number(running.done)} of {number(running.size)} entries
          </label>
          <progress
            id="trail-check"
            className="mt-2 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
            value={running.done}
            max={Math.max(1, running.size)}
          />
        </div>
        <button type="button" className={buttonClass()} onClick={stop}>
          Cancel
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
            <strong className="font-[650]">Verified in this browser to #{number(verified.size - 1)}</strong>{" "}
            <span className="text-ink-2">
              <Moment iso={verified.at} />, in {seconds(verified.ms)}
            </span>
          </p>
        ) : (
          <p>
            <strong className="font-[650]">Signed to #{number(signed.size - 1)}</strong>{" "}
            <span className="text-ink-2">
              by the notary, <Moment iso={signed.at} />
            </span>
          </p>
        )}
        <p className="mt-0.5 max-w-[76ch] text-[14px] text-ink-2">
          {unreachable
            ? "The log could not be read to its end, so nothing is said of it. Try again in a moment."
            : otherKey
              ? "This instance names another key of its log than the one this browser knows. Ask whoever runs it why before you believe either."
              : verified
                ? `${verified.read === verified.size ? "Every entry was hashed from its own bytes" : `${number(verified.read)} entries were hashed from their own bytes, ${number(verified.size - verified.read)} that you may not read stand by their hash`}, and joined to the roots that the notary signed.${signed.size > verified.size ? ` ${number(signed.size - verified.size)} newer ${signed.size - verified.size === 1 ? "entry is" : "entries are"} signed.` : ""}`
                : "This browser has not verified it yet: it hashes every entry and joins them to the roots that the notary signed."}{" "}
          <Link className="link" href="/verify">
            Check it without us
          </Link>
        </p>
      </div>
      {again}
    </Box>
  );
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
  const { at, intact, problem, hashes, foundAt } = broken;
  const save = (): void => {
    const found = { format: "countersign-discrepancy", version: 1, log: origin, ...broken };
    const url = URL.createObjectURL(new Blob([`${JSON.stringify(found, null, 2)}\n`], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `discrepancy-${origin}.json`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Box tone="fail">
      <div className="min-w-0 grow" role="alert">
        <h2 className="font-serif text-[18px] font-[600]">
          {at === null ? "This trail does not hold" : `Broken at #${number(at)}`}
        </h2>
        <p className="mt-0.5 max-w-[76ch]">
          {at === null ? "" : `Entry #${number(at)}: `}
          {problem}. {intact > 0 && `Entries #0 to #${number(intact - 1)} are as they were signed. `}
          <strong className="font-[650]">
            {intact > 0 ? `Nothing from #${number(intact)} on` : "Nothing of it"} can be trusted from this copy.
          </strong>{" "}
          A hash shows that something was changed, not by whom or what stood there.
        </p>
        {hashes && (
          <dl className="mt-2 grid max-w-[76ch] grid-cols-[max-content_minmax(0,1fr)] gap-x-4 text-[14px]">
            <dt className="text-ink-2">Hash of these bytes</dt>
            <dd className="font-mono break-all">{hashes.ofBytes}</dd>
            <dt className="text-ink-2">Hash in the tree</dt>
            <dd className="font-mono break-all">{hashes.inTree}</dd>
          </dl>
        )}
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <button type="button" className={buttonClass()} onClick={save}>
            Save this discrepancy
          </button>
          {at !== null && (
            <Link className={buttonClass()} href={`/audit?before=${at + 3}`} prefetch={false}>
              Entries around it
            </Link>
          )}
          {again}
          <span className="text-[14px] text-ink-2">
            Checked in this browser, <Moment iso={foundAt} />. Evidence bundles and receipts taken before hold a true
            copy.
          </span>
        </div>
      </div>
    </Box>
  );
}

function Box({ tone, children }: { tone: "plain" | "fail"; children: React.ReactNode }) {
  return (
    <section
      aria-label="Verification of the trail"
      className={`mt-4 flex min-h-[92px] flex-wrap items-start gap-3 border border-l-4 px-4 py-3 ${tone === "fail" ? "border-fail bg-fail-tint" : "border-hair border-l-accent bg-canvas"}`}
    >
      {children}
    </section>
  );
}
