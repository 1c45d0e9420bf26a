-- A record is what its acts say. The list of acts takes the place of the list of versions, and begins for people with what is kept of them.
create table registry.changes (
  subject_kind text not null constraint changes_subject_kind check (subject_kind in ('business', 'person', 'cooperative')),
  subject_id uuid not null,
  seq integer not null,
  kind text not null constraint changes_kind check (kind in ('enter', 'edit', 'decide', 'merge', 'confirm', 'import')),
  act_id uuid,
  source text not null,
  by uuid not null,
  recorded_at timestamptz not null,
  valid_from date not null,
  observed_on date not null,
  sets jsonb not null,
  undone_at timestamptz,
  undone_by uuid,
  constraint changes_pkey primary key (subject_id, seq),
  constraint changes_undone_whole check ((undone_at is null) = (undone_by is null))
);
comment on table registry.changes is 'What each act said of a record; never changed. Undone acts stay and no longer count. Numbers of a person lie encrypted';
comment on column registry.changes.act_id is 'The import, merge or proposal this belongs to; undone together';
comment on column registry.changes.valid_from is 'Day since which it is true; recorded_at says when it became known';
comment on column registry.changes.sets is 'Value by field; null empties it, {"unstated": reason} was asked and not told';
create index changes_of_act on registry.changes (act_id, subject_id) where act_id is not null;

create function pg_temp.sealed(cipher bytea) returns jsonb language sql immutable as $$
  select case when cipher is not null then jsonb_build_object('sealed', replace(encode(cipher, 'base64'), E'\n', '')) end
$$;
create function pg_temp.fields_of(record jsonb, owner uuid, tax_number bytea) returns jsonb language sql immutable as $$
  select jsonb_strip_nulls((record - 'unknown' - 'npwp') || jsonb_build_object('ownerId', owner, 'npwp', pg_temp.sealed(tax_number)))
      || coalesce((select jsonb_object_agg(key, jsonb_build_object('unstated', value)) from jsonb_each(record -> 'unknown')), '{}')
$$;
create function pg_temp.said(before jsonb, after jsonb) returns jsonb language sql immutable as $$
  select coalesce((select jsonb_object_agg(key, value) from jsonb_each(after) where before -> key is distinct from value), '{}')
      || coalesce((select jsonb_object_agg(key, null) from jsonb_each(before) where not after ? key), '{}')
$$;
insert into registry.changes (subject_kind, subject_id, seq, kind, source, by, recorded_at, valid_from, observed_on, sets)
select 'business', v.business_id, v.version, case when v.version = 1 then 'enter' else 'edit' end, v.source, v.recorded_by, v.recorded_at,
       (v.recorded_at at time zone 'Asia/Jakarta')::date, (v.recorded_at at time zone 'Asia/Jakarta')::date,
       pg_temp.said(coalesce(lag(f.fields) over (partition by v.business_id order by v.version), '{}'), f.fields)
  from registry.business_versions v join registry.businesses b on b.id = v.business_id
 cross join lateral (select pg_temp.fields_of(v.record, b.owner_id, b.tax_number_cipher) as fields) f;
insert into registry.changes (subject_kind, subject_id, seq, kind, source, by, recorded_at, valid_from, observed_on, sets)
select 'person', id, 1, 'enter', 'unrecorded', id, created_at, (created_at at time zone 'Asia/Jakarta')::date, (created_at at time zone 'Asia/Jakarta')::date,
       jsonb_strip_nulls(details || jsonb_build_object('name', name, 'phone', phone, 'gender', gender, 'birthPlace', birth_place, 'birthDate', birth_date,
         'address', address, 'villageCode', village_code, 'email', email, 'nationalId', pg_temp.sealed(national_id_cipher),
         'familyCardNumber', pg_temp.sealed(family_card_cipher), 'npwp', pg_temp.sealed(tax_number_cipher)))
  from registry.people;
drop table registry.business_versions;

alter table registry.businesses drop constraint businesses_source;
alter table registry.businesses add constraint businesses_source check (source in
  ('self', 'counter', 'village', 'office', 'enumerator', 'import', 'import-oss', 'import-sidt', 'import-old', 'seed'));

-- An absorbed record keeps its number, letters and cases, and is found through the one that stays.
alter table registry.businesses add column merged_into uuid constraint businesses_merged_into references registry.businesses (id);
alter table registry.businesses add constraint businesses_merged_is_duplicate check (merged_into is null or status = 'duplicate');
create index businesses_absorbed on registry.businesses (merged_into) where merged_into is not null;

create table registry.merges (
  id uuid constraint merges_pkey primary key default gen_random_uuid(),
  office_id text not null constraint merges_office references office.offices (id),
  survivor_id uuid not null constraint merges_survivor references registry.businesses (id),
  absorbed_id uuid not null constraint merges_absorbed references registry.businesses (id),
  merged_at timestamptz not null,
  merged_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  constraint merges_of_two check (survivor_id <> absorbed_id),
  constraint merges_undone_whole check ((undone_at is null) = (undone_by is null))
);
create unique index merges_absorbed_once on registry.merges (absorbed_id) where undone_at is null;
create index merges_of_survivor on registry.merges (survivor_id, merged_at);
create index merges_recent on registry.merges (office_id, merged_at desc, id);

create table registry.duplicate_pairs (
  office_id text not null constraint duplicate_pairs_office references office.offices (id),
  a_id uuid not null constraint duplicate_pairs_a references registry.businesses (id) on delete cascade,
  b_id uuid not null constraint duplicate_pairs_b references registry.businesses (id) on delete cascade,
  score real not null,
  verdict text not null constraint duplicate_pairs_verdict check (verdict in ('probable', 'review')),
  parts jsonb not null,
  state text not null default 'open' constraint duplicate_pairs_state check (state in ('open', 'distinct', 'merged')),
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  constraint duplicate_pairs_pkey primary key (a_id, b_id),
  constraint duplicate_pairs_ordered check (a_id < b_id),
  constraint duplicate_pairs_decided_whole check ((decided_at is null) = (decided_by is null))
);
comment on table registry.duplicate_pairs is 'Two records that may be one business, and what a person decided; decided pairs are never asked again';
create index duplicate_pairs_open on registry.duplicate_pairs (office_id, score desc, a_id, b_id) where state = 'open';
create index duplicate_pairs_b on registry.duplicate_pairs (b_id);

create table registry.external_ids (
  office_id text not null constraint external_ids_office references office.offices (id),
  sender text not null,
  external_id text not null,
  business_id uuid not null constraint external_ids_business references registry.businesses (id) on delete cascade,
  act_id uuid not null,
  constraint external_ids_pkey primary key (office_id, sender, external_id)
);
comment on table registry.external_ids is 'Numbers under which other offices'' lists know a business, so that their next list finds it';
create index external_ids_business on registry.external_ids (business_id);
create index external_ids_act on registry.external_ids (act_id);

create table registry.proposals (
  id uuid constraint proposals_pkey primary key default gen_random_uuid(),
  office_id text not null constraint proposals_office references office.offices (id),
  business_id uuid not null constraint proposals_business references registry.businesses (id) on delete cascade,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  base_version integer not null,
  sets jsonb not null,
  risk text not null constraint proposals_risk check (risk in ('low', 'high')),
  state text not null constraint proposals_state check (state in ('pending', 'accepted', 'rejected', 'withdrawn')),
  sampled boolean not null default false,
  checked_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  note text
);
comment on table registry.proposals is 'Changes by owners: small ones accepted at once and sampled, others decided by a data steward';
create index proposals_pending on registry.proposals (office_id, proposed_at, id) where state = 'pending';
create index proposals_to_check on registry.proposals (office_id, proposed_at, id) where sampled and checked_at is null;
create index proposals_of_business on registry.proposals (business_id, proposed_at desc);
