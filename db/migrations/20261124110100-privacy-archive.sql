-- Personal data: who looked too often, what persons ask for, what leaked. Archives: how long each kind is kept, and by which minutes it went.
create schema privacy;
create schema archive;

create table privacy.watch_marks (
  office_id text constraint watch_marks_pkey primary key constraint watch_marks_office references office.offices (id),
  read_seq bigint not null,
  search_id bigint not null
);
comment on table privacy.watch_marks is 'Up to which read and search the days of officers have been judged';

create table privacy.look_days (
  office_id text not null constraint look_days_office references office.offices (id),
  account_id uuid not null,
  day date not null,
  looks integer not null,
  people integer not null,
  constraint look_days_pkey primary key (account_id, day)
);
comment on table privacy.look_days is 'How many people an officer looked up on a day: the usual day is the middle of these. Counts only, made anew from log.reads';

create table privacy.look_flags (
  id uuid constraint look_flags_pkey primary key default gen_random_uuid(),
  office_id text not null constraint look_flags_office references office.offices (id),
  rule text not null,
  account_id uuid not null,
  day date not null,
  subject text not null default '',
  facts jsonb not null,
  found_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  verdict text constraint look_flags_verdict check (verdict in ('explained', 'warned', 'passed-on')),
  remark text,
  constraint look_flags_once unique (office_id, rule, account_id, day, subject),
  constraint look_flags_whole check (num_nulls(acknowledged_at, acknowledged_by, verdict, remark) in (0, 4)),
  constraint look_flags_not_own check (acknowledged_by <> account_id)
);
comment on column privacy.look_flags.subject is 'The person looked at, for rules that are about one; empty for those about a whole day';
comment on column privacy.look_flags.facts is 'The counts the sentence is made of';
create index look_flags_open on privacy.look_flags (office_id, day desc, id) where acknowledged_at is null;
create index look_flags_list on privacy.look_flags (office_id, day desc, id);

create table privacy.number_heads (
  office_id text not null constraint number_heads_office references office.offices (id),
  kind text not null constraint number_heads_kind check (kind in ('request', 'breach')),
  year integer not null,
  last integer not null,
  constraint number_heads_pkey primary key (office_id, kind, year)
);

create table privacy.requests (
  id uuid constraint requests_pkey primary key default gen_random_uuid(),
  office_id text not null constraint requests_office references office.offices (id),
  reference text not null constraint requests_reference_once unique,
  person_id uuid not null constraint requests_person references registry.people (id),
  kind text not null constraint requests_kind check (kind in ('copy', 'correction', 'erasure')),
  channel text not null constraint requests_channel check (channel in ('self', 'counter')),
  entered_by uuid not null,
  form_key uuid not null constraint requests_form_key_once unique,
  field text,
  new_value text,
  words text not null default '',
  state text not null constraint requests_state check (state in ('received', 'examining', 'granted', 'partly', 'refused', 'withdrawn')),
  received_at timestamptz not null,
  due_at timestamptz not null,
  taken_by uuid,
  taken_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  reason_code text,
  explanation text,
  outcome jsonb not null default '{}',
  version integer not null default 1,
  constraint requests_correction check ((kind = 'correction') = (field is not null) and (field is null) = (new_value is null)),
  constraint requests_decided_whole check ((state in ('granted', 'partly', 'refused', 'withdrawn')) = (decided_at is not null)),
  constraint requests_refused_why check (state not in ('partly', 'refused') or reason_code is not null)
);
comment on table privacy.requests is 'What persons ask about their data (UU 27/2022), each with its clock in calendar hours';
comment on column privacy.requests.outcome is 'What was done: counts by kind of data, erased and kept';
comment on column privacy.requests.form_key is 'Comes with the form, so that a double tap asks once';
create index requests_open on privacy.requests (office_id, due_at, id) where state in ('received', 'examining');
create index requests_list on privacy.requests (office_id, received_at desc, id);
create index requests_of_person on privacy.requests (person_id, received_at desc);

create table privacy.breaches (
  id uuid constraint breaches_pkey primary key default gen_random_uuid(),
  office_id text not null constraint breaches_office references office.offices (id),
  reference text not null constraint breaches_reference_once unique,
  discovered_at timestamptz not null,
  due_at timestamptz not null,
  happened text not null,
  data_kinds text[] not null,
  handling text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  authority_told_at timestamptz,
  authority_reference text,
  persons_told_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  closing text,
  constraint breaches_kinds check (cardinality(data_kinds) > 0),
  constraint breaches_authority_whole check ((authority_told_at is null) = (authority_reference is null)),
  constraint breaches_closed_whole check (num_nulls(closed_at, closed_by, closing) in (0, 3))
);
comment on table privacy.breaches is 'Failures of protection (UU 27/2022 Pasal 46): told to the persons and to the authority within 3 x 24 hours';
create index breaches_list on privacy.breaches (office_id, discovered_at desc, id);

create table privacy.breach_people (
  breach_id uuid not null constraint breach_people_breach references privacy.breaches (id),
  person_id uuid not null constraint breach_people_person references registry.people (id),
  added_at timestamptz not null,
  told_at timestamptz,
  way text constraint breach_people_way check (way in ('message', 'paper')),
  constraint breach_people_pkey primary key (breach_id, person_id),
  constraint breach_people_told_whole check ((told_at is null) = (way is null))
);
create index breach_people_person_list on privacy.breach_people (person_id);

create table archive.schedule (
  office_id text not null constraint schedule_office references office.offices (id),
  kind text not null,
  valid_from date not null,
  classification text not null,
  active_months integer not null constraint schedule_active check (active_months between 0 and 1200),
  inactive_months integer not null constraint schedule_inactive check (inactive_months between 0 and 1200),
  final text not null constraint schedule_final check (final in ('destroy', 'permanent', 'review')),
  basis text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  constraint schedule_pkey primary key (office_id, kind, valid_from)
);
comment on table archive.schedule is 'Periods as the office has set them, dated; without a row the proposal in reference/archive/jra.json holds';

create table archive.lists (
  id uuid constraint lists_pkey primary key default gen_random_uuid(),
  office_id text not null constraint lists_office references office.offices (id),
  number integer not null,
  state text not null constraint lists_state check (state in ('draft', 'proposed', 'approved', 'refused', 'done')),
  made_by uuid not null,
  made_at timestamptz not null,
  proposed_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  remark text,
  minutes_number text,
  witnesses text,
  done_at timestamptz,
  constraint lists_number_once unique (office_id, number),
  constraint lists_two_officers check (decided_by is null or decided_by <> made_by),
  constraint lists_approved_whole check (state not in ('approved', 'done') or (decided_at is not null and minutes_number is not null))
);
-- One list at a time: two could name the same record.
create unique index lists_open_once on archive.lists (office_id) where state in ('draft', 'proposed', 'approved');

create table archive.items (
  list_id uuid not null constraint items_list references archive.lists (id),
  position integer not null,
  kind text not null,
  subject text not null,
  label text not null,
  classification text not null,
  files integer not null,
  from_day date not null,
  period_end date not null,
  periods text not null,
  digest text,
  state text not null default 'listed' constraint items_state check (state in ('listed', 'withheld', 'destroyed')),
  withheld_for text,
  settled_at timestamptz,
  constraint items_pkey primary key (list_id, position),
  constraint items_subject_once unique (list_id, kind, subject),
  constraint items_withheld_why check ((state = 'withheld') = (withheld_for is not null))
);
comment on column archive.items.label is 'Number of the case or letter, or a month: never a name';
create index items_listed on archive.items (list_id, position) where state = 'listed';

create table archive.stubs (
  office_id text not null constraint stubs_office references office.offices (id),
  kind text not null,
  subject text not null,
  label text not null,
  classification text not null,
  digest text,
  list_id uuid not null constraint stubs_list references archive.lists (id),
  minutes_number text not null,
  destroyed_at timestamptz not null,
  constraint stubs_pkey primary key (kind, subject)
);
comment on table archive.stubs is 'What remains of a destroyed record: what it was, when it went, by which minutes. No personal data. Kept for ever';
create index stubs_list on archive.stubs (office_id, destroyed_at desc, subject);

create table archive.holds (
  id uuid constraint holds_pkey primary key default gen_random_uuid(),
  office_id text not null constraint holds_office references office.offices (id),
  kind text not null,
  subject text not null,
  reason text not null,
  placed_by uuid not null,
  placed_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid,
  constraint holds_lifted_whole check ((lifted_at is null) = (lifted_by is null))
);
comment on table archive.holds is 'Records that must stay whatever their period says: an objection, a lawsuit, an inspection';
create unique index holds_open_once on archive.holds (kind, subject) where lifted_at is null;

-- Words of a search are not kept: only that there was one, and whether it was the same again.
create table registry.searches (
  id bigint generated always as identity constraint searches_pkey primary key,
  office_id text not null constraint searches_office references office.offices (id),
  account_id uuid not null,
  at timestamptz not null,
  sought bytea not null
);
comment on column registry.searches.sought is 'Keyed hash of what was typed';
create index searches_by_account on registry.searches (account_id, at);
create index searches_at on registry.searches (at);
create view registry.v_searches as select id, office_id, account_id, at, sought from registry.searches;
comment on view registry.v_searches is 'Searches by name of officers, for the watch over look-ups';

create index reads_by_actor on log.reads (actor_id, at);

create view applications.v_case_spans as
  select id, office_id, owner_id, business_id, village_code, entered_by, created_at as opened_at, decided_at as ended_at from applications.applications;
comment on view applications.v_case_spans is 'From when to when a person had a case, for the watch over look-ups and for archives';
create view accounts.v_role_areas as select account_id, role, area_code, valid_from, valid_to from accounts.role_grants;
comment on view accounts.v_role_areas is 'Which area a role is held for, for other domains';
create view accounts.v_colleagues as
  select a.office_id, p.id as person_id from accounts.accounts a
    join registry.people p on p.office_id = a.office_id and (p.id = a.person_id or lower(p.name) = lower(a.name))
   where a.kind = 'officer' and a.status = 'active';
comment on view accounts.v_colleagues is 'People in the registry who are, or have the name of, an officer of the office';

-- What each domain holds on a person, row by row: for the copy he may ask for (UU 27/2022 Pasal 32).
create view accounts.v_held as
  select person_id, 'account' as what, created_at as at, jsonb_build_object('kind', kind, 'login', login, 'name', name, 'status', status) as body
    from accounts.accounts where person_id is not null
  union all select a.person_id, 'session', s.created_at, jsonb_build_object('kind', s.kind, 'lastSeenAt', s.last_seen_at, 'endedAt', s.ended_at)
    from accounts.sessions s join accounts.accounts a on a.id = s.account_id where a.person_id is not null
  union all select a.person_id, 'device', d.created_at, jsonb_build_object('lastSeenAt', d.last_seen_at)
    from accounts.devices d join accounts.accounts a on a.id = d.account_id where a.person_id is not null
  union all select person_id, 'notice', at, jsonb_build_object('version', version, 'channel', channel) from accounts.notice_readings
  union all select person_id, 'mandate', given_at, jsonb_build_object('method', method, 'note', note, 'endedAt', ended_at) from accounts.mandates
  union all select person_id, 'phone-change', requested_at, jsonb_build_object('kind', kind, 'newPhone', new_phone, 'evidence', evidence, 'decidedAt', decided_at,
           'accepted', accepted) from accounts.phone_changes;
create view registry.v_held as
  select owner_id as person_id, 'business' as what, created_at as at,
         to_jsonb(b) - '{id,office_id,owner_id,normal_name,words,search,tax_number_cipher,entered_by,verified_by,version}'::text[]
         || case when tax_number_cipher is null then '{}' else jsonb_build_object('npwp', jsonb_build_object('sealed', encode(tax_number_cipher, 'base64'))) end as body
    from registry.businesses b
  union all select owner_id, 'business-draft', created_at, data from registry.business_drafts where business_id is null
  union all select subject_id, 'change', recorded_at, jsonb_build_object('about', subject_kind, 'kind', kind, 'source', source, 'sets', sets, 'undoneAt', undone_at)
    from registry.changes where subject_kind = 'person'
  union all select b.owner_id, 'change', c.recorded_at, jsonb_build_object('about', c.subject_kind, 'registryNumber', b.registry_number, 'kind', c.kind, 'source', c.source,
           'sets', c.sets, 'undoneAt', c.undone_at)
    from registry.businesses b join registry.changes c on c.subject_id = b.id
  union all select b.owner_id, 'proposal', p.proposed_at, jsonb_build_object('registryNumber', b.registry_number, 'sets', p.sets, 'state', p.state, 'note', p.note)
    from registry.businesses b join registry.proposals p on p.business_id = b.id
  union all select b.owner_id, 'external-id', b.created_at, jsonb_build_object('registryNumber', b.registry_number, 'sender', e.sender, 'externalId', e.external_id)
    from registry.businesses b join registry.external_ids e on e.business_id = b.id
  union all select b.owner_id, 'photo', p.added_at, jsonb_build_object('registryNumber', b.registry_number, 'about', p.subject, 'source', p.source, 'sha256', p.sha256,
           'removedAt', p.removed_at) from registry.businesses b join registry.photos p on p.business_id = b.id;
create view applications.v_held as
  select owner_id as person_id, 'case' as what, created_at as at, jsonb_build_object('reference', reference, 'serviceCode', service_code, 'status', status,
         'channel', channel, 'answers', answers, 'submittedAt', submitted_at, 'acceptedAt', accepted_at, 'decidedAt', decided_at, 'dueAt', due_at) as body
    from applications.applications
  union all select a.owner_id, 'remark', r.at, jsonb_build_object('reference', a.reference, 'step', r.step, 'reasonCode', r.reason_code, 'note', r.note, 'items', r.items,
           'role', r.by_role) from applications.applications a join applications.remarks r on r.application_id = a.id
  union all select owner_id, 'file', created_at, jsonb_build_object('id', id, 'mediaType', media_type, 'size', size, 'sha256', sha256)
    from applications.attachments where owner_id is not null;
create view supervision.v_held as
  select o.owner_id as person_id, 'objection' as what, o.filed_at as at,
         jsonb_build_object('reference', a.reference, 'ground', o.ground, 'words', o.reason, 'state', o.state, 'answer', o.answer, 'decidedAt', o.decided_at) as body
    from supervision.objections o join applications.applications a on a.id = o.application_id;
create view letters.v_held as
  select holder_id as person_id, 'letter' as what, issued_at as at, jsonb_build_object('id', id, 'number', number, 'kind', kind, 'state', state, 'reference', reference,
         'validUntil', valid_until, 'revokedAt', revoked_at, 'revokeReason', revoke_reason, 'sha256', sha256, 'facts', facts) as body from letters.letters;
create view cooperatives.v_held as
  select p.person_id, 'position' as what, p.recorded_at as at, jsonb_build_object('cooperative', c.name, 'organ', p.organ, 'role', p.role, 'name', p.name, 'phone', p.phone,
         'from', p.valid_from, 'to', p.valid_to) as body
    from cooperatives.positions p join cooperatives.cooperatives c on c.id = p.cooperative_id where p.person_id is not null
  union all select m.person_id, 'membership', m.recorded_at, jsonb_build_object('cooperative', c.name, 'name', m.name, 'memberNumber', m.member_number, 'joinedOn', m.joined_on,
           'leftOn', m.left_on)
    from cooperatives.memberships m join cooperatives.cooperatives c on c.id = m.cooperative_id where m.person_id is not null;
create view messages.v_held as
  select person_id, 'message' as what, created_at as at, jsonb_build_object('template', template, 'channel', channel, 'address', address,
         'body', case when secret then null else body end, 'state', state, 'sentAt', sent_at) as body
    from messages.outbox where person_id is not null;
create view imports.v_held as
  select b.owner_id as person_id, 'import-row' as what, t.created_at as at,
         jsonb_build_object('sender', t.sender, 'source', t.source, 'row', r.number, 'outcome', r.outcome, 'title', r.title) as body
    from registry.businesses b join imports.rows r on r.subject_id = b.id join imports.batches t on t.id = r.batch_id;
create index outbox_of_person on messages.outbox (person_id) where person_id is not null;

-- What may be considered for destruction, in numbers and days only.
create view letters.v_for_archive as
  select id, office_id, number as label, application_id, holder_id, state, issued_at, valid_until, revoked_at, created_at,
         coalesce(scan_sha256, sha256) as digest, num_nonnulls(storage_key, scan_key) as files
    from letters.letters;
create view applications.v_for_archive as
  select a.id, a.office_id, a.reference as label, a.owner_id, a.business_id, a.status, a.submitted_at, coalesce(a.decided_at, a.updated_at) as ended_at,
         (select count(*)::int from applications.application_attachments l where l.application_id = a.id) as files
    from applications.applications a;
create view supervision.v_unsettled as
  select application_id from supervision.objections where state in ('open', 'granted', 'deemed-granted');
comment on view supervision.v_unsettled is 'Cases of which an objection waits for its answer or for what was granted';
create view imports.v_for_archive as
  select id, office_id, source || ' ' || observed_on as label, state, closed_at, file_sha256 as digest, (storage_key is not null)::int as files from imports.batches;
create view messages.v_for_archive as
  select id, office_id, created_at from messages.outbox where state in ('sent', 'kept', 'lapsed', 'settled');
create view privacy.v_open_requests as select person_id from privacy.requests where state in ('received', 'examining');
create index applications_ended on applications.applications (office_id, decided_at, id) where status in ('issued', 'rejected', 'withdrawn', 'expired');

-- The program may not delete cases, letters or reads. These functions do, and only what an approved list names.
create function archive.is_approved(p_kind text, p_subject text) returns boolean
language sql stable set search_path = pg_catalog, archive as $$
  select exists (select from archive.items i join archive.lists l on l.id = i.list_id
    where i.kind = p_kind and i.subject = p_subject and i.state = 'listed' and l.state = 'approved')
$$;

create function archive.remove_letter(p_letter uuid) returns text[]
language plpgsql security definer set search_path = pg_catalog as $$
declare v_keys text[];
begin
  if not archive.is_approved('letter', p_letter::text) then raise exception 'no approved list names letter %', p_letter; end if;
  select array_remove(array[storage_key, scan_key], null) into v_keys from letters.letters
   where id = p_letter and state <> 'signing' and (state = 'void' or revoked_at is not null or valid_until < current_date);
  if not found then raise exception 'letter % may still be valid', p_letter; end if;
  update letters.letters set replaced_by = null where replaced_by = p_letter;
  delete from letters.letters where id = p_letter;
  return v_keys;
end $$;

-- Rows of a case and of files that lie in no other one. Also for a draft that was never sent, without a list.
-- What supervision kept of a case goes with it; a file that is also a photo of the business stays, because the record still shows it.
create function archive.remove_case(p_case uuid) returns text[]
language plpgsql security definer set search_path = pg_catalog as $$
declare v_keys text[];
begin
  perform from applications.applications where id = p_case and status in ('draft', 'withdrawn', 'expired') and submitted_at is null for update;
  if not found and not archive.is_approved('case', p_case::text) then raise exception 'no approved list names case %', p_case; end if;
  perform from applications.applications where id = p_case and (status in ('issued', 'rejected', 'withdrawn', 'expired') or submitted_at is null) for update;
  if not found then raise exception 'case % is open', p_case; end if;
  if exists (select from supervision.v_unsettled where application_id = p_case) then raise exception 'case % has an objection that is not settled', p_case; end if;
  with mine as (
    delete from applications.application_attachments where application_id = p_case returning attachment_id
  ), gone as (
    delete from applications.attachments f using mine where f.id = mine.attachment_id
       and not exists (select from applications.application_attachments o where o.attachment_id = f.id and o.application_id <> p_case)
    returning f.storage_key
  )
  select coalesce(array_agg(storage_key) filter (where not exists (select from registry.photos p where p.storage_key = gone.storage_key)), '{}') into v_keys from gone;
  delete from applications.remarks where application_id = p_case;
  delete from applications.initials where application_id = p_case;
  delete from supervision.notices where application_id = p_case;
  delete from supervision.fallbacks where application_id = p_case;
  delete from supervision.objections where application_id = p_case;
  update supervision.objections set fulfilled_with = null where fulfilled_with = p_case;
  delete from applications.applications where id = p_case;
  return v_keys;
end $$;

-- Reads are a chain of their own: its oldest part may go, so that what is left still follows from the hash kept in the stub.
create function archive.remove_reads(p_office text, p_month text) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare v_last bigint; v_count bigint;
begin
  if not archive.is_approved('reads', p_month) then raise exception 'no approved list names reads of %', p_month; end if;
  select max(seq) into v_last from log.reads where office_id = p_office and to_char(at at time zone interval '07:00', 'YYYY-MM') = p_month;
  if exists (select from log.reads where office_id = p_office and seq <= v_last and to_char(at at time zone interval '07:00', 'YYYY-MM') < p_month) then
    raise exception 'reads before % must go first', p_month;
  end if;
  delete from log.reads where office_id = p_office and seq <= v_last;
  get diagnostics v_count = row_count;
  return v_count;
end $$;

do $$
declare s text;
begin
  foreach s in array array['privacy', 'archive'] loop
    execute format('grant usage on schema %I to ditakopum_app', s);
    execute format('grant select, insert, update, delete on all tables in schema %I to ditakopum_app', s);
    execute format('grant usage, select on all sequences in schema %I to ditakopum_app', s);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to ditakopum_app', s);
    execute format('alter default privileges in schema %I grant usage, select on sequences to ditakopum_app', s);
  end loop;
end $$;
grant select, insert, delete on registry.searches to ditakopum_app;
revoke delete on archive.stubs, archive.lists, privacy.requests, privacy.breaches from ditakopum_app;
revoke update on archive.stubs from ditakopum_app;
revoke execute on function archive.remove_letter(uuid), archive.remove_case(uuid), archive.remove_reads(text, text) from public;
grant execute on function archive.remove_letter(uuid), archive.remove_case(uuid), archive.remove_reads(text, text) to ditakopum_app;
