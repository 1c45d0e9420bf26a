-- What belongs to the form of a request beside its answers: what was known beforehand and whether it was disputed, warnings that were
-- confirmed, how much was asked and how much was known, and for a paper form when it was handed in.
create table applications.forms (
  application_id uuid constraint forms_pkey primary key
    constraint forms_application references applications.applications (id) on delete cascade,
  known jsonb not null default '{}',
  confirmed_warnings text[] not null default '{}',
  asked int,
  prefilled int,
  disputed int,
  renews_letter uuid,
  received_at timestamptz,
  received_reason text,
  constraint forms_known_object check (jsonb_typeof(known) = 'object'),
  constraint forms_counts check (
    (asked is null) = (prefilled is null) and (asked is null) = (disputed is null)
    and coalesce(disputed, 0) between 0 and coalesce(prefilled, 0) and coalesce(prefilled, 0) <= coalesce(asked, 0)),
  constraint forms_reason_length check (length(received_reason) <= 500),
  constraint forms_reason_with_time check (received_reason is null or received_at is not null)
);
comment on table applications.forms is 'The form of a request beside its answers; a request without a row has none of it';
comment on column applications.forms.known is 'By question: state confirmed or disputed, and what the registry said with its source and day';
comment on column applications.forms.asked is 'Questions asked when it was sent last, statements not counted; null before';
comment on column applications.forms.prefilled is 'Of the asked those whose answer was known beforehand, disputed ones among them';
comment on column applications.forms.renews_letter is 'The letter this request asks to renew';
comment on column applications.forms.received_at is 'When the paper form was handed in, where an officer typed it in later';

-- Reminders that a letter ends soon: each once.
create table applications.renewal_reminders (
  letter_id uuid not null,
  days int not null,
  at timestamptz not null,
  constraint renewal_reminders_pkey primary key (letter_id, days),
  constraint renewal_reminders_days check (days > 0)
);
comment on table applications.renewal_reminders is 'Which letters their holders were reminded of, and how many days before the end';

-- Which letters end soon is asked every day.
create index letters_ending on letters.letters (valid_until) where state = 'issued' and revoked_at is null and valid_until is not null;

grant select, insert, update on applications.forms to ditakopum_app;
grant select, insert on applications.renewal_reminders to ditakopum_app;
