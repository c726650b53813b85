/** What a certificate is printed from. `decision` is the decision.json of `bundle`, byte for byte. */
export interface Parts {
  environment: string;
  decision: Uint8Array;
  /** The signed statements that the decision names by SHA-256, for their printed meaning (21 CFR 11.50(a)(3)). */
  statements: readonly Uint8Array[];
  bundle: Uint8Array;
}

/** One message to the child: a line of JSON with the lengths, then the bytes one after another. */
export function writeParts({ environment, decision, statements, bundle }: Parts): Buffer {
  const all = [decision, bundle, ...statements];
  return Buffer.concat([
    Buffer.from(`${JSON.stringify({ environment, lengths: all.map((bytes) => bytes.length) })}\n`),
    ...all,
  ]);
}

/** The parts of such a message. Throws where it is cut off. */
export function readParts(message: Buffer): Parts {
  const line = message.indexOf(10);
  const { environment, lengths } = JSON.parse(message.toString("utf8", 0, line)) as {
    environment: string;
    lengths: number[];
  };
  let at = line + 1;
  const [decision, bundle, ...statements] = lengths.map((length) => message.subarray(at, (at += length)));
  if (at !== message.length || !decision || !bundle) throw new Error("the parts of a certificate are cut off");
  return { environment, decision, statements, bundle };
}
