import type { TableName } from "@countersign/record";
import { bad, type BadRow, twin } from "./row.ts";

const stated: TableName[] = ["instance", "person", "role_grant", "token", "policy_revision", "model", "version", "review", "round", "check_run", "section_mark", "finding", "condition_set", "condition", "decision", "approval"];

const setup = ["alter table gov.instance disable trigger user", "update gov.instance set state = 'setup', live_at = null", "alter table gov.instance enable always trigger guard"];

/** During set-up too: history comes from the seed alone, and the instance keeps the name of its log. */
const duringSetUp: BadRow[] = [
  { refusedBy: "origin_closed", table: "gov.instance", triggers: true, statements: [...setup, `select audit.append(array[convert_to('{"id":"evt_i","stream":"trail:i","sver":1,"origin":"import","rows":[]}', 'UTF8')])`] },
  { refusedBy: "instance_live", table: "gov.instance", triggers: true, statements: [...setup, "update gov.instance set origin = 'other.log'"] },
];

/** Every rule of a governed table that stands as a constraint, with what breaks it. */
export const governed: BadRow[] = [
  ...duringSetUp,
  ...stated.map((table) => bad(`${table}_state_check`, `gov.${table}`, "state = 'whatever'")),
  bad("instant_check", "gov.person", "created_at = '2026-03-01'"),
  bad("sha256_check", "gov.version_file", "sha256 = 'ABC'"),
  bad("disclosure_digest_check", "gov.comment", "body = 'in clear'"),
  bad("instance_id_check", "gov.instance", "id = 'second'"),
  bad("role_grant_role_check", "gov.role_grant", "role = 'owner'"),
  bad("model_task_check", "gov.model", "task = 'ranking'"),
  bad("model_tier_check", "gov.model", "tier = 'T0'"),
  bad("version_label_check", "gov.version", "label = '12'"),
  bad("version_check", "gov.version", "identity = null", "state = 'frozen'"),
  bad("round_check", "gov.round", "evidence_sha256 = null", "state = 'sealed'"),
  bad("check_run_check", "gov.check_run", "verdict = null", "state = 'ended'"),
  bad("check_run_verdict_check", "gov.check_run", "verdict = 'fine'"),
  bad("check_run_outcome_check", "gov.check_run", "outcome = 'none'"),
  bad("finding_severity_check", "gov.finding", "severity = 'minor'"),
  bad("decision_act_check", "gov.decision", "act = 'abstain'"),
  ...([
    ["role_grant", "person_id"], ["role_grant", "workspace_id"], ["token", "owner_id"], ["token", "workspace_id"],
    ["model", "owner_id"], ["version", "token_id"], ["version_file", "version_id"], ["version_part", "version_id"], ["contributor", "person_id"],
    ["contributor", "version_id"], ["review", "policy_revision_id"], ["round", "base_version_id"], ["section_mark", "person_id"], ["comment", "person_id"],
    ["finding", "owner_id"], ["condition", "owner_id"], ["decision", "person_id"], ["alias", "approval_id"], ["evidence_export", "version_id"], ["evidence_export", "workspace_id"],
  ] as const).map(([table, column]) => bad(`${table}_${column}_fkey`, `gov.${table}`, `${column} = 'nowhere'`)),
  ...(["environment", "policy", "model"] as const).map((table) => twin(`${table}_workspace_id_fkey`, table, "true", { workspace_id: "'nowhere'" })),
  twin("round_review_id_fkey", "round", "true", { review_id: "'nowhere'" }),
  bad("policy_revision_of_policy", "gov.policy_revision", "workspace_id = 'nowhere'"),
  bad("version_of_model", "gov.version", "workspace_id = 'nowhere'", "state = 'draft'"),
  bad("version_of_model", "gov.version", "task = 'regression'", "state = 'draft'"),
  bad("review_of_version", "gov.review", "model_id = 'nowhere'"),
  bad("review_of_environment", "gov.review", "environment_id = 'nowhere'"),
  bad("alias_of_version", "gov.alias", "version_id = 'nowhere'"),
  ...(["check_run", "section_mark", "comment", "finding", "condition_set"] as const).map((table) => bad(`${table}_of_round`, `gov.${table}`, "round_id = 'nowhere'")),
  bad("condition_of_set", "gov.condition", "set_id = 'nowhere'"),
  twin("workspace_key", "workspace"),
  twin("environment_key", "environment"),
  twin("policy_key", "policy"),
  twin("policy_revision_policy_id_number_key", "policy_revision"),
  twin("policy_published", "policy_revision", "state = 'published'", { number: "99" }),
  twin("model_key", "model"),
  twin("version_model_id_number_key", "version"),
  twin("version_label", "version", "label is not null", { number: "999" }),
  twin("version_path", "version_file"),
  twin("version_part_once", "version_part"),
  twin("alias_name", "alias"),
  twin("role_grant_once", "role_grant", "state = 'active'"),
  twin("review_open", "review", "state = 'in_validation'"),
  twin("approval_valid", "approval", "state = 'valid'"),
  twin("round_review_id_number_key", "round"),
  twin("round_open", "round", "state = 'sealed'", { number: "99" }),
  twin("check_run_round_id_check_key_attempt_key", "check_run"),
  twin("check_run_current", "check_run", "state = 'ended'", { attempt: "99" }),
  twin("mark_once", "section_mark", "state = 'valid'"),
  twin("finding_review_id_number_key", "finding"),
  twin("condition_set_review_id_revision_key", "condition_set"),
  twin("condition_set_current", "condition_set", "state = 'proposed'", { revision: "99" }),
  twin("decision_once", "decision", "state = 'valid'"),
];
