import { randomUUID } from "node:crypto";
import { ciToken, countersign, withToken } from "../e2e/support/cli.ts";
import { fresh, ownModel, stories } from "../e2e/support/own.ts";
import { join } from "node:path";
import type { Ready } from "../e2e/support/product.ts";
import { onWhatIsShown, reason, seen } from "../e2e/support/signing.ts";
import { idOf, terminal, type Terminal } from "../e2e/support/terminal.ts";
import { until } from "./until.ts";

/** What was acknowledged while processes died: each must be in the log exactly once. */
export interface Acknowledged {
  act: string;
  stream: string;
}

/** A command repeated under one key until it is acknowledged, as a client does whose connection broke. */
async function command(
  ready: Ready,
  who: string,
  name: string,
  input: (as: Terminal) => Promise<object>,
): Promise<Record<string, unknown>> {
  const key = randomUUID();
  let body: object | undefined;
  return until(`${who}: ${name}`, async () => {
    const as = await terminal(ready, who);
    body ??= {
      ...(await input(as)),
      ...(as.password === null || !name.startsWith("review.") || name === "review.mark" || name === "review.comment"
        ? {}
        : { password: as.password }),
    };
    const answer = await as.command(name, body, { "idempotency-key": key });
    if (answer.status >= 300) throw new Error(answer.words || String(answer.status));
    return answer.body;
  });
}

/** From the register command to the moved alias, over the command line and HTTP; every step is repeated until it is acknowledged. */
export async function tellStory(ready: Ready): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  let key = "";
  await until("a model", () => ownModel(ready, (key = fresh("faults"))));
  const ci = withToken(ready, await until("a token", () => ciToken(ready)));
  const once = async (...args: string[]): Promise<string> => {
    const ended = await countersign(args, ci);
    if (ended.code !== 0) throw new Error(ended.err + ended.out);
    return ended.out;
  };
  const run = (...args: string[]): Promise<string> => until(`countersign ${args[0]}`, () => once(...args));
  // Cut off after it was done, a registration leaves a draft that keeps its label.
  let tries = 0;
  const name = (
    await until("register", () =>
      once(
        "register",
        join(stories, "credit"),
        "--file",
        "countersign-1.0.yaml",
        "--model",
        key,
        "--label",
        `1.0-${++tries}`,
      ),
    )
  ).trim();
  const reviewId = await until("submit", async () => {
    await once("submit", name, "--env", "production").catch(() => "perhaps done before its answer was cut off");
    const { reviews } = JSON.parse(await once("status", name, "--json")) as { reviews: { url: string }[] };
    const found = reviews[0]?.url.split("/").at(-1);
    if (!found) throw new Error("not submitted");
    return found;
  });
  const stream = `review:${reviewId}`;
  await run("status", name, "--wait");
  const said = async (
    who: string,
    act: string,
    command_: string,
    input: (as: Terminal) => Promise<object>,
  ): Promise<void> => {
    await command(ready, who, command_, input);
    acknowledged.push({ act, stream });
  };
  await said("Li Wei", "review.commented", "review.comment", async () => ({
    reviewId,
    body: `Said while processes die: ${randomUUID()}`,
  }));
  const view = await until("what is shown", async () => seen(await terminal(ready, "Li Wei"), reviewId));
  const covers = view.checks.filter((check) => check.outcome === "condition").map((check) => check.check);
  if (covers.length > 0) {
    const ownerId = await until("the owner", () => idOf(ready, "Amara"));
    await said("Li Wei", "condition.proposed", "condition.propose", async () => ({
      reviewId,
      conditions: [
        {
          text: "Report monthly to the committee.",
          ownerId,
          dueAt: new Date(Date.now() + 60 * 86_400_000).toISOString(),
          covers,
        },
      ],
    }));
  }
  for (const [who, act] of [
    ["Li Wei", null],
    ["Priya", "decide"],
    ["Daniel", "decide"],
  ] as const) {
    const shown = await until("what is shown", async () => seen(await terminal(ready, who), reviewId));
    for (const { section, sha256 } of shown.sections)
      await command(ready, who, "review.mark", async () => ({ reviewId, section, contentSha256: sha256 }));
    const decision =
      act === null ? { reason } : { act: shown.conditionsSha256 ? "approve_with_conditions" : "approve", reason };
    await said(who, "decision.signed", act === null ? "review.recommend" : "review.decide", async () => ({
      ...onWhatIsShown(reviewId, shown),
      ...decision,
    }));
  }
  await run("gate", `${key}@champion`, "--env", "production");
  return acknowledged;
}
