-- A BEFORE INSERT trigger also fires for the rows that ON CONFLICT then turns into updates, so that no
-- stream could get its second event. AFTER INSERT sees real insertions only.
drop trigger first_of_stream on audit.stream;
create trigger first_of_stream after insert on audit.stream for each row execute function audit.first_of_stream();
alter table audit.stream enable always trigger first_of_stream;
