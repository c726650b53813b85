import type { Prepared } from "../seed/prepare.ts";

/** Where to go, who signs in with what, one line to try. */
export function announce(at: Prepared & { portal: string; gateway: string; vkey: string; seconds: number }): string {
  return [
    "",
    `Countersign is ready (${at.seconds.toFixed(0)} s).`,
    `  Portal   ${at.portal}`,
    `  Gateway  ${at.gateway}   (OpenAPI: /v1/openapi.json)`,
    `  Log key  ${at.vkey}`,
    ...(at.setUpUrl ? [`  First    open ${at.setUpUrl} to become the first administrator (one use, 24 hours)`] : []),
    ...(at.people.length > 0
      ? [
          "  Sign in as",
          ...at.people.map(
            (person) =>
              `    ${person.email.padEnd(38)} ${person.password.padEnd(22)} ${person.name}, ${person.roles.join(", ").replaceAll("_", " ")}`,
          ),
        ]
      : []),
    ...(at.people.length > 0
      ? [`  Verify   ${at.portal}/verify   (has an evidence bundle to try, and a copy that was changed)`]
      : []),
    ...(at.operatorToken
      ? [
          `  Try      COUNTERSIGN_URL=${at.gateway} COUNTERSIGN_TOKEN=${at.operatorToken} npx -y pnpm@12 -s countersign gate credit-pd@champion --env production`,
        ]
      : []),
    "  All processes share one operating-system user here, so the notary's key is not protected from the others (SECURITY.md).",
    "  Ctrl-C ends everything; the data stays.",
  ].join("\n");
}
