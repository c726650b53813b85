import { expect, test } from "vitest";
import { htmlOf, isAddress, oneLine, plainOf } from "../../src/notices/letter.ts";
import { instantAt, localAt, quietUntil } from "../../src/notices/local-time.ts";

test("whatever was typed stays on its line, in its direction, and is no markup", () => {
  expect(oneLine("a\r\nBcc: all@northgate.example\u2028x\u0000y\u202egnp.exe")).toBe(
    "a Bcc: all@northgate.example x ygnp.exe",
  );
  const blocks = [
    { heading: "<b>", lines: [{ text: "one\n\n- two <img src=x> & 'more'", href: 'http://x/"><script>' }] },
  ];
  expect(plainOf(blocks)).toBe("<b>\n- one - two <img src=x> & 'more'\n  http://x/\"><script>\n");
  expect(htmlOf(blocks, 'en"')).not.toMatch(/<b>|<img|<script|en""|'more'/);
});

test.each(["a@b.example\r\nBcc: c@d.example", "a@b, c@d", "<a@b>", "a b@c", "a@b@c", "", "erased", "a@b\u0000"])(
  "%j is no address",
  (address) => {
    expect(isAddress(address)).toBe(false);
  },
);

test("a clock on the wall: hours that it skips are later, and hours that it tells twice are the first", () => {
  expect(isAddress("a.b+c@northgate.example")).toBe(true);
  const berlin = (day: string, minute: number): string => instantAt(day, minute, "Europe/Berlin").toISOString();
  expect(berlin("2027-03-28", 2 * 60 + 30)).toBe("2027-03-28T01:30:00.000Z");
  expect(berlin("2027-10-31", 2 * 60 + 30)).toBe("2027-10-31T00:30:00.000Z");
  expect(berlin("2027-07-01", 8 * 60)).toBe("2027-07-01T06:00:00.000Z");
  expect(instantAt("2027-01-01", 0, "Pacific/Kiritimati").toISOString()).toBe("2026-12-31T10:00:00.000Z");
  expect(localAt(new Date("2026-12-31T23:30:00Z"), "Asia/Kathmandu")).toEqual({
    day: "2027-01-01",
    weekday: 5,
    minute: 315,
  });
});

test("quiet hours end in the future, also in the hour that clocks tell twice", () => {
  const zone = "Europe/Berlin";
  const until = (at: string, from: string, to: string): string | undefined =>
    quietUntil(new Date(at), { quiet: { from, to }, zone })?.toISOString();
  expect(until("2027-10-31T01:15:00Z", "22:00", "02:30")).toBe("2027-10-31T01:30:00.000Z");
  expect(until("2027-06-01T11:00:00Z", "12:00", "14:00")).toBe("2027-06-01T12:00:00.000Z");
  expect(until("2027-06-01T12:00:00Z", "12:00", "14:00")).toBeUndefined();
  expect(until("2027-06-01T09:59:00Z", "12:00", "14:00")).toBeUndefined();
  expect(quietUntil(new Date("2027-06-01T11:00:00Z"), { quiet: null, zone })).toBeNull();
});
