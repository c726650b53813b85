import { onWhatIsShown, reason, seen } from "../e2e/support/signing.ts";
import { idOf, terminal, type Terminal } from "../e2e/support/terminal.ts";
import { command, type Scene, submitted } from "./scene.ts";
import { until } from "./until.ts";

/** From the register command to the moved alias, over the command line and HTTP; every step is repeated until it is acknowledged. */
export async function tellStory(scene: Scene): Promise<void> {
  const { ready } = scene;
  const { model, name, reviewId, run } = await submitted(scene);
  await run("status", name, "--wait");
  const said = async (
    who: string,
    act: string,
    asked: string,
    input: (as: Terminal) => Promise<object>,
  ): Promise<void> => {
    await command(scene, who, asked, input);
    scene.acknowledged.push({ act, stream: `review:${reviewId}` });
  };
  await said("Li Wei", "review.commented", "review.comment", async () => ({
    reviewId,
    body: "Said while processes die.",
  }));
  const shownTo = (who: string) =>
    until(`what ${who} is shown`, async () => seen(await terminal(ready, who), reviewId));
  const covers = (await shownTo("Li Wei")).checks
    .filter((check) => check.outcome === "condition")
    .map((check) => check.check);
  if (covers.length > 0) {
    const ownerId = await until("the owner", () => idOf(ready, "Amara"));
    const dueAt = new Date(Date.now() + 60 * 86_400_000).toISOString();
    await said("Li Wei", "condition.proposed", "condition.propose", async () => ({
      reviewId,
      conditions: [{ text: "Report monthly to the committee.", ownerId, dueAt, covers }],
    }));
  }
  for (const [who, asked] of [
    ["Li Wei", "review.recommend"],
    ["Priya", "review.decide"],
    ["Daniel", "review.decide"],
  ] as const) {
    const shown = await shownTo(who);
    for (const { section, sha256 } of shown.sections)
      await command(scene, who, "review.mark", async () => ({ reviewId, section, contentSha256: sha256 }));
    const act = shown.conditionsSha256 ? "approve_with_conditions" : "approve";
    await said(who, "decision.signed", asked, async () => ({
      ...onWhatIsShown(reviewId, shown),
      ...(asked === "review.decide" ? { act } : {}),
      reason,
    }));
  }
  await run("gate", `${model}@champion`, "--env", "production");
}
