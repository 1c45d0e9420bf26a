-- Services with lives of their own: surveys, the advice of another office, help that goes on outside, results without a letter; and cooperatives that ask.
-- Checks come as not valid and are validated by the next migration, so that a full table is locked for a moment only.
alter table applications.applications drop constraint applications_status;
alter table applications.applications add constraint applications_status check (status in
  ('draft', 'submitted', 'returned', 'accepted', 'verified', 'initialed', 'signing', 'issued', 'rejected', 'withdrawn', 'expired',
   'surveying', 'surveyed', 'advising', 'advised', 'scoring', 'scored', 'following', 'completed')) not valid;
alter table applications.remarks drop constraint remarks_step;
alter table applications.remarks add constraint remarks_step check (step in
  ('return', 'reject', 'withdraw', 'accept', 'verify', 'initial', 'sign',
   'survey', 'report', 'consult', 'advise', 'score', 'rank', 'follow', 'complete')) not valid;
alter table supervision.notices drop constraint notices_kind;
alter table supervision.notices add constraint notices_kind check (kind in ('intake', 'service', 'stage', 'fallback', 'objection', 'empty-post', 'complaint')) not valid;

alter table applications.applications
  add column cooperative_id uuid,
  add column stage_since timestamptz,
  add column stage_due_at timestamptz,
  add column outcome jsonb;
alter table applications.applications add constraint applications_cooperative foreign key (cooperative_id) references cooperatives.cooperatives (id) not valid;
alter table applications.applications add constraint applications_one_subject check (business_id is null or cooperative_id is null) not valid;
comment on column applications.applications.owner_id is 'The person who asks: for a business its owner, for a cooperative the member of the board who began it';
comment on column applications.applications.stage_since is 'When the case came to where it stands; null for what came there before limits of stages were watched';
comment on column applications.applications.stage_due_at is 'Until when it may stay there by the limit of its stage; apart from what the applicant was promised';
comment on column applications.applications.outcome is 'With what a request without a letter was completed: answers to the outcome questions of its definition';

create table applications.surveys (
  id uuid constraint surveys_pkey primary key default gen_random_uuid(),
  application_id uuid not null constraint surveys_application references applications.applications (id) on delete cascade,
  surveyor_id uuid constraint surveys_surveyor references accounts.accounts (id),
  sent_by uuid not null,
  sent_at timestamptz not null,
  visited_on date,
  answers jsonb,
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  reported_by uuid,
  reported_at timestamptz,
  constraint surveys_report_whole check ((reported_at is null) = (reported_by is null) and (reported_at is null) = (answers is null)),
  constraint surveys_place_whole check ((latitude is null) = (longitude is null))
);
comment on table applications.surveys is 'Who was sent to the place of a case (null: whoever of the desk goes), and what he found; its photos are attachments under survey:<id>';
create index surveys_of_application on applications.surveys (application_id, sent_at);

create table applications.advices (
  id uuid constraint advices_pkey primary key default gen_random_uuid(),
  application_id uuid not null constraint advices_application references applications.applications (id) on delete cascade,
  office text not null,
  question text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  answered_at timestamptz,
  way text constraint advices_way check (way in ('link', 'paper')),
  verdict text constraint advices_verdict check (verdict in ('yes', 'with-conditions', 'no')),
  answer text,
  answered_by text,
  position text,
  entered_by uuid,
  constraint advices_answer_whole check (num_nonnulls(answered_at, way, verdict, answer, answered_by, position) in (0, 6))
);
comment on table applications.advices is 'Advice of another office: asked by a signed link that is used once, answered through it or on paper; its file is an attachment under advice:<id>. The link follows from the id and a key outside of the database';
comment on column applications.advices.closed_at is 'The link opens no more: the case went on without it';
create index advices_of_application on applications.advices (application_id, asked_at);

create table applications.hand_overs_outside (
  application_id uuid constraint hand_overs_outside_pkey primary key constraint hand_overs_outside_application references applications.applications (id) on delete cascade,
  place text not null,
  reference text not null,
  at timestamptz not null,
  by_account uuid not null
);
comment on table applications.hand_overs_outside is 'To whom outside the office a case was handed over and under which number it runs there';

-- The one place that says for which cooperatives a person may act on a day.
create view cooperatives.v_acting as
  select cooperative_id, person_id, valid_from, valid_to from cooperatives.positions where organ = 'board' and person_id is not null;
comment on view cooperatives.v_acting is 'For which cooperatives a person may act, and since and until when; an empty day is open';

create view supervision.v_contacts as select account_id, phone from supervision.contacts;
comment on view supervision.v_contacts is 'Where an officer is told outside the program, for other domains';

grant select, insert, update, delete on applications.surveys, applications.advices, applications.hand_overs_outside to ditakopum_app;
grant select on cooperatives.v_acting, supervision.v_contacts to ditakopum_app;
