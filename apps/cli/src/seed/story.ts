import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  type Actor,
  confirmPolicy,
  createToken,
  defaultWorkspace,
  defineEnvironment,
  type Deps,
  goLive,
  grantRole,
  invitePerson,
  makeSetUpLink,
  personWithEmail,
  publishPolicy,
  rotateToken,
  setUp,
} from "@countersign/usecases";
import { parse } from "yaml";
import type { Cast } from "./cast.ts";
import { tellEstate } from "./large.ts";
import { clinical, credit, smaller } from "./models.ts";
import { demoPassword, demoPeople } from "./people.ts";
import { lived } from "./portfolio.ts";
import type { Prepared } from "./prepare.ts";
import { Stage } from "./stage.ts";

const policyFolder = fileURLToPath(new URL("./policies/", import.meta.url));
const largeFolder = fileURLToPath(new URL("./large/", import.meta.url));
const clinicalSecond = "lesion-triage-production.2.yaml";

/**
 * Northgate from set-up to today, through the same commands that people and CI use, with `models` more of its estate
 * around it. Returns who signs in with what.
 */
export async function tellStory(
  deps: Deps,
  { origin, began, models, say }: { origin: string; began: Date; models: number; say: (line: string) => void },
): Promise<Prepared> {
  const stage = new Stage(deps, began);
  const admin = await firstAdministrator(stage, origin);
  const cast = await people(stage, admin);
  await stage.act(
    "environment:production",
    admin,
    defineEnvironment,
    { workspaceId: defaultWorkspace, key: "production", title: "Production", protects: ["champion"] },
    stage.at(410),
  );
  await stage.act(
    "environment:staging",
    admin,
    defineEnvironment,
    { workspaceId: defaultWorkspace, key: "staging", title: "Staging", protects: ["candidate"] },
    stage.at(410),
  );
  const files = (await readdir(policyFolder)).filter((file) => file !== clinicalSecond).toSorted();
  for (const file of files) await publish(stage, cast, file, 400);
  await credit(stage, cast);
  await clinical(stage, cast, () => publish(stage, cast, clinicalSecond, 30));
  await smaller(stage, cast);
  await lived(stage, cast);
  if (models > 0)
    await tellEstate(stage, cast, models, () => publish(stage, cast, "shadow.yaml", 400, largeFolder), say);
  const token = await stage.act<{ tokenId: string; secret: string | null }>(
    "token:operator",
    admin,
    createToken,
    { label: "operator", ownerId: admin.personId, roles: ["administrator"], days: 366 },
    stage.at(0),
  );
  // A secret is shown once: told again after a kill, the token gets a new one.
  const secret =
    token.secret ?? (await stage.actLive<{ secret: string }>(admin, rotateToken, { tokenId: token.tokenId })).secret;
  await stage.actLive(admin, goLive, {});
  return {
    operatorToken: secret,
    setUpUrl: null,
    people: demoPeople.map(({ key, name, email, roles }) => ({
      name,
      email,
      password: demoPassword(key),
      roles: [...roles],
    })),
  };
}

async function firstAdministrator(stage: Stage, origin: string): Promise<Actor & { kind: "user"; personId: string }> {
  const [first] = demoPeople;
  const known = await personWithEmail(stage.deps, first.email);
  if (known) return { kind: "user", personId: known };
  const link = await makeSetUpLink(stage.deps);
  const made = await stage.act<{ personId: string }>(
    "set-up",
    { kind: "operator", name: "seed" },
    setUp,
    { link, origin, name: first.name, email: first.email, password: demoPassword(first.key) },
    stage.at(420),
  );
  return { kind: "user", personId: made.personId };
}

async function people(stage: Stage, admin: Actor & { kind: "user"; personId: string }): Promise<Cast> {
  const cast: Partial<Cast> = { ingrid: admin };
  for (const { key, name, email, roles } of demoPeople.slice(1)) {
    const { personId } = await stage.act<{ personId: string }>(
      `invite:${key}`,
      admin,
      invitePerson,
      { name, email, initialPassword: demoPassword(key) },
      stage.at(419),
    );
    for (const role of roles)
      await stage.act(`grant:${key}:${role}`, admin, grantRole, { personId, role }, stage.at(419, 10));
    cast[key] = { kind: "user", personId };
  }
  const tomas = cast.tomas?.personId ?? "";
  const token = await stage.act<{ tokenId: string }>(
    "token:ci",
    admin,
    createToken,
    { label: "CI of credit-risk", ownerId: tomas, roles: ["developer"], days: 366 },
    stage.at(330),
  );
  cast.ci = { kind: "token", tokenId: token.tokenId };
  return cast as Cast;
}

async function publish(stage: Stage, cast: Cast, file: string, days: number, folder = policyFolder): Promise<void> {
  const document = parse(await readFile(folder + file, "utf8")) as unknown;
  const proposed = await stage.act<{ revisionId: string }>(
    `policy:${file}`,
    cast.sofia,
    publishPolicy,
    { document },
    stage.at(days),
  );
  await stage.act(
    `policy:${file}:confirm`,
    cast.hanna,
    confirmPolicy,
    { revisionId: proposed.revisionId },
    stage.at(days, 14),
  );
}
