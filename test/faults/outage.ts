import { setTimeout as sleep } from "node:timers/promises";
import { portalCookie, trpc } from "../e2e/support/portal.ts";
import { type Answer, http, terminal } from "../e2e/support/terminal.ts";
import { freezeDatabase, kill } from "./processes.ts";
import { command, comments, type Scene, submitted } from "./scene.ts";
import { until } from "./until.ts";

const outageMs = 10_000;

const readyAnswers = async (scene: Scene, status: number): Promise<void> => {
  await until(`/ready answers ${status}`, async () => {
    const answer = await http(`${scene.ready.gateway}/ready`);
    if (answer.status !== status) throw new Error(`it answers ${answer.status}`);
  });
};

/** A comment by each of these, said at one time. */
const say = (scene: Scene, reviewId: string, n: number): Promise<unknown>[] =>
  Array.from({ length: n }, async (_, i) => {
    await command(scene, "Li Wei", "review.comment", async () => ({ reviewId, body: `Said in an outage, ${i}.` }));
    scene.acknowledged.push({ act: "review.commented", stream: `review:${reviewId}` });
  });

/** PostgreSQL is killed with SIGKILL in the middle of many acts: it is started again, and each act is there once. */
export async function databaseKilled(scene: Scene): Promise<void> {
  const { ready, wrong } = scene;
  const { name, reviewId, run } = await submitted(scene);
  const acts = say(scene, reviewId, 20);
  await sleep(150);
  if (!kill(ready, "postgres")) wrong.push("PostgreSQL was not there to be killed");
  await Promise.all(acts);
  await readyAnswers(scene, 200);
  await run("status", name, "--wait");
}

/** PostgreSQL answers nobody for ten seconds: `/ready` says so, what is asked is answered in words, and then all goes on. */
export async function databaseFrozen(scene: Scene): Promise<void> {
  const { ready, wrong } = scene;
  const { reviewId, name, run } = await submitted(scene);
  await run("status", name, "--wait");
  const [liwei, cookie] = [await terminal(ready, "Li Wei"), await portalCookie(ready, "Li Wei")];
  const thaw = freezeDatabase(ready);
  const began = Date.now();
  const over = sleep(outageMs).then(thaw);
  const body = "Said while the database stands still.";
  const asked: Promise<[string, Answer]>[] = [
    liwei.command("review.comment", { reviewId, body }).then((answer) => ["the gateway", answer]),
    trpc(ready, cookie, "review.comment", { reviewId, body }).then((answer) => ["the portal", answer]),
  ];
  await readyAnswers(scene, 503);
  if (Date.now() - began >= outageMs) wrong.push("/ready never said that the database is away");
  for (const [who, { status, words }] of await Promise.all(asked))
    if (status !== 503 || !words.includes("not confirmed")) wrong.push(`${who} answered ${status}: ${words}`);
  if (Date.now() - began >= outageMs) wrong.push("a command was left waiting until the database was back");
  await over;
  await readyAnswers(scene, 200);
  await Promise.all(say(scene, reviewId, 1));
  // Neither was confirmed: each may have been done once when the server went on, and not more often.
  const found = (await comments(ready, reviewId)) - 1;
  if (found > asked.length) wrong.push("what was not confirmed was done more than once");
  for (let n = 0; n < found; n++) scene.acknowledged.push({ act: "review.commented", stream: `review:${reviewId}` });
}
