-- The satisfaction survey (SKM). Nothing here names a person or a case: answers, facts about respondents, suggestions and links are kept apart,
-- and every night the rows of the day are written anew in one transaction and in random order, so that neither their order nor the number of
-- the transaction that wrote them tells which belong together.
create schema satisfaction;

create table satisfaction.questionnaires (
  office_id text not null constraint questionnaires_office references office.offices (id),
  version integer not null constraint questionnaires_version check (version > 1),
  valid_from date not null,
  body jsonb not null,
  set_by uuid not null,
  set_at timestamptz not null,
  constraint questionnaires_pkey primary key (office_id, version)
);
comment on table satisfaction.questionnaires is 'Versions the office has set itself; the first is in reference/satisfaction/questionnaire.json';

create table satisfaction.invitations (
  link_hash bytea constraint invitations_pkey primary key,
  office_id text not null constraint invitations_office references office.offices (id),
  service_code text not null constraint invitations_service references services.services (code),
  variant text not null constraint invitations_variant check (variant in ('counter', 'web')),
  expires_on date not null,
  spent boolean not null default false,
  mixed boolean not null default false
);
comment on table satisfaction.invitations is 'Links given at the end of a service: only a hash of the link, and whether it was used; not whose, not of which case, not when used';
create index invitations_unmixed on satisfaction.invitations (office_id) where not mixed;
create index invitations_expiry on satisfaction.invitations (office_id, expires_on);

create table satisfaction.form_keys (
  form_key uuid constraint form_keys_pkey primary key,
  office_id text not null constraint form_keys_office references office.offices (id),
  day date not null
);
comment on table satisfaction.form_keys is 'Forms at the counter and batches of paper that were taken: the same sent twice counts once. Gone after two days';
create index form_keys_day on satisfaction.form_keys (office_id, day);

create table satisfaction.sheets (
  id uuid constraint sheets_pkey primary key default gen_random_uuid(),
  office_id text not null constraint sheets_office references office.offices (id),
  day date not null,
  service_code text not null constraint sheets_service references services.services (code),
  channel text not null constraint sheets_channel check (channel in ('link', 'counter', 'paper')),
  questionnaire integer not null,
  scores jsonb not null constraint sheets_answered check (scores <> '{}'),
  mixed boolean not null default false,
  told boolean not null default false
);
comment on column satisfaction.sheets.day is 'Of the moment only the day is kept';
comment on column satisfaction.sheets.mixed is 'Written anew with all others of its day';
comment on column satisfaction.sheets.told is 'Part of what officers are shown: five or more of a service become so at once, so that no single sheet follows from two looks';
create index sheets_of_period on satisfaction.sheets (office_id, day, service_code);
create index sheets_unmixed on satisfaction.sheets (office_id, day) where not mixed;
create index sheets_untold on satisfaction.sheets (office_id, service_code) where not told;

create table satisfaction.profile_counts (
  office_id text not null constraint profile_counts_office references office.offices (id),
  quarter text not null,
  field text not null,
  value text not null,
  n integer not null constraint profile_counts_some check (n > 0),
  constraint profile_counts_pkey primary key (office_id, quarter, field, value)
);
comment on table satisfaction.profile_counts is 'How many respondents of a quarter told which fact about themselves: counts, never two facts of one person together';

create table satisfaction.suggestions (
  id uuid constraint suggestions_pkey primary key default gen_random_uuid(),
  office_id text not null constraint suggestions_office references office.offices (id),
  quarter text not null,
  service_code text not null constraint suggestions_service references services.services (code),
  words text not null constraint suggestions_length check (char_length(words) between 1 and 1000),
  state text not null default 'new' constraint suggestions_state check (state in ('new', 'public', 'hidden')),
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  came_on date,
  constraint suggestions_hidden_why check ((state = 'hidden') = (reason is not null)),
  constraint suggestions_decided_whole check ((state = 'new') = (decided_at is null) and (decided_at is null) = (decided_by is null))
);
comment on column satisfaction.suggestions.came_on is 'Only until the night, when the suggestions of the day are written anew and shown';
create index suggestions_list on satisfaction.suggestions (office_id, quarter, state, id);
create index suggestions_unmixed on satisfaction.suggestions (office_id, came_on) where came_on is not null;

create table satisfaction.publications (
  office_id text not null constraint publications_office references office.offices (id),
  period text not null,
  closed_on date not null,
  body jsonb not null,
  constraint publications_pkey primary key (office_id, period)
);
comment on table satisfaction.publications is 'Results as published when the quarter or year was closed; they do not change any more';

create table satisfaction.plan_items (
  id uuid constraint plan_items_pkey primary key default gen_random_uuid(),
  office_id text not null constraint plan_items_office references office.offices (id),
  form_key uuid not null constraint plan_items_form_key_once unique,
  period text not null,
  element text,
  finding text not null,
  action text not null,
  owner text not null,
  due_on date not null,
  state text not null default 'planned' constraint plan_items_state check (state in ('planned', 'done', 'dropped')),
  ending text,
  ended_on date,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint plan_items_ended_whole check (num_nulls(ending, ended_on) = case state when 'planned' then 2 else 0 end)
);
comment on column satisfaction.plan_items.owner is 'The post that is in charge, never a name: the plan is public';
comment on column satisfaction.plan_items.ending is 'Evidence of what was done, or why it was given up';
create index plan_items_list on satisfaction.plan_items (office_id, period desc, due_on, id);

create view applications.v_decided as
  select office_id, service_code, decided_at from applications.applications where status in ('issued', 'completed', 'rejected') and decided_at is not null;
comment on view applications.v_decided is 'Services that came to their end, for the survey: which and when, not whose';

grant usage on schema satisfaction to ditakopum_app;
grant select, insert, update, delete on all tables in schema satisfaction to ditakopum_app;
alter default privileges in schema satisfaction grant select, insert, update, delete on tables to ditakopum_app;
revoke delete on satisfaction.publications, satisfaction.questionnaires, satisfaction.plan_items from ditakopum_app;
revoke update on satisfaction.publications, satisfaction.questionnaires from ditakopum_app;
grant select on applications.v_decided to ditakopum_app;
