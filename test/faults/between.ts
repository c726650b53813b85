import { portalCookie, trpc } from "../e2e/support/portal.ts";
import { fresh, ownModel } from "../e2e/support/own.ts";
import { select } from "../e2e/support/governed.ts";
import { terminal } from "../e2e/support/terminal.ts";
import { hold } from "./held.ts";
import { kill, type Victim } from "./processes.ts";
import { command, comments, type Scene, submitted } from "./scene.ts";
import { until } from "./until.ts";

const stream = "select from audit.stream where stream = $1 for update";

/** Somebody's act whose process is killed after it has changed its rows and before it commits. */
async function cutOff(scene: Scene, victim: Victim, held: string, act: () => Promise<number>): Promise<void> {
  const row = await hold(scene.ready, stream, [held]);
  const status = act().catch(() => 0);
  await row.waiting(`countersign-${victim}`);
  if (!kill(scene.ready, victim)) scene.wrong.push(`the ${victim} was not there to be killed`);
  if ((await status) === 200) scene.wrong.push(`an act of the ${victim} that was cut off was acknowledged`);
  await row.release();
}

/** The gateway: nothing of the act remains, and asked again it is done. */
export async function gatewayBetween(scene: Scene): Promise<void> {
  const { ready, wrong } = scene;
  const modelId = await ownModel(ready, fresh("held"));
  const amara = await terminal(ready, "Amara");
  await cutOff(
    scene,
    "gateway",
    `model:${modelId}`,
    async () => (await amara.command("model.edit", { modelId, title: "Cut off" })).status,
  );
  const [model] = await select<{ title: string }>(ready, "select title from gov.model where id = $1", [modelId]);
  if (model?.title === "Cut off") wrong.push("a command that was cut off has changed a row");
  await command(scene, "Amara", "model.edit", async () => ({ modelId, title: "Once" }));
  scene.acknowledged.push({ act: "model.edited", stream: `model:${modelId}` });
}

/** The worker, recording a check's result: the check is taken up again and recorded once. Then the portal, on the same review. */
export async function workerAndPortalBetween(scene: Scene): Promise<void> {
  const { ready, wrong } = scene;
  const { name, reviewId, run } = await submitted(scene);
  const log = `review:${reviewId}`;
  await cutOff(scene, "worker", log, async () => 0);
  await run("status", name, "--wait");
  const checks = await select<{ runs: number; events: number }>(
    ready,
    `select count(*)::int as runs, (select count(*)::int from audit.event where stream = $2 and convert_from(core, 'UTF8')::jsonb->>'act' = 'check.ended') as events
     from gov.check_run r join gov.round o on o.id = r.round_id where o.review_id = $1 and r.state = 'ended'`,
    [reviewId, log],
  );
  const [{ runs, events } = { runs: 0, events: 0 }] = checks;
  if (runs === 0 || runs !== events) wrong.push(`${runs} checks have ended and ${events} were recorded`);

  const body = "Said into the portal while it is killed.";
  const cookie = await until("a session", async () => {
    const found = await portalCookie(ready, "Li Wei");
    if (!found) throw new Error("no session");
    return found;
  });
  const say = async (): Promise<number> => (await trpc(ready, cookie, "review.comment", { reviewId, body })).status;
  const before = await comments(ready, reviewId);
  await cutOff(scene, "portal", log, say);
  if ((await comments(ready, reviewId)) !== before) wrong.push("a comment that was cut off is there");
  await until("the portal is back", async () => {
    if ((await say()) !== 200) throw new Error("not yet");
  });
  const after = await comments(ready, reviewId);
  if (after !== before + 1) wrong.push(`a comment is there ${after - before} times`);
  scene.acknowledged.push({ act: "review.commented", stream: log });
}

/** The notary holds a batch and waits for the tree: killed there, the next one takes the same events. */
export async function notaryBetween(scene: Scene): Promise<void> {
  const { ready, wrong, acknowledged } = scene;
  const modelId = await ownModel(ready, fresh("batch"));
  const tree = await hold(ready, "select from audit.tree for update");
  await command(scene, "Amara", "model.edit", async () => ({ modelId, title: "Once" }));
  acknowledged.push({ act: "model.edited", stream: `model:${modelId}` });
  await tree.waiting("countersign-notary");
  if (!kill(ready, "notary")) wrong.push("the notary was not there to be killed");
  await tree.release();
}
