import { createHash } from "node:crypto";
import { jcsBytes } from "@countersign/canonical";

/** SHA-256, lower-case hex, of a value's canonical JSON (RFC 8785). */
export const digestOf = (value: unknown): string => createHash("sha256").update(jcsBytes(value)).digest("hex");
