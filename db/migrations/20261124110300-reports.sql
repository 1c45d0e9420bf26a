-- Periodic reports (laporan berkala): drafted by themselves, approved figure by figure, locked, signed, kept for ever.
create table performance.reports (
  id uuid constraint reports_pkey primary key default gen_random_uuid(),
  office_id text not null constraint reports_office references office.offices (id),
  kind text not null constraint reports_kind check (kind in ('monthly', 'quarterly', 'yearly')),
  period text not null,
  first_day date not null,
  last_day date not null,
  version integer not null constraint reports_version check (version >= 1),
  state text not null constraint reports_state check (state in ('draft', 'locked', 'signing', 'signed')),
  base text not null,
  remarks text,
  reason text,
  content text,
  frame text,
  signature text constraint reports_signature check (signature in ('test', 'wet-ink', 'certified')),
  signer_id uuid,
  signed_by uuid,
  attempts integer not null default 0,
  last_failure text,
  drafted_at timestamptz not null,
  locked_at timestamptz,
  signing_at timestamptz,
  signed_at timestamptz,
  constraint reports_once unique (office_id, kind, period, version),
  constraint reports_locked check ((state = 'draft') = (content is null)),
  constraint reports_signing check ((state in ('signing', 'signed')) = (frame is not null)),
  constraint reports_reason check ((version = 1) = (reason is null))
);
comment on column performance.reports.base is 'Canonical text of what the program counted when it drafted: figures, their definitions, registry, names; never changed';
comment on column performance.reports.content is 'Canonical text of the whole report as it was locked: the bytes of its JSON file; never changed';
comment on column performance.reports.frame is 'What else is printed, fixed when signing began: letterhead, signer, day';
create unique index reports_one_open on performance.reports (office_id, kind, period) where state <> 'signed';

create table performance.report_figures (
  report_id uuid not null constraint report_figures_report references performance.reports (id),
  code text not null,
  position integer not null,
  awaits text not null constraint report_figures_awaits check (awaits in ('answer', 'division-head', 'secretary', 'office-head', 'none')),
  explanation text,
  constraint report_figures_pkey primary key (report_id, code)
);
comment on table performance.report_figures is 'Whose word each figure of a report waits for, and what the office says about it';

create table performance.report_remarks (
  id bigint generated always as identity constraint report_remarks_pkey primary key,
  report_id uuid not null,
  code text not null,
  role text not null,
  account_id uuid not null,
  words text not null,
  made_at timestamptz not null,
  constraint report_remarks_figure foreign key (report_id, code) references performance.report_figures (report_id, code)
);
create index report_remarks_report on performance.report_remarks (report_id);

create table performance.report_files (
  report_id uuid not null constraint report_files_report references performance.reports (id),
  part text not null constraint report_files_part check (part in ('pdf', 'xlsx', 'json', 'print')),
  storage_key text not null,
  sha256 text not null,
  size integer not null,
  media_type text not null,
  constraint report_files_pkey primary key (report_id, part)
);
comment on table performance.report_files is 'The files of a signed report. print: of one signed by hand the page as it was printed; pdf is then the scan';
create view performance.v_stored_files as select storage_key from performance.report_files;
comment on view performance.v_stored_files is 'Files of reports, for the search for files that nobody names';

create table performance.targets (
  office_id text not null constraint targets_office references office.offices (id),
  year integer not null,
  code text not null,
  value double precision not null,
  constraint targets_pkey primary key (office_id, year, code)
);
comment on table performance.targets is 'What the office set itself for a year: per cent of a share, minutes of office time, or how many';

-- What was locked stays as it was locked, whoever writes.
create function performance.keep_locked() returns trigger language plpgsql as $$
begin
  if new.base is distinct from old.base then raise exception 'the counted part of a report is never changed'; end if;
  if old.content is not null and new.content is distinct from old.content then raise exception 'a locked report is never changed'; end if;
  if old.state = 'signed' and new is distinct from old then raise exception 'a signed report is never changed'; end if;
  return new;
end $$;
create trigger reports_keep_locked before update on performance.reports for each row execute function performance.keep_locked();

grant select, insert, update on performance.reports, performance.report_figures to ditakopum_app;
revoke delete on performance.reports, performance.report_figures from ditakopum_app;
revoke update, delete on performance.report_files, performance.report_remarks from ditakopum_app;
