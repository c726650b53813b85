import fc from "fast-check";
import { expect, test } from "vitest";
import { isMemberPath, type Member, readZip, writeZip } from "../src/index.ts";

const path = fc
  .stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,20}){0,3}$/)
  .filter(isMemberPath);
const members = fc.uniqueArray(fc.record({ path, bytes: fc.uint8Array({ maxLength: 200 }) }), {
  minLength: 1,
  maxLength: 12,
  selector: (member) => member.path,
});

test("what was packed is what is read, in whatever order it was given", () => {
  fc.assert(
    fc.property(members, (files) => {
      const archive = writeZip(files);
      expect(writeZip(files.toReversed())).toEqual(archive);
      const read = readZip(archive);
      if (!read.ok) throw new Error(read.problem);
      expect([...read.members]).toEqual(
        files.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map((file) => [file.path, file.bytes]),
      );
    }),
  );
});

test("every bit of the archive counts", () => {
  fc.assert(
    fc.property(members, fc.nat(), fc.nat(7), (files, at, bit) => {
      const archive = writeZip(files);
      const index = at % archive.length;
      archive[index] = (archive[index] ?? 0) ^ (1 << bit);
      expect(readZip(archive).ok).toBe(false);
    }),
  );
});

test("an archive cut short, with bytes before or after it, or of any bytes is refused", () => {
  fc.assert(
    fc.property(members, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 50 }), (files, at, more) => {
      const archive = writeZip(files);
      expect(readZip(archive.subarray(0, at % archive.length)).ok).toBe(false);
      expect(readZip(Uint8Array.from([...archive, ...more])).ok).toBe(false);
      expect(readZip(Uint8Array.from([...more, ...archive])).ok).toBe(false);
      expect(readZip(more).ok).toBe(false);
    }),
  );
});

test("paths that leave the bundle, repeat or are no plain names can neither be packed nor read", () => {
  for (const bad of [
    "../a",
    "a/../b",
    "/a",
    "a//b",
    "a/",
    "./a",
    "a\\b",
    "ä",
    "",
    "a\u0000",
    "x".repeat(201),
    ".hidden",
    "a/./b",
  ]) {
    expect(isMemberPath(bad)).toBe(false);
    expect(() => writeZip([{ path: bad, bytes: new Uint8Array() }])).toThrow();
  }
  const twice: Member[] = [
    { path: "a", bytes: new Uint8Array() },
    { path: "a", bytes: new Uint8Array([1]) },
  ];
  expect(() => writeZip(twice)).toThrow();
});

/** The same content as other programs would pack it. */
test.each([
  ["compressed", 8, 8],
  ["encrypted", 6, 1],
  ["with a data descriptor", 6, 8],
  ["of another time", 10, 1],
  ["with an extra field", 28, 4],
  ["of another version", 4, 45],
])("an archive %s is refused", (_how, offset, value) => {
  const archive = writeZip([{ path: "a", bytes: new Uint8Array([1, 2, 3]) }]);
  archive[offset] = value;
  expect(readZip(archive).ok).toBe(false);
});

test("limits hold before anything is copied", () => {
  const archive = writeZip([
    { path: "a", bytes: new Uint8Array(100) },
    { path: "b", bytes: new Uint8Array(100) },
  ]);
  expect(readZip(archive, { members: 1, bytes: 1000 })).toMatchObject({ ok: false });
  expect(readZip(archive, { members: 10, bytes: 100 })).toMatchObject({ ok: false });
});

test("two files in the wrong order are refused", () => {
  const one = writeZip([{ path: "a", bytes: new Uint8Array([1]) }]);
  const two = writeZip([{ path: "b", bytes: new Uint8Array([2]) }]);
  const locals = [two, one].map((archive) => archive.subarray(0, 32));
  expect(readZip(Uint8Array.from(locals.flatMap((local) => [...local])))).toMatchObject({
    ok: false,
    problem: "the files are not in order",
  });
});
