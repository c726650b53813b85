import { type StrictJson, type TableName, tableNames, tables } from "@countersign/record";
import { bigint, boolean, jsonb, pgSchema, text } from "drizzle-orm/pg-core";

/** The drizzle tables of the governed rows, made from the one list that the log uses too. */
const gov = pgSchema("gov");

const builders = {
  t: () => text().notNull(),
  "t?": () => text(),
  n: () => bigint({ mode: "number" }).notNull(),
  b: () => boolean().notNull(),
  a: () => text().array().notNull(),
  "a?": () => text().array(),
  j: () => jsonb().$type<StrictJson>().notNull(),
  "j?": () => jsonb().$type<StrictJson>(),
};
type Kind = keyof typeof builders;

function governed<T extends TableName>(name: T) {
  const columns = Object.fromEntries(
    Object.entries<Kind>(tables[name].columns).map(([column, kind]) => [column, builders[kind]()]),
  );
  return gov.table(name, columns as Columns<T>);
}
type Columns<T extends TableName> = {
  [C in keyof (typeof tables)[T]["columns"]]: (typeof tables)[T]["columns"][C] extends Kind
    ? ReturnType<(typeof builders)[(typeof tables)[T]["columns"][C]]>
    : never;
};

type Schema = { [T in TableName]: ReturnType<typeof governed<T>> };
export const schema = Object.fromEntries(tableNames.map((name) => [name, governed(name)])) as unknown as Schema;
