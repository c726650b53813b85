import "server-only";
import type { Preferences } from "@countersign/domain";
import { readEnv } from "../env.ts";

const yearSeconds = 365 * 86_400;

/**
 * The cookies from which pages take their language and zone, before they know whose they are; what is not chosen is taken back.
 * They name no one and open nothing.
 */
export function preferenceCookies({ language, zone }: Pick<Preferences, "language" | "zone">): string[] {
  const secure = readEnv().portalUrl.startsWith("https:") ? "; Secure" : "";
  return Object.entries({ language, zone }).map(([name, value]) => {
    const age = value === null ? 0 : yearSeconds;
    return `${name}=${encodeURIComponent(value ?? "")}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly${secure}`;
  });
}
