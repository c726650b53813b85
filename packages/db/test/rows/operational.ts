import { bad, type BadRow } from "./row.ts";

const required: Record<string, string[]> = {
  account: ["email", "failed"],
  session: ["person_id", "kind", "created_at", "seen_at", "expires_at"],
  link: ["purpose", "expires_at"],
  token_secret: ["secret_sha256"],
  sign_in_attempt: ["source", "at"],
  idempotency: ["command", "input_sha256", "result", "at"],
  artifact: ["size", "stored_at"],
  check_progress: ["worker", "note", "at"],
  credential_reset: ["person_id", "asked_by", "at"],
  snooze: ["round", "until"],
  saved_view: ["selection"],
  preference: ["notices"],
  practice: ["state", "work"],
  notice: ["person_id", "kind", "thing", "dedupe", "facts", "at", "attempts"],
  job: ["person_id", "kind", "input", "state", "attempts", "takings", "created_at", "expires_at"],
  notice_cursor: ["last_event", "known", "swept_until", "planned_until"],
};

/** Operational tables have constraints alone: what is no act has no guard. */
export const operational: BadRow[] = [
  bad("account_email_check", "ops.account", "email = 'Priya@northgate.example'"),
  bad("account_email_check", "ops.account", "email = repeat('x', 321)"),
  bad("session_kind_check", "ops.session", "kind = 'telnet'"),
  bad("link_purpose_check", "ops.link", "purpose = 'anything'"),
  bad("idempotency_key_check", "ops.idempotency", "key = repeat('x', 201)"),
  bad("saved_view_page_check", "ops.saved_view", "page = 'people'"),
  bad("saved_view_name_check", "ops.saved_view", "name = ''"),
  bad("saved_view_selection_check", "ops.saved_view", "selection = repeat('x', 2001)"),
  bad("preference_language_check", "ops.preference", "language = 'la'"),
  bad("preference_zone_check", "ops.preference", "zone = repeat('x', 65)"),
  bad("preference_notices_check", "ops.preference", "notices = '[]'"),
  bad("preference_check", "ops.preference", "quiet_from = '22:00'"),
  bad("practice_state_check", "ops.practice", "state = 'failed'"),
  bad("practice_decision_check", "ops.practice", "decision = 'waive', found = 'found', at = now()"),
  bad("practice_found_check", "ops.practice", "decision = 'reject', found = 'half', at = now()"),
  bad("practice_work_check", "ops.practice", "work = '[]'"),
  bad("practice_check", "ops.practice", "decision = 'reject'"),
  bad("practice_check1", "ops.practice", "state = 'done'"),
  bad("job_kind_check", "ops.job", "kind = 'gossip'"),
  bad("job_state_check", "ops.job", "state = 'somehow'"),
  bad("job_done_has_file", "ops.job", "state = 'done'"),
  bad("job_failed_has_problem", "ops.job", "state = 'failed'"),
  bad("notice_kind_check", "ops.notice", "kind = 'gossip'"),
  bad("notice_cursor_id_check", "ops.notice_cursor", "id = false"),
  bad("artifact_size_check", "ops.artifact", "size = -1"),
  {
    refusedBy: "account_email_key",
    table: "ops.account",
    statements: ["update ops.account set email = (select min(email) from ops.account)"],
  },
  {
    refusedBy: "token_secret_secret_sha256_key",
    table: "ops.token_secret",
    statements: [
      "insert into ops.token_secret select token_id, generation + 1, secret_sha256, ended_at from ops.token_secret",
    ],
  },
  {
    refusedBy: "notice_person_id_dedupe_key",
    table: "ops.notice",
    statements: [
      "insert into ops.notice select 'ntc_two', person_id, kind, thing, version_id, dedupe, facts, at from ops.notice",
    ],
  },
  ...(
    [
      ["account", "person_id"],
      ["session", "person_id"],
      ["link", "person_id"],
      ["token_secret", "token_id"],
      ["credential_reset", "person_id"],
      ["credential_reset", "asked_by"],
      ["credential_reset", "confirmed_by"],
      ["snooze", "person_id"],
      ["snooze", "review_id"],
      ["saved_view", "person_id"],
      ["preference", "person_id"],
      ["practice", "person_id"],
      ["job", "person_id"],
      ["notice", "person_id"],
      ["notice", "version_id"],
    ] as const
  ).map(([table, column]) => bad(`${table}_${column}_fkey`, `ops.${table}`, `${column} = 'nowhere'`)),
  ...Object.entries(required).flatMap(([table, columns]): BadRow[] => [
    {
      refusedBy: `${table}_pkey`,
      table: `ops.${table}`,
      statements: [
        `insert into ops.${table} ${table === "sign_in_attempt" ? "overriding system value" : ""} select * from ops.${table} limit 1`,
      ],
    },
    ...columns.map((column) => bad(`not null ops.${table}.${column}`, `ops.${table}`, `${column} = null`)),
  ]),
];
