-- The outbox: what must be told to people, written in the transaction that made it true.
create schema messages;

create table messages.outbox (
  id uuid constraint outbox_pkey primary key default gen_random_uuid(),
  office_id text not null constraint outbox_office references office.offices (id),
  account_id uuid,
  person_id uuid,
  application_id uuid,
  template text not null,
  channel text not null constraint outbox_channel check (channel in ('phone', 'email')),
  address text not null,
  subject text,
  body text not null constraint outbox_short check (channel <> 'phone' or char_length(body) <= 160),
  secret boolean not null default false,
  state text not null default 'waiting' constraint outbox_state check (state in ('waiting', 'sent', 'kept', 'failed', 'lapsed', 'settled')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  last_failure text,
  created_at timestamptz not null,
  sent_at timestamptz
);
comment on column messages.outbox.secret is 'Holds a one-time code: body is wiped once sent or out of date';
comment on column messages.outbox.state is 'kept: no gateway is configured, shown on the demo message page; failed: given up, a task for the counter; lapsed: a code that went out of date unsent; settled: the counter told the person otherwise';
create index outbox_due on messages.outbox (next_at) where state = 'waiting';
create index outbox_address_list on messages.outbox (address, created_at desc);
create index outbox_failed on messages.outbox (office_id, created_at) where state = 'failed';
create index outbox_secret on messages.outbox (created_at) where secret and body <> '';
create index outbox_newest on messages.outbox (office_id, created_at desc, id);
