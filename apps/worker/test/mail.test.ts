import { type AddressInfo, createServer } from "node:net";
import { sql } from "@countersign/db";
import { newWorld, type World } from "@countersign/testing";
import {
  assignReview,
  followTrail,
  grantRole,
  type Letter,
  personOfUnsubscribe,
  sendNotices,
} from "@countersign/usecases";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readEnv } from "../src/env.ts";
import { smtpPost } from "../src/smtp.ts";
import { Mailbox } from "./mailbox.ts";
import { sealed, submitted, until, WorkerProcess } from "./working.ts";

let world: World;
let box: Mailbox;
const from = "Countersign <countersign@northgate.example>";
beforeAll(async () => {
  world = await newWorld();
}, 60_000);
beforeEach(async () => {
  box = new Mailbox();
  await box.open();
  return () => box.close();
});
afterAll(() => world.end());

const secret = "only-for-tests";
const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);
const mailAt = async (now: Date): Promise<number> => {
  const deps = { ...world.workerDeps, now: () => now };
  await followTrail(deps);
  return sendNotices(deps, { post: smtpPost(box.url(), from), secret });
};
const letter: Letter = {
  to: { name: "Priya", address: "priya@northgate.example" },
  subject: "A subject",
  text: "Text\n",
  html: "<p>Text</p>\n",
  messageId: "<ntc_1@portal.test>",
  references: null,
  headers: {},
};

test("a mail arrives with both its parts, and what is told about one version is one thread", async () => {
  await followTrail(world.workerDeps);
  const review = await world.sealed();
  const { reviewId, versionId } = review;
  await world.recommend(review);
  await mailAt(inMinutes(20));
  const ask = { reviewId, personId: world.people.priya, role: "approver", insteadOf: null };
  await world.act("sofia", assignReview, ask);
  await mailAt(inMinutes(40));
  const [first, second, ...others] = box.received.filter(({ to }) => to[0] === "priya@northgate.example");
  expect(others).toEqual([]);
  for (const mail of [first, second]) {
    expect(mail?.from).toBe("countersign@northgate.example");
    expect(mail?.headers.get("from")).toEqual([from]);
    expect(mail?.headers.get("to")).toEqual(["priya <priya@northgate.example>"]);
    expect(mail?.headers.get("subject")?.[0]).toMatch(/^\[credit-pd v1\] Your approval is due \w{3} \d+ \w{3}$/);
    expect(mail?.headers.get("references")).toEqual([`<${versionId}@portal.test>`]);
    expect(mail?.headers.get("in-reply-to")).toEqual([`<${versionId}@portal.test>`]);
    expect(mail?.headers.get("auto-submitted")).toEqual(["auto-generated"]);
    expect(mail?.headers.has("list-unsubscribe")).toBe(false);
    expect(mail?.parts.get("text/plain")).toContain(`http://portal.test/reviews/${reviewId}`);
    expect(mail?.parts.get("text/html")).toContain(`<a href="http://portal.test/reviews/${reviewId}">`);
  }
  expect(first?.headers.get("message-id")).not.toEqual(second?.headers.get("message-id"));
});

test("the morning mail can be ended by one click, as its headers say", async () => {
  await world.database.admin.db.execute(sql`
    insert into ops.notice (id, person_id, kind, thing, dedupe, facts, at, not_before)
    values ('ntc_d', ${world.people.priya}, 'digest', 'person:p', 'digest:d', ${JSON.stringify({ day: new Date().toISOString().slice(0, 10) })}, now(), now())`);
  await mailAt(new Date());
  const mail = box.received.find(({ headers }) => headers.has("list-unsubscribe"));
  expect(mail?.to).toEqual(["priya@northgate.example"]);
  expect(mail?.headers.get("list-unsubscribe-post")).toEqual(["List-Unsubscribe=One-Click"]);
  const [, token = ""] =
    /^<http:\/\/portal\.test\/unsubscribe\?t=(.+)>$/.exec(mail?.headers.get("list-unsubscribe")?.[0] ?? "") ?? [];
  expect(personOfUnsubscribe(secret, token)).toBe(world.people.priya);
});

test("nothing that somebody has typed adds a header or a recipient", async () => {
  const hostile = "x\r\nBcc: all@northgate.example\r\n\r\nAnd a body";
  const sent = await smtpPost(box.url(), from).send({
    ...letter,
    to: { name: hostile, address: letter.to.address },
    subject: `[credit-pd v1] ${hostile}`,
    headers: { "Auto-Submitted": hostile },
  });
  expect(sent).toEqual({ ok: true });
  const [mail] = box.received;
  expect(mail?.to).toEqual(["priya@northgate.example"]);
  expect([...(mail?.headers.keys() ?? [])].toSorted()).toEqual([
    "auto-submitted",
    "content-type",
    "date",
    "from",
    "message-id",
    "mime-version",
    "subject",
    "to",
  ]);
  expect(mail?.headers.get("subject")?.[0]).toContain("Bcc: all@northgate.example");
  await smtpPost(box.url(), from).send({
    ...letter,
    to: { name: "x", address: `a@b.example\r\nRCPT TO:<c@d.example>` },
  });
  expect(box.received.flatMap(({ to }) => to)).not.toContain("c@d.example");
});

test("what a server says decides what becomes of a mail", async () => {
  const kindOf = async (url: string): Promise<string> => {
    const sent = await smtpPost(url, from).send(letter);
    return sent.ok ? "sent" : sent.kind;
  };
  box.answer = { code: 550, text: "no such user" };
  expect(await kindOf(box.url())).toBe("refused");
  box.answer = { code: 450, text: "come back" };
  expect(await kindOf(box.url())).toBe("later");
  box.answer = { code: 421, text: "closing" };
  expect(await kindOf(box.url())).toBe("away");
  box.answer = null;
  expect(await kindOf(box.url("wrong"))).toBe("away");
  expect(await kindOf(box.url())).toBe("sent");
  expect(await kindOf("smtp://127.0.0.1:1")).toBe("away");
});

test("the worker mails what happens while it runs", async () => {
  const worker = new WorkerProcess(world, {
    COUNTERSIGN_SMTP_URL: box.url(),
    COUNTERSIGN_MAIL_FROM: from,
    NEXTAUTH_SECRET: secret,
  });
  await world.act("ingrid", grantRole, { personId: world.people.dirk, role: "developer" });
  await until(worker, "the mail", async () => box.received.length > 0);
  expect(box.received.map(({ to, headers }) => [to, headers.get("subject")])).toEqual([
    [["dirk@northgate.example"], ["[Countersign] Your roles have changed"]],
  ]);
  await worker.end();
}, 60_000);

test("a mail server that takes the call and says nothing holds up no check", async () => {
  let calls = 0;
  const silent = createServer(() => void calls++);
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const worker = new WorkerProcess(world, {
    COUNTERSIGN_SMTP_URL: `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    COUNTERSIGN_MAIL_FROM: from,
    NEXTAUTH_SECRET: secret,
  });
  await world.act("ingrid", grantRole, { personId: world.people.hanna, role: "auditor" });
  await until(worker, "the call", async () => calls > 0);
  const called = performance.now();
  await until(worker, "sealed", sealed(world, await submitted(world)));
  // Sooner than the call was given up.
  expect(performance.now() - called).toBeLessThan(10_000);
  await worker.end("SIGKILL");
  silent.close();
}, 60_000);

test("mail has a server and a sender, or neither", () => {
  const env = { COUNTERSIGN_DATABASE_URL: "x", COUNTERSIGN_ARTIFACTS: "x", COUNTERSIGN_PORTAL_URL: "x" };
  const [COUNTERSIGN_SMTP_URL, COUNTERSIGN_MAIL_FROM] = ["smtps://mail.example", from];
  expect(readEnv(env).mail).toBeNull();
  expect(readEnv({ ...env, COUNTERSIGN_SMTP_URL, COUNTERSIGN_MAIL_FROM, NEXTAUTH_SECRET: secret }).mail).toEqual({
    url: COUNTERSIGN_SMTP_URL,
    from,
    secret,
  });
  expect(() => readEnv({ ...env, COUNTERSIGN_SMTP_URL })).toThrow(/together/);
  expect(() => readEnv({ ...env, COUNTERSIGN_MAIL_FROM })).toThrow(/together/);
  expect(() => readEnv({ ...env, COUNTERSIGN_SMTP_URL, COUNTERSIGN_MAIL_FROM })).toThrow("NEXTAUTH_SECRET is not set");
  expect(() => readEnv({ ...env, COUNTERSIGN_SMTP_URL: "mail.example", COUNTERSIGN_MAIL_FROM })).toThrow(/smtp:\/\//);
});
