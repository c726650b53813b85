import { msg } from "@countersign/words";
import { z } from "zod";

/** Text of people: well-formed Unicode (RFC 8785 §3.2.2.2 refuses lone surrogates) without control characters. */
const wellFormed = (text: string) =>
  text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);

/** Messages given here are said with the values of their issue (`toldIssue`). */

/** One line, trimmed, `max` UTF-16 units. */
export const lineText = (max: number) =>
  z
    .string()
    .trim()
    .min(1, msg("is empty"))
    .max(max, msg("has more than {maximum} characters"))
    .refine((text) => wellFormed(text) && !/[\n\r]/.test(text), msg("has characters that cannot be stored"));

/** Several lines, trimmed. */
export const longText = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min, min > 1 ? msg("needs at least {minimum} characters") : msg("is empty"))
    .max(max, msg("has more than {maximum} characters"))
    .refine(wellFormed, msg("has characters that cannot be stored"));

export const emailText = z
  .email(msg("is not an e-mail address"))
  .max(320)
  .transform((text) => text.toLowerCase());

/** Key of a workspace, model, policy or environment: what stands in URLs. */
export const keyText = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, msg("is not a key: lower-case letters, digits, `.`, `_`, `-`, at most 100"));

export const idText = z.string().regex(/^[a-z]{3}_[a-z0-9_]{1,60}$/, msg("is not an id"));
export const sha256Text = z.string().regex(/^[0-9a-f]{64}$/, msg("is not a SHA-256 in lower-case hex"));
export const instantText = z.iso
  .datetime({ message: msg("is not an ISO 8601 time") })
  .transform((text) => new Date(text).toISOString());

/** The proof of identity that goes with an act; never recorded. */
export const passwordField = { password: z.string().max(1024).optional() };
