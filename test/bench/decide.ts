import { decideReview, signIn } from "@countersign/usecases";
import { emailOf, newWorld, passwordOf, type Review, type World } from "@countersign/testing";
import type { Bench } from "./instance.ts";
import { rateOf } from "./statistics.ts";

export interface DecideFigures {
  /** Decisions per second, all through `execute`, each with its password. */
  first: number;
  /** The deciding signature: grants the approval and moves the alias in the same transaction. */
  granting: number;
  /** Sign-ins per second: the same proof of identity (Argon2id, 64 MiB, 3 passes) and one row. It bounds the two above. */
  proofs: number;
  decisions: number;
}

const atOnce = 16;

/** The real `review.decide`: two approvers decide on each of `reviews` sealed, recommended versions. */
export async function measureDecide(bench: Bench, reviews: number): Promise<DecideFigures> {
  const world = await newWorld(bench.templates);
  const open: Review[] = [];
  for (let n = 0; n < reviews; n++) {
    const review = await world.sealed();
    await world.recommend(review);
    await world.read(review, "priya");
    await world.read(review, "daniel");
    open.push(review);
  }
  const first = await rateOf(atOnce, await Promise.all(open.map((review) => decision(world, review, "priya"))));
  const granting = await rateOf(atOnce, await Promise.all(open.map((review) => decision(world, review, "daniel"))));
  const proofs = await rateOf(
    atOnce,
    open.map((_, n) => async () => {
      const entered = await signIn(world.deps, {
        email: emailOf("priya"),
        password: passwordOf("priya"),
        source: `bench ${n}`,
        kind: "terminal",
      });
      if (!entered.ok) throw new Error(`sign-in: ${entered.reason}`);
    }),
  );
  await world.end();
  return { first, granting, proofs, decisions: 2 * reviews };
}

async function decision(world: World, review: Review, who: "priya" | "daniel"): Promise<() => Promise<void>> {
  const seen = await world.seen(review, who);
  return async () =>
    void (await world.act(who, decideReview, {
      ...seen,
      act: "approve",
      reason: "The evidence is complete and within limits.",
    }));
}
