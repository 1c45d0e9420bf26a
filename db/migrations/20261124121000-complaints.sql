-- What the public says (pengaduan, saran, permintaan informasi, konsultasi): tickets on the office's clock, sealed identities, good answers as guidance.
create schema complaints;

create table complaints.tickets (
  id uuid constraint tickets_pkey primary key default gen_random_uuid(),
  office_id text not null constraint tickets_office references office.offices (id),
  reference text not null constraint tickets_reference unique,
  form_key uuid not null constraint tickets_form_key unique,
  kind text not null constraint tickets_kind check (kind in ('complaint', 'suggestion', 'information', 'consultation')),
  channel text not null constraint tickets_channel check (channel in ('web', 'account', 'counter', 'phone', 'letter', 'village', 'lapor', 'message')),
  identity text not null constraint tickets_identity check (identity in ('named', 'sealed', 'anonymous')),
  reporter_cipher bytea,
  owner_id uuid constraint tickets_owner references registry.people (id),
  owner_index bytea,
  words text not null constraint tickets_words check (length(words) <= 5000),
  wanted text not null default '',
  place text not null default '',
  region_code text constraint tickets_region references office.regions (code),
  category text,
  class text,
  service_code text constraint tickets_service references services.services (code),
  application_id uuid constraint tickets_application references applications.applications (id),
  cooperative_id uuid constraint tickets_cooperative references cooperatives.cooperatives (id),
  is_member boolean not null default false,
  cooperative_name text not null default '',
  for_inspection boolean not null default false,
  about_post text,
  about_name text not null default '',
  open_to text[],
  lapor_number text,
  division_id text constraint tickets_division references office.divisions (id),
  state text not null constraint tickets_state
    check (state in ('received', 'verified', 'deferred', 'forwarded', 'assigned', 'handling', 'answered', 'reopened', 'closed', 'archived')),
  deferred_from text,
  assigned_to uuid constraint tickets_assignee references accounts.accounts (id),
  lead_id uuid constraint tickets_lead references complaints.tickets (id),
  received_at timestamptz not null,
  entered_by uuid,
  verified_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  due_at timestamptz,
  owed_at timestamptz,
  reply_by timestamptz,
  extra_days integer not null default 0,
  reopened_count integer not null default 0,
  late boolean not null default false,
  may_publish boolean not null default false,
  outcome text constraint tickets_outcome check (outcome in ('solved', 'silence', 'forwarded', 'spam', 'withdrawn', 'duplicate', 'no-reply')),
  score integer constraint tickets_score check (score between 1 and 4),
  version integer not null default 1,
  constraint tickets_anonymous check (identity <> 'anonymous' or (reporter_cipher is null and owner_id is null and owner_index is null)),
  constraint tickets_sealed check (identity <> 'sealed' or (reporter_cipher is not null and owner_id is null)),
  constraint tickets_ended check ((state in ('closed', 'archived')) = (outcome is not null) and (outcome is null) = (closed_at is null)),
  constraint tickets_owed check (owed_at is null or state in ('received', 'verified', 'assigned', 'handling', 'reopened')),
  constraint tickets_held check (state not in ('assigned', 'handling') or assigned_to is not null)
);
comment on table complaints.tickets is 'One thing somebody said to the office, from any channel, until he says that it is solved';
comment on column complaints.tickets.form_key is 'Made with the form: the same form sent twice is one ticket. The secret of the ticket follows from it and the key file';
comment on column complaints.tickets.reporter_cipher is 'Who reported, encrypted with the key file. Of a sealed one it is opened only by two officers';
comment on column complaints.tickets.owner_id is 'The person of a named reporter who was signed in; never of a sealed or anonymous one';
comment on column complaints.tickets.owner_index is 'Keyed index by which a signed-in person finds his own sealed tickets; says nothing without the key file';
comment on column complaints.tickets.open_to is 'About an officer: only these roles see it, beside whoever holds it; null: open to all who work on tickets';
comment on column complaints.tickets.owed_at is 'What the office owes next: verification, then the answer; null while it waits for the reporter or has ended';
comment on column complaints.tickets.reply_by is 'Until when the reporter is waited for; then the program ends the wait';
comment on column complaints.tickets.lead_id is 'The ticket with which this one is answered, because both say the same';
comment on column complaints.tickets.late is 'The answer came after it was owed, or verification did';
create unique index tickets_lapor on complaints.tickets (office_id, lapor_number) where lapor_number is not null;
create index tickets_owed_by on complaints.tickets (office_id, owed_at, id) where owed_at is not null;
create index tickets_waiting on complaints.tickets (office_id, reply_by, id) where reply_by is not null;
create index tickets_recent on complaints.tickets (office_id, received_at desc, id desc);
create index tickets_held_by on complaints.tickets (assigned_to, owed_at) where owed_at is not null;
create index tickets_of_owner on complaints.tickets (owner_id, received_at desc) where owner_id is not null;
create index tickets_of_index on complaints.tickets (owner_index) where owner_index is not null;
create index tickets_of_lead on complaints.tickets (lead_id) where lead_id is not null;

create table complaints.named_officers (
  ticket_id uuid not null constraint named_officers_ticket references complaints.tickets (id),
  account_id uuid not null constraint named_officers_account references accounts.accounts (id),
  constraint named_officers_pkey primary key (ticket_id, account_id)
);
comment on table complaints.named_officers is 'Officers a ticket is about: they never see it, hold it or answer it';
create index named_officers_of on complaints.named_officers (account_id);

create table complaints.entries (
  id bigint generated always as identity constraint entries_pkey primary key,
  ticket_id uuid not null constraint entries_ticket references complaints.tickets (id),
  at timestamptz not null,
  step text not null,
  from_state text,
  to_state text not null,
  by_role text not null,
  by_account uuid,
  words text not null default '',
  shown boolean not null default true
);
comment on table complaints.entries is 'What happened to a ticket, with the words that belong to it. The log has the same steps without words';
comment on column complaints.entries.shown is 'The reporter reads the words; false: a note among officers';
create index entries_of_ticket on complaints.entries (ticket_id, id);

create table complaints.files (
  id uuid constraint files_pkey primary key default gen_random_uuid(),
  office_id text not null constraint files_office references office.offices (id),
  ticket_id uuid constraint files_ticket references complaints.tickets (id),
  from_office boolean not null default false,
  storage_key text not null,
  sha256 text not null,
  media_type text not null,
  size integer not null,
  added_at timestamptz not null
);
comment on table complaints.files is 'Evidence of a reporter or of an answer. Without a ticket it waits a day to be named by one';
create index files_of_ticket on complaints.files (ticket_id, added_at) where ticket_id is not null;
create index files_unclaimed on complaints.files (added_at) where ticket_id is null;
create view complaints.v_stored_files as select storage_key from complaints.files;
comment on view complaints.v_stored_files is 'Files of tickets, for the search for files that nobody names';

create table complaints.openings (
  id uuid constraint openings_pkey primary key default gen_random_uuid(),
  ticket_id uuid not null constraint openings_ticket references complaints.tickets (id),
  asked_by uuid not null constraint openings_asker references accounts.accounts (id),
  asked_at timestamptz not null,
  reason text not null,
  decided_by uuid constraint openings_decider references accounts.accounts (id),
  decided_at timestamptz,
  approved boolean,
  constraint openings_two check (decided_by is null or decided_by <> asked_by),
  constraint openings_decided check ((decided_by is null) = (approved is null) and (decided_by is null) = (decided_at is null))
);
comment on table complaints.openings is 'Requests to open a sealed identity: one officer asks with a reason, another decides';
create unique index openings_one_open on complaints.openings (ticket_id) where decided_at is null;
create index openings_of_ticket on complaints.openings (ticket_id, asked_at);

create table complaints.guidance (
  id uuid constraint guidance_pkey primary key default gen_random_uuid(),
  office_id text not null constraint guidance_office references office.offices (id),
  ticket_id uuid not null constraint guidance_ticket references complaints.tickets (id),
  question text not null,
  answer text not null,
  state text not null default 'proposed' constraint guidance_state check (state in ('proposed', 'published', 'declined', 'withdrawn')),
  proposed_by uuid not null constraint guidance_proposer references accounts.accounts (id),
  proposed_at timestamptz not null,
  reviewed_by uuid constraint guidance_reviewer references accounts.accounts (id),
  reviewed_at timestamptz,
  constraint guidance_two check (reviewed_by is null or reviewed_by <> proposed_by),
  constraint guidance_reviewed check (state = 'proposed' or (reviewed_by is not null and reviewed_at is not null))
);
comment on table complaints.guidance is 'Good answers to consultation questions, told anew without the one who asked, reviewed by a second officer';
create unique index guidance_one_live on complaints.guidance (ticket_id) where state in ('proposed', 'published');
create index guidance_list on complaints.guidance (office_id, state, reviewed_at desc, id);
comment on column complaints.tickets.may_publish is 'The asker agrees that question and answer become guidance without his name';

create view complaints.v_held as
  select owner_id as person_id, 'ticket' as what, received_at as at, jsonb_build_object('reference', reference, 'kind', kind, 'channel', channel, 'words', words,
         'wanted', wanted, 'place', place, 'state', state, 'dueAt', due_at, 'outcome', outcome, 'score', score) as body
    from complaints.tickets where owner_id is not null;

-- Warnings of tickets lie with all others; a ticket has no case, so its reference stands in the warning.
alter table supervision.notices add column reference text;
comment on column supervision.notices.reference is 'Of what is no application: the number people know it by';
alter table supervision.notices drop constraint notices_kind;
alter table supervision.notices add constraint notices_kind check (kind in ('intake', 'service', 'fallback', 'objection', 'empty-post', 'complaint')) not valid;
alter table supervision.notices validate constraint notices_kind;

grant usage on schema complaints to ditakopum_app;
grant select, insert, update, delete on all tables in schema complaints to ditakopum_app;
grant usage, select on all sequences in schema complaints to ditakopum_app;
alter default privileges in schema complaints grant select, insert, update, delete on tables to ditakopum_app;
revoke delete on complaints.tickets, complaints.entries, complaints.openings from ditakopum_app;
revoke update on complaints.entries from ditakopum_app;
