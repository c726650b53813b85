-- How each person wants to be told things: theirs alone, and no act.
create table ops.preference (
  person_id text primary key references gov.person,
  language text check (language in ('en', 'de', 'en-XA')),
  zone text check (octet_length(zone) between 1 and 64),
  notices jsonb not null check (jsonb_typeof(notices) = 'object'),
  quiet_from time,
  quiet_to time,
  check ((quiet_from is null) = (quiet_to is null))
);
grant select, insert, update, delete on ops.preference to countersign_app;
grant select on ops.preference to countersign_worker;

-- What somebody is to be told, or was. `facts` holds ids and words of the record's vocabulary, never a name or a text.
create table ops.notice (
  id text primary key,
  person_id text not null references gov.person,
  kind text not null check (kind in ('turn', 'due', 'answer', 'decision', 'condition', 'security', 'digest')),
  thing text not null,
  version_id text references gov.version,
  -- Of one happening somebody is told once.
  dedupe text not null,
  facts jsonb not null,
  at timestamptz not null,
  -- When it is looked at next for a mail; null: no mail is left to be sent.
  not_before timestamptz,
  sent_at timestamptz,
  digested_at timestamptz,
  seen_at timestamptz,
  attempts integer not null default 0,
  failure text,
  unique (person_id, dedupe)
);
create index notice_waiting on ops.notice (not_before) where not_before is not null;
create index notice_of_person on ops.notice (person_id, at desc, id desc);
create index notice_of_thing on ops.notice (thing) where kind = 'turn';
grant select, insert, update on ops.notice to countersign_app;
grant select, insert, update, delete on ops.notice to countersign_worker;

-- How far the trail, the dates and the mornings have been followed. One row; whoever follows holds it.
create table ops.notice_cursor (
  id boolean primary key default true check (id),
  last_event bigint not null,
  known bigint[] not null,
  swept_until timestamptz not null,
  planned_until timestamptz not null
);
grant select, insert, update on ops.notice_cursor to countersign_worker;

-- Whose turn it is follows what they have put off, as their inbox does.
grant select on ops.snooze to countersign_worker;
