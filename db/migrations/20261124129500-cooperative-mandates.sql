-- Who may act for a cooperative beside its board: mandates with dates, given and withdrawn by the board; and the second signature under a request.
create table cooperatives.mandates (
  id uuid constraint mandates_pkey primary key default gen_random_uuid(),
  cooperative_id uuid not null constraint mandates_cooperative references cooperatives.cooperatives (id),
  person_id uuid not null constraint mandates_person references registry.people (id),
  valid_from date not null,
  valid_to date not null,
  given_by uuid not null constraint mandates_given_by references registry.people (id),
  given_at timestamptz not null,
  withdrawn_by uuid constraint mandates_withdrawn_by references registry.people (id),
  withdrawn_at timestamptz,
  constraint mandates_dates check (valid_to >= valid_from),
  constraint mandates_withdrawn_whole check ((withdrawn_by is null) = (withdrawn_at is null))
);
comment on table cooperatives.mandates is 'A person the board lets act in requests to the office; both days included. Withdrawn ones stay, for who acted when';
create index mandates_of_cooperative on cooperatives.mandates (cooperative_id, given_at desc);
create index mandates_of_person on cooperatives.mandates (person_id) where withdrawn_at is null;
revoke delete on cooperatives.mandates from ditakopum_app;

create or replace view cooperatives.v_acting as
  select cooperative_id, person_id, valid_from, valid_to from cooperatives.positions where organ = 'board' and person_id is not null
  union all
  select cooperative_id, person_id, valid_from, valid_to from cooperatives.mandates where withdrawn_at is null;

create table applications.co_signatures (
  application_id uuid not null constraint co_signatures_application references applications.applications (id),
  person_id uuid not null constraint co_signatures_person references registry.people (id),
  content_sha256 text not null,
  at timestamptz not null,
  constraint co_signatures_pkey primary key (application_id, person_id)
);
comment on table applications.co_signatures is 'The second signature of a board under a request: whoever signed saw exactly this content';
grant select, insert, update, delete on applications.co_signatures to ditakopum_app;
