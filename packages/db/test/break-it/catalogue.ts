import type pg from "pg";
import { type Clause, clausesOf, type Edit, edited, requirementsOf } from "./clauses.ts";

/** A rule of the database that can be taken away alone. */
export interface Item {
  kind: "trigger" | "constraint" | "not null" | "guard" | "requirement";
  item: string;
  /** Names that a refusal by it carries. */
  names: string[];
  /** Where those names are refused: its table; null, where the names alone say it. */
  table: string | null;
  /** A statement that drops it, or what to change in a function. */
  remove: string | { definition: string; source: string; edit: Edit };
}

/** The statements that take these rules away together. */
export function removalsOf(...items: Item[]): string[] {
  const functions = new Map<string, { source: string; edits: Edit[] }>();
  const statements = items.flatMap(({ remove }) => {
    if (typeof remove === "string") return [remove];
    const { definition, source, edit } = remove;
    functions.set(definition, { source, edits: [...(functions.get(definition)?.edits ?? []), edit] });
    return [];
  });
  return [
    ...statements,
    ...[...functions].map(([definition, { source, edits }]) => definition.replace(source, () => edited(source, edits))),
  ];
}

const ours = "('gov', 'audit', 'ops')";

interface Listed {
  kind: Item["kind"];
  name: string;
  place: string;
  remove: string;
  table: string | null;
  /** Foreign keys that rest on it and fall with it. */
  resting: string[];
}

// After a change to a domain PostgreSQL takes no savepoint before a table has been changed too.
const listing = `
  select 'trigger' as kind, t.tgname as name, format('%I.%I', n.nspname, c.relname) as place, format('drop trigger %I on %I.%I', t.tgname, n.nspname, c.relname) as remove,
      format('%I.%I', n.nspname, c.relname) as table, '{}'::text[] as resting
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname in ${ours} and not t.tgisinternal
  union all select 'constraint', k.conname, k.conrelid::regclass::text, format('alter table %s drop constraint %I cascade', k.conrelid::regclass, k.conname), k.conrelid::regclass::text,
      array(select f.conname::text from pg_constraint f where f.contype = 'f' and f.conindid = k.conindid and k.contype in ('p', 'u') order by 1)
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace where n.nspname in ${ours} and k.conrelid <> 0 and k.contype in ('c', 'f', 'p', 'u', 'x')
  union all select 'constraint', k.conname, k.contypid::regtype::text, format('alter domain %1$s drop constraint %2$I; create table public.settled (x %1$s); drop table public.settled', k.contypid::regtype, k.conname), null, '{}'
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace where n.nspname in ${ours} and k.contypid <> 0
  union all select 'constraint', c.relname, i.indrelid::regclass::text, format('drop index %s', c.oid::regclass), i.indrelid::regclass::text, '{}'
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${ours} and i.indisunique and not exists (select 1 from pg_constraint k where k.conindid = c.oid)
  union all select 'not null', a.attname, c.oid::regclass::text, format('alter table %s alter column %I drop not null', c.oid::regclass, a.attname), c.oid::regclass::text, '{}'
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${ours} and c.relkind = 'r' and a.attnum > 0 and a.attnotnull and not a.attisdropped
      and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey))
  order by 1, 3, 2`;

/** Every trigger, constraint, unique index and column that may not be empty, and every clause of every function that refuses. */
export async function catalogue(pool: pg.Pool): Promise<Item[]> {
  const guards = await guardClauses(pool);
  const listed = await pool.query<Listed>(listing);
  const triggered = await pool.query<{ name: string; place: string; function: string }>(`
    select t.tgname as name, t.tgrelid::regclass::text as place, t.tgfoid::regproc::text as function from pg_trigger t where not t.tgisinternal`);
  const refusalsOf = (name: string, place: string): string[] => {
    const called = triggered.rows.find((row) => row.name === name && row.place === place)?.function;
    return [
      name,
      `${name} ${place}`,
      ...guards.filter((guard) => guard.item.startsWith(`${called}: `)).flatMap((guard) => guard.names),
    ];
  };
  return [
    ...listed.rows.map(({ kind, name, place, remove, table, resting }): Item => ({
      kind,
      item: kind === "not null" ? `${place}.${name}` : `${name} on ${place}`,
      table: resting.length > 0 ? null : table,
      remove,
      names:
        kind === "trigger"
          ? refusalsOf(name, place)
          : kind === "not null"
            ? [`not null ${place}.${name}`]
            : [name, ...resting],
    })),
    ...guards,
  ];
}

/** Clauses of the functions that refuse, and requirements of those that answer. */
async function guardClauses(pool: pg.Pool): Promise<Item[]> {
  const functions = await pool.query<{
    name: string;
    language: string;
    source: string;
    definition: string;
    triggers: string[];
  }>(`
    select p.oid::regproc::text as name, l.lanname as language, p.prosrc as source, pg_get_functiondef(p.oid) as definition,
      array(select format('%s %s', t.tgname, t.tgrelid::regclass) from pg_trigger t where t.tgfoid = p.oid order by 1) as triggers
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang where n.nspname in ${ours} and p.proname <> 'refuse' order by 1`);
  return functions.rows
    .flatMap(({ name, language, source, definition, triggers }) => {
      const item = ({ text, names, edit }: Clause): Item => ({
        kind: language === "sql" ? "requirement" : "guard",
        item: `${name}: ${[...names, text].join(": ")}`,
        table: null,
        remove: { definition, source, edit },
        names: names.flatMap((one) =>
          one === "tg_name" ? triggers.flatMap((trigger) => [trigger, trigger.split(" ")[0] ?? ""]) : [one],
        ),
      });
      return (language === "sql" ? requirementsOf(source) : clausesOf(source)).map(item);
    })
    .map((item, index, all) => {
      const before = all.slice(0, index).filter((other) => other.item === item.item).length;
      return before === 0 ? item : { ...item, item: `${item.item} (${before + 1})` };
    });
}
