import { type Attempt, denied, notOwner } from "./attempt.ts";

const one = (attempt: string, statement: string, refusedBy: string, role?: Attempt["role"]): Attempt => ({
  attempt,
  refusedBy,
  ...(role ? { role } : {}),
  steps: (sql) => sql.query(statement),
});

/** Rows that nobody may take away, and privileges that nobody may take. */
export const privileges: Attempt[] = [
  one("decisions are deleted", "delete from gov.decision", denied("table decision")),
  one("decisions are truncated", "truncate gov.decision cascade", denied("table decision")),
  one("events are truncated", "truncate audit.event cascade", denied("table event")),
  one("governed rows are deleted by the migrator", "delete from gov.decision", "no_delete", "countersign_migrator"),
  one(
    "governed rows are truncated by the migrator",
    "truncate gov.decision cascade",
    "no_truncate",
    "countersign_migrator",
  ),
  one("a version's files are deleted", "delete from gov.version_file", denied("table version_file")),
  one("a trigger is disabled", "alter table gov.decision disable trigger guard", notOwner("table decision")),
  one("every trigger is disabled", "alter table gov.decision disable trigger all", notOwner("table decision")),
  one("completeness is dropped", "drop trigger require_event on gov.decision", notOwner("relation decision")),
  one("a constraint is dropped", "drop index gov.decision_once", notOwner("index decision_once")),
  one(
    "triggers are switched off for the session",
    "set session_replication_role = replica",
    'permission denied to set parameter "session_replication_role"',
  ),
  one(
    "the worker switches triggers off",
    "set session_replication_role = replica",
    'permission denied to set parameter "session_replication_role"',
    "countersign_worker",
  ),
  one(
    "the migrator switches triggers off",
    "set session_replication_role = replica",
    'permission denied to set parameter "session_replication_role"',
    "countersign_migrator",
  ),
  one(
    "the application becomes the owner",
    "set role countersign_owner",
    'permission denied to set role "countersign_owner"',
  ),
  one(
    "the worker becomes the owner",
    "set role countersign_owner",
    'permission denied to set role "countersign_owner"',
    "countersign_worker",
  ),
  one(
    "the notary becomes the owner",
    "set role countersign_owner",
    'permission denied to set role "countersign_owner"',
    "countersign_notary",
  ),
  one(
    "the application becomes the worker",
    "set role countersign_worker",
    'permission denied to set role "countersign_worker"',
  ),
  one(
    "the application logs on as the worker",
    "set session authorization countersign_worker",
    'permission denied to set session authorization "countersign_worker"',
  ),
  one(
    "a function in a schema of ours",
    "create function gov.holds(text, text, integer) returns boolean language sql as 'select true'",
    denied("schema gov"),
  ),
  one(
    "a guard is replaced",
    "create or replace function gov.holds(person text, workspace text, wanted text) returns boolean language sql as 'select true'",
    denied("schema gov"),
  ),
  one(
    "a function in the public schema",
    "create function public.holds() returns boolean language sql as 'select true'",
    denied("schema public"),
  ),
  one(
    "a trigger of one's own",
    "create trigger t before insert on gov.decision for each row execute function audit.refuse_change()",
    denied("table decision"),
  ),
  one("a schema of one's own", "create schema side", denied("database")),
  one(
    "a role is passed on",
    "grant countersign_worker to countersign_app",
    'permission denied to grant role "countersign_worker"',
  ),
  one("a role is made", "create role countersign_other login superuser", "permission denied to create role"),
  one("a password is changed", "alter role countersign_notary password 'x'", "permission denied to alter role"),
  one("a table changes its owner", "alter table gov.decision owner to countersign_app", notOwner("table decision")),
  one("row images are read past the privileges", "select audit.row_now('person', 'x')", denied("function row_now")),
  one(
    "the worker reads password hashes",
    "select password_hash from ops.account",
    denied("table account"),
    "countersign_worker",
  ),
  one("the worker reads sessions", "select * from ops.session", denied("table session"), "countersign_worker"),
  one("the worker reads one-time links", "select * from ops.link", denied("table link"), "countersign_worker"),
  one(
    "the worker reads the secrets of tokens",
    "select * from ops.token_secret",
    denied("table token_secret"),
    "countersign_worker",
  ),
  one(
    "the notary reads password hashes",
    "select password_hash from ops.account",
    denied("schema ops"),
    "countersign_notary",
  ),
  one(
    "the application reads the server's password hashes",
    "select rolpassword from pg_authid",
    denied("table pg_authid"),
  ),
  one(
    "the application reads files of the server",
    "select pg_read_file('postgresql.conf')",
    denied("function pg_read_file"),
  ),
  one(
    "the application runs programs on the server",
    "copy (select 1) to program 'true'",
    "permission denied to COPY to or from an external program",
  ),
  one(
    "the application takes a job out of the queue",
    "delete from graphile_worker._private_jobs",
    denied("schema graphile_worker"),
  ),
  one("the application writes the list of migrations", "delete from countersign.migration", denied("table migration")),
];
