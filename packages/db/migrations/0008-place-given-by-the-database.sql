-- Cheaper transactions, the same rules. Measured by `bench` (docs/decisions/0011-what-being-recorded-costs.md): of a governed change's
-- time two fifths went into a round trip that only asked for the stream's head, and into checks that built a query per row.
alter table audit.stream set (fillfactor = 60);

-- The only way an application appends: it states cores, the database stamps time, transaction and user.
-- A core either names its place, which must be the next of its stream: anybody who decided on an older state fails (40001).
-- Or it leaves its place open: `places` is the offset of the one digit 1 that stands for it, and the next number is put there.
drop function audit.append(bytea[]);
create function audit.append(cores bytea[], places integer[] default null) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  core bytea;
  c jsonb;
  next bigint;
  event_id bigint;
  instance_state text;
begin
  for i in 1 .. cardinality(cores) loop
    core := cores[i];
    c := convert_from(core, 'UTF8')::jsonb;
    if c ->> 'origin' <> 'live' then
      select s.state into instance_state from gov.instance s;
      if instance_state is distinct from 'setup' or c ->> 'origin' <> 'seed' then
        raise exception 'countersign: origin % is closed', c ->> 'origin' using errcode = '42501', constraint = 'origin_closed';
      end if;
    end if;
    next := null;
    if places is null then
      insert into audit.stream as s (stream, sver) values (c ->> 'stream', (c ->> 'sver')::bigint)
        on conflict (stream) do update set sver = excluded.sver where s.sver = excluded.sver - 1 returning s.sver into next;
    elsif get_byte(core, places[i]) = ascii('1') then
      insert into audit.stream as s (stream, sver) values (c ->> 'stream', 1) on conflict (stream) do update set sver = s.sver + 1 returning s.sver into next;
      core := substring(core for places[i]) || convert_to(next::text, 'UTF8') || substring(core from places[i] + 2);
      c := convert_from(core, 'UTF8')::jsonb;
    end if;
    if next is null or (c ->> 'sver')::bigint is distinct from next then
      raise exception 'countersign: % is not the next event of %', c ->> 'sver', c ->> 'stream' using errcode = '40001', constraint = 'next_of_stream';
    end if;
    insert into audit.event (event_id, stream, sver, core) values (c ->> 'id', c ->> 'stream', next, core) returning id into event_id;
    insert into audit.pending values (event_id);
  end loop;
end $$;
revoke all on function audit.append(bytea[], integer[]) from public;
grant execute on function audit.append(bytea[], integer[]) to countersign_app, countersign_worker;

-- As in 0002, walking the images instead of querying them.
create or replace function audit.require_event() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  image jsonb := to_jsonb(new);
  wanted text := tg_argv[0] || ':' || (image ->> tg_argv[1]);
  claimed jsonb;
begin
  for claimed in select convert_from(e.core, 'UTF8')::jsonb -> 'rows' from audit.event e where e.tx = pg_current_xact_id() and e.stream = wanted loop
    for i in 0 .. coalesce(jsonb_array_length(claimed), 0) - 1 loop
      if claimed -> i ->> 't' = tg_table_name and claimed -> i -> 'row' = image then return null; end if;
    end loop;
  end loop;
  raise exception 'countersign: % of % % without its event', tg_op, tg_table_name, image ->> 'id' using errcode = '42501', constraint = tg_name;
end $$;

-- As in 0004: what an event claims of a row stands in the table at commit, or a later image of the same transaction says otherwise.
create or replace function audit.require_rows() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  images jsonb := convert_from(new.core, 'UTF8')::jsonb -> 'rows';
  claimed jsonb;
begin
  for i in 0 .. coalesce(jsonb_array_length(images), 0) - 1 loop
    claimed := images -> i;
    if audit.row_now(claimed ->> 't', claimed -> 'row' ->> 'id') is distinct from claimed -> 'row' and not exists (
      select 1 from audit.event e, jsonb_array_elements(convert_from(e.core, 'UTF8')::jsonb -> 'rows') with ordinality as l (image, at)
      where e.tx = new.tx and (e.id > new.id or (e.id = new.id and l.at > i + 1))
        and l.image ->> 't' = claimed ->> 't' and l.image -> 'row' ->> 'id' = claimed -> 'row' ->> 'id'
    ) then
      raise exception 'countersign: the event claims a % % that is not so', claimed ->> 't', claimed -> 'row' ->> 'id'
        using errcode = '42501', constraint = 'require_rows';
    end if;
  end loop;
  return null;
end $$;
