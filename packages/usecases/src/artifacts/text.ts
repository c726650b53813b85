import type { Deps } from "../kernel/deps.ts";

/** The beginning of a stored file as text, or null where it is no UTF-8 text. */
export async function storedText(deps: Deps, sha256: string, maxBytes = 200_000): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of deps.store.read(sha256)) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= maxBytes) break;
    }
    const bytes = Buffer.concat(chunks).subarray(0, maxBytes);
    const text = new TextDecoder("utf-8", { fatal: size < maxBytes }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
