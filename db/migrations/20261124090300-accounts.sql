-- Who may come in. Tokens and codes are stored only as hashes, secrets only encrypted.
create schema accounts;

create table accounts.accounts (
  id uuid constraint accounts_pkey primary key default gen_random_uuid(),
  office_id text not null constraint accounts_office references office.offices (id),
  kind text not null constraint accounts_kind check (kind in ('citizen', 'officer')),
  login text,
  name text not null,
  person_id uuid constraint accounts_person references registry.people (id),
  password_hash text,
  totp_cipher bytea,
  totp_last_step bigint,
  must_change boolean not null default false,
  status text not null default 'active' constraint accounts_status check (status in ('active', 'locked', 'ended')),
  created_at timestamptz not null,
  constraint accounts_login_once unique (office_id, login),
  constraint accounts_officer_login check (kind = 'citizen' or login is not null),
  constraint accounts_citizen_bare check (kind = 'officer' or (password_hash is null and totp_cipher is null))
);
comment on column accounts.accounts.login is 'Officers: a name. Citizens: the phone number in E.164 of the one who holds it now; null after the number was detached at the counter';
comment on column accounts.accounts.totp_last_step is 'Last accepted time step: a code counts once';
comment on column accounts.accounts.must_change is 'The password was given by the administrator: the next sign-in sets a new one and enrols the second factor';
create index accounts_kind_list on accounts.accounts (office_id, kind, login);
create index accounts_person_list on accounts.accounts (person_id);

create table accounts.role_grants (
  id uuid constraint role_grants_pkey primary key default gen_random_uuid(),
  account_id uuid not null constraint role_grants_account references accounts.accounts (id),
  role text not null,
  area_code text constraint role_grants_area references office.regions (code),
  division_id text constraint role_grants_division references office.divisions (id),
  valid_from date not null,
  valid_to date,
  granted_by uuid,
  constraint role_grants_dates check (valid_to is null or valid_to >= valid_from)
);
create index role_grants_account_list on accounts.role_grants (account_id, valid_from);

create table accounts.sessions (
  token_hash bytea constraint sessions_pkey primary key,
  id uuid not null default gen_random_uuid() constraint sessions_id_once unique,
  account_id uuid not null constraint sessions_account references accounts.accounts (id),
  kind text not null constraint sessions_kind check (kind in ('browser', 'api')),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  second_factor_until timestamptz,
  reason text,
  ended_at timestamptz
);
comment on column accounts.sessions.reason is 'Why a token was issued on the command line; words of people, so not in the log';
create index sessions_account_list on accounts.sessions (account_id, created_at desc);
create index sessions_expiry on accounts.sessions (expires_at);

create table accounts.one_time_codes (
  id uuid constraint one_time_codes_pkey primary key default gen_random_uuid(),
  for_index bytea not null,
  purpose text not null constraint one_time_codes_purpose check (purpose in ('sign-in', 'consent')),
  code_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz
);
comment on column accounts.one_time_codes.for_index is 'Keyed hash of what the code is for: the begun sign-in, or the consent asked; so nobody can spend the tries of another';
create index one_time_codes_latest on accounts.one_time_codes (for_index, created_at desc);
create index one_time_codes_expiry on accounts.one_time_codes (expires_at);

create table accounts.tickets (
  token_hash bytea constraint tickets_pkey primary key,
  purpose text not null constraint tickets_purpose check (purpose in ('sign-in', 'officer', 'enrol', 'help', 'show-once')),
  stage text not null,
  account_id uuid constraint tickets_account references accounts.accounts (id),
  payload_cipher bytea not null,
  expires_at timestamptz not null
);
comment on table accounts.tickets is 'What is known so far of someone who has begun to sign in, or of a form that must not carry a number in its address. Payload encrypted';
create index tickets_expiry on accounts.tickets (expires_at);

create table accounts.devices (
  token_hash bytea not null,
  account_id uuid not null constraint devices_account references accounts.accounts (id),
  id uuid not null default gen_random_uuid() constraint devices_id_once unique,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  constraint devices_pkey primary key (token_hash, account_id)
);
create index devices_account_list on accounts.devices (account_id, created_at desc);
comment on table accounts.devices is 'Devices on which the owner gave the second fact once; on a new one the phone number alone opens nothing. A family shares one phone';

create table accounts.notices (
  version integer constraint notices_pkey primary key,
  valid_from date not null,
  body jsonb not null
);

create table accounts.notice_readings (
  person_id uuid not null constraint notice_readings_person references registry.people (id),
  version integer not null constraint notice_readings_notice references accounts.notices (version),
  at timestamptz not null,
  channel text not null constraint notice_readings_channel check (channel in ('self', 'counter', 'village', 'field', 'paper')),
  officer_id uuid,
  constraint notice_readings_pkey primary key (person_id, version)
);

create table accounts.mandates (
  id uuid constraint mandates_pkey primary key default gen_random_uuid(),
  person_id uuid not null constraint mandates_person references registry.people (id),
  officer_id uuid not null constraint mandates_officer references accounts.accounts (id),
  method text not null constraint mandates_method check (method in ('code', 'signature', 'thumbprint')),
  note text,
  given_at timestamptz not null,
  ended_at timestamptz
);
comment on table accounts.mandates is 'Consent of a citizen to be helped by this officer, and how it was given';
create index mandates_person_list on accounts.mandates (person_id, given_at desc);

create table accounts.phone_changes (
  id uuid constraint phone_changes_pkey primary key default gen_random_uuid(),
  office_id text not null constraint phone_changes_office references office.offices (id),
  person_id uuid not null constraint phone_changes_person references registry.people (id),
  kind text not null constraint phone_changes_kind check (kind in ('change', 'detach')),
  new_phone text,
  evidence text not null constraint phone_changes_evidence check (evidence in ('ktp', 'ktp-and-family-card', 'police-report')),
  requested_by uuid not null constraint phone_changes_requester references accounts.accounts (id),
  requested_at timestamptz not null,
  decided_by uuid constraint phone_changes_decider references accounts.accounts (id),
  decided_at timestamptz,
  accepted boolean,
  constraint phone_changes_two_officers check (decided_by is null or decided_by <> requested_by),
  constraint phone_changes_decided_whole check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (accepted is null)),
  constraint phone_changes_number check ((kind = 'change') = (new_phone is not null))
);
comment on table accounts.phone_changes is 'A number is changed at the counter by two officers. detach: the number now belongs to somebody else, the person keeps data but no number';
create unique index phone_changes_one_open on accounts.phone_changes (person_id) where decided_by is null;
create index phone_changes_open_list on accounts.phone_changes (office_id, requested_at) where decided_by is null;

create view accounts.v_mandates as select person_id, officer_id, given_at, ended_at from accounts.mandates;
comment on view accounts.v_mandates is 'Who agreed to be helped by whom, for other domains';
create view accounts.v_notice_readings as select person_id, version, at from accounts.notice_readings;
comment on view accounts.v_notice_readings is 'Who was shown the privacy notice, for other domains';
