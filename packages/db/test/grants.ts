import { tableNames } from "@countersign/record";

/** The worker ends what others have begun, and records the bundles that it makes for them. */
const workerWrites: Record<string, string> = {
  approval: "SELECT,UPDATE",
  check_run: "SELECT,UPDATE",
  evidence_export: "INSERT,SELECT",
  review: "SELECT,UPDATE",
  round: "SELECT,UPDATE",
};

/** Every privilege that is not the owner's own, written by hand: `object role privileges`. What is not here, nobody has. */
export const grants: string[] = [
  ...tableNames.flatMap((table) => [
    `table gov.${table} countersign_app INSERT,SELECT,UPDATE`,
    `table gov.${table} countersign_worker ${workerWrites[table] ?? "SELECT"}`,
    `table gov.${table} countersign_notary SELECT`,
  ]),
  ...["stream", "event", "pending", "leaf", "tile", "tree", "checkpoint", "disclosure", "blob"].flatMap((table) => [
    `table audit.${table} countersign_app ${["disclosure", "blob"].includes(table) ? "INSERT,SELECT" : "SELECT"}`,
    `table audit.${table} countersign_worker ${["disclosure", "blob"].includes(table) ? "INSERT,SELECT" : "SELECT"}`,
    `table audit.${table} countersign_notary ${{ pending: "DELETE,SELECT", leaf: "INSERT,SELECT", checkpoint: "INSERT,SELECT", tile: "INSERT,SELECT,UPDATE", tree: "INSERT,SELECT,UPDATE" }[table] ?? "SELECT"}`,
  ]),
  ...[
    "account",
    "session",
    "link",
    "token_secret",
    "sign_in_attempt",
    "idempotency",
    "artifact",
    "check_progress",
    "credential_reset",
    "snooze",
    "saved_view",
    "preference",
  ].map((table) => `table ops.${table} countersign_app DELETE,INSERT,SELECT,UPDATE`),
  "table ops.check_progress countersign_worker DELETE,INSERT,SELECT,UPDATE",
  "table ops.job countersign_app INSERT,SELECT,UPDATE",
  "table ops.job countersign_worker DELETE,SELECT,UPDATE",
  "table ops.notice countersign_app INSERT,SELECT,UPDATE",
  "table ops.notice countersign_worker DELETE,INSERT,SELECT,UPDATE",
  "table ops.notice_cursor countersign_worker INSERT,SELECT,UPDATE",
  "table ops.practice countersign_app INSERT,SELECT,UPDATE",
  "table ops.preference countersign_worker SELECT",
  "table ops.snooze countersign_worker SELECT",
  "table countersign.migration public SELECT",
  ...["gov", "audit"].flatMap((schema) =>
    ["app", "worker", "notary"].map((role) => `schema ${schema} countersign_${role} USAGE`),
  ),
  "schema ops countersign_app USAGE",
  "schema ops countersign_worker USAGE",
  "schema countersign public USAGE",
  ...["append(bytea[],integer[])", "lock(text[])"].flatMap((name) => [
    `function audit.${name} countersign_app EXECUTE`,
    `function audit.${name} countersign_worker EXECUTE`,
  ]),
  "function ops.enqueue(text,json,text) countersign_app EXECUTE",
];

/** Functions that everybody may call: they read what the caller may read, and refuse. */
export const publicFunctions = "gov";
