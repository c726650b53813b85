import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { parse } from "yaml";
import { countersign, withToken } from "../support/cli.ts";
import { ci, editedStory, fresh, type OwnVersion, ownModel, ownVersion } from "../support/own.ts";
import { newPerson, type NewPerson } from "../support/people.ts";
import { portalCookie } from "../support/portal.ts";
import { type Ready, root } from "../support/product.ts";
import { decide, markAll, recommended } from "../support/signing.ts";
import { idOf, operator, Terminal, terminal } from "../support/terminal.ts";
import { select } from "../support/governed.ts";

/** One way round the rules from outside the processes. */
export interface Attempt {
  attempt: string;
  way: "HTTP" | "command line";
  /** What the answer must contain: the words of what refused it. */
  refusedBy: string;
  /** Tries it, and answers what was said. Nothing governed may have changed afterwards. */
  run(stage: Stage): Promise<string>;
}

/** The same in a browser: what comes before the attempt proper, and may change something, is prepared. */
export interface BrowserAttempt {
  attempt: string;
  refusedBy: string;
  prepare(stage: Stage): Promise<Page>;
  /** What the page says afterwards. */
  run(page: Page, stage: Stage): Promise<string>;
}

const cast = ["Ingrid", "Marcus", "Priya", "Daniel", "Li Wei", "Sofia", "Amara", "Tomas", "Hanna", "Ruth"] as const;

/** What every attempt finds: people with sessions, and reviews in the states that somebody would want to get round. */
export interface Stage {
  ready: Ready;
  browser: Browser;
  modelId: string;
  at: Record<(typeof cast)[number], Terminal>;
  /** CI: a token of Tomas, developer. */
  ci: Terminal;
  operator: Terminal;
  /** Recommended, read by Priya and Daniel, signed by no approver. The second's conditions are proposed anew, Priya signs the third. */
  open: OwnVersion;
  moving: OwnVersion;
  tabs: OwnVersion;
  /** The same, signed by Priya. */
  half: OwnVersion;
  /** Recommended; Priya trained it. */
  own: OwnVersion;
  /** Seeded: planted faults; too little evidence; approved. Ids of reviews. */
  faulty: string;
  clinical: string;
  approved: string;
  /** An approver who was deactivated while signed in, and what her browser and terminal still hold. */
  gone: NewPerson & { cookie: string; terminal: Terminal };
  /** A grant of `approver` to Marcus that waits for a second administrator; Ingrid's token asked for it. */
  grantId: string;
  /** A revision of the models' policy without approvers' second signature, proposed by Sofia. */
  revisionId: string;
  /** A finding that a developer has answered. */
  findingId: string;
  /** Secrets of a token that was rotated and of one that was revoked. */
  former: string;
  revoked: string;
}

/** The grant that waits; on an instance that is used again the earlier one. */
async function waitingGrant(ready: Ready): Promise<string> {
  const personId = await idOf(ready, "Marcus");
  const [standing] = await select<{ id: string }>(
    ready,
    "select id from gov.role_grant where person_id = $1 and role = 'approver' and state = 'pending'",
    [personId],
  );
  return standing?.id ?? (await operator(ready).done("role.grant", { personId, role: "approver" }))["grantId"] ?? "";
}

async function laxerPolicy(sofia: Terminal): Promise<string> {
  const policy = parse(readFileSync(join(root, "packages/domain/data/policies/t1-binary-production.yaml"), "utf8")) as {
    signOffs: { role: string; count: number }[];
  };
  const document = { ...policy, signOffs: policy.signOffs.map((signOff) => ({ ...signOff, count: 1 })) };
  return (await sofia.done("policy.publish", { document }))["revisionId"] ?? "";
}

/** A token that an administrator made and then ended: its first secret. */
async function endedSecret(ready: Ready, by: "token.rotate" | "token.revoke"): Promise<string> {
  const made = await operator(ready).done("token.create", {
    label: "ends soon",
    ownerId: await idOf(ready, "Tomas"),
    roles: ["developer"],
  });
  await operator(ready).done(by, { tokenId: made["tokenId"] });
  return made["secret"] ?? "";
}

export async function setStage(ready: Ready, browser: Browser): Promise<Stage> {
  const at = Object.fromEntries(
    await Promise.all(cast.map(async (name) => [name, await terminal(ready, name)])),
  ) as Stage["at"];
  const model = fresh("bypass");
  const modelId = await ownModel(ready, model);
  const open = await ownVersion(ready, model, "open");
  const moving = await ownVersion(ready, model, "moving");
  const tabs = await ownVersion(ready, model, "tabs");
  const half = await ownVersion(ready, model, "half");
  const trained = editedStory((yaml) => yaml.replace("trainer: tomas.lind@", "trainer: priya.natarajan@"));
  const own = await ownVersion(ready, model, "own", trained, "countersign.yaml");
  for (const { reviewId } of [open, moving, tabs, half, own]) {
    await recommended(ready, reviewId);
    await markAll(at.Priya, reviewId);
  }
  await markAll(at.Daniel, open.reviewId);
  await decide(at.Priya, half.reviewId);
  const review = async (key: string, number: number): Promise<string> => {
    const [found] = await select<{ id: string }>(
      ready,
      "select r.id from gov.review r join gov.version v on v.id = r.version_id join gov.model m on m.id = v.model_id where m.key = $1 and v.number = $2",
      [key, number],
    );
    return found?.id ?? "";
  };
  const nadia = await newPerson(ready, browser, "Nadia Haddad", ["approver"]);
  const gone = { ...nadia, cookie: await portalCookie(ready, nadia), terminal: await terminal(ready, nadia) };
  await markAll(gone.terminal, open.reviewId);
  await operator(ready).done("person.deactivate", { personId: nadia.id });
  const [finding] = await select<{ id: string }>(ready, "select id from gov.finding where state = 'answered' limit 1");
  const token = (await ci(ready))["COUNTERSIGN_TOKEN"] ?? "";
  return {
    ready,
    browser,
    modelId,
    at,
    ci: new Terminal(ready.gateway, token),
    operator: operator(ready),
    open,
    moving,
    tabs,
    half,
    own,
    gone,
    grantId: await waitingGrant(ready),
    faulty: await review("credit-pd", 4),
    clinical: await review("lesion-triage", 2),
    approved: await review("doctor-visits", 1),
    revisionId: await laxerPolicy(at.Sofia),
    findingId: finding?.id ?? "",
    former: await endedSecret(ready, "token.rotate"),
    revoked: await endedSecret(ready, "token.revoke"),
  };
}

/** The command with a bearer secret of somebody; what was printed, with the exit code first. */
export async function run(stage: Stage, bearer: string, ...args: string[]): Promise<string> {
  const ended = await countersign(args, withToken(stage.ready, bearer));
  return `exit ${ended.code}: ${ended.err}${ended.out}`;
}
