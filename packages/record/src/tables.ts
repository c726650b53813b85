/**
 * Every governed table: the columns of its rows, as they stand in the database and in the log,
 * and the stream that its changes belong to. `t` text, `n` integer, `b` boolean, `a` text array,
 * `j` JSON of the strict profile; `?` may be null. Times are text: ISO 8601 in UTC, to the millisecond.
 * Personal data and free text stand as the digest of a salted disclosure, never in clear.
 */
export const tables = {
  instance: {
    stream: ["instance", "id"],
    columns: { id: "t", state: "t", origin: "t", created_at: "t", live_at: "t?" },
  },
  person: {
    stream: ["person", "id"],
    columns: { id: "t", state: "t", name: "t", email: "t", created_at: "t" },
  },
  workspace: {
    stream: ["workspace", "id"],
    columns: { id: "t", key: "t", title: "t", practice: "b", created_at: "t" },
  },
  environment: {
    stream: ["workspace", "workspace_id"],
    columns: { id: "t", workspace_id: "t", key: "t", title: "t", protects: "a", created_at: "t" },
  },
  role_grant: {
    stream: ["person", "person_id"],
    columns: {
      id: "t",
      person_id: "t",
      workspace_id: "t",
      role: "t",
      state: "t",
      bootstrap: "b",
      granted_by: "t?",
      confirmed_by: "t?",
      granted_at: "t",
      confirmed_at: "t?",
      ended_at: "t?",
    },
  },
  token: {
    stream: ["token", "id"],
    columns: {
      id: "t",
      workspace_id: "t",
      label: "t",
      owner_id: "t",
      roles: "a",
      models: "a?",
      state: "t",
      generation: "n",
      expires_at: "t",
      created_at: "t",
      ended_at: "t?",
    },
  },
  policy: {
    stream: ["policy", "id"],
    columns: { id: "t", workspace_id: "t", key: "t", created_at: "t" },
  },
  policy_revision: {
    stream: ["policy", "policy_id"],
    columns: {
      id: "t",
      policy_id: "t",
      workspace_id: "t",
      number: "n",
      sha256: "t",
      state: "t",
      proposed_by: "t",
      confirmed_by: "t?",
      proposed_at: "t",
      published_at: "t?",
      ended_at: "t?",
    },
  },
  model: {
    stream: ["model", "id"],
    columns: {
      id: "t",
      workspace_id: "t",
      key: "t",
      title: "t",
      purpose: "t?",
      task: "t",
      state: "t",
      tier: "t?",
      tier_answers: "j?",
      owner_id: "t",
      next_number: "n",
      proposed_by: "t",
      created_at: "t",
    },
  },
  version: {
    stream: ["version", "id"],
    columns: {
      id: "t",
      model_id: "t",
      workspace_id: "t",
      number: "n",
      label: "t?",
      task: "t",
      state: "t",
      description: "t?",
      submission_sha256: "t",
      manifest_sha256: "t?",
      identity: "t?",
      drafted_by: "t",
      token_id: "t?",
      created_at: "t",
      frozen_at: "t?",
    },
  },
  version_file: {
    stream: ["version", "version_id"],
    columns: { id: "t", version_id: "t", role: "t", part: "t?", path: "t", sha256: "t", size: "n" },
  },
  version_part: {
    stream: ["version", "version_id"],
    columns: { id: "t", version_id: "t", part: "t", identity: "t", file_sha256: "t?" },
  },
  contributor: {
    stream: ["version", "version_id"],
    columns: { id: "t", version_id: "t", kind: "t", address: "t?", person_id: "t?", mapped_by: "t?" },
  },
  review: {
    stream: ["review", "id"],
    columns: {
      id: "t",
      version_id: "t",
      model_id: "t",
      workspace_id: "t",
      environment_id: "t",
      policy_revision_id: "t",
      tier: "t",
      state: "t",
      round: "n",
      requested_by: "t",
      requested_at: "t",
      due_at: "t",
      ended_at: "t?",
    },
  },
  round: {
    stream: ["review", "review_id"],
    columns: {
      id: "t",
      review_id: "t",
      number: "n",
      state: "t",
      base_version_id: "t?",
      evidence_sha256: "t?",
      opened_at: "t",
      sealed_at: "t?",
      closed_at: "t?",
    },
  },
  check_run: {
    stream: ["review", "review_id"],
    columns: {
      id: "t",
      review_id: "t",
      round_id: "t",
      check_key: "t",
      attempt: "n",
      state: "t",
      status: "t?",
      verdict: "t?",
      outcome: "t?",
      result_sha256: "t?",
      queued_at: "t",
      ended_at: "t?",
    },
  },
  section_mark: {
    stream: ["review", "review_id"],
    columns: {
      id: "t",
      review_id: "t",
      round_id: "t",
      person_id: "t",
      section: "t",
      content_sha256: "t",
      state: "t",
      marked_at: "t",
    },
  },
  comment: {
    stream: ["review", "review_id"],
    columns: { id: "t", review_id: "t", round_id: "t", person_id: "t", section: "t?", body: "t", written_at: "t" },
  },
  assignment: {
    stream: ["review", "review_id"],
    columns: {
      id: "t",
      review_id: "t",
      person_id: "t",
      role: "t",
      assigned_by: "t",
      state: "t",
      assigned_at: "t",
      ended_at: "t?",
    },
  },
  finding: {
    stream: ["review", "review_id"],
    columns: {
      id: "t",
      review_id: "t",
      round_id: "t",
      number: "n",
      severity: "t",
      state: "t",
      title: "t",
      body: "t",
      raised_by: "t",
      owner_id: "t",
      answer: "t?",
      answered_by: "t?",
      resolution: "t?",
      closed_by: "t?",
      raised_at: "t",
      answered_at: "t?",
      closed_at: "t?",
    },
  },
  condition_set: {
    stream: ["review", "review_id"],
    columns: {
      id: "t",
      review_id: "t",
      round_id: "t",
      revision: "n",
      sha256: "t",
      state: "t",
      proposed_by: "t",
      proposed_at: "t",
    },
  },
  condition: {
    stream: ["review", "review_id"],
    columns: {
      id: "t",
      review_id: "t",
      set_id: "t",
      number: "n",
      text: "t",
      covers: "a",
      owner_id: "t",
      due_at: "t",
      blocking: "b",
      state: "t",
      evidence: "t?",
      given_by: "t?",
      given_at: "t?",
      accepted_by: "t?",
      accepted_at: "t?",
    },
  },
  decision: {
    stream: ["review", "review_id"],
    columns: {
      id: "t",
      review_id: "t",
      round_id: "t",
      person_id: "t",
      role: "t",
      act: "t",
      evidence_sha256: "t",
      conditions_sha256: "t?",
      statement_sha256: "t",
      reason: "t?",
      state: "t",
      authenticated_at: "t",
      signed_at: "t",
      ended_at: "t?",
    },
  },
  approval: {
    stream: ["approval", "id"],
    columns: {
      id: "t",
      review_id: "t",
      round_id: "t",
      version_id: "t",
      model_id: "t",
      workspace_id: "t",
      environment_id: "t",
      policy_revision_id: "t",
      evidence_sha256: "t",
      conditions_sha256: "t?",
      state: "t",
      granted_at: "t",
      valid_until: "t",
      ended_at: "t?",
    },
  },
  alias: {
    stream: ["model", "model_id"],
    columns: {
      id: "t",
      model_id: "t",
      workspace_id: "t",
      name: "t",
      version_id: "t",
      approval_id: "t?",
      moved_by: "t",
      moved_at: "t",
    },
  },
  evidence_export: {
    stream: ["export", "id"],
    columns: {
      id: "t",
      version_id: "t",
      workspace_id: "t",
      manifest_sha256: "t",
      log_size: "n",
      heads: "j",
      requested_by: "t",
      created_at: "t",
    },
  },
} as const satisfies Record<string, TableSpec>;

export type Kind = "t" | "t?" | "n" | "b" | "a" | "a?" | "j" | "j?";
interface TableSpec {
  stream: readonly [aggregate: string, column: string];
  columns: Record<string, Kind>;
}

export type TableName = keyof typeof tables;

type Value<K> = K extends "t"
  ? string
  : K extends "t?"
    ? string | null
    : K extends "n"
      ? number
      : K extends "b"
        ? boolean
        : K extends "a"
          ? string[]
          : K extends "a?"
            ? string[] | null
            : K extends "j"
              ? StrictJson
              : StrictJson | null;

/** JSON of the strict leaf profile: no fractions. */
export type StrictJson = null | boolean | number | string | StrictJson[] | { [key: string]: StrictJson };

/** A governed row: the same in the database and in the log. */
export type Row<T extends TableName> = {
  -readonly [C in keyof (typeof tables)[T]["columns"]]: Value<(typeof tables)[T]["columns"][C]>;
};

export const tableNames = Object.keys(tables) as TableName[];

/** The stream a row's changes are recorded in, such as `review:rev_…`. */
export function streamOf<T extends TableName>(table: T, row: Row<T>): string {
  const [aggregate, column] = tables[table].stream;
  return `${aggregate}:${String(row[column as keyof Row<T>])}`;
}
