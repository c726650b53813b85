/**
 * Tables that change without an event, each with the reason why the record does not need it. Every other table is
 * governed (packages/record/src/tables.ts) or the log itself; a table in no list fails the catalogue test.
 */
export const operationalTables = {
  "ops.account": "credentials and lockout: never in the record",
  "ops.session": "who is signed in: ends at once, and is nobody's act",
  "ops.link": "one-time links: used once, then nothing",
  "ops.token_secret": "hashes of token secrets: the token itself is governed",
  "ops.sign_in_attempt": "counters of the rate limit",
  "ops.idempotency": "answers to repeated requests: what they did has its event",
  "ops.artifact": "which bytes the store holds, by their digest",
  "ops.check_progress": "how far a running check is",
  "ops.job":
    "what somebody has asked for that takes long, and how far it is: what it makes is recorded by its own commands",
  "ops.notice":
    "what somebody is told of what the record holds already, and whether a mail has gone: it changes nothing",
  "ops.notice_cursor": "how far the trail has been followed for notices",
  "ops.preference": "in which language, zone and way a person is told things: nobody else's, and it changes nothing",
  "ops.practice":
    "that a person has practised, and where their practice stands: it is no act, and no governed thing changes",
  "ops.saved_view": "selections of lists that a person has named: nobody else's, and they change nothing",
  "ops.snooze": "what a person has put off in their own inbox: nobody else sees it, and it changes nothing",
  "ops.credential_reset": "a reset that waits for its second administrator; the reset is an event",
  "countersign.migration": "which schema this database has",
} as const;

/** The log's own tables: written by `audit.append` and the notary. */
export const logTables = [
  "audit.stream",
  "audit.event",
  "audit.pending",
  "audit.leaf",
  "audit.tile",
  "audit.tree",
  "audit.checkpoint",
  "audit.disclosure",
  "audit.blob",
] as const;
