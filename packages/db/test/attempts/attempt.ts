import type { Row, TableName } from "@countersign/db";
import type { LoginRole } from "../../src/migrate.ts";
import { fakeId, type Forger, now } from "../forge.ts";
import type { Scene } from "../bare-review.ts";
import type { Scenes } from "../scenes.ts";

/** One way round the rules, in one transaction under a role that the processes use. */
export interface Attempt {
  attempt: string;
  /** Default: the application's own role. */
  role?: LoginRole;
  /** Name of the guard, constraint or trigger, or the server's sentence about the privilege that is not there. */
  refusedBy: string;
  steps(sql: Forger, scenes: Scenes): Promise<unknown>;
}

export const denied = (what: string): string => `permission denied for ${what}`;
export const notOwner = (what: string): string => `must be owner of ${what}`;

/** Everything about a signature is right but for `change`. */
export function decisionRow(
  scene: Scene,
  person: string,
  role: string,
  act: string,
  change: Partial<Row<"decision">> = {},
): Row<"decision"> {
  return {
    id: fakeId("dec"),
    review_id: scene.reviewId,
    round_id: scene.round.id,
    person_id: person,
    role,
    act,
    evidence_sha256: scene.round.evidence_sha256 ?? "e".repeat(64),
    conditions_sha256: null,
    statement_sha256: "5".repeat(64),
    reason: null,
    state: "valid",
    authenticated_at: now(),
    signed_at: now(),
    ended_at: null,
    ...change,
  };
}

export async function decide(sql: Forger, ...decision: Parameters<typeof decisionRow>): Promise<void> {
  await sql.record(await sql.insert("decision", decisionRow(...decision)));
}

/** Both approvers' signatures, forged with every form kept. */
export async function quorum(
  sql: Forger,
  { world }: Scenes,
  scene: Scene,
  change: Partial<Row<"decision">> = {},
  act = "approve",
): Promise<void> {
  await decide(sql, scene, world.people.priya, "approver", act, change);
  await decide(sql, scene, world.people.daniel, "approver", act, change);
}

export function approvalRow(scene: Scene, change: Partial<Row<"approval">> = {}): Row<"approval"> {
  const { review, round } = scene;
  return {
    id: fakeId("apr"),
    review_id: review.id,
    round_id: round.id,
    version_id: review.version_id,
    model_id: review.model_id,
    workspace_id: review.workspace_id,
    environment_id: review.environment_id,
    policy_revision_id: review.policy_revision_id,
    evidence_sha256: round.evidence_sha256 ?? "e".repeat(64),
    conditions_sha256: null,
    state: "valid",
    granted_at: now(),
    valid_until: now(30),
    ended_at: null,
    ...change,
  };
}

export async function grant(sql: Forger, scene: Scene, change: Partial<Row<"approval">> = {}): Promise<void> {
  await sql.record(await sql.insert("approval", approvalRow(scene, change)));
}

/** Moves a row on, with its event. */
export async function move<T extends TableName>(
  sql: Forger,
  table: T,
  id: string,
  set: Partial<Row<T>>,
): Promise<void> {
  await sql.record(await sql.update(table, id, set));
}

/** The first value of the first row. */
export async function find(sql: Forger, text: string, values: unknown[] = []): Promise<string> {
  const found = await sql.query(text, values);
  return String(Object.values(found.rows[0] ?? {})[0]);
}

/** A row as it stands. */
export async function rowOf<T extends TableName>(sql: Forger, table: T, id: string): Promise<Row<T>> {
  const found = await sql.query(`select to_jsonb(x) as row from gov.${table} x where id = $1`, [id]);
  return found.rows[0]?.["row"] as unknown as Row<T>;
}
