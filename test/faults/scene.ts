import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { ciToken, countersign, withToken } from "../e2e/support/cli.ts";
import { select } from "../e2e/support/governed.ts";
import { fresh, ownModel, stories } from "../e2e/support/own.ts";
import type { Ready } from "../e2e/support/product.ts";
import { terminal, type Terminal } from "../e2e/support/terminal.ts";
import { until } from "./until.ts";

/** What was acknowledged while processes died: each must be in the log exactly once. */
interface Acknowledged {
  act: string;
  stream: string;
}

/** A running product to which faults happen. */
export interface Scene {
  ready: Ready;
  acknowledged: Acknowledged[];
  /** Everything that is not as it should be, a sentence each. */
  wrong: string[];
}

/** A command repeated under one idempotency key until it is acknowledged, as a client does whose connection broke. */
export async function command(
  { ready }: Scene,
  who: string,
  name: string,
  input: (as: Terminal) => Promise<object>,
): Promise<Record<string, unknown>> {
  const key = randomUUID();
  let body: object | undefined;
  return until(`${who}: ${name}`, async () => {
    const as = await terminal(ready, who);
    body ??= await input(as);
    const signs = name === "review.recommend" || name === "review.decide";
    const answer = await as.command(name, signs ? { ...body, password: as.password } : body, {
      "idempotency-key": key,
    });
    if (answer.status >= 300) throw new Error(answer.words || String(answer.status));
    return answer.body;
  });
}

export interface SubmittedVersion {
  model: string;
  /** `MODEL/NUMBER`. */
  name: string;
  reviewId: string;
  /** Runs the command line as CI does, until it succeeds. */
  run(...args: string[]): Promise<string>;
}

/** CI registers a version of the credit story and submits it; every step is repeated until it is acknowledged. */
export async function submitted({ ready }: Scene): Promise<SubmittedVersion> {
  let model = "";
  await until("a model", () => ownModel(ready, (model = fresh("faults"))));
  const ci = withToken(ready, await until("a token", () => ciToken(ready)));
  const once = async (...args: string[]): Promise<string> => {
    const ended = await countersign(args, ci);
    if (ended.code !== 0) throw new Error(ended.err + ended.out);
    return ended.out.trim();
  };
  const run = (...args: string[]): Promise<string> => until(`countersign ${args[0]}`, () => once(...args));
  const name = await run("register", join(stories, "credit"), "--file", "countersign-1.0.yaml", "--model", model);
  const reviewId = await until("submit", async () => {
    await once("submit", name, "--env", "production").catch(() => "perhaps done before its answer was cut off");
    const { reviews } = JSON.parse(await once("status", name, "--json")) as { reviews: { url: string }[] };
    const found = reviews[0]?.url.split("/").at(-1);
    if (!found) throw new Error("not submitted");
    return found;
  });
  return { model, name, reviewId, run };
}

/** How many comments a review has. Their words are no help in finding them: a row holds a digest in their place. */
export async function comments(ready: Ready, reviewId: string): Promise<number> {
  const found = await select(ready, "select 1 from gov.comment where review_id = $1", [reviewId]);
  return found.length;
}
