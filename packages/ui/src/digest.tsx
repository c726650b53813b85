/** Beginning and end of a SHA-256: enough to tell two apart by eye. */
export const shortDigest = (sha256: string): string => `${sha256.slice(0, 8)}…${sha256.slice(-6)}`;

/** A SHA-256 for a line of text; the whole of it under the pointer. */
export function Digest({ sha256 }: { sha256: string }) {
  return (
    <code className="font-mono text-[13px] max-sm:break-all sm:whitespace-nowrap" title={sha256}>
      {shortDigest(sha256)}
    </code>
  );
}
