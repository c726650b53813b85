import type { Post, Posted } from "@countersign/usecases";
import { createTransport } from "nodemailer";

/** What nodemailer says of a mail that did not go. */
interface Fault {
  code?: string;
  command?: string;
  responseCode?: number;
  message: string;
}

/** Carries mail to one server. `url`: `smtp://` (encrypted where the server offers it) or `smtps://`, with user and password. */
export function smtpPost(url: string, from: string): Post {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // A letter names no file and no address that is fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ references, ...letter }): Promise<Posted> {
      try {
        await transport.sendMail({
          ...letter,
          from,
          ...(references === null ? {} : { references, inReplyTo: references }),
        });
        return { ok: true };
      } catch (error) {
        const fault = error as Fault;
        return { ok: false, why: fault.message, kind: kindOf(fault) };
      }
    },
  };
}

/** Codes of one letter's own trouble; every other is the server's, or the way to it. */
const ofTheLetter = new Set(["EENVELOPE", "EMESSAGE"]);

/** RFC 5321 §4.2.1: 5yz for a recipient is for good. Whom we are or say that we are is nothing that a letter can help. */
function kindOf({ code, command, responseCode = 0 }: Fault): "refused" | "later" | "away" {
  if (!ofTheLetter.has(code ?? "") || responseCode === 421 || command === "MAIL FROM") return "away";
  return command === "RCPT TO" && responseCode >= 500 ? "refused" : "later";
}
