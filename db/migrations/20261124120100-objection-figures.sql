-- The office's board counts objections out of the log, by the entries of a month: few among many.
create index events_objections on log.events (office_id, seq) where what like 'application.object%';
