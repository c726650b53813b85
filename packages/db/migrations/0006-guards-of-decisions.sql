-- Signatures, what they add up to, and what may run because of it.

create function gov.contributors_may_sign(policy jsonb, tier text) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select coalesce(policy -> 'separation' ->> 'contributorsMaySign' = 'true' and tier = 'T4', false)
$$;

-- Acts that a policy asks of a role: rejecting is the approvers', asking for changes is every signer's (actsOf of packages/policy).
create function gov.asks(policy jsonb, asked_role text, asked_act text) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select exists (
    select 1 from jsonb_array_elements(policy -> 'signOffs') s where s ->> 'role' = asked_role and case s ->> 'act'
      when 'recommend' then asked_act in ('recommend', 'request_changes')
      when 'approve' then asked_act in ('approve', 'approve_with_conditions', 'request_changes', 'reject')
      else false end)
$$;

-- The decisions of the present round that count (countDecisions of packages/policy; held equal by a property test).
-- That a person counts once follows from the index decision_once.
create function gov.counting(review text, conditions text) returns setof gov.decision language sql stable set search_path = pg_catalog, pg_temp as $$
  select d.*
  from gov.review v join gov.round r on r.review_id = v.id and r.number = v.round join gov.decision d on d.round_id = r.id
    join gov.model m on m.id = v.model_id, lateral (select gov.policy_of(v.policy_revision_id) as policy) p
  where v.id = counting.review and d.state = 'valid' and d.evidence_sha256 = r.evidence_sha256
    and gov.holds(d.person_id, v.workspace_id, d.role) and gov.asks(p.policy, d.role, d.act)
    and (gov.contributors_may_sign(p.policy, m.tier)
         or not exists (select 1 from gov.contributor c where c.version_id = v.version_id and c.person_id = d.person_id))
    and (d.act in ('reject', 'request_changes') or d.conditions_sha256 is not distinct from counting.conditions
         and (d.act = 'recommend' or (d.act = 'approve_with_conditions') = (counting.conditions is not null)))
$$;

-- Per sign-off of the pinned revision, read from its own JSON: how many people gave it. A malformed count is never met.
create function gov.sign_offs(review text, conditions text) returns table (role text, act text, have bigint, need numeric)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select s.role, s.act,
    (select count(distinct d.person_id) from gov.counting(sign_offs.review, sign_offs.conditions) d where d.role = s.role
       and case s.act when 'recommend' then d.act = 'recommend' when 'approve' then d.act in ('approve', 'approve_with_conditions') else false end),
    case when s.count >= 1 and s.count = trunc(s.count) then s.count else 'Infinity'::numeric end
  from gov.review v, jsonb_to_recordset(gov.policy_of(v.policy_revision_id) -> 'signOffs') as s (role text, act text, count numeric)
  where v.id = sign_offs.review
$$;

create function gov.guard_decision() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v gov.review;
  r gov.round;
  p jsonb;
  blocked text;
begin
  if tg_op = 'UPDATE' then
    if old.state <> 'valid' or new.state = 'valid' or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'ended_at']) then
      perform gov.refuse('signed', 'a signed decision is not edited, only superseded or withdrawn (21 CFR 11.70)');
    end if;
    select * into v from gov.review where id = old.review_id;
    if v.state not in ('in_validation', 'changes_requested', 'pending_approval') then
      perform gov.refuse('review_closed', 'the review has ended; its decisions stand');
    end if;
    return new;
  end if;
  if new.state <> 'valid' then perform gov.refuse('decision_state', 'a decision begins valid'); end if;
  -- The lock makes two approvers at one instant take turns, so that the second sees the first.
  select * into r from gov.round where id = new.round_id for update;
  select * into v from gov.review where id = new.review_id;
  if r.id is null or r.review_id <> new.review_id or r.number <> v.round then perform gov.refuse('round', 'this round is not the open one'); end if;
  if r.state <> 'sealed' then perform gov.refuse('not_sealed', 'decisions are taken on sealed evidence'); end if;
  if r.evidence_sha256 is distinct from new.evidence_sha256 then perform gov.refuse('stale_evidence', 'the decision names other evidence'); end if;
  p := gov.policy_of(v.policy_revision_id);
  if v.state not in ('in_validation', 'pending_approval') then perform gov.refuse('review_closed', 'the review is not open'); end if;
  if not gov.asks(p, new.role, new.act) then
    perform gov.refuse('sign_off', 'the policy gives this role no such decision');
  end if;
  if not gov.holds(new.person_id, v.workspace_id, new.role) then perform gov.refuse('role_in_force', 'the person does not hold the role'); end if;
  if not gov.contributors_may_sign(p, (select m.tier from gov.model m where m.id = v.model_id))
     and exists (select 1 from gov.contributor c where c.version_id = v.version_id and c.person_id = new.person_id) then
    perform gov.refuse('own_work', 'nobody decides on what they built');
  end if;
  -- Nobody declared counts as one contributor who is not known: independence cannot be shown against them.
  if new.act in ('approve', 'approve_with_conditions', 'recommend')
     and not coalesce((select bool_and(c.person_id is not null) from gov.contributor c where c.version_id = v.version_id), false) then
    perform gov.refuse('unmapped_contributor', 'a contributor is not matched to a person');
  end if;
  if new.conditions_sha256 is distinct from (select sha256 from gov.condition_set where review_id = v.id and state = 'proposed') then
    perform gov.refuse('conditions', 'the decision signs other conditions');
  end if;
  if new.act in ('approve', 'approve_with_conditions') then
    if v.state <> 'pending_approval' then perform gov.refuse('recommendation', 'the recommendation is outstanding'); end if;
    select c.check_key into blocked from gov.check_run c
      where c.round_id = new.round_id and c.state <> 'superseded' and (c.state = 'queued' or c.verdict = 'error' or c.outcome = 'blocks') limit 1;
    if blocked is not null then perform gov.refuse('blocked', 'a check blocks approval: ' || blocked); end if;
    if (new.act = 'approve_with_conditions') <> (new.conditions_sha256 is not null) then
      perform gov.refuse('conditions', 'conditions and decision do not fit');
    end if;
  end if;
  return new;
end $$;

-- The counts of the pinned revision, read from its own JSON. Equal to packages/policy on random cases (property test).
create function gov.guard_approval() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v gov.review;
  r gov.round;
  p jsonb;
  s record;
begin
  if tg_op = 'UPDATE' then
    if old.state in ('expired', 'revoked', 'stale') or new.state = 'valid' and old.state <> 'suspended'
       or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'ended_at']) then
      perform gov.refuse('approval_fixed', 'an approval is not edited; it ends and a new one is granted');
    end if;
    return new;
  end if;
  select * into r from gov.round where id = new.round_id for update;
  select * into v from gov.review where id = new.review_id;
  if new.state <> 'valid' or v.id is null or r.review_id <> v.id or r.number <> v.round or v.version_id <> new.version_id
     or v.environment_id <> new.environment_id or v.model_id <> new.model_id or v.workspace_id <> new.workspace_id
     or v.policy_revision_id <> new.policy_revision_id then
    perform gov.refuse('approval_scope', 'the approval is not that of its review');
  end if;
  if v.state <> 'pending_approval' or r.state <> 'sealed' or r.evidence_sha256 is distinct from new.evidence_sha256 then
    perform gov.refuse('not_sealed', 'an approval rests on sealed evidence of an open review');
  end if;
  if new.conditions_sha256 is distinct from (select sha256 from gov.condition_set where review_id = v.id and state = 'proposed') then
    perform gov.refuse('conditions', 'the approval carries other conditions');
  end if;
  p := gov.policy_of(v.policy_revision_id);
  for s in select * from gov.sign_offs(v.id, new.conditions_sha256) loop
    if s.have < s.need then perform gov.refuse('quorum', format('%s of %s sign-offs by %s', s.have, s.need, s.role)); end if;
  end loop;
  if not exists (select 1 from gov.sign_offs(v.id, new.conditions_sha256) q where q.act = 'approve') then
    perform gov.refuse('empty_quorum', 'a policy without approvers approves nothing');
  end if;
  if exists (select 1 from gov.counting(v.id, new.conditions_sha256) d where d.act in ('reject', 'request_changes')) then
    perform gov.refuse('dissent', 'somebody rejected or asked for changes');
  end if;
  if exists (select 1 from jsonb_array_elements(p -> 'checks') c where not exists (
       select 1 from gov.check_run k where k.round_id = r.id and k.check_key = c ->> 'check' and k.state = 'ended'))
     or exists (select 1 from jsonb_array_elements_text(p -> 'documents') c where not exists (
       select 1 from gov.version_file f where f.version_id = v.version_id and f.role = c)) then
    perform gov.refuse('evidence_missing', 'a check or a document that the policy asks for is not there');
  end if;
  -- That no check blocks was asked at each signature, and a round that somebody has decided on keeps its checks as they are.
  if exists (select 1 from gov.check_run c where c.round_id = r.id and c.state <> 'superseded' and c.outcome = 'condition') and new.conditions_sha256 is null then
    perform gov.refuse('conditions', 'an outcome needs a condition');
  end if;
  if exists (select 1 from gov.finding f where f.review_id = v.id and f.state <> 'closed' and f.severity in ('high', 'critical')) then
    perform gov.refuse('open_finding', 'a finding that blocks is open');
  end if;
  if not exists (select 1 from gov.version where id = new.version_id and state = 'frozen')
     or not exists (select 1 from gov.model where id = new.model_id and state in ('registered', 'active', 'restricted') and tier is not null) then
    perform gov.refuse('model_state', 'the model may not be approved in its state');
  end if;
  if gov.policy_rank(p, (select m from gov.model m where m.id = v.model_id), (select e.key from gov.environment e where e.id = v.environment_id),
       (select w.task from gov.version w where w.id = v.version_id)) is null then
    perform gov.refuse('policy_applies', 'the policy does not apply to the model as it is now');
  end if;
  if new.valid_until <= new.granted_at
     or new.valid_until::timestamptz > new.granted_at::timestamptz + make_interval(hours => 24 * (p ->> 'validityDays')::integer) then
    perform gov.refuse('validity', 'an approval is valid for as long as the policy says');
  end if;
  return new;
end $$;

-- A protected alias names only a version that may run there now (peers 5.8, 9: expired is denied).
-- During set-up history is told with its claimed time, and so is the validity judged.
create function gov.guard_alias() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  e gov.environment;
  at text := case when gov.is_live() then to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') else new.moved_at end;
begin
  if tg_op = 'UPDATE' and not gov.only_changes(to_jsonb(old), to_jsonb(new), array['version_id', 'approval_id', 'moved_by', 'moved_at']) then
    perform gov.refuse('alias_fixed', 'an alias keeps its name and model');
  end if;
  for e in select * from gov.environment where workspace_id = new.workspace_id
      and exists (select 1 from unnest(protects) p where new.name like replace(replace(p, '_', '\_'), '*', '%')) loop
    if not exists (
      select 1 from gov.approval a join gov.model m on m.id = a.model_id
      where a.id = new.approval_id and a.version_id = new.version_id and a.environment_id = e.id and a.state = 'valid'
        and a.valid_until > at and m.state in ('registered', 'active', 'restricted')) then
      perform gov.refuse('protected_alias', format('%s protects the alias %s: the version has no valid approval', e.key, new.name));
    end if;
  end loop;
  return new;
end $$;

do $$
declare r record;
begin
  for r in select * from (values
    ('instance', 'guard_instance', 'insert or update'), ('person', 'guard_person', 'insert or update'),
    ('role_grant', 'guard_role_grant', 'insert or update'), ('token', 'guard_token', 'update'),
    ('workspace', 'guard_fixed', 'update'), ('environment', 'guard_fixed', 'update'), ('policy', 'guard_fixed', 'update'),
    ('policy_revision', 'guard_policy_revision', 'insert or update'), ('model', 'guard_model', 'insert or update'),
    ('version', 'guard_version', 'insert or update'), ('version_file', 'guard_version_part', 'insert or update'),
    ('version_part', 'guard_version_part', 'insert or update'),
    ('contributor', 'guard_version_part', 'insert or update'), ('review', 'guard_review', 'insert or update'),
    ('round', 'guard_round', 'insert or update'), ('check_run', 'guard_check_run', 'insert or update'),
    ('section_mark', 'guard_mark', 'update'), ('comment', 'guard_fixed', 'update'), ('finding', 'guard_finding', 'insert or update'),
    ('condition_set', 'guard_condition_set', 'insert or update'), ('condition', 'guard_condition', 'insert or update'),
    ('decision', 'guard_decision', 'insert or update'), ('approval', 'guard_approval', 'insert or update'),
    ('alias', 'guard_alias', 'insert or update'), ('evidence_export', 'guard_fixed', 'update')
  ) as v(t, f, ops) loop
    execute format('create trigger guard before %s on gov.%I for each row execute function gov.%I()', r.ops, r.t, r.f);
    execute format('alter table gov.%I enable always trigger guard', r.t);
  end loop;
end $$;
