import { createHmac, timingSafeEqual } from "node:crypto";

/** Keyed apart from whatever else the secret serves. */
const mac = (secret: string, personId: string): Buffer =>
  createHmac("sha256", createHmac("sha256", secret).update("countersign unsubscribe").digest())
    .update(personId)
    .digest();

/** What ends somebody's morning mail without signing in: it says who, and that we have said so. It opens nothing else. */
export const unsubscribeToken = (secret: string, personId: string): string =>
  `${personId}.${mac(secret, personId).toString("base64url")}`;

/** Whose token this is; null where it is none of ours. */
export function personOfUnsubscribe(secret: string, token: string): string | null {
  const [, personId = "", signed = ""] = /^(usr_[a-z0-9_]{1,60})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? [];
  const given = Buffer.from(signed, "base64url");
  return given.length === 32 && timingSafeEqual(given, mac(secret, personId)) ? personId : null;
}
