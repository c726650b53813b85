import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { roleUrl } from "@countersign/db/migrate";
import { parseVkey, verifyCheckpoint } from "@countersign/tlog";
import pg from "pg";
import type { Secrets } from "./secrets.ts";

/**
 * Refuses, before anything is changed, a database that belongs to another data folder: its notary's key is there, and the
 * passwords of its running processes would be replaced. A folder's own is one whose log it signs; where the notary runs
 * elsewhere (`withNotary` false), one whose logins it knows.
 */
export async function requireOwnDatabase(
  adminUrl: string,
  { data, passwords, withNotary }: { data: string; passwords: Secrets["passwords"]; withNotary: boolean },
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const note = await latestCheckpoint(client);
    const signs = note === null ? null : await signedHere(note, data);
    if (signs === true) return;
    const roles = await client.query("select 1 from pg_roles where rolname = 'countersign_app'");
    if (roles.rowCount === 0 && note === null) return;
    const needsKey = withNotary && note !== null;
    if (signs === null && !needsKey && (await opens(roleUrl(adminUrl, "countersign_app", passwords.countersign_app))))
      return;
    throw new Error(
      note === null
        ? `The roles of this database server were made by another data folder than ${data}, and their passwords would be replaced. Start with that folder (--data DIR), or use a database on another server. Nothing was changed.`
        : `This database is already used by another data folder than ${data}: the key of its log is not there. Start with the folder it was made with (--data DIR), or use a new database on another server. Nothing was changed.`,
    );
  } finally {
    await client.end();
  }
}

async function latestCheckpoint(client: pg.Client): Promise<string | null> {
  const table = await client.query<{ there: boolean }>("select to_regclass('audit.checkpoint') is not null as there");
  if (!table.rows[0]?.there) return null;
  const latest = await client.query<{ note: string }>("select note from audit.checkpoint order by size desc limit 1");
  return latest.rows[0]?.note ?? null;
}

/** Whether the key of this folder's notary signed the log; null where the folder has no notary of its own. */
async function signedHere(note: string, data: string): Promise<boolean | null> {
  const text = await readFile(join(data, "notary", "vkey"), "utf8").catch(() => null);
  if (text === null) return null;
  const key = parseVkey(text.trim());
  return key.ok && verifyCheckpoint(note, key.key).ok;
}

/** Whether a login is let in. A server that is not there, or is full, is no refusal of the password: its error goes on. */
async function opens(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  return client.connect().then(
    () => client.end().then(() => true),
    (error: { code?: string }) => {
      if (error.code === "28P01" || error.code === "28000") return false;
      throw error;
    },
  );
}
