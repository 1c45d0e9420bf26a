-- The office and what it takes as given: regions, days off, office hours, divisions, officials. All dated, all editable.
create schema office;
create schema platform;

create table office.offices (
  id text constraint offices_pkey primary key,
  name text not null,
  government text not null,
  region_code text not null,
  address text not null,
  postal_code text not null,
  phone text,
  website text,
  email text,
  letter_unit text not null,
  letter_number_pattern text not null default '{klas}/{urut}/{unit}/{tahun}',
  place_of_signing text not null,
  demo boolean not null default false,
  calendar_stamp uuid not null default gen_random_uuid()
);
comment on column office.offices.calendar_stamp is 'Another one after each change of days off or office hours, so that programs know when to read them again';
comment on column office.offices.letter_unit is 'Unit part of the letter number, such as 438.5.99; the demo uses a made-up one';

create table office.regions (
  code text constraint regions_pkey primary key,
  name text not null,
  normal_name text not null,
  kind text not null constraint regions_kind check (kind in ('regency', 'city', 'district', 'village', 'urban-village')),
  parent_code text,
  bps_code text,
  postal_code text,
  latitude double precision,
  longitude double precision,
  valid_from date not null default '1945-08-17',
  valid_to date,
  basis text,
  constraint regions_dates check (valid_to is null or valid_to >= valid_from)
);
comment on table office.regions is 'Kemendagri codes PP.KK.CC.DDDD; a deleted village keeps its row with valid_to';
create index regions_parent on office.regions (parent_code, name);

create table office.region_aliases (
  code text not null constraint region_aliases_region references office.regions (code),
  alias text not null,
  normal_alias text not null,
  source text not null,
  constraint region_aliases_pkey primary key (code, normal_alias)
);

create table office.days_off (
  office_id text not null constraint days_off_office references office.offices (id),
  date date not null,
  name text not null,
  kind text not null constraint days_off_kind check (kind in ('national', 'joint-leave', 'local', 'substitute')),
  basis text not null,
  constraint days_off_pkey primary key (office_id, date)
);

create table office.office_weeks (
  office_id text not null constraint office_weeks_office references office.offices (id),
  valid_from date not null,
  valid_to date,
  week jsonb not null,
  basis text not null,
  constraint office_weeks_pkey primary key (office_id, valid_from),
  constraint office_weeks_dates check (valid_to is null or valid_to >= valid_from)
);
comment on column office.office_weeks.week is 'Seven entries, Monday first: {opens, closes} in minutes after midnight WIB, or null when closed';

create function office.stamp_calendar() returns trigger language plpgsql as $$
begin
  update office.offices set calendar_stamp = gen_random_uuid();
  return null;
end $$;
create trigger days_off_stamp after insert or update or delete on office.days_off for each statement execute function office.stamp_calendar();
create trigger office_weeks_stamp after insert or update or delete on office.office_weeks for each statement execute function office.stamp_calendar();

create table office.divisions (
  id text constraint divisions_pkey primary key,
  office_id text not null constraint divisions_office references office.offices (id),
  name text not null,
  valid_from date not null,
  valid_to date
);

create table office.officials (
  id uuid constraint officials_pkey primary key default gen_random_uuid(),
  office_id text not null constraint officials_office references office.offices (id),
  account_id uuid not null,
  position text not null constraint officials_position check (position in ('office-head', 'secretary', 'division-head')),
  division_id text constraint officials_division references office.divisions (id),
  standing text not null default 'definitive' constraint officials_standing check (standing in ('definitive', 'acting', 'daily-acting')),
  name text not null,
  title text not null,
  rank text,
  employee_number text,
  decree text not null,
  valid_from date not null,
  valid_to date,
  constraint officials_dates check (valid_to is null or valid_to >= valid_from),
  constraint officials_division_named check ((position = 'division-head') = (division_id is not null))
);
comment on column office.officials.standing is 'acting is Plt., daily-acting is Plh.; on its dates it goes before the definitive holder';
create index officials_by_position on office.officials (office_id, position, valid_from desc);

create table platform.loaded_files (
  name text constraint loaded_files_pkey primary key,
  sha256 text not null,
  loaded_at timestamptz not null
);
comment on table platform.loaded_files is 'Reference files already loaded, so that the next start is quick';

create table platform.key_check (
  id boolean constraint key_check_pkey primary key default true constraint key_check_one check (id),
  sealed bytea not null
);
comment on table platform.key_check is 'A known word encrypted with the column key: another KEY_FILE than the one of this database is noticed at start';


create table platform.idempotency_keys (
  account_id uuid not null,
  key text not null,
  request text not null,
  body_sha256 text not null,
  status integer,
  answer jsonb,
  created_at timestamptz not null,
  constraint idempotency_keys_pkey primary key (account_id, key)
);

create table platform.throttles (
  key text constraint throttles_pkey primary key,
  window_start timestamptz not null,
  count integer not null
);
comment on table platform.throttles is 'Limits per account, number or address. Keys are keyed hashes, never the number itself';

