import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { select } from "../e2e/support/governed.ts";
import { idOf, terminal } from "../e2e/support/terminal.ts";
import { fresh, ownModel } from "../e2e/support/own.ts";
import { startProduct } from "../e2e/support/product.ts";
import { say } from "../lib/run-step.ts";
import { hold } from "./held.ts";
import { kill, supervisorOf, type Victim, victims } from "./processes.ts";
import { type Acknowledged, tellStory } from "./story.ts";
import { truth } from "./truth.ts";
import { until } from "./until.ts";

// Processes are killed with SIGKILL, between begin and commit and at random moments, while the story runs to its end.
const { values } = parseArgs({ options: { moments: { type: "string", default: "6" } } });
const moments = Number(values.moments);
const running = await startProduct("demo");
const { ready } = running;
const supervisor = supervisorOf(ready);
const wrong: string[] = [];
const acknowledged: Acknowledged[] = [];
let between = 0;
try {
  // Between begin and commit: the gateway has changed the row and waits for the stream; killed there, nothing of it remains.
  const modelId = await ownModel(ready, fresh("held"));
  const held = await hold(ready, "select from audit.stream where stream = $1 for update", [`model:${modelId}`]);
  const amara = await terminal(ready, "Amara");
  const cut = amara.command("model.edit", { modelId, title: "Cut off" }).then(
    () => true,
    () => false,
  );
  await held.waiting("countersign-gateway");
  kill(supervisor, "gateway");
  if (await cut) wrong.push("a command that was cut off was acknowledged");
  await held.release();
  between++;
  const [title] = await select<{ title: string }>(ready, "select title from gov.model where id = $1", [modelId]);
  if (title?.title === "Cut off") wrong.push("a command that was cut off has changed a row");
  await until("the gateway is back", () => idOf(ready, "Amara"));
  // The notary holds a batch and waits for the tree: killed there, the next one takes the same events.
  const tree = await hold(ready, "select from audit.tree for update");
  await amara.done("model.edit", { modelId, title: "Once" });
  acknowledged.push({ act: "model.edited", stream: `model:${modelId}` });
  await tree.waiting("countersign-notary");
  kill(supervisor, "notary");
  await tree.release();
  between++;

  // At random moments.
  const kills: Partial<Record<Victim, number>> = {};
  let stories = 0;
  let done = 0;
  const killer = (async () => {
    while (done < moments) {
      await sleep(500 + Math.random() * 4000);
      const victim = victims[Math.floor(Math.random() * victims.length)] ?? "gateway";
      if (!kill(supervisor, victim)) continue;
      kills[victim] = (kills[victim] ?? 0) + 1;
      done++;
    }
  })();
  do {
    acknowledged.push(...(await tellStory(ready)));
    stories++;
  } while (done < moments);
  await killer;

  const { leaves, wrong: untrue } = await truth(ready);
  wrong.push(...untrue);
  const keyOf = ({ act, stream }: Acknowledged): string => `${act} in ${stream}`;
  for (const key of new Set(acknowledged.map(keyOf))) {
    const asked = acknowledged.filter((entry) => keyOf(entry) === key).length;
    const kept = leaves.filter(({ core }) => keyOf(core) === key).length;
    if (asked !== kept) wrong.push(`${key}: acknowledged ${asked} times, in the log ${kept} times`);
  }
  say(
    `${between} kills between begin and commit, ${done} at random moments (${Object.entries(kills)
      .map(([name, count]) => `${name} ${count}`)
      .join(
        ", ",
      )}): ${stories} stories completed, ${acknowledged.length} acknowledged acts, ${leaves.length} events in the signed tree, ${wrong.length} of them lost, doubled or untrue`,
  );
  for (const line of wrong.slice(0, 20)) say(`  ${line}`);
} finally {
  await running.stop();
  running.remove();
}
process.exit(wrong.length === 0 ? 0 : 1);
