-- The rules that hold against raw SQL under the application's own role. The same rules live in
-- packages/policy and packages/domain; these repeat only what SQL can count (docs/decisions/0002-the-database-agrees.md).

create function gov.refuse(code text, sentence text) returns void language plpgsql as $$
begin
  raise exception 'countersign: % (%)', sentence, code using errcode = '42501', constraint = code;
end $$;

-- Columns other than the listed ones may not change.
create function gov.only_changes(before jsonb, after jsonb, allowed text[]) returns boolean language sql immutable as $$
  select (before - allowed) = (after - allowed)
$$;

create function gov.holds(person text, workspace text, wanted text) returns boolean language sql stable as $$
  select exists (
    select 1 from gov.role_grant g join gov.person p on p.id = g.person_id
    where g.person_id = person and g.workspace_id = workspace and g.role = wanted and g.state = 'active' and p.state = 'active')
$$;

create function gov.is_live() returns boolean language sql stable as $$
  select coalesce((select state = 'live' from gov.instance), false)
$$;

create function gov.policy_of(revision text) returns jsonb language sql stable as $$
  select convert_from(b.bytes, 'UTF8')::jsonb from gov.policy_revision p join audit.blob b on b.sha256 = p.sha256 where p.id = revision
$$;

create function gov.guard_instance() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.state = 'live' or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'live_at'])) then
    perform gov.refuse('instance_live', 'an instance goes live once');
  end if;
  return new;
end $$;

create function gov.guard_person() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'name']) then
    perform gov.refuse('person_fixed', 'a person keeps id and address; accounts are never reused (21 CFR 11.100(a))');
  end if;
  return new;
end $$;

-- Granting a role that signs, or administrator, takes two administrators once the instance is live.
create function gov.guard_role_grant() returns trigger language plpgsql as $$
-- Every role that a policy may ask to sign, and administrator: doublyGrantedRoles of packages/domain.
declare signs boolean := new.role in ('validator', 'approver', 'model_risk_manager', 'model_owner', 'compliance_officer', 'administrator');
begin
  if tg_op = 'INSERT' then
    if new.bootstrap and gov.is_live() then perform gov.refuse('bootstrap_closed', 'set-up is over'); end if;
    if not new.bootstrap and (new.granted_by is null or not gov.holds(new.granted_by, new.workspace_id, 'administrator')
        and not exists (select 1 from gov.role_grant g where g.person_id = new.granted_by and g.role = 'administrator' and g.state = 'active')) then
      perform gov.refuse('grantor', 'only an administrator grants roles');
    end if;
    if new.state = 'active' and signs and not new.bootstrap then
      perform gov.refuse('second_administrator', 'this role needs a second administrator');
    end if;
    if new.state = 'revoked' then perform gov.refuse('grant_state', 'a grant begins pending or active'); end if;
    return new;
  end if;
  if not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'confirmed_by', 'confirmed_at', 'ended_at']) or old.state = 'revoked' then
    perform gov.refuse('grant_fixed', 'a grant is not edited; it ends and a new one is made');
  end if;
  if old.state = 'pending' and new.state = 'active' and (new.confirmed_by is null or new.confirmed_by = new.granted_by
      or new.confirmed_by = new.person_id
      or not exists (select 1 from gov.role_grant g join gov.person p on p.id = g.person_id
                     where g.person_id = new.confirmed_by and g.role = 'administrator' and g.state = 'active' and p.state = 'active')) then
    perform gov.refuse('second_administrator', 'a second administrator, not the person concerned, confirms');
  end if;
  if old.state = 'active' and new.state <> 'revoked' then perform gov.refuse('grant_state', 'an active grant can only end'); end if;
  return new;
end $$;

create function gov.guard_policy_revision() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' then perform gov.refuse('policy_second_person', 'a revision begins as a proposal'); end if;
    return new;
  end if;
  if not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'confirmed_by', 'published_at', 'ended_at'])
     or old.state in ('superseded', 'withdrawn') then
    perform gov.refuse('policy_fixed', 'a policy revision is immutable');
  end if;
  if new.state = 'published' and old.state <> 'published' and (new.confirmed_by is null or new.confirmed_by = new.proposed_by
      or not (gov.holds(new.confirmed_by, new.workspace_id, 'model_risk_manager') or gov.holds(new.confirmed_by, new.workspace_id, 'compliance_officer'))) then
    perform gov.refuse('policy_second_person', 'a second person publishes what one has proposed');
  end if;
  if old.state = 'published' and (new.state not in ('published', 'superseded') or new.confirmed_by is distinct from old.confirmed_by) then
    perform gov.refuse('policy_fixed', 'a published revision can only be superseded');
  end if;
  return new;
end $$;

create function gov.guard_model() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (not gov.only_changes(to_jsonb(old), to_jsonb(new), array['title', 'purpose', 'state', 'tier', 'tier_answers', 'owner_id', 'next_number'])
      or old.state in ('rejected', 'retired') or new.next_number < old.next_number) then
    perform gov.refuse('model_fixed', 'key, workspace and task of a model do not change');
  end if;
  return new;
end $$;

create function gov.guard_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then perform gov.refuse('version_draft', 'a version begins as a draft'); end if;
    return new;
  end if;
  if not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'description', 'manifest_sha256', 'identity', 'frozen_at'])
     or (old.state <> 'draft' and not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'description']))
     or (old.state = 'retired') or (old.state = 'frozen' and new.state = 'draft') then
    perform gov.refuse('frozen', 'submitting froze the content of this version');
  end if;
  return new;
end $$;

create function gov.guard_version_part() returns trigger language plpgsql as $$
declare version_state text;
begin
  select state into version_state from gov.version where id = new.version_id for share;
  if tg_table_name = 'contributor' and tg_op = 'UPDATE' then
    if old.person_id is not null or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['person_id', 'mapped_by']) then
      perform gov.refuse('contributor_fixed', 'a contributor is matched to a person once');
    end if;
    return new;
  end if;
  if version_state is distinct from 'draft' or (tg_op = 'UPDATE' and old.version_id <> new.version_id) then
    perform gov.refuse('frozen', 'submitting froze the content of this version');
  end if;
  return new;
end $$;

create function gov.guard_review() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'in_validation' then perform gov.refuse('review_state', 'a review begins in validation'); end if;
    if not exists (select 1 from gov.version where id = new.version_id and state = 'frozen') then
      perform gov.refuse('not_frozen', 'only a frozen version is reviewed');
    end if;
    if not exists (select 1 from gov.policy_revision where id = new.policy_revision_id and state = 'published') then
      perform gov.refuse('policy_unpublished', 'a review pins a published policy revision');
    end if;
    return new;
  end if;
  if old.state in ('approved', 'approved_with_conditions', 'rejected', 'withdrawn')
     or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'round', 'ended_at', 'due_at']) then
    perform gov.refuse('review_closed', 'an ended review does not change');
  end if;
  if new.state in ('approved', 'approved_with_conditions')
     and not exists (select 1 from gov.approval where review_id = new.id and state = 'valid') then
    perform gov.refuse('no_approval', 'a review is approved by its approval');
  end if;
  return new;
end $$;

-- Only the worker's login ends checks and seals rounds: a result cannot be written by whoever serves people.
create function gov.guard_round() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'gathering' then perform gov.refuse('round_state', 'a round begins by gathering evidence'); end if;
    return new;
  end if;
  if old.state in ('closed', 'superseded')
     or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'evidence_sha256', 'sealed_at', 'closed_at']) then
    perform gov.refuse('round_closed', 'an ended round does not change');
  end if;
  if new.state = 'sealed' and old.state <> 'sealed' then
    if session_user = 'countersign_app' then perform gov.refuse('seal_by_worker', 'the worker seals rounds'); end if;
    if exists (select 1 from gov.check_run where round_id = new.id and state = 'queued') then
      perform gov.refuse('checks_running', 'a round is sealed when every check has ended');
    end if;
  elsif old.state = 'sealed' and new.evidence_sha256 is distinct from old.evidence_sha256 then
    if new.state <> 'gathering' or exists (select 1 from gov.decision where round_id = new.id) then
      perform gov.refuse('sealed', 'decisions were taken on this evidence');
    end if;
  elsif old.state = 'sealed' and new.state = 'gathering' and exists (select 1 from gov.decision where round_id = new.id) then
    perform gov.refuse('sealed', 'decisions were taken on this evidence');
  end if;
  return new;
end $$;

create function gov.guard_check_run() returns trigger language plpgsql as $$
declare round_state text;
begin
  select state into round_state from gov.round where id = new.round_id for share;
  if tg_op = 'INSERT' and (new.state <> 'queued' or round_state is distinct from 'gathering') then
    perform gov.refuse('check_state', 'a check is queued in a round that gathers evidence');
  end if;
  if tg_op = 'UPDATE' then
    if old.state <> 'queued' and not (old.state = 'ended' and new.state = 'superseded' and gov.only_changes(to_jsonb(old), to_jsonb(new), array['state'])) then
      perform gov.refuse('check_ended', 'a result is recorded once');
    end if;
    if new.state = 'ended' and session_user = 'countersign_app' then
      perform gov.refuse('result_by_worker', 'the worker records results');
    end if;
    if new.state = 'ended' and round_state is distinct from 'gathering' then
      perform gov.refuse('check_state', 'the round no longer gathers evidence');
    end if;
    if not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'status', 'verdict', 'outcome', 'result_sha256', 'ended_at']) then
      perform gov.refuse('check_fixed', 'a check run keeps its place');
    end if;
  end if;
  return new;
end $$;

create function gov.guard_decision() returns trigger language plpgsql as $$
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
  if not exists (
    select 1 from jsonb_array_elements(p -> 'signOffs') s where s ->> 'role' = new.role and case s ->> 'act'
      when 'recommend' then new.act in ('recommend', 'request_changes')
      when 'approve' then new.act in ('approve', 'approve_with_conditions', 'request_changes', 'reject')
      else false end) then
    perform gov.refuse('sign_off', 'the policy gives this role no such decision');
  end if;
  if not gov.holds(new.person_id, v.workspace_id, new.role) then perform gov.refuse('role_in_force', 'the person does not hold the role'); end if;
  if coalesce((p -> 'separation' ->> 'contributorsMaySign')::boolean, false) is not true then
    if exists (select 1 from gov.contributor c where c.version_id = v.version_id and c.person_id = new.person_id) then
      perform gov.refuse('own_work', 'nobody decides on what they built');
    end if;
    if new.act in ('approve', 'approve_with_conditions', 'recommend')
       and exists (select 1 from gov.contributor c where c.version_id = v.version_id and c.person_id is null) then
      perform gov.refuse('unmapped_contributor', 'a contributor is not matched to a person');
    end if;
  end if;
  if new.act in ('approve', 'approve_with_conditions') then
    if v.state <> 'pending_approval' then perform gov.refuse('recommendation', 'the recommendation is outstanding'); end if;
    select c.check_key into blocked from gov.check_run c
      where c.round_id = new.round_id and c.state <> 'superseded' and (c.state = 'queued' or c.verdict = 'error' or c.outcome = 'blocks') limit 1;
    if blocked is not null then perform gov.refuse('blocked', 'a check blocks approval: ' || blocked); end if;
    if new.conditions_sha256 is distinct from (select sha256 from gov.condition_set where review_id = v.id and state = 'proposed') then
      perform gov.refuse('conditions', 'the decision signs other conditions');
    end if;
    if (new.act = 'approve_with_conditions') <> (new.conditions_sha256 is not null) then
      perform gov.refuse('conditions', 'conditions and decision do not fit');
    end if;
  end if;
  return new;
end $$;

-- The counts of the pinned revision, read from its own JSON. Equal to packages/policy on random cases (property test).
create function gov.guard_approval() returns trigger language plpgsql as $$
declare
  v gov.review;
  r gov.round;
  p jsonb;
  s jsonb;
  have bigint;
  approvers bigint := 0;
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
  for s in select * from jsonb_array_elements(p -> 'signOffs') loop
    select count(distinct d.person_id) into have from gov.decision d
      where d.round_id = r.id and d.state = 'valid' and d.role = s ->> 'role' and d.evidence_sha256 = r.evidence_sha256
        and gov.holds(d.person_id, v.workspace_id, d.role)
        and case s ->> 'act' when 'recommend' then d.act = 'recommend'
            else d.act in ('approve', 'approve_with_conditions') and d.conditions_sha256 is not distinct from new.conditions_sha256 end;
    if have < (s ->> 'count')::bigint then
      perform gov.refuse('quorum', format('%s of %s sign-offs by %s', have, s ->> 'count', s ->> 'role'));
    end if;
    if s ->> 'act' = 'approve' then approvers := approvers + (s ->> 'count')::bigint; end if;
  end loop;
  if approvers < 1 then perform gov.refuse('empty_quorum', 'a policy without approvers approves nothing'); end if;
  if exists (select 1 from gov.decision d where d.round_id = r.id and d.state = 'valid' and d.act in ('reject', 'request_changes')) then
    perform gov.refuse('dissent', 'somebody rejected or asked for changes');
  end if;
  if exists (select 1 from gov.check_run c where c.round_id = r.id and c.state <> 'superseded' and (c.state = 'queued' or c.verdict = 'error' or c.outcome = 'blocks')) then
    perform gov.refuse('blocked', 'a check blocks approval');
  end if;
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
  if new.valid_until <= new.granted_at then perform gov.refuse('validity', 'an approval has a validity'); end if;
  return new;
end $$;

create function gov.guard_condition() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' then perform gov.refuse('condition_state', 'a condition begins as a proposal'); end if;
    return new;
  end if;
  if not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'evidence', 'given_by', 'given_at', 'accepted_by', 'accepted_at'])
     or old.state in ('accepted', 'superseded') then
    perform gov.refuse('condition_fixed', 'a signed condition is not edited');
  end if;
  if new.state = 'in_force' and old.state = 'proposed'
     and not exists (select 1 from gov.approval where review_id = new.review_id and state = 'valid') then
    perform gov.refuse('no_approval', 'conditions come into force with the approval');
  end if;
  if new.state = 'accepted' and (old.state <> 'evidence_given' or new.accepted_by is null or new.accepted_by in (new.given_by, new.owner_id)) then
    perform gov.refuse('second_person', 'somebody other than the owner accepts the evidence');
  end if;
  return new;
end $$;

create function gov.guard_condition_set() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.state <> 'proposed' or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state'])) then
    perform gov.refuse('condition_fixed', 'a condition set is superseded, not edited');
  end if;
  return new;
end $$;

create function gov.guard_finding() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'open' then perform gov.refuse('finding_state', 'a finding begins open'); end if;
    return new;
  end if;
  if old.state = 'closed' or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'answer', 'answered_by', 'answered_at', 'resolution', 'closed_by', 'closed_at']) then
    perform gov.refuse('finding_fixed', 'a finding is not edited');
  end if;
  if new.state = 'closed' and (new.closed_by is null or new.closed_by in (new.owner_id, coalesce(new.answered_by, ''))) then
    perform gov.refuse('second_person', 'somebody other than its owner closes a finding');
  end if;
  return new;
end $$;

create function gov.guard_fixed() returns trigger language plpgsql as $$
begin
  perform gov.refuse('fixed', tg_table_name || ' rows are not edited');
  return null;
end $$;

create function gov.guard_mark() returns trigger language plpgsql as $$
begin
  if not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state']) or old.state <> 'valid' then
    perform gov.refuse('mark_fixed', 'a mark is superseded, not edited');
  end if;
  return new;
end $$;

create function gov.guard_token() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.state = 'revoked' or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'generation', 'ended_at'])) then
    perform gov.refuse('token_fixed', 'a token is rotated or revoked, not edited');
  end if;
  return new;
end $$;

-- A protected alias names only a version that may run there now (peers 5.8, 9: expired is denied).
-- During set-up history is told with its claimed time, and so is the validity judged.
create function gov.guard_alias() returns trigger language plpgsql as $$
declare
  e gov.environment;
  at text := case when gov.is_live() then to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') else new.moved_at end;
begin
  if tg_op = 'UPDATE' and not gov.only_changes(to_jsonb(old), to_jsonb(new), array['version_id', 'approval_id', 'moved_by', 'moved_at']) then
    perform gov.refuse('alias_fixed', 'an alias keeps its name and model');
  end if;
  if not exists (select 1 from gov.version where id = new.version_id and model_id = new.model_id) then
    perform gov.refuse('alias_model', 'the version belongs to another model');
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
    ('policy_revision', 'guard_policy_revision', 'insert or update'), ('model', 'guard_model', 'update'),
    ('version', 'guard_version', 'insert or update'), ('version_file', 'guard_version_part', 'insert or update'),
    ('version_part', 'guard_version_part', 'insert or update'),
    ('contributor', 'guard_version_part', 'insert or update'), ('review', 'guard_review', 'insert or update'),
    ('round', 'guard_round', 'insert or update'), ('check_run', 'guard_check_run', 'insert or update'),
    ('section_mark', 'guard_mark', 'update'), ('comment', 'guard_fixed', 'update'), ('finding', 'guard_finding', 'insert or update'),
    ('condition_set', 'guard_condition_set', 'update'), ('condition', 'guard_condition', 'insert or update'),
    ('decision', 'guard_decision', 'insert or update'), ('approval', 'guard_approval', 'insert or update'),
    ('alias', 'guard_alias', 'insert or update'), ('evidence_export', 'guard_fixed', 'update')
  ) as v(t, f, ops) loop
    execute format('create trigger guard before %s on gov.%I for each row execute function gov.%I()', r.ops, r.t, r.f);
    execute format('alter table gov.%I enable always trigger guard', r.t);
  end loop;
end $$;
