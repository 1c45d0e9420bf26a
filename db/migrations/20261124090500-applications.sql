-- Applications (permohonan): the draft, the files, the steps. The history of a case is log.events; times here are derived from it.
create schema applications;

create table applications.attachments (
  id uuid constraint attachments_pkey primary key default gen_random_uuid(),
  office_id text not null constraint attachments_office references office.offices (id),
  uploaded_by uuid not null,
  owner_id uuid constraint attachments_owner references registry.people (id),
  storage_key text not null constraint attachments_storage_key_once unique,
  sha256 text not null,
  media_type text not null,
  size integer not null,
  pages integer,
  created_at timestamptz not null
);
create index attachments_owner_list on applications.attachments (owner_id, created_at desc);

create table applications.applications (
  id uuid constraint applications_pkey primary key default gen_random_uuid(),
  office_id text not null constraint applications_office references office.offices (id),
  reference text not null constraint applications_reference_once unique,
  service_code text not null constraint applications_service references services.services (code),
  definition_id uuid not null constraint applications_definition references services.definitions (id),
  division_id text not null constraint applications_division references office.divisions (id),
  status text not null default 'draft' constraint applications_status check (status in
    ('draft', 'submitted', 'returned', 'accepted', 'verified', 'initialed', 'signing', 'issued', 'rejected', 'withdrawn', 'expired')),
  owner_id uuid not null constraint applications_owner references registry.people (id),
  business_id uuid constraint applications_business references registry.businesses (id),
  village_code text constraint applications_village references office.regions (code),
  district_code text constraint applications_district references office.regions (code),
  entered_by uuid not null,
  mandate_id uuid constraint applications_mandate references accounts.mandates (id),
  channel text not null constraint applications_channel check (channel in ('self', 'counter', 'village', 'api')),
  answers jsonb not null default '{}',
  open_items text[] constraint applications_open_items check (open_items is null or status in ('returned', 'withdrawn', 'expired')),
  draft_key text,
  track_hash bytea,
  assigned_to uuid,
  verified_by uuid,
  initials_given integer not null default 0,
  returned_count integer not null default 0,
  submitted_at timestamptz,
  accepted_at timestamptz,
  returned_at timestamptz,
  decided_at timestamptz,
  intake_due_at timestamptz,
  due_at timestamptz,
  reminders integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on column applications.applications.open_items is 'While returned: the questions and requirements that may be changed; nothing else is open';
comment on column applications.applications.track_hash is 'HMAC of the last four digits of the phone, for tracking without login';
comment on column applications.applications.draft_key is 'Key of the form that began it: the same form sent twice begins one draft';
create unique index applications_draft_once on applications.applications (entered_by, draft_key) where draft_key is not null;
-- What is included lets the counts of the queue be read from the index alone.
create index applications_queue on applications.applications (office_id, (coalesce(due_at, intake_due_at)), id)
  include (status, definition_id, initials_given, division_id, assigned_to, due_at, intake_due_at)
  where status in ('submitted', 'accepted', 'verified', 'initialed', 'signing', 'returned');
create index applications_done on applications.applications (office_id, decided_at desc, id desc) where status in ('issued', 'rejected');
create index applications_owner_list on applications.applications (owner_id, created_at desc);
create index applications_business_list on applications.applications (business_id, created_at desc);
create index applications_recent on applications.applications (office_id, created_at desc, id);
create index applications_village_list on applications.applications (village_code, created_at desc);
create index applications_resting on applications.applications (status, updated_at) where status in ('draft', 'returned');

create table applications.application_attachments (
  application_id uuid not null constraint application_attachments_application references applications.applications (id),
  requirement text not null,
  attachment_id uuid not null constraint application_attachments_attachment references applications.attachments (id),
  position integer not null default 0,
  added_at timestamptz not null,
  constraint application_attachments_pkey primary key (application_id, requirement, attachment_id)
);
create index application_attachments_file on applications.application_attachments (attachment_id);

create table applications.remarks (
  id uuid constraint remarks_pkey primary key default gen_random_uuid(),
  application_id uuid not null constraint remarks_application references applications.applications (id),
  step text not null constraint remarks_step check (step in ('return', 'reject', 'withdraw', 'accept', 'verify', 'initial', 'sign')),
  reason_code text,
  note text,
  items jsonb not null default '[]',
  by_account uuid not null,
  by_role text not null,
  at timestamptz not null
);
comment on table applications.remarks is 'Words of a step, shown to the applicant; kept out of the log because they may hold personal data';
create index remarks_of_application on applications.remarks (application_id, at);

create table applications.initials (
  application_id uuid not null constraint initials_application references applications.applications (id),
  position integer not null,
  role text not null,
  account_id uuid not null,
  at timestamptz not null,
  constraint initials_pkey primary key (application_id, position)
);
