"use client";

import type { News } from "@countersign/domain";
import { useSay } from "@countersign/ui/say";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

const heardHere = new EventTarget();

/** After the page is there: what happens meanwhile is told from where it was read. */
const startMs = 2_000;
/** So long a page that somebody has just changed may take to be read again, before it counts as changed by others. */
const ownMs = 2_500;

const firstWaitMs = 15_000;
const longestWaitMs = 10 * 60_000;

let startedFor: string | null = null;

/**
 * One stream for all windows of a browser: the first opens it and passes on what it hears; when it is closed, the next does.
 * `lastEvent`: outbox id at which this page was read.
 */
function start(you: string, lastEvent: number): void {
  if (startedFor === you) return;
  startedFor = you;
  const name = `countersign-${you}`;
  const channel = new BroadcastChannel(name);
  const hear = (news: News): void => {
    if (startedFor === you) heardHere.dispatchEvent(new CustomEvent("news", { detail: news }));
  };
  channel.addEventListener("message", (event: MessageEvent<News>) => hear(event.data));
  const open = async (): Promise<void> => {
    const { stream } = await import("./stream.ts");
    let after = lastEvent;
    // A stream that could not go on is asked for again, more and more seldom; one that the server ended is not.
    for (let wait = firstWaitMs; startedFor === you; wait = Math.min(2 * wait, longestWaitMs)) {
      const ended = await stream(after, (news) => {
        after = news.to;
        wait = firstWaitMs;
        hear(news);
        channel.postMessage(news);
      });
      if (ended) return;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  };
  setTimeout(() => {
    if (!("locks" in navigator)) return void open().catch(() => {});
    navigator.locks.request(name, open).catch(() => {});
  }, startMs);
}

/** Hears what happens, as it is told to this browser. */
export function useNews(heard: (news: News) => void): void {
  useEffect(() => {
    const listener = (event: Event): void => heard((event as CustomEvent<News>).detail);
    heardHere.addEventListener("news", listener);
    return () => heardHere.removeEventListener("news", listener);
  });
}

/** Keeps this browser told of what happens. */
export function Live({ you, lastEvent }: { you: string; lastEvent: number }) {
  useEffect(() => start(you, lastEvent), [you, lastEvent]);
  return null;
}

/** How far the trail is signed, as it grows. */
export function SignedTo({ signed }: { signed: number }) {
  const say = useSay();
  const [newer, setNewer] = useState(0);
  useNews((news) => setNewer(news.signed));
  return <>#{say.count(Math.max(signed, newer) - 1)}</>;
}

/**
 * Says that something of a page has changed since it was read, and reads it again when asked: nothing moves under a pointer.
 * `of`: streams, or beginnings of streams that end with a colon.
 */
export function Changed({ of, lastEvent, says }: { of: string[] | "all"; lastEvent: number; says: string }) {
  const say = useSay();
  const router = useRouter();
  const [to, setTo] = useState(0);
  const [waited, setWaited] = useState(0);
  useNews((news) => {
    const concerns = (stream: string): boolean =>
      of === "all" || of.some((part) => (part.endsWith(":") ? stream.startsWith(part) : stream === part));
    if (news.streams === "all" || news.streams.some(concerns)) setTo(news.to);
  });
  useEffect(() => {
    const timer = setTimeout(() => setWaited(to), ownMs);
    return () => clearTimeout(timer);
  }, [to]);
  // The place that announces stands in the page from the beginning: what comes into it later is read out.
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-[62px] z-20 flex justify-center px-4">
      {waited > lastEvent && (
        <p className="pointer-events-auto flex items-center gap-3 rounded-full border border-accent bg-surface py-1 pr-1 pl-4 shadow-lg">
          {says}
          <button
            type="button"
            className="min-h-8 cursor-pointer rounded-full bg-accent px-3.5 font-[550] text-on-accent hover:bg-accent-strong max-sm:min-h-11"
            onClick={() => router.refresh()}
          >
            {say("Show")}
          </button>
        </p>
      )}
    </div>
  );
}
