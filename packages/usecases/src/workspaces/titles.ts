import { type Reader, sql } from "@countersign/db";

/** Names of the workspaces in which somebody holds a role, by name. */
export async function workspaceTitles(reader: Reader, personId: string): Promise<string[]> {
  const found = await reader.db.execute<{ title: string }>(sql`
    select w.title from gov.workspace w where exists (
      select 1 from gov.role_grant g where g.workspace_id = w.id and g.person_id = ${personId} and g.state = 'active')
    order by w.title`);
  return found.rows.map(({ title }) => title);
}
