-- The outbox of events and what the notary makes of it (docs/decisions/0001-outbox-and-notary.md).
create table audit.stream (
  stream text collate "C" primary key,
  sver bigint not null check (sver >= 1)
);

create table audit.event (
  id bigint generated always as identity primary key,
  event_id text not null unique,
  stream text collate "C" not null,
  sver bigint not null,
  core bytea not null check (octet_length(core) between 2 and 16384),
  at timestamptz not null default clock_timestamp(),
  tx xid8 not null default pg_current_xact_id(),
  usr name not null default session_user,
  unique (stream, sver)
);
-- The completeness trigger looks events up by both; without it 20,000 rows in one transaction cost a minute.
create index event_tx_stream on audit.event (tx, stream);

create table audit.pending (id bigint primary key references audit.event);

create table audit.leaf (
  idx bigint primary key,
  event_id text not null unique,
  bytes bytea not null check (octet_length(bytes) <= 65535),
  hash bytea not null check (octet_length(hash) = 32)
);
create table audit.tile (
  level smallint not null,
  n bigint not null,
  hashes bytea not null check (octet_length(hashes) % 32 = 0 and octet_length(hashes) between 32 and 8192),
  primary key (level, n)
) with (fillfactor = 50);
alter table audit.tile alter column hashes set storage external;
create table audit.tree (
  id boolean primary key default true check (id),
  origin text not null,
  size bigint not null check (size >= 0),
  root bytea not null
);
create table audit.checkpoint (
  size bigint primary key,
  note text not null,
  signed_at timestamptz not null default clock_timestamp()
);

-- The text behind a digest. RFC 9901 §4.2.3: base64url(SHA-256(ASCII(disclosure))).
create table audit.disclosure (
  digest text primary key,
  encoded text not null check (octet_length(encoded) <= 131072),
  check (digest = rtrim(translate(encode(sha256(convert_to(encoded, 'UTF8')), 'base64'), '+/', '-_'), '='))
);
-- Documents by digest: policies, check results, manifests, signed statements.
create table audit.blob (
  sha256 text primary key,
  bytes bytea not null check (octet_length(bytes) <= 16777216),
  check (sha256 = encode(sha256(bytes), 'hex'))
);

create function audit.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'countersign: % on %.% is refused', tg_op, tg_table_schema, tg_table_name using errcode = '42501', constraint = tg_name;
end $$;

do $$
declare t text;
begin
  foreach t in array array['event', 'leaf', 'checkpoint', 'blob'] loop
    execute format('create trigger no_change before update or delete on audit.%I for each row execute function audit.refuse_change()', t);
    execute format('alter table audit.%I enable always trigger no_change', t);
  end loop;
  foreach t in array array['event', 'leaf', 'checkpoint', 'blob', 'stream', 'tile', 'tree', 'disclosure', 'pending'] loop
    execute format('create trigger no_truncate before truncate on audit.%I for each statement execute function audit.refuse_change()', t);
    execute format('alter table audit.%I enable always trigger no_truncate', t);
  end loop;
end $$;

-- Every function pins its search path with pg_temp last: unnamed, it would be searched first for types, and a
-- caller's own type `text` with a cast of their making would run inside (CVE-2007-2138; CREATE FUNCTION, "Security").

-- The only way an application appends: it states cores, the database stamps time, transaction and user.
-- Each core must be the next of its stream; anybody who decided on an older state fails here (40001).
create function audit.append(cores bytea[]) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  core bytea;
  c jsonb;
  event_id bigint;
  instance_state text;
begin
  foreach core in array cores loop
    c := convert_from(core, 'UTF8')::jsonb;
    if c ->> 'origin' <> 'live' then
      select i.state into instance_state from gov.instance i;
      if instance_state is distinct from 'setup' or c ->> 'origin' <> 'seed' then
        raise exception 'countersign: origin % is closed', c ->> 'origin' using errcode = '42501', constraint = 'origin_closed';
      end if;
    end if;
    insert into audit.stream as s (stream, sver) values (c ->> 'stream', (c ->> 'sver')::bigint)
      on conflict (stream) do update set sver = excluded.sver where s.sver = excluded.sver - 1;
    if not found then
      raise exception 'countersign: % is not the next event of %', c ->> 'sver', c ->> 'stream' using errcode = '40001', constraint = 'next_of_stream';
    end if;
    insert into audit.event (event_id, stream, sver, core)
      values (c ->> 'id', c ->> 'stream', (c ->> 'sver')::bigint, core) returning id into event_id;
    insert into audit.pending values (event_id);
  end loop;
end $$;

-- Heads of streams, locked until commit, in one order so that lockers never cross. The application may lock, not write.
create function audit.lock(streams text[]) returns table (stream text, sver bigint) language sql security definer set search_path = pg_catalog, pg_temp as $$
  select s.stream, s.sver from audit.stream s where s.stream = any (streams) order by s.stream for update
$$;

create function audit.first_of_stream() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.sver <> 1 then
    raise exception 'countersign: stream % does not begin at 1', new.stream using errcode = '40001', constraint = tg_name;
  end if;
  return new;
end $$;
-- After, not before: BEFORE INSERT also fires for rows that ON CONFLICT then turns into updates.
create trigger first_of_stream after insert on audit.stream for each row execute function audit.first_of_stream();
alter table audit.stream enable always trigger first_of_stream;

-- Completeness: a governed row changes only in a transaction that records exactly that row in an event
-- of the row's own stream. The image in the event and the row in the table are compared value by value.
create function audit.require_event() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  image jsonb := to_jsonb(new);
  wanted text := tg_argv[0] || ':' || (to_jsonb(new) ->> tg_argv[1]);
begin
  if not exists (
    select 1 from audit.event e
    where e.tx = pg_catalog.pg_current_xact_id() and e.stream = wanted
      and exists (
        select 1 from jsonb_array_elements(convert_from(e.core, 'UTF8')::jsonb -> 'rows') r
        where r ->> 't' = tg_table_name and r -> 'row' = image)
  ) then
    raise exception 'countersign: % of % % without its event', tg_op, tg_table_name, image ->> 'id' using errcode = '42501', constraint = tg_name;
  end if;
  return null;
end $$;

grant select on all tables in schema audit to countersign_app, countersign_worker, countersign_notary;
grant insert on audit.disclosure, audit.blob to countersign_app, countersign_worker;
grant delete on audit.pending to countersign_notary;
grant insert on audit.leaf, audit.checkpoint to countersign_notary;
grant insert, update on audit.tile, audit.tree to countersign_notary;
revoke all on function audit.append(bytea[]), audit.lock(text[]), audit.require_event(), audit.refuse_change(), audit.first_of_stream() from public;
grant execute on function audit.append(bytea[]), audit.lock(text[]) to countersign_app, countersign_worker;
