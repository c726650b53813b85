import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decodeEntries,
  encodeEntries,
  formatProof,
  formatVkey,
  inclusionProof,
  isOrigin,
  leafHash,
  memorySubtrees,
  noteSigner,
  parseBase64,
  parseCheckpointText,
  parseNote,
  parseProof,
  parseVkey,
  signCheckpoint,
  signNote,
  toBase64,
  treeRoot,
  verifyCheckpoint,
  verifyNote,
  verifyProof,
} from "../src/index.ts";

const seed = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const signer = noteSigner("log.example", seed(1));
const witness = noteSigner("witness.example", seed(2));
const leaves = [0, 1, 2, 3, 4].map((n) => leafHash(Uint8Array.of(n)));
const subtrees = memorySubtrees(leaves);
const head = { origin: "log.example", size: 5, root: treeRoot(5, subtrees) };
const note = signCheckpoint(head, [signer, witness]);
const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string().map((s) => note.slice(0, s.length * 7) + s),
  fc.constantFrom(note),
);

describe("base64 and entry bundles", () => {
  test("base64 is the platform's, and only its one spelling is read", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 99 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect(parseBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
    for (const text of ["A", "AB==", "AAB=", "AA==\n", "====", "AA=A", "A-_A", " AAA"])
      expect(parseBase64(text), text).toBeNull();
  });

  test("a bundle is read back exactly; cut, padded or miscounted it is not", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 20 }), (entries) => {
        const bytes = encodeEntries(entries);
        expect(decodeEntries(bytes, entries.length)).toEqual(entries);
        expect(decodeEntries(bytes.subarray(0, -1), entries.length)).toBeNull();
        expect(decodeEntries(new Uint8Array([...bytes, 0]), entries.length)).toBeNull();
        expect(decodeEntries(bytes, entries.length + 1)).toBeNull();
      }),
    );
    expect(() => encodeEntries([new Uint8Array(65_536)])).toThrow(RangeError);
    expect(encodeEntries([new Uint8Array(65_535)]).length).toBe(65_537);
  });
});

describe("keys and notes", () => {
  test("the example that C2SP signed-note publishes is accepted", () => {
    const vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    const line =
      "\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=";
    const parsed = parseVkey(vkey);
    if (!parsed.ok) throw new Error(parsed.problem);
    expect(formatVkey(parsed.key)).toBe(vkey);
    expect(verifyNote(`This is an example message.\n\n${line}\n`, [parsed.key])).toMatchObject({
      ok: true,
      text: "This is an example message.\n",
    });
  });

  test("a verifier key is read back; any other character in it is refused", () => {
    const text = formatVkey(signer);
    expect(parseVkey(text)).toEqual({
      ok: true,
      key: { name: signer.name, id: signer.id, publicKey: signer.publicKey },
    });
    for (let i = 0; i < text.length; i++) {
      const other = `${text.slice(0, i)}${text[i] === "A" ? "B" : "A"}${text.slice(i + 1)}`;
      expect(parseVkey(other).ok, other).toBe(false);
    }
  });

  test("no changed character of a signed note is believed", () => {
    const single = signCheckpoint(head, [signer]);
    for (let i = 0; i < single.length; i++) {
      for (const char of ["A", "1", "\n", " ", "\u0000", ""]) {
        const changed = single.slice(0, i) + char + single.slice(i + 1);
        if (changed !== single)
          expect(verifyCheckpoint(changed, signer).ok, `${i} ${JSON.stringify(char)}`).toBe(false);
      }
    }
  });

  test("unknown keys are ignored, a false signature of a known one refuses the note, a key counts once", () => {
    expect(verifyNote(note, [signer])).toMatchObject({ ok: true, signers: [{ name: "log.example" }] });
    expect(verifyNote(note, [noteSigner("log.example", seed(3))]).ok).toBe(false);
    const lines = note.split("\n");
    const twice = [...lines.slice(0, -1), lines[4], ""].join("\n");
    expect(verifyNote(twice, [signer, witness])).toMatchObject({
      signers: [{ name: "log.example" }, { name: "witness.example" }],
    });
    const forged = signNote("log.example\n6\nAAAA\n", [signer]).split("\n").at(-2) ?? "";
    expect(verifyNote([...lines.slice(0, 4), forged, lines[5], ""].join("\n"), [signer, witness])).toMatchObject({
      ok: false,
    });
  });

  test("sixteen signatures are read, a flood is not", () => {
    const signers = Array.from({ length: 16 }, (_, i) => noteSigner(`w${i}.example`, seed(i)));
    expect(parseNote(signNote("text\n", signers)).ok).toBe(true);
    expect(parseNote(`text\n\n${"\u2014 a AAAAAAAA\n".repeat(50_000)}`).ok).toBe(false);
  });

  test.each([
    ["without signatures", "text\n\n"],
    ["without an empty line", "text\n"],
    ["with CRLF", note.replaceAll("\n", "\r\n")],
    ["without its last newline", note.slice(0, -1)],
    ["with a hyphen for the dash", note.replaceAll("\u2014", "-")],
    ["with a NUL", `\u0000${note}`],
    ["with two spaces", note.replace("\u2014 ", "\u2014  ")],
  ])("a note %s is refused", (_, text) => expect(parseNote(text).ok).toBe(false));
});

describe("checkpoints", () => {
  const root = toBase64(head.root);
  test.each([
    ["a leading zero", `log.example\n05\n${root}\n`],
    ["a plus", `log.example\n+5\n${root}\n`],
    ["a space", `log.example\n5 \n${root}\n`],
    ["a size of 2^53", `log.example\n9007199254740992\n${root}\n`],
    ["hexadecimal", `log.example\n0x5\n${root}\n`],
    ["no origin", `\n5\n${root}\n`],
    ["an extension line", `log.example\n5\n${root}\nmore\n`],
    ["a short root", "log.example\n5\nAAAA\n"],
    ["an empty text", ""],
    ["no last newline", `log.example\n5\n${root}`],
  ])("%s is refused", (_, text) => expect(parseCheckpointText(text).ok).toBe(false));

  test("the origin must be the key's name, and a bare host name", () => {
    const foreign = signNote(`other.example\n5\n${root}\n`, [signer]);
    expect(verifyCheckpoint(foreign, signer)).toMatchObject({ ok: false });
    for (const origin of [
      "",
      "a/b",
      "https://a",
      "a b",
      "A.example",
      "-a.example",
      "a..b",
      "a+b",
      "a.example.",
      `${"a".repeat(64)}.example`,
    ]) {
      expect(isOrigin(origin), origin).toBe(false);
      expect(() => signCheckpoint({ ...head, origin }, [signer])).toThrow(RangeError);
    }
    expect(isOrigin("northgate.tlog.localhost")).toBe(true);
  });

  test("a witness alone does not make a checkpoint of the log", () => {
    expect(verifyCheckpoint(signCheckpoint(head, [witness]), signer, [witness]).ok).toBe(false);
  });
});

describe("receipts", () => {
  const receipt = formatProof({ index: 3, proof: inclusionProof(3, 5, subtrees), checkpoint: note });
  const leaf = leaves[3] ?? head.root;

  test("a receipt verifies for its entry and for no other", () => {
    expect(verifyProof(receipt, leaf, signer)).toMatchObject({ ok: true, index: 3, checkpoint: { size: 5 } });
    expect(verifyProof(receipt, leaves[2] ?? leaf, signer).ok).toBe(false);
    expect(verifyProof(receipt, leaf, witness).ok).toBe(false);
    expect(verifyProof(receipt.replace("index 3", "index 4"), leaf, signer).ok).toBe(false);
  });

  test("extra data travels along", () => {
    const text = formatProof({ index: 3, proof: [], checkpoint: note, extra: Uint8Array.of(7) });
    expect(parseProof(text)).toMatchObject({ ok: true, proof: { extra: Uint8Array.of(7), checkpoint: note } });
  });

  test("no changed character of index, hashes or checkpoint is believed", () => {
    const body = receipt.slice(0, receipt.indexOf("\u2014 witness"));
    for (let i = 0; i < body.length; i++) {
      const changed = receipt.slice(0, i) + (receipt[i] === "B" ? "C" : "B") + receipt.slice(i + 1);
      expect(verifyProof(changed, leaf, signer).ok, String(i)).toBe(false);
    }
  });

  test("readers answer to anything, and at once", () => {
    const start = performance.now();
    fc.assert(
      fc.property(anything, (text) => {
        for (const read of [parseNote, parseProof, parseVkey, parseCheckpointText])
          expect(typeof read(text).ok).toBe("boolean");
      }),
    );
    for (const text of [
      "\n".repeat(900_000),
      "a ".repeat(400_000),
      "\u2014 a ".repeat(200_000),
      `${receipt}\n`.repeat(2_000),
      "A".repeat(900_000),
    ]) {
      for (const read of [parseNote, parseProof, parseVkey, parseCheckpointText]) read(text);
    }
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
