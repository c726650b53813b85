"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page again every two seconds while checks run; `n` goes back to what waits next. */
export function Watch({ running }: { running: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => router.refresh(), 2_000);
    return () => clearInterval(timer);
  }, [running, router]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key === "n" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) router.push("/inbox");
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [router]);
  return null;
}
