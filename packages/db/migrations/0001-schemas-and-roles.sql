-- Roles are made by the migrate command, which knows their passwords; see src/migrate.ts.
-- countersign_owner owns everything and cannot log in; the processes own nothing.
create schema gov;    -- governed rows: changed only together with an event
create schema ops;    -- operational rows: sessions, counters, job progress
create schema audit;  -- events, leaves, tiles, checkpoints, disclosures, blobs

revoke all on schema public from public;
grant usage on schema gov, audit to countersign_app, countersign_worker, countersign_notary;
grant usage on schema ops to countersign_app, countersign_worker;
