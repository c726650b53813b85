import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { alive, childrenOf, startUp, until } from "./instance.ts";

const folder = mkdtempSync("/var/tmp/countersign up ");
// As root PostgreSQL runs as another user, who must be able to pass through.
chmodSync(folder, 0o755);
const data = join(folder, "data with spaces");
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const answers = (url: string): Promise<boolean> => fetch(url).then((response) => response.ok, () => false);

test("one start, in a folder with spaces: what dies comes back, a signal ends everything, the data stays", async () => {
  const first = await startUp(data);
  const { ready } = first;
  expect(statSync(join(data, "made", "ready.json")).mode & 0o077).toBe(0);
  expect([ready.operatorToken, ready.people]).toEqual([null, []]);
  expect(ready.setUpUrl).toContain(`${ready.portal}/setup?token=`);
  expect(first.said()).toContain("the notary's key is not protected");

  await expect(startUp(data, ["--ready-file", join(folder, "other.json")])).rejects.toThrow(`in use by another \`countersign up\` (process ${first.child.pid})`);

  const up = first.child.pid ?? 0;
  const before = childrenOf(up);
  expect(Object.keys(before).toSorted()).toEqual(["gateway", "notary", "portal", "postgres", "worker"]);
  for (const [name, pid] of Object.entries(before)) {
    process.kill(pid, "SIGKILL");
    await until(() => first.said().includes(`${name} ended (SIGKILL); starting it again`));
    await until(async () => (childrenOf(up)[name] ?? pid) !== pid && (await answers(`${ready.gateway}/ready`)) && (await answers(`${ready.portal}/health`)));
  }

  const running = Object.values(childrenOf(up));
  expect(await first.end("SIGTERM")).toBe(0);
  expect(running.filter(alive)).toEqual([]);
  expect(existsSync(join(data, "made", "ready.json"))).toBe(false);

  const second = await startUp(data);
  expect(second.ready.log).toEqual(ready.log);
  expect(second.ready.databaseUrl.split("@")[0]).toBe(ready.databaseUrl.split("@")[0]);
  const left = Object.values(childrenOf(second.child.pid ?? 0));
  expect(left).toHaveLength(5);
  // Killed so hard that it can end nothing: its processes see it and end themselves, PostgreSQL too.
  expect(await second.end("SIGKILL")).toBe("SIGKILL");
  await until(() => !left.some(alive));

  const third = await startUp(data, ["--processes", "notary,gateway"]);
  expect(await third.end("SIGINT")).toBe(0);
}, 180_000);

test("ended while it starts, it leaves nothing behind", async () => {
  const other = join(folder, "cut off");
  const starting = startUp(other).catch((error: Error) => error.message);
  await until(() => existsSync(join(other, "up.pid")));
  await until(() => existsSync(join(other, "postgres.superuser")));
  const { pid } = JSON.parse(readFileSync(join(other, "up.pid"), "utf8")) as { pid: number };
  process.kill(pid, "SIGTERM");
  expect(await starting).toBe("exit 0: ");
  expect(existsSync(join(other, "postgres", "postmaster.pid"))).toBe(false);
  expect(existsSync(join(other, "up.pid"))).toBe(false);
}, 60_000);
