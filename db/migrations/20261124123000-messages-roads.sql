-- Messages by several roads: what a person wishes, which provider took it, what became of it, how much a month may cost.

alter table messages.outbox drop constraint outbox_channel, drop constraint outbox_state, drop constraint outbox_short;
alter table messages.outbox
  add constraint outbox_channel check (channel in ('phone', 'email', 'slip')),
  add constraint outbox_state check (state in ('waiting', 'held', 'sent', 'delivered', 'read', 'kept', 'slip', 'failed', 'lapsed', 'settled')),
  add constraint outbox_short check (channel = 'email' or char_length(body) <= 160),
  add column kind text not null default 'decision' constraint outbox_kind check (kind in ('code', 'duty', 'decision', 'progress', 'reminder')),
  add column language text not null default 'id' constraint outbox_language check (language in ('id', 'en')),
  add column roads text[] not null default '{}',
  add column refused_roads text[] not null default '{}',
  add column email text,
  add column village_code text,
  add column quiet_from smallint constraint outbox_quiet_from check (quiet_from between 0 and 23),
  add column quiet_to smallint constraint outbox_quiet_to check (quiet_to between 0 and 23),
  add column road text constraint outbox_road check (road in ('whatsapp', 'sms', 'email', 'slip')),
  add column provider text,
  add column provider_ref text,
  add column unsure boolean not null default false,
  add column begun_at timestamptz;
comment on column messages.outbox.state is 'held: waits for the end of quiet hours; kept: no provider is configured, shown on the demo message page; slip: to be printed and brought; failed: not reached, a task for the counter; lapsed: a code that went out of date unsent; settled: told otherwise, handed over, or not wanted';
comment on column messages.outbox.kind is 'What may be done with it: a code goes at once, a decision may not be declined';
comment on column messages.outbox.roads is 'In which order it is tried to reach the person; empty: what the channel allows';
comment on column messages.outbox.refused_roads is 'Roads known not to reach this address';
comment on column messages.outbox.email is 'Where else the person can be reached, when address is a phone';
comment on column messages.outbox.village_code is 'Village of the person when it was written: who may bring him the slip';
comment on column messages.outbox.unsure is 'An attempt was begun whose end is not known: until it is, nobody but its provider may be given the message';
comment on column messages.outbox.provider_ref is 'The id under which the provider tells what became of it';

drop index messages.outbox_due;
create index outbox_due on messages.outbox (next_at, id) where state in ('waiting', 'held');
drop index messages.outbox_failed;
create index outbox_tasks on messages.outbox (office_id, created_at, id) where state in ('failed', 'slip');
create index outbox_under_way on messages.outbox (office_id, next_at, id) where state in ('waiting', 'held');
create index outbox_of_case on messages.outbox (application_id, created_at) where application_id is not null;
create index outbox_provider_ref on messages.outbox (provider_ref) where provider_ref is not null;
-- Codes that wait must not be taken for decisions after the change.
update messages.outbox set kind = 'code' where secret;

create table messages.history (
  id bigint generated always as identity constraint history_pkey primary key,
  message_id uuid not null constraint history_message references messages.outbox (id) on delete cascade,
  at timestamptz not null,
  state text not null,
  road text,
  provider text,
  reason text,
  by_account uuid
);
comment on table messages.history is 'Every change of a message, and every attempt that failed (state waiting with a reason)';
create index history_of_message on messages.history (message_id, id);

create table messages.preferences (
  person_id uuid constraint preferences_pkey primary key constraint preferences_person references registry.people (id),
  language text not null constraint preferences_language check (language in ('id', 'en')),
  roads text[] not null constraint preferences_roads check (roads <@ array['whatsapp', 'sms', 'email', 'slip']),
  quiet_from smallint constraint preferences_quiet_from check (quiet_from between 0 and 23),
  quiet_to smallint constraint preferences_quiet_to check (quiet_to between 0 and 23),
  declined text[] not null constraint preferences_declined check (declined <@ array['progress', 'reminder']),
  set_by uuid not null,
  set_at timestamptz not null,
  constraint preferences_quiet_whole check ((quiet_from is null) = (quiet_to is null))
);
comment on column messages.preferences.roads is 'In the order wished; empty: nothing, and what must be told is printed';
comment on column messages.preferences.quiet_from is 'Hour of the day, WIB; null: no quiet hours';

create table messages.addresses (
  address text constraint addresses_pkey primary key,
  stopped_at timestamptz,
  no_whatsapp_at timestamptz
);
comment on table messages.addresses is 'What is known of a number: its holder answered BERHENTI; WhatsApp did not reach it';

create table messages.replies (
  id uuid constraint replies_pkey primary key default gen_random_uuid(),
  office_id text not null constraint replies_office references office.offices (id),
  provider_ref text not null constraint replies_once unique,
  application_id uuid not null,
  person_id uuid,
  body text not null constraint replies_length check (char_length(body) <= 1000),
  at timestamptz not null
);
comment on table messages.replies is 'What a person answered to a message and named his case in: a note for those who handle it';
create index replies_of_case on messages.replies (application_id, at);
create index replies_of_person on messages.replies (person_id) where person_id is not null;

create table messages.providers (
  key text constraint providers_pkey primary key,
  score real not null constraint providers_score check (score between 0 and 1),
  failures integer not null,
  opened integer not null,
  open_until timestamptz,
  last_good_at timestamptz,
  last_failure text,
  last_failure_at timestamptz
);
comment on table messages.providers is 'How well each provider did lately. open_until: it is left alone until then';

create table messages.usage (
  office_id text not null constraint usage_office references office.offices (id),
  month text not null constraint usage_month check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  road text not null,
  count integer not null,
  constraint usage_pkey primary key (office_id, month, road)
);
comment on table messages.usage is 'Messages taken by providers in a month (WIB), by road';

create table messages.budgets (
  office_id text not null constraint budgets_office references office.offices (id),
  road text not null constraint budgets_road check (road in ('whatsapp', 'sms')),
  most integer not null constraint budgets_most check (most between 0 and 10000000),
  constraint budgets_pkey primary key (office_id, road)
);
comment on table messages.budgets is 'How many messages a month may go by a road that costs money; no row: no limit. Codes go even beyond';

create view registry.v_person_reach as select id as person_id, name, phone, email, village_code from registry.people;
comment on view registry.v_person_reach is 'Where a person can be reached, for messages';
create view office.v_region_names as select code, name from office.regions;
comment on view office.v_region_names is 'Names of villages and districts, for other domains';

create or replace view messages.v_held as
  select person_id, 'message' as what, created_at as at, jsonb_build_object('template', template, 'channel', channel, 'address', address,
         'body', case when secret then null else body end, 'state', state, 'sentAt', sent_at, 'road', road, 'email', email) as body
    from messages.outbox where person_id is not null
  union all select person_id, 'message-preferences', set_at, jsonb_build_object('language', language, 'roads', roads, 'quietFrom', quiet_from, 'quietTo', quiet_to,
           'declined', declined) from messages.preferences
  union all select person_id, 'reply', at, jsonb_build_object('body', body) from messages.replies where person_id is not null
  union all select r.person_id, 'stopped-number', a.stopped_at, jsonb_build_object('address', a.address)
    from registry.v_person_reach r join messages.addresses a on a.address = r.phone where a.stopped_at is not null;
create or replace view messages.v_for_archive as
  select id, office_id, created_at from messages.outbox where state in ('sent', 'delivered', 'read', 'kept', 'lapsed', 'settled');

grant select, insert, update, delete on all tables in schema messages to ditakopum_app;
grant usage, select on all sequences in schema messages to ditakopum_app;
grant select on registry.v_person_reach, office.v_region_names to ditakopum_app;
