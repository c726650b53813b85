import { createHmac, randomBytes } from "node:crypto";
import { portalCookie, trpc } from "../support/portal.ts";
import { http, personOf, Terminal, terminal } from "../support/terminal.ts";
import { type Attempt, run, type Stage } from "./attempt.ts";

const vote = (stage: Stage): object => ({
  reviewId: stage.open.reviewId,
  evidenceSha256: "0".repeat(64),
  act: "approve",
  password: personOf(stage.ready, "Priya").password,
});
const byCookie = async (stage: Stage, cookie: string): Promise<string> =>
  (await trpc(stage.ready, cookie, "review.decide", vote(stage))).words;
const byBearer = async (stage: Stage, bearer: string): Promise<string> =>
  (await new Terminal(stage.ready.gateway, bearer).command("review.decide", vote(stage))).words;

/** A token signed with a key of the forger's own, that names Priya. */
function foreignToken(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const body = `${part({ alg: "HS256", typ: "JWT" })}.${part({ sub: "usr_priya", session: `ses_${randomBytes(32).toString("base64url")}` })}`;
  return `${body}.${createHmac("sha256", "a key of the forger").update(body).digest("base64url")}`;
}

/** Being somebody else, or nobody any more. */
export const sessions: Attempt[] = [
  {
    attempt: "nobody signed in decides",
    way: "HTTP",
    refusedBy: "Your session has ended",
    run: (stage) => byCookie(stage, ""),
  },
  {
    attempt: "a session cookie signed with a forger's key",
    way: "HTTP",
    refusedBy: "Your session has ended",
    run: (stage) => byCookie(stage, `next-auth.session-token=${foreignToken()}`),
  },
  {
    attempt: "a true session cookie with one character changed",
    way: "HTTP",
    refusedBy: "Your session has ended",
    async run(stage) {
      const cookie = await portalCookie(stage.ready, "Priya");
      const at = cookie.length - 30;
      return byCookie(stage, cookie.slice(0, at) + (cookie[at] === "A" ? "B" : "A") + cookie.slice(at + 1));
    },
  },
  {
    attempt: "a session cookie kept from before its person signed out",
    way: "HTTP",
    refusedBy: "Your session has ended",
    async run(stage) {
      const cookie = await portalCookie(stage.ready, "Priya");
      const asked = await fetch(`${stage.ready.portal}/api/auth/csrf`, { headers: { cookie } });
      const { csrfToken } = (await asked.json()) as { csrfToken: string };
      const jar = [cookie, ...asked.headers.getSetCookie().map((set) => set.split(";")[0])].join("; ");
      await fetch(`${stage.ready.portal}/api/auth/signout`, {
        method: "POST",
        redirect: "manual",
        headers: { cookie: jar, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ csrfToken, json: "true" }),
      });
      return byCookie(stage, cookie);
    },
  },
  {
    attempt: "the cookie of a person who has been deactivated",
    way: "HTTP",
    refusedBy: "Your session has ended",
    run: (stage) => byCookie(stage, stage.gone.cookie),
  },
  {
    attempt: "the terminal session of a person who has been deactivated",
    way: "HTTP",
    refusedBy: "unknown, has ended or has expired",
    run: (stage) => byBearer(stage, stage.gone.terminal.bearer),
  },
  {
    attempt: "a deactivated person signs in again",
    way: "HTTP",
    refusedBy: "Address or password is wrong",
    run: async ({ ready, gone }) =>
      (
        await http(`${ready.gateway}/v1/sessions`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ email: gone.email, password: gone.password }),
        })
      ).words,
  },
  {
    attempt: "an invented token",
    way: "HTTP",
    refusedBy: "unknown, has ended or has expired",
    run: (stage) => byBearer(stage, `cst_${randomBytes(32).toString("base64url")}`),
  },
  {
    attempt: "the id of a person in place of a secret",
    way: "HTTP",
    refusedBy: "unknown, has ended or has expired",
    run: (stage) => byBearer(stage, "usr_priya"),
  },
  {
    attempt: "a terminal session after `logout`",
    way: "HTTP",
    refusedBy: "unknown, has ended or has expired",
    async run(stage) {
      const priya = await terminal(stage.ready, "Priya");
      await priya.send("sessions/current", undefined, {}, "DELETE");
      return byBearer(stage, priya.bearer);
    },
  },
  {
    attempt: "a form of another site posts a decision with the signer's cookie",
    way: "HTTP",
    refusedBy: "UNSUPPORTED_MEDIA_TYPE",
    run: async (stage) =>
      (
        await trpc(stage.ready, await portalCookie(stage.ready, "Priya"), "review.decide", vote(stage), {
          "content-type": "text/plain",
          origin: "https://elsewhere.example",
        })
      ).words,
  },
  {
    attempt: "the gate is asked with an invented token",
    way: "command line",
    refusedBy: "exit 2: Not signed in",
    run: (stage) => run(stage, "cst_invented", "gate", "credit-pd@champion", "--env", "production"),
  },
];
