import { tableNames, tables } from "@countersign/record";
import { governed } from "./governed.ts";
import { log } from "./log.ts";
import { operational } from "./operational.ts";
import { bad, type BadRow } from "./row.ts";

/** What every governed table has: no row is ever deleted, none changes without its event, each has one id and all that replay needs. */
const eachTable: BadRow[] = tableNames.flatMap((name): BadRow[] => {
  const table = `gov.${name}`;
  const needed = Object.entries<string>(tables[name].columns)
    .filter(([, kind]) => !kind.endsWith("?"))
    .map(([column]) => column);
  return [
    { refusedBy: `no_delete ${table}`, table, triggers: true, statements: [`delete from ${table}`] },
    { refusedBy: `no_truncate ${table}`, table, triggers: true, statements: [`truncate ${table} cascade`] },
    {
      refusedBy: `require_event ${table}`,
      table,
      triggers: true,
      statements: [
        `alter table ${table} disable trigger guard`,
        `update ${table} set id = id where id = (select id from ${table} limit 1)`,
      ],
    },
    { refusedBy: `${name}_pkey`, table, statements: [`insert into ${table} select * from ${table} limit 1`] },
    ...needed.map((column) => bad(`not null ${table}.${column}`, table, `${column} = null`)),
  ];
});

export const badRows: BadRow[] = [...governed, ...eachTable, ...log, ...operational];
