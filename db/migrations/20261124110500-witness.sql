-- A witness outside the office: the daily roots go to its mailbox, and a time-stamp service puts its signature under them.
alter table office.offices add column witness_email text;
comment on column office.offices.witness_email is 'Mailbox outside the office (the inspectorate) that gets each daily root of the log; null: none';

create table log.witnessed (
  office_id text not null,
  day date not null,
  kind text not null constraint witnessed_kind check (kind in ('mail', 'stamp')),
  token bytea,
  at timestamptz not null,
  constraint witnessed_pkey primary key (office_id, day, kind),
  constraint witnessed_root foreign key (office_id, day) references log.roots (office_id, day),
  constraint witnessed_token check ((kind = 'stamp') = (token is not null))
);
comment on table log.witnessed is 'Which roots went to the witness by mail, and their time stamps (RFC 3161, over the signed statement). Added to, never changed';

-- What the program may do in this schema is given table by table: it adds here and changes nothing.
grant select, insert on log.witnessed to ditakopum_app;
