"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { certificateForm } from "../review/approval.ts";
import { useKeys } from "./keymap.tsx";

/**
 * Reads the page again every two seconds while checks run or a signature waits for the notary; `n` goes to what waits
 * next where that is known, else to the inbox; `e` takes the certificate along, where there is one.
 */
export function Watch({ running, next = null }: { running: boolean; next?: string | null }) {
  const router = useRouter();
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => router.refresh(), 2_000);
    return () => clearInterval(timer);
  }, [running, router]);
  useKeys({
    n: () => router.push(next ?? "/inbox"),
    e: () => {
      const form = document.getElementById(certificateForm);
      if (form instanceof HTMLFormElement) form.requestSubmit();
    },
  });
  return null;
}
