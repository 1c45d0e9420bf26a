-- Figures of the processing of cases (kinerja). Everything here follows from the event log and can be made again from it.
create schema performance;

create table performance.progress (
  office_id text constraint progress_pkey primary key,
  seq bigint not null
);
comment on table performance.progress is 'Up to which entry of the log the cases below are told';

create table performance.cases (
  case_id text constraint cases_pkey primary key,
  office_id text not null,
  service text,
  channel text,
  district text,
  submitted_seq bigint not null,
  submitted_at timestamptz not null,
  ended_seq bigint,
  ended_at timestamptz,
  facts jsonb not null
);
comment on table performance.cases is 'One row a case that was submitted: what figures need of it (facts), as it stands after the last entry read. Ended cases do not change any more';
create index cases_ended on performance.cases (office_id, ended_seq) where ended_seq is not null;
create index cases_open on performance.cases (office_id, submitted_seq) where ended_seq is null;
create index cases_ended_day on performance.cases (office_id, ended_at) where ended_at is not null;

grant usage on schema performance to ditakopum_app;
grant select, insert, update, delete on all tables in schema performance to ditakopum_app;
alter default privileges in schema performance grant select, insert, update, delete on tables to ditakopum_app;
