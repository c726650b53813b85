-- Selections of a list that a person has given a name: theirs alone.
create table ops.saved_view (
  person_id text not null references gov.person,
  page text not null check (page in ('models', 'audit')),
  name text not null check (octet_length(name) between 1 and 100),
  selection text not null check (octet_length(selection) <= 2000),
  primary key (person_id, page, name)
);
grant select, insert, update, delete on ops.saved_view to countersign_app;
