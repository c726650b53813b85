import {
  createToken,
  deactivatePerson,
  defaultWorkspace,
  defineEnvironment,
  type Deps,
  goLive,
  grantRole,
  instanceState,
  invitePerson,
  makeSetUpLink,
  peopleList,
  personWithEmail,
  query,
  revokeToken,
  rotateToken,
  setUp,
} from "@countersign/usecases";
import type { Cast, DemoActor } from "./cast.ts";
import { collections } from "./collections.ts";
import { fraud } from "./fraud.ts";
import { tellEstate } from "./large.ts";
import { lending } from "./lending.ts";
import { loadTemplate } from "./light.ts";
import { clinical, credit, german, visits } from "./models.ts";
import { colleagues, demoPassword, demoPeople, type DemoPerson } from "./people.ts";
import { proposeRevision, publishClinicalSecond, publishPolicies } from "./policies.ts";
import { benchmark, cardLimits, overdrafts, planning, proposals, staffing, type Templates } from "./portfolio.ts";
import type { Prepared } from "./prepare.ts";
import { leaveSamples } from "./samples.ts";
import { Stage } from "./stage.ts";

const environments = [
  { key: "production", title: "Production", protects: ["champion"] },
  { key: "staging", title: "Staging", protects: ["candidate"] },
  { key: "shadow", title: "Shadow", protects: ["shadow"] },
];

interface Told {
  origin: string;
  began: Date;
  /** Of the estate around the story. */
  models: number;
  /** Folder for the bundles to try the verifier with. */
  samples: string;
  say: (line: string) => void;
}

/**
 * Northgate from set-up to today, through the same commands that people and CI use, with `models` more of its estate
 * around it. Returns who signs in with what.
 */
export async function tellStory(deps: Deps, { origin, began, models, samples, say }: Told): Promise<Prepared> {
  const stage = new Stage(deps, began);
  const admin = await firstAdministrator(stage, origin);
  const cast = await people(stage, admin);
  await Promise.all(
    environments.map((environment) =>
      stage.act(
        `environment:${environment.key}`,
        admin,
        defineEnvironment,
        { workspaceId: defaultWorkspace, ...environment },
        stage.at(410),
      ),
    ),
  );
  await publishPolicies(stage, cast);
  // Graham leaves when everything has been told that he signed: told again after a kill, he could not sign it any more.
  if (await isActive(stage, cast, cast.graham)) {
    await tellModels(stage, cast, samples);
    if (models > 0) await tellEstate(stage, cast, models, say);
  }
  const ended = { personId: cast.graham.personId };
  await stage.act("deactivate:graham", cast.marcus, deactivatePerson, ended, stage.at(95, 17));
  await proposeRevision(stage, cast);
  await tokens(stage, cast);
  const secret = await operatorSecret(stage, admin);
  // What is told again after a kill may be live already.
  if ((await instanceState(deps)) !== "live") await stage.actLive(admin, goLive, {});
  // From now on a role that signs takes two administrators: this one waits for the second.
  const asked = { personId: cast.jonas.personId, role: "validator" };
  await stage.actLive(admin, grantRole, asked, "grant:jonas");
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

async function isActive(stage: Stage, { marcus }: Cast, { personId }: DemoActor): Promise<boolean> {
  const list = await query(stage.deps, marcus, peopleList, {});
  if (!list.ok) throw new Error(`The people cannot be listed: ${list.refusal.kind}`);
  return list.value.some(({ id, state }) => id === personId && state === "active");
}

async function firstAdministrator(stage: Stage, origin: string): Promise<DemoActor> {
  const [first] = demoPeople;
  const known = await personWithEmail(stage.deps, first.email);
  if (known) return { kind: "user", personId: known };
  const link = await makeSetUpLink(stage.deps);
  const made = await stage.act<{ personId: string }>(
    "set-up",
    { kind: "operator", name: "seed" },
    setUp,
    { link, origin, name: first.name, email: first.email, password: demoPassword(first.key), workspace: "Northgate" },
    stage.at(420),
  );
  return { kind: "user", personId: made.personId };
}

/** Models that know nothing of each other are told at once: the worker checks one while another is signed. */
async function tellModels(stage: Stage, cast: Cast, samples: string): Promise<void> {
  const small = ["card", "test"];
  const templates: Templates = {
    binary: await loadTemplate(stage, cast.ci, "credit/countersign-1.0.yaml", small),
    regression: await loadTemplate(stage, cast.ci, "regression/countersign-1.0.yaml", small),
  };
  await Promise.all([
    overdrafts(stage, cast, templates),
    credit(stage, cast).then(() => leaveSamples(stage, cast, samples)),
    cardLimits(stage, cast, templates).then(() => staffing(stage, cast, templates)),
    clinical(stage, cast, () => publishClinicalSecond(stage, cast))
      .then(() => german(stage, cast))
      .then((model) => benchmark(stage, cast, templates, model)),
    fraud(stage, cast, templates.binary),
    lending(stage, cast, templates.binary)
      .then(() => visits(stage, cast))
      .then((model) => planning(stage, cast, templates, model)),
    collections(stage, cast, templates.binary).then(() => proposals(stage, cast, templates)),
  ]);
}

async function people(stage: Stage, admin: DemoActor): Promise<Cast> {
  const cast: Partial<Cast> = { ingrid: admin };
  const others = [
    ...demoPeople.slice(1).map((person) => ({ ...person, initialPassword: demoPassword(person.key) })),
    ...colleagues,
  ];
  await Promise.all(
    others.map(async (person, index) => {
      cast[person.key] = await hired(stage, admin, person, 2 * index);
    }),
  );
  const token = await stage.act<{ tokenId: string }>(
    "token:ci",
    admin,
    createToken,
    { label: "CI of credit-risk", ownerId: cast.tomas?.personId, roles: ["developer"], days: 366 },
    stage.at(330),
  );
  cast.ci = { kind: "token", tokenId: token.tokenId };
  return cast as Cast;
}

interface Hired extends DemoPerson {
  initialPassword?: string;
}

/** `minute`: of the morning on which everybody was invited, so that they stand in their order. */
async function hired(stage: Stage, admin: DemoActor, person: Hired, minute: number): Promise<DemoActor> {
  const { key, roles, ...invited } = person;
  const { personId } = await stage.act<{ personId: string }>(
    `invite:${key}`,
    admin,
    invitePerson,
    invited,
    stage.at(419, 9, minute),
  );
  for (const role of roles)
    await stage.act(`grant:${key}:${role}`, admin, grantRole, { personId, role }, stage.at(419, 10, minute));
  return { kind: "user", personId };
}

/** Beside that of CI: one that was replaced and revoked, one that ends within the week. */
async function tokens(stage: Stage, { ingrid, tomas, hanna }: Cast): Promise<void> {
  const make = (step: string, label: string, owner: DemoActor, role: string, days: number, at: string) =>
    stage.act<{ tokenId: string }>(
      `token:${step}`,
      ingrid,
      createToken,
      { label, ownerId: owner.personId, roles: [role], days },
      at,
    );
  const old = await make("jenkins", "Jenkins of credit-risk", tomas, "developer", 366, stage.at(350));
  await stage.act("token:jenkins:revoke", ingrid, revokeToken, { tokenId: old.tokenId }, stage.at(329, 15));
  await make("rosters", "Rosters of the branches", hanna, "deployer", 90, stage.at(85));
}

/** A secret is shown once: told again after a kill, the token gets a new one. */
async function operatorSecret(stage: Stage, admin: DemoActor): Promise<string> {
  const token = await stage.act<{ tokenId: string; secret: string | null }>(
    "token:operator",
    admin,
    createToken,
    { label: "operator", ownerId: admin.personId, roles: ["administrator"], days: 366 },
    stage.at(0),
  );
  const { tokenId } = token;
  return token.secret ?? (await stage.actLive<{ secret: string }>(admin, rotateToken, { tokenId })).secret;
}
