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

-- Both belong to what a person may have as a copy (UU 27/2022 Pasal 32).
create or replace view cooperatives.v_held as
  select p.person_id, 'position' as what, p.recorded_at as at, jsonb_build_object('cooperative', c.name, 'organ', p.organ, 'role', p.role, 'name', p.name, 'phone', p.phone,
         'from', p.valid_from, 'to', p.valid_to) as body
    from cooperatives.positions p join cooperatives.cooperatives c on c.id = p.cooperative_id where p.person_id is not null
  union all select m.person_id, 'membership', m.recorded_at, jsonb_build_object('cooperative', c.name, 'name', m.name, 'memberNumber', m.member_number, 'joinedOn', m.joined_on,
           'leftOn', m.left_on)
    from cooperatives.memberships m join cooperatives.cooperatives c on c.id = m.cooperative_id where m.person_id is not null
  union all select m.person_id, 'cooperative-mandate', m.given_at, jsonb_build_object('cooperative', c.name, 'from', m.valid_from, 'to', m.valid_to, 'withdrawnAt', m.withdrawn_at)
    from cooperatives.mandates m join cooperatives.cooperatives c on c.id = m.cooperative_id;
create or replace view applications.v_held as
  select owner_id as person_id, 'case' as what, created_at as at, jsonb_build_object('reference', reference, 'serviceCode', service_code, 'status', status,
         'channel', channel, 'answers', answers, 'submittedAt', submitted_at, 'acceptedAt', accepted_at, 'decidedAt', decided_at, 'dueAt', due_at) as body
    from applications.applications
  union all select a.owner_id, 'remark', r.at, jsonb_build_object('reference', a.reference, 'step', r.step, 'reasonCode', r.reason_code, 'note', r.note, 'items', r.items,
           'role', r.by_role) from applications.applications a join applications.remarks r on r.application_id = a.id
  union all select owner_id, 'file', created_at, jsonb_build_object('id', id, 'mediaType', media_type, 'size', size, 'sha256', sha256)
    from applications.attachments where owner_id is not null
  union all select s.person_id, 'co-signature', s.at, jsonb_build_object('reference', a.reference, 'serviceCode', a.service_code)
    from applications.co_signatures s join applications.applications a on a.id = s.application_id;
