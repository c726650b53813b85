import { sql } from "@countersign/db";
import { appendEvents, insertRows, updateRow, writeTransaction } from "@countersign/db/write";
import { type Act, encodeOpenCore, type Row } from "@countersign/record";
import type { Deps } from "@countersign/usecases";

let titles = 0;

/** One governed row and its event, by the door's own SQL: compare-and-set, append; row and event are compared at commit. */
export const governedChange = (deps: Deps, model: Row<"model">): Promise<void> =>
  writeTransaction(deps.database, async (tx) => {
    const row = await updateRow(tx, "model", model.id, { title: `Measured ${++titles}` }, { state: model.state });
    if (!row) throw new Error(`${model.key} is gone`);
    await appendEvents(tx, [eventOf(deps, "model.edited", row)]);
  });

/** The same row by the same statement, and an INSERT into an audit table. */
export const plainChange = (deps: Deps, model: Row<"model">): Promise<void> =>
  writeTransaction(deps.database, async (tx) => {
    const row = await updateRow(tx, "model", model.id, { title: `Measured ${++titles}` }, { state: model.state });
    await tx.db.execute(
      sql`insert into public.audit (actor, act, entity, row) values (${model.owner_id}, 'model.edited', ${model.id}, ${JSON.stringify(row)}::jsonb)`,
    );
  });

/** What makes a copy of the instance the baseline: completeness off, an audit table with a primary key and nothing else. All guards stay. */
export const plainAudit = `
  alter table gov.model disable trigger require_event;
  create table public.audit (id bigint generated always as identity primary key, at timestamptz not null default clock_timestamp(),
    actor text not null, act text not null, entity text not null, row jsonb not null);
  grant usage on schema public to countersign_app; grant insert on public.audit to countersign_app`;

/** Models to be changed, registered with their events. */
export async function addModels(deps: Deps, ownerId: string, count: number): Promise<Row<"model">[]> {
  const models = Array.from({ length: count }, (_, n): Row<"model"> => ({
    id: deps.id("mdl"),
    workspace_id: "wsp_default",
    key: `bench-${n}`,
    title: "Measured",
    purpose: null,
    task: "binary",
    state: "proposed",
    tier: null,
    tier_answers: null,
    owner_id: ownerId,
    proposed_by: ownerId,
    next_number: 1,
    created_at: deps.now().toISOString(),
  }));
  for (let at = 0; at < count; at += 100) {
    const part = models.slice(at, at + 100);
    await writeTransaction(deps.database, async (tx) => {
      await insertRows(tx, "model", part);
      await appendEvents(
        tx,
        part.map((model) => eventOf(deps, "model.proposed", model)),
      );
    });
  }
  return models;
}

export function eventOf(deps: Deps, act: Act, model: Row<"model">) {
  const owner = model.owner_id;
  return encodeOpenCore({
    v: 1,
    act,
    id: deps.id("evt"),
    stream: `model:${model.id}`,
    actor: { kind: "user", id: owner, person: owner, roles: ["model_owner"] },
    ws: model.workspace_id,
    claimed_at: deps.now().toISOString(),
    origin: "live",
    cause: deps.id("req"),
    data: {},
    rows: [{ t: "model", row: { ...model } }],
    pii: [],
  });
}
