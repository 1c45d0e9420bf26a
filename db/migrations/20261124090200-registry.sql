-- People and businesses, stored once.
create schema registry;

create table registry.people (
  id uuid constraint people_pkey primary key default gen_random_uuid(),
  office_id text not null constraint people_office references office.offices (id),
  name text not null,
  normal_name text not null,
  phone text,
  gender text constraint people_gender check (gender in ('female', 'male')),
  national_id_cipher bytea,
  national_id_index bytea,
  family_card_cipher bytea,
  family_card_index bytea,
  birth_place text,
  birth_date date,
  address text,
  village_code text,
  email text,
  tax_number_cipher bytea,
  details jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint people_national_id_whole check ((national_id_cipher is null) = (national_id_index is null)),
  constraint people_family_card_whole check ((family_card_cipher is null) = (family_card_index is null))
);
comment on column registry.people.national_id_cipher is 'NIK, AES-256-GCM; looked up by national_id_index, an HMAC with a key outside the database';
comment on column registry.people.family_card_index is 'Not unique: a family shares one card';
create unique index people_national_id_once on registry.people (office_id, national_id_index);
create index people_phone on registry.people (phone);
create index people_family_card on registry.people (family_card_index);

create table registry.kbli (
  version text not null constraint kbli_version check (version in ('2020', '2025')),
  code text not null,
  level smallint not null,
  title text not null,
  description text not null default '',
  parent_code text,
  category text,
  official boolean not null default true,
  constraint kbli_pkey primary key (version, code)
);
comment on column registry.kbli.official is 'false: a left-over found only in the OSS list, never offered';

create table registry.kbli_synonyms (
  word text not null,
  version text not null,
  code text not null,
  constraint kbli_synonyms_pkey primary key (word, version, code),
  constraint kbli_synonyms_code foreign key (version, code) references registry.kbli (version, code)
);

create sequence registry.registry_numbers;

create table registry.businesses (
  id uuid constraint businesses_pkey primary key default gen_random_uuid(),
  office_id text not null constraint businesses_office references office.offices (id),
  registry_number text not null constraint businesses_registry_number_once unique,
  owner_id uuid not null constraint businesses_owner references registry.people (id),
  name text not null,
  normal_name text not null,
  words text not null,
  search tsvector not null generated always as (to_tsvector('simple', words)) stored,
  address text not null,
  village_code text not null constraint businesses_village references office.regions (code),
  district_code text not null constraint businesses_district references office.regions (code),
  kbli text not null,
  kbli_version text not null,
  started_on date not null,
  capital bigint,
  annual_sales bigint,
  sales_year integer,
  scale text constraint businesses_scale check (scale in ('micro', 'small', 'medium', 'large')),
  scale_criterion text constraint businesses_scale_criterion check (scale_criterion in ('annualSales', 'capital')),
  latitude double precision,
  longitude double precision,
  nib text,
  tax_number_cipher bytea,
  details jsonb not null default '{}',
  status text not null default 'active'
    constraint businesses_status check (status in ('active', 'paused', 'closed', 'moved-away', 'not-found', 'duplicate')),
  source text not null constraint businesses_source check (source in ('self', 'counter', 'village', 'office', 'enumerator', 'import', 'seed')),
  entered_by uuid not null,
  verified_by uuid,
  verified_at timestamptz,
  last_confirmed_at timestamptz not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint businesses_kbli foreign key (kbli_version, kbli) references registry.kbli (version, code),
  constraint businesses_money check (capital >= 0 and annual_sales >= 0),
  constraint businesses_verified_whole check ((verified_by is null) = (verified_at is null))
);
comment on column registry.businesses.details is 'Optional blocks of the record, and "unknown": what the owner does not know or refused to tell, apart from empty and zero';
comment on column registry.businesses.registry_number is 'Regency digits, year of registration, running number of all years (3515-2026-000123): never used again, not even for another business of the same owner';
comment on column registry.businesses.words is 'What one searches by: compared forms of the business name and of its owner''s name';
comment on column registry.businesses.tax_number_cipher is 'NPWP, encrypted: for a person its 16 digits are the NIK';
create index businesses_owner_list on registry.businesses (owner_id, created_at);
create index businesses_by_district on registry.businesses (office_id, district_code, created_at desc, id);
create index businesses_by_village on registry.businesses (village_code, created_at desc, id);
create index businesses_recent on registry.businesses (office_id, created_at desc, id);
create index businesses_nib on registry.businesses (nib) where nib is not null;
create index businesses_village_name on registry.businesses (village_code, normal_name text_pattern_ops);
create index businesses_by_kbli on registry.businesses (office_id, kbli, created_at desc, id);
create index businesses_not_active on registry.businesses (office_id, status, created_at desc, id) where status <> 'active';
-- Without the list of pending entries, so that a search right after a bulk load is answered from the index.
create index businesses_search on registry.businesses using gin (search) with (fastupdate = off);

create table registry.business_versions (
  business_id uuid not null constraint business_versions_business references registry.businesses (id),
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  source text not null,
  record jsonb not null,
  constraint business_versions_pkey primary key (business_id, version)
);
comment on table registry.business_versions is 'What the record said after each change; numbers of a person only as keyed index';

create table registry.business_drafts (
  id uuid constraint business_drafts_pkey primary key default gen_random_uuid(),
  office_id text not null constraint business_drafts_office references office.offices (id),
  owner_id uuid not null constraint business_drafts_owner references registry.people (id),
  account_id uuid not null,
  form_key uuid not null constraint business_drafts_form_key_once unique,
  data jsonb not null default '{}',
  go_on text,
  business_id uuid constraint business_drafts_business references registry.businesses (id),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table registry.business_drafts is 'A record being entered page by page; kept 90 days after the last page';
comment on column registry.business_drafts.form_key is 'Comes with the first page, so that a double tap begins one draft';
comment on column registry.business_drafts.go_on is 'Path of this site to go to with the new business';
comment on column registry.business_drafts.business_id is 'Set when saved: a second tap on "save" leads to the same business';
create index business_drafts_unfinished on registry.business_drafts (owner_id, updated_at desc) where business_id is null;
create index business_drafts_age on registry.business_drafts (updated_at);

create view registry.v_business_card as
  select b.id, b.office_id, b.registry_number, b.name, b.owner_id, p.name as owner_name, p.phone as owner_phone,
         b.village_code, b.district_code, b.kbli, b.kbli_version, b.scale, b.status, b.entered_by, b.verified_by
    from registry.businesses b join registry.people p on p.id = b.owner_id;
comment on view registry.v_business_card is 'What other domains may show of a business';
