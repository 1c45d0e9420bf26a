-- Supervision (pengawasan): who was warned of which late case, what the law makes of silence, and objections on their own clock.
create schema supervision;

create table supervision.contacts (
  account_id uuid constraint contacts_pkey primary key constraint contacts_account references accounts.accounts (id),
  phone text not null,
  updated_at timestamptz not null
);
comment on table supervision.contacts is 'Where an officer is warned outside the program; without a row he finds his warnings on the board only';

create table supervision.notices (
  id uuid constraint notices_pkey primary key default gen_random_uuid(),
  office_id text not null constraint notices_office references office.offices (id),
  kind text not null constraint notices_kind check (kind in ('intake', 'service', 'fallback', 'objection', 'empty-post')),
  subject text not null,
  application_id uuid constraint notices_application references applications.applications (id),
  rung text not null,
  climb integer not null default 0,
  due_at timestamptz not null,
  post text not null constraint notices_post check (post in ('division-head', 'secretary', 'office-head')),
  account_id uuid not null constraint notices_account references accounts.accounts (id),
  told_at timestamptz not null,
  acknowledged_at timestamptz,
  lapsed_at timestamptz,
  -- Whatever is repeated, restarted or done by two workers at once: one warning per case, rung and due moment.
  constraint notices_once unique (subject, kind, rung, due_at, climb)
);
comment on table supervision.notices is 'A warning (peringatan) of the ladder: which rung of which clock was told to whom, and whether he acknowledged it; lapsed: what it warned of is over';
comment on column supervision.notices.subject is 'Id of the case or the objection; for an empty post its role and division';
comment on column supervision.notices.climb is '0: told as the ladder says; above: how often it climbed because nobody acknowledged it';
create index notices_waiting on supervision.notices (account_id, told_at desc, id) where acknowledged_at is null and lapsed_at is null;
create index notices_to_lapse on supervision.notices (office_id, id) where acknowledged_at is null and lapsed_at is null;
create index notices_of_application on supervision.notices (application_id, told_at);

create table supervision.fallbacks (
  application_id uuid constraint fallbacks_pkey primary key constraint fallbacks_application references applications.applications (id),
  office_id text not null constraint fallbacks_office references office.offices (id),
  due_at timestamptz not null,
  passed_at timestamptz,
  closed_at timestamptz
);
comment on table supervision.fallbacks is 'When silence counts as consent (UU 30/2014 Pasal 53); passed_at marks that it happened while the case was open, closed_at that the case has ended since';
create index fallbacks_open on supervision.fallbacks (office_id, due_at, application_id) where closed_at is null;

create table supervision.objections (
  id uuid constraint objections_pkey primary key default gen_random_uuid(),
  office_id text not null constraint objections_office references office.offices (id),
  application_id uuid not null constraint objections_application references applications.applications (id),
  owner_id uuid not null constraint objections_owner references registry.people (id),
  division_id text not null constraint objections_division references office.divisions (id),
  village_code text constraint objections_village references office.regions (code),
  entered_by uuid not null,
  ground text not null constraint objections_ground check (ground in ('decision', 'lateness')),
  reason text not null,
  state text not null default 'open' constraint objections_state check (state in ('open', 'granted', 'denied', 'deemed-granted', 'fulfilled')),
  filed_at timestamptz not null,
  settle_by timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  answer text,
  fulfil_by timestamptz,
  fulfilled_at timestamptz,
  fulfilled_by uuid,
  fulfilled_with uuid constraint objections_follow_up references applications.applications (id),
  constraint objections_decided_whole check (state not in ('granted', 'denied') or (decided_by is not null and decided_at is not null and answer is not null)),
  constraint objections_fulfilment_owed check ((fulfil_by is not null) = (state in ('granted', 'deemed-granted', 'fulfilled')))
);
comment on table supervision.objections is 'Objection (keberatan) of an applicant. Words of people lie here and not in the log';
create unique index objections_one_open on supervision.objections (application_id) where state = 'open';
create index objections_of_application on supervision.objections (application_id, filed_at);
create index objections_owed on supervision.objections (office_id, (coalesce(fulfil_by, settle_by)), id) where state in ('open', 'granted', 'deemed-granted');
create index objections_list on supervision.objections (office_id, filed_at desc, id desc);

-- For the board: cases returned twice or more, and those handed to one officer.
create index applications_returned_twice on applications.applications (office_id, (coalesce(due_at, intake_due_at)), id)
  where returned_count >= 2 and status in ('submitted', 'accepted', 'verified', 'initialed', 'signing', 'returned');
create index applications_held on applications.applications (assigned_to, (coalesce(due_at, intake_due_at)), id)
  where assigned_to is not null and status in ('submitted', 'accepted', 'verified', 'initialed', 'signing', 'returned');

grant usage on schema supervision to ditakopum_app;
grant select, insert, update, delete on all tables in schema supervision to ditakopum_app;
alter default privileges in schema supervision grant select, insert, update, delete on tables to ditakopum_app;
revoke delete on supervision.notices, supervision.objections from ditakopum_app;
