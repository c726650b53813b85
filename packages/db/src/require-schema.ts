import type pg from "pg";
import type { Database } from "./connect.ts";

/** The last migration that this program knows. Raised together with the files in `migrations/`; a test compares. */
export const schemaVersion = "0013-jobs.sql";

/** Refuses, with a sentence, a database whose schema is not the one this program was built for. */
export async function requireCurrentSchema(database: Pick<Database, "pool">): Promise<void> {
  const problem = await schemaProblem(database.pool);
  if (problem) throw new Error(problem);
}

/** Why this program cannot use the database's schema, in a sentence, or null. */
export async function schemaProblem(connection: pg.Pool | pg.Client): Promise<string | null> {
  const applied = await connection
    .query<{ name: string }>("select name from countersign.migration order by name desc limit 1")
    .catch((error: { code?: string }) => {
      if (error.code === "42P01" || error.code === "3F000") return { rows: [] };
      throw error;
    });
  const newest = applied.rows[0]?.name;
  if (newest === schemaVersion) return null;
  return newest === undefined
    ? "This database has no Countersign schema. Run `countersign migrate` first."
    : `This database has the schema ${newest}; this program knows ${schemaVersion}. Run the same version everywhere.`;
}
