import { bad, type BadRow } from "./row.ts";

const kept = ["event", "leaf", "checkpoint", "blob"];
const logTables = [...kept, "stream", "tile", "tree", "disclosure", "pending"];
const touched: Record<string, string> = { blob: "sha256 = sha256", checkpoint: "note = note" };
const required: Record<string, string[]> = {
  stream: ["sver"],
  event: ["event_id", "stream", "sver", "core", "at", "tx", "usr"],
  leaf: ["event_id", "bytes", "hash"],
  tile: ["hashes"],
  tree: ["origin", "size", "root"],
  checkpoint: ["note", "signed_at"],
  disclosure: ["encoded"],
  blob: ["bytes"],
};

const claims = (image: string): string =>
  `convert_to(jsonb_build_object('rows', jsonb_build_array(jsonb_build_object('t', 'person', 'row', ${image})))::text, 'UTF8')`;

/** The log's own tables, for their owner too. */
export const log: BadRow[] = [
  bad("stream_sver_check", "audit.stream", "sver = 0"),
  bad("event_core_check", "audit.event", "core = ''"),
  bad("tree_id_check", "audit.tree", "id = false"),
  bad("tree_size_check", "audit.tree", "size = -1"),
  bad("leaf_bytes_check", "audit.leaf", "bytes = convert_to(repeat('x', 65536), 'UTF8')"),
  bad("leaf_hash_check", "audit.leaf", "hash = 'short'"),
  bad("tile_hashes_check", "audit.tile", "hashes = 'short'"),
  bad("disclosure_check", "audit.disclosure", "encoded = 'other'"),
  bad(
    "disclosure_encoded_check",
    "audit.disclosure",
    "encoded = repeat('x', 131073), digest = rtrim(translate(encode(sha256(convert_to(repeat('x', 131073), 'UTF8')), 'base64'), '+/', '-_'), '=')",
  ),
  bad("blob_check", "audit.blob", "bytes = 'other'"),
  bad(
    "blob_bytes_check",
    "audit.blob",
    "bytes = convert_to(repeat('x', 16777217), 'UTF8'), sha256 = encode(sha256(convert_to(repeat('x', 16777217), 'UTF8')), 'hex')",
  ),
  bad("pending_id_fkey", "audit.pending", "id = -1"),
  {
    refusedBy: "event_event_id_key",
    table: "audit.event",
    statements: [
      "insert into audit.event (event_id, stream, sver, core) select event_id, stream, sver + 1000, core from audit.event limit 1",
    ],
  },
  {
    refusedBy: "event_stream_sver_key",
    table: "audit.event",
    statements: [
      "insert into audit.event (event_id, stream, sver, core) select 'evt_two', stream, sver, core from audit.event limit 1",
    ],
  },
  {
    refusedBy: "leaf_event_id_key",
    table: "audit.leaf",
    statements: ["insert into audit.leaf select 1, event_id, bytes, hash from audit.leaf"],
  },
  // What another transaction says of a row excuses nothing: only a later image of the same one does.
  {
    refusedBy: "require_rows",
    table: "audit.event",
    triggers: true,
    statements: [
      `insert into audit.event (id, event_id, stream, sver, core, tx) overriding system value select 1000000, 'evt_later', 'trail:later', 1, ${claims("to_jsonb(p)")}, '1' from gov.person p order by id limit 1`,
      `insert into audit.event (event_id, stream, sver, core) select 'evt_false', 'trail:false', 1, ${claims(`to_jsonb(p) || '{"state": "gone"}'`)} from gov.person p order by id limit 1`,
    ],
  },
  {
    refusedBy: "first_of_stream",
    table: "audit.stream",
    triggers: true,
    statements: ["insert into audit.stream values ('trail:new', 2)"],
  },
  ...logTables.flatMap((table): BadRow[] => [
    {
      refusedBy: `${table}_pkey`,
      table: `audit.${table}`,
      statements: [
        `insert into audit.${table} ${table === "event" ? "overriding system value" : ""} select * from audit.${table} limit 1`,
      ],
    },
    {
      refusedBy: `no_truncate audit.${table}`,
      table: `audit.${table}`,
      triggers: true,
      statements: [`truncate audit.${table} cascade`],
    },
    ...(required[table] ?? []).map((column) =>
      bad(`not null audit.${table}.${column}`, `audit.${table}`, `${column} = null`),
    ),
  ]),
  ...kept.flatMap((table) =>
    [`delete from audit.${table}`, `update audit.${table} set ${touched[table] ?? "event_id = event_id"}`].map(
      (statement): BadRow => ({
        refusedBy: `no_change audit.${table}`,
        table: `audit.${table}`,
        triggers: true,
        statements: [statement],
      }),
    ),
  ),
];
