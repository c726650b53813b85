import { fakeId, type Forger, now } from "../forge.ts";
import { approvalRow, type Attempt, decisionRow, denied, find, rowOf } from "./attempt.ts";

const image = (t: "decision" | "approval" | "role_grant", row: object) => ({ t, row: row as Record<string, string> });
/** A row as it stands, and the same with one thing that is not so. */
const standing = async (sql: Forger, table: "person" | "model", id: string) => ({
  t: table,
  row: (await rowOf(sql, table, id)) as unknown as Record<string, string>,
});
const eventId = (sql: Forger): Promise<string> => find(sql, "select max(id) from audit.event");
/** An own type named as one of PostgreSQL's, with a cast that says what one likes, looked up before the server's. */
const impostor = (type: string, says: string): string => `
  create type pg_temp.${type} as enum ('${says}');
  create function pg_temp.say(pg_catalog.text) returns pg_temp.${type} language sql as $$ select '${says}'::pg_temp.${type} $$;
  create cast (pg_catalog.text as pg_temp.${type}) with function pg_temp.say(pg_catalog.text) as assignment;
  set search_path = pg_temp, pg_catalog`;

/** The log and the rows: neither without the other, and neither but as it happened. */
export const log: Attempt[] = [
  {
    attempt: "a change without an event",
    refusedBy: "require_event",
    steps: (sql, { world }) => sql.update("person", world.people.priya, { name: "x".repeat(43) }),
  },
  {
    attempt: "a decision without an event",
    refusedBy: "require_event",
    steps: (sql, s) => sql.insert("decision", decisionRow(s.open, s.world.people.priya, "approver", "approve")),
  },
  {
    attempt: "a change with an event of another stream",
    refusedBy: "require_event",
    steps: async (sql, { world }) =>
      sql.record(await sql.update("person", world.people.priya, { name: "x".repeat(43) }), {
        stream: `person:${world.people.ruth}`,
      }),
  },
  {
    attempt: "a change with an event that shows another row",
    refusedBy: "require_event",
    steps: async (sql, { world }) => {
      const done = await sql.update("person", world.people.priya, { name: "x".repeat(43) });
      await sql.record({ ...done, row: { ...done.row, name: "y".repeat(43) } });
    },
  },
  {
    attempt: "a change with an event of another table",
    refusedBy: "require_event",
    steps: async (sql, { world }) => {
      const done = await sql.update("person", world.people.priya, { name: "x".repeat(43) });
      await sql.record({ ...done, t: "model" }, { act: "person.renamed", stream: `person:${world.people.priya}` });
    },
  },
  {
    attempt: "a change with an event of an earlier transaction",
    refusedBy: "require_event",
    steps: (sql, { world }) => sql.query("update gov.person set state = state where id = $1", [world.people.ruth]),
  },
  {
    attempt: "an event at the wrong place of its stream",
    refusedBy: "next_of_stream",
    steps: async (sql, { world }) =>
      sql.record(await sql.update("person", world.people.priya, { name: "x".repeat(43) }), { sver: 99 }),
  },
  {
    attempt: "an event at a place that is taken",
    refusedBy: "next_of_stream",
    steps: async (sql, { world }) =>
      sql.record(await sql.update("person", world.people.priya, { name: "x".repeat(43) }), { sver: 1 }),
  },
  {
    attempt: "an event that leaves open another number than its place",
    refusedBy: "next_of_stream",
    steps: async (sql, { world }) => {
      const done = await sql.update("person", world.people.priya, { name: "x".repeat(43) });
      const core = JSON.stringify({
        id: fakeId("evt"),
        origin: "live",
        rows: [done],
        stream: `person:${world.people.priya}`,
        sver: 1,
        v: 1,
      });
      await sql.query("select audit.append(array[convert_to($1, 'UTF8')], array[$2::integer])", [
        core,
        core.lastIndexOf("1"),
      ]);
    },
  },
  {
    attempt: "a stream that does not begin at 1",
    refusedBy: "first_of_stream",
    steps: (sql) =>
      sql.record([], {
        act: "trail.read",
        stream: "trail:new",
        sver: 2,
        data: { scope: null, from_index: null, count: null },
      }),
  },
  {
    attempt: "a decision in the log alone",
    refusedBy: "require_rows",
    steps: (sql, s) => sql.record(image("decision", decisionRow(s.own, s.world.people.ada, "approver", "approve"))),
  },
  {
    attempt: "an approval in the log alone",
    refusedBy: "require_rows",
    steps: (sql, s) => sql.record(image("approval", approvalRow(s.fresh))),
  },
  {
    attempt: "the worker writes a decision into the log alone",
    role: "countersign_worker",
    refusedBy: "require_rows",
    steps: (sql, s) => sql.record(image("decision", decisionRow(s.open, s.world.people.priya, "approver", "approve"))),
  },
  {
    attempt: "a role in the log that is only asked for in the table",
    refusedBy: "require_rows",
    steps: async (sql, { world }) => {
      const done = await sql.insert("role_grant", {
        id: fakeId("grn"),
        person_id: world.people.nobody,
        workspace_id: "wsp_default",
        role: "approver",
        state: "pending",
        bootstrap: false,
        granted_by: world.people.ingrid,
        confirmed_by: null,
        granted_at: now(),
        confirmed_at: null,
        ended_at: null,
      });
      await sql.record(done);
      await sql.record(image("role_grant", { ...done.row, state: "active", confirmed_by: world.people.marcus }));
    },
  },
  {
    attempt: "a false row in the log after a true one",
    refusedBy: "require_rows",
    steps: async (sql, { world }) => {
      const person = await standing(sql, "person", world.people.priya);
      await sql.record([await standing(sql, "model", world.modelId), person], {
        act: "model.edited",
        stream: "trail:first",
      });
      await sql.record({ ...person, row: { ...person.row, state: "deactivated" } }, { act: "person.renamed" });
    },
  },
  {
    attempt: "a false row in the log before a true one of another table",
    refusedBy: "require_rows",
    steps: async (sql, { world }) => {
      const person = await standing(sql, "person", world.people.priya);
      await sql.record([{ t: "role_grant", row: { ...person.row, person_id: world.people.priya } }, person], {
        act: "person.renamed",
        stream: "trail:first",
      });
    },
  },
  {
    attempt: "a false row in the log before a true one of somebody else",
    refusedBy: "require_rows",
    steps: async (sql, { world }) => {
      const person = await standing(sql, "person", world.people.priya);
      await sql.record(
        [{ ...person, row: { ...person.row, state: "deactivated" } }, await standing(sql, "person", world.people.ruth)],
        { act: "person.renamed", stream: "trail:first" },
      );
    },
  },
  {
    attempt: "an event that has no place, and leaves none open",
    refusedBy: "next_of_stream",
    steps: (sql) =>
      sql.query(
        'select audit.append(array[convert_to(\'{"id":"evt_x","stream":"trail:x","origin":"live","rows":[]}\', \'UTF8\')], array[0])',
      ),
  },
  {
    attempt: "an act told as history when the instance is live",
    refusedBy: "origin_closed",
    steps: async (sql, { world }) =>
      sql.record(await sql.update("person", world.people.priya, { name: "x".repeat(43) }), { origin: "seed" }),
  },
  {
    attempt: "a type of one's own tells the log that set-up goes on",
    refusedBy: "origin_closed",
    steps: async (sql, { world }) => {
      const done = await sql.update("person", world.people.priya, { name: "x".repeat(43) });
      await sql.query(impostor("text", "setup"));
      await sql.record(done, { origin: "seed" });
    },
  },
  {
    attempt: "a type of one's own tells a guard that a frozen version is a draft",
    refusedBy: "frozen",
    steps: async (sql, s) => {
      await sql.query(impostor("text", "draft"));
      await sql.query(
        "insert into gov.version_file select $1, version_id, role, part, 'other.onnx', sha256, size from gov.version_file where version_id = $2 limit 1",
        [fakeId("fil"), s.open.versionId],
      );
    },
  },
  {
    attempt: "an event written past the door",
    refusedBy: denied("table event"),
    steps: (sql) =>
      sql.query("insert into audit.event (event_id, stream, sver, core) values ('evt_x', 'trail:x', 1, '{}')"),
  },
  {
    attempt: "the head of a stream is set back",
    refusedBy: denied("table stream"),
    steps: (sql) => sql.query("update audit.stream set sver = 1"),
  },
  {
    attempt: "an event is rewritten",
    refusedBy: denied("table event"),
    steps: async (sql) => sql.query("update audit.event set core = '{}' where id = $1", [await eventId(sql)]),
  },
  {
    attempt: "an event is deleted",
    refusedBy: denied("table event"),
    steps: async (sql) => sql.query("delete from audit.event where id = $1", [await eventId(sql)]),
  },
  {
    attempt: "an event is kept from the notary",
    refusedBy: denied("table pending"),
    steps: (sql) => sql.query("delete from audit.pending"),
  },
  {
    attempt: "a leaf is written by the application",
    refusedBy: denied("table leaf"),
    steps: (sql) => sql.query("insert into audit.leaf values (0, 'evt_x', '', '')"),
  },
  {
    attempt: "a checkpoint is written by the application",
    refusedBy: denied("table checkpoint"),
    steps: (sql) => sql.query("insert into audit.checkpoint (size, note) values (1, 'forged')"),
  },
  {
    attempt: "a disclosure is rewritten",
    refusedBy: denied("table disclosure"),
    steps: (sql) => sql.query("update audit.disclosure set encoded = 'x'"),
  },
  {
    attempt: "a disclosure is deleted",
    refusedBy: denied("table disclosure"),
    steps: (sql) => sql.query("delete from audit.disclosure"),
  },
  {
    attempt: "a disclosure under another's digest",
    refusedBy: "disclosure_check",
    steps: (sql) => sql.query("insert into audit.disclosure values ($1, 'WyJzYWx0Il0')", ["x".repeat(43)]),
  },
  {
    attempt: "a document under another's digest",
    refusedBy: "blob_check",
    steps: (sql) => sql.query("insert into audit.blob values ($1, 'forged')", ["0".repeat(64)]),
  },
  {
    attempt: "a policy document is rewritten",
    refusedBy: denied("table blob"),
    steps: (sql) => sql.query("update audit.blob set bytes = '{}'"),
  },
  {
    attempt: "the migrator rewrites an event",
    role: "countersign_migrator",
    refusedBy: "no_change",
    steps: async (sql) => sql.query("update audit.event set core = '{}' where id = $1", [await eventId(sql)]),
  },
  {
    attempt: "the migrator deletes an event",
    role: "countersign_migrator",
    refusedBy: "no_change",
    steps: async (sql) => sql.query("delete from audit.event where id = $1", [await eventId(sql)]),
  },
  {
    attempt: "the notary rewrites an event",
    role: "countersign_notary",
    refusedBy: denied("table event"),
    steps: async (sql) => sql.query("update audit.event set core = '{}' where id = $1", [await eventId(sql)]),
  },
  {
    attempt: "the notary appends an event",
    role: "countersign_notary",
    refusedBy: denied("function append"),
    steps: (sql) => sql.query("select audit.append(array[]::bytea[])"),
  },
  {
    attempt: "the notary rewrites a leaf",
    role: "countersign_notary",
    refusedBy: denied("table leaf"),
    steps: (sql) => sql.query("update audit.leaf set bytes = ''"),
  },
  {
    attempt: "the notary changes a governed row",
    role: "countersign_notary",
    refusedBy: denied("table review"),
    steps: (sql, s) => sql.update("review", s.open.reviewId, { state: "approved" }),
  },
];
