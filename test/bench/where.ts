import { newWorld, type World } from "@countersign/testing";
import pg from "pg";
import { addModels, eventOf, plainAudit } from "./changes.ts";
import type { Bench } from "./instance.ts";

const changes = 1000;
const steps = ["begin", "change", "record", "commit"] as const;
type Step = (typeof steps)[number];

export interface WhereFigures {
  kind: string;
  /** Microseconds of each statement, as one client alone sees it. */
  micros: Record<Step, number>;
}

const kinds: { kind: string; ddl: string; plain: boolean }[] = [
  { kind: "plain", ddl: plainAudit, plain: true },
  {
    kind: "event, completeness off",
    ddl: "alter table gov.model disable trigger require_event; alter table audit.event disable trigger require_rows",
    plain: false,
  },
  { kind: "event, row → event", ddl: "alter table audit.event disable trigger require_rows", plain: false },
  { kind: "governed", ddl: "", plain: false },
];

/** Where the time of one transaction goes: each kind adds one thing to the one before it. */
export async function measureWhere(bench: Bench): Promise<WhereFigures[]> {
  const figures: WhereFigures[] = [];
  for (const { kind, ddl, plain } of kinds) {
    const world = await newWorld(bench.templates);
    if (ddl) await world.database.admin.pool.query(ddl);
    figures.push({ kind, micros: await timed(world, plain) });
    await world.end();
  }
  return figures;
}

async function timed(world: World, plain: boolean): Promise<Record<Step, number>> {
  const models = await addModels(world.deps, world.people.amara, 200);
  const client = new pg.Client({ connectionString: world.database.url("countersign_app") });
  await client.connect();
  const total: Record<Step, number> = { begin: 0, change: 0, record: 0, commit: 0 };
  for (let n = -200; n < changes; n++) {
    const model = { ...models[(n + 200) % models.length], title: `Measured ${n}` } as (typeof models)[number];
    const event = eventOf(world.deps, "model.edited", model);
    const queries: Record<Step, [string, unknown[]]> = {
      begin: ["begin", []],
      change: [
        "update gov.model set title = $1 where id = $2 and state = $3 returning *",
        [model.title, model.id, model.state],
      ],
      record: plain
        ? [
            "insert into public.audit (actor, act, entity, row) values ($1, 'model.edited', $2, $3::jsonb)",
            [model.owner_id, model.id, JSON.stringify(model)],
          ]
        : ["select audit.append(array[$1::bytea], $2::integer[])", [Buffer.from(event.bytes), [event.place]]],
      commit: ["commit", []],
    };
    for (const step of steps) {
      const began = performance.now();
      await client.query(...queries[step]);
      if (n >= 0) total[step] += performance.now() - began;
    }
  }
  await client.end();
  return Object.fromEntries(steps.map((step) => [step, (total[step] * 1000) / changes])) as Record<Step, number>;
}
