-- Cooperatives: the body, who runs it, its book years, its members. What was said when and by whom lies in registry.changes.
create schema cooperatives;

create sequence cooperatives.registry_numbers;

create table cooperatives.cooperatives (
  id uuid constraint cooperatives_pkey primary key default gen_random_uuid(),
  office_id text not null constraint cooperatives_office references office.offices (id),
  registry_number text not null constraint cooperatives_registry_number_once unique,
  name text not null,
  normal_name text not null,
  words text not null,
  search tsvector not null generated always as (to_tsvector('simple', words)) stored,
  cooperative_number text,
  legal_entity_number text not null,
  legal_entity_key text not null,
  legal_entity_date date not null,
  village_code text not null constraint cooperatives_village references office.regions (code),
  district_code text not null constraint cooperatives_district references office.regions (code),
  level text not null constraint cooperatives_level check (level in ('primary', 'secondary')),
  kind text not null constraint cooperatives_kind check (kind in ('consumer', 'producer', 'marketing', 'service', 'savings-and-loan')),
  pattern text constraint cooperatives_pattern check (pattern in ('conventional', 'sharia')),
  formed_group text,
  membership_area text constraint cooperatives_membership_area check (membership_area in ('regency', 'province', 'nation')),
  members_female integer,
  members_male integer,
  operating_since date,
  status text not null constraint cooperatives_status check (status in ('active', 'inactive', 'frozen', 'dissolving', 'dissolved')),
  record jsonb not null,
  source text not null,
  entered_by uuid not null,
  last_confirmed_at timestamptz not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint cooperatives_members_counted check (members_female >= 0 and members_male >= 0)
);
comment on column cooperatives.cooperatives.registry_number is 'Regency digits, K, year of registration, running number of all years (3515-K-2026-000123): never used again';
comment on column cooperatives.cooperatives.normal_name is 'Name without the words for its form, in compared spelling: the same with and without Koperasi, KSP or quotes';
comment on column cooperatives.cooperatives.words is 'What one searches by: the name written out, its kind, village and district';
comment on column cooperatives.cooperatives.legal_entity_key is 'Legal entity number in capitals without spaces: unique within an office';
comment on column cooperatives.cooperatives.formed_group is 'Kelompok: kud, women, kdkmp …';
comment on column cooperatives.cooperatives.record is 'All that is told of the body; columns beside it are copies to search and count by';
create unique index cooperatives_legal_entity_once on cooperatives.cooperatives (office_id, legal_entity_key);
create index cooperatives_recent on cooperatives.cooperatives (office_id, created_at desc, id);
create index cooperatives_by_district on cooperatives.cooperatives (office_id, district_code, created_at desc, id);
create index cooperatives_by_village on cooperatives.cooperatives (village_code, created_at desc, id);
create index cooperatives_by_name on cooperatives.cooperatives (office_id, normal_name);
create index cooperatives_by_number on cooperatives.cooperatives (cooperative_number) where cooperative_number is not null;
create index cooperatives_search on cooperatives.cooperatives using gin (search) with (fastupdate = off);

create table cooperatives.positions (
  id uuid constraint positions_pkey primary key,
  cooperative_id uuid not null constraint positions_cooperative references cooperatives.cooperatives (id) on delete cascade,
  organ text not null constraint positions_organ check (organ in ('board', 'supervisory-board', 'sharia-board', 'management')),
  role text not null constraint positions_role check (role in ('chair', 'vice-chair', 'secretary', 'treasurer', 'member', 'manager')),
  name text not null,
  gender text constraint positions_gender check (gender in ('female', 'male')),
  phone text,
  person_id uuid constraint positions_person references registry.people (id),
  valid_from date,
  valid_to date,
  village_head boolean,
  source text not null,
  recorded_at timestamptz not null,
  constraint positions_dates check (valid_to >= valid_from)
);
comment on column cooperatives.positions.person_id is 'The person of the registry; empty while only the name is known';
comment on column cooperatives.positions.village_head is 'Holds the office because of being head of the village (KDKMP)';
create index positions_of_cooperative on cooperatives.positions (cooperative_id, organ, id);
create index positions_of_person on cooperatives.positions (person_id) where person_id is not null;

create table cooperatives.book_years (
  cooperative_id uuid not null constraint book_years_cooperative references cooperatives.cooperatives (id) on delete cascade,
  year integer not null,
  meeting_on date,
  meeting_target date not null,
  meeting_hard date not null,
  health_grade text constraint book_years_health check (health_grade in ('healthy', 'fairly-healthy', 'under-supervision', 'under-special-supervision')),
  assets bigint,
  net_surplus bigint,
  record jsonb not null,
  constraint book_years_pkey primary key (cooperative_id, year)
);
comment on column cooperatives.book_years.meeting_target is 'Day until which the annual meeting was asked for by the rule of its year; meeting_hard: the last day by law';
comment on column cooperatives.book_years.record is 'All that is told of the year; sums in whole rupiah';
create index book_years_by_year on cooperatives.book_years (year, cooperative_id);

create table cooperatives.memberships (
  id uuid constraint memberships_pkey primary key default gen_random_uuid(),
  cooperative_id uuid not null constraint memberships_cooperative references cooperatives.cooperatives (id) on delete cascade,
  person_id uuid constraint memberships_person references registry.people (id),
  name text not null,
  gender text constraint memberships_gender check (gender in ('female', 'male')),
  member_number text,
  joined_on date,
  left_on date,
  source text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint memberships_dates check (left_on >= joined_on)
);
comment on table cooperatives.memberships is 'Members told one by one; a cooperative that does not tell them has only their counts';
create index memberships_of_cooperative on cooperatives.memberships (cooperative_id, id);
create index memberships_of_person on cooperatives.memberships (person_id) where person_id is not null;
create unique index memberships_number_once on cooperatives.memberships (cooperative_id, member_number) where member_number is not null;

create table cooperatives.drafts (
  id uuid constraint drafts_pkey primary key default gen_random_uuid(),
  office_id text not null constraint drafts_office references office.offices (id),
  account_id uuid not null,
  form_key uuid not null constraint drafts_form_key_once unique,
  data jsonb not null default '{}',
  cooperative_id uuid constraint drafts_cooperative references cooperatives.cooperatives (id),
  updated_at timestamptz not null
);
comment on table cooperatives.drafts is 'A record being entered page by page; kept 90 days after the last page';
comment on column cooperatives.drafts.form_key is 'Comes with the first page, so that a double tap begins one draft';
comment on column cooperatives.drafts.cooperative_id is 'Set when saved: a second tap on "save" leads to the same cooperative';
create index drafts_unfinished on cooperatives.drafts (account_id, updated_at desc) where cooperative_id is null;
create index drafts_age on cooperatives.drafts (updated_at);

create view cooperatives.v_cooperative_card as
  select id, office_id, registry_number, name, legal_entity_number, village_code, district_code, level, kind, pattern, formed_group,
         membership_area, status, entered_by
    from cooperatives.cooperatives;
comment on view cooperatives.v_cooperative_card is 'What other domains may show of a cooperative';

grant usage on schema cooperatives to ditakopum_app;
grant select, insert, update, delete on all tables in schema cooperatives to ditakopum_app;
grant usage, select on all sequences in schema cooperatives to ditakopum_app;
alter default privileges in schema cooperatives grant select, insert, update, delete on tables to ditakopum_app;
alter default privileges in schema cooperatives grant usage, select on sequences to ditakopum_app;
