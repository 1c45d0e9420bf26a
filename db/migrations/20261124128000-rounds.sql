-- Programmes with few places: rounds with dates, quota and basis, sheets of a panel, and the ranking with its reasons.
create table services.rounds (
  id uuid constraint rounds_pkey primary key default gen_random_uuid(),
  office_id text not null constraint rounds_office references office.offices (id),
  service_code text not null constraint rounds_service references services.services (code),
  name text not null,
  opens_on date not null,
  closes_on date not null,
  quota integer not null constraint rounds_quota check (quota > 0),
  basis text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  cancel_reason text,
  constraint rounds_dates check (closes_on >= opens_on),
  constraint rounds_cancelled_whole check ((cancelled_at is null) = (cancel_reason is null)),
  constraint rounds_name_once unique (office_id, service_code, name)
);
comment on table services.rounds is 'When requests for a service with few places are taken (periode), how many places, and by which decision';
create index rounds_of_service on services.rounds (service_code, opens_on desc);

alter table applications.applications add column round_id uuid constraint applications_round references services.rounds (id);
create index applications_round_list on applications.applications (round_id, status) where round_id is not null;

create schema programmes;

create table programmes.panels (
  round_id uuid not null constraint panels_round references services.rounds (id),
  account_id uuid not null,
  named_at timestamptz not null,
  constraint panels_pkey primary key (round_id, account_id)
);

create table programmes.sheets (
  application_id uuid not null constraint sheets_application references applications.applications (id),
  account_id uuid not null,
  round_id uuid not null constraint sheets_round references services.rounds (id),
  points jsonb not null,
  note text,
  at timestamptz not null,
  constraint sheets_pkey primary key (application_id, account_id)
);
comment on column programmes.sheets.points is 'Points from 0 to 100 by criterion of the definition of the case';
create index sheets_of_round on programmes.sheets (round_id);

create table programmes.placements (
  application_id uuid constraint placements_pkey primary key constraint placements_application references applications.applications (id),
  round_id uuid not null constraint placements_round references services.rounds (id),
  rank integer not null,
  score_sum bigint not null,
  score_of integer not null,
  outcome text not null constraint placements_outcome check (outcome in ('placed', 'below-mark', 'beyond-quota')),
  ranked_by uuid not null,
  at timestamptz not null,
  constraint placements_rank_once unique (round_id, rank)
);
comment on column programmes.placements.score_sum is 'Score exactly: score_sum / score_of, from 0 to 100';

grant usage on schema programmes to ditakopum_app;
grant select, insert, update, delete on programmes.panels to ditakopum_app;
grant select, insert, update on programmes.sheets to ditakopum_app;
grant select, insert on programmes.placements to ditakopum_app;
