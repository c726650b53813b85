import { base64url, fromBase64url, fromUtf8, jcs, utf8 } from "@countersign/canonical";
import { sha256 } from "@countersign/tlog";

/**
 * A salted disclosure in the form of RFC 9901 §4.2.1: base64url of the JSON array [salt, name, value].
 * The record holds its digest only, so erasing the disclosure leaves the log verifiable.
 */
export interface Disclosure {
  digest: string;
  encoded: string;
}

/** `salt`: at least 128 random bits, base64url. */
export function disclose(salt: string, name: string, value: string): Disclosure {
  const encoded = base64url(utf8(jcs([salt, name, value])));
  return { digest: disclosureDigest(encoded), encoded };
}

/** base64url(SHA-256(ASCII(encoded))), RFC 9901 §4.2.3. */
export function disclosureDigest(encoded: string): string {
  return base64url(sha256(utf8(encoded)));
}

/** The name and value, or null where the text is no disclosure. */
export function readDisclosure(encoded: string): { name: string; value: string } | null {
  try {
    const bytes = fromBase64url(encoded);
    const text = bytes && fromUtf8(bytes);
    if (text === null || text === undefined) return null;
    const parts: unknown = JSON.parse(text);
    if (!Array.isArray(parts) || parts.length !== 3) return null;
    const [salt, name, value] = parts as unknown[];
    if (typeof salt !== "string" || typeof name !== "string" || typeof value !== "string") return null;
    return { name, value };
  } catch {
    return null;
  }
}
