-- Lists of other offices on their way into the registry.
create schema imports;

create table imports.batches (
  id uuid constraint batches_pkey primary key default gen_random_uuid(),
  office_id text not null constraint batches_office references office.offices (id),
  kind text not null constraint batches_kind check (kind in ('business', 'cooperative')),
  source text not null constraint batches_source check (source in ('import-oss', 'import-sidt', 'import-old')),
  sender text not null,
  observed_on date not null,
  file_name text not null,
  file_size bigint not null,
  file_sha256 text not null,
  storage_key text,
  sheet text,
  reading jsonb,
  state text not null constraint batches_state check (state in
    ('columns', 'checking', 'checked', 'importing', 'imported', 'undoing', 'undone', 'discarded', 'failed')),
  position integer not null default 0,
  file_position integer not null default 0,
  counts jsonb not null default '{}',
  failure text,
  created_at timestamptz not null,
  created_by uuid not null,
  seen_at timestamptz not null,
  closed_at timestamptz,
  constraint batches_failed_told check ((state = 'failed') = (failure is not null))
);
comment on table imports.batches is 'One file of one sender. The file lies encrypted in the storage until the batch is closed';
comment on column imports.batches.storage_key is 'Null once the batch is closed and the file is gone';
comment on column imports.batches.reading is 'How the file is read: its header rows and which column is which field; confirmed by a person or kept from the last file';
comment on column imports.batches.position is 'Rows of data that are done in the present pass';
comment on column imports.batches.file_position is 'Number of the last row of the file that is done, as the spreadsheet counts';
comment on column imports.batches.seen_at is 'Last sign of life of whoever works on it; another one goes on when it is old';
create index batches_recent on imports.batches (office_id, created_at desc, id);
create index batches_at_work on imports.batches (seen_at) where state in ('checking', 'importing', 'undoing');
create index batches_open_files on imports.batches (created_at) where storage_key is not null;

create table imports.rows (
  batch_id uuid not null constraint rows_batch references imports.batches (id) on delete cascade,
  number integer not null,
  outcome text not null constraint rows_outcome check (outcome in ('new', 'same', 'changed', 'doubtful', 'refused', 'passed-over')),
  subject_id uuid,
  title text not null,
  reasons jsonb not null,
  constraint rows_pkey primary key (batch_id, number)
);
comment on table imports.rows is 'What became of each row, or would become of it (dry run)';
comment on column imports.rows.title is 'What a clerk knows the row by; emptied when the batch is closed, as the reasons are';
create index rows_by_outcome on imports.rows (batch_id, outcome, number);
create index rows_of_subject on imports.rows (subject_id) where subject_id is not null;

create table imports.mappings (
  office_id text not null constraint mappings_office references office.offices (id),
  fingerprint text not null,
  sender text not null,
  kind text not null,
  columns jsonb not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  constraint mappings_pkey primary key (office_id, fingerprint)
);
comment on table imports.mappings is 'Which column is which field, as last confirmed for lists with these headers';

create view imports.v_stored_files as select storage_key from imports.batches where storage_key is not null;
comment on view imports.v_stored_files is 'Files of lists that are still needed, for the search for files that nobody names';

grant usage on schema imports to ditakopum_app;
grant select, insert, update, delete on all tables in schema imports to ditakopum_app;
alter default privileges in schema imports grant select, insert, update, delete on tables to ditakopum_app;

-- Short keys under which a business is looked up before it is compared with others.
create table registry.duplicate_keys (
  key bigint not null,
  business_id uuid not null constraint duplicate_keys_business references registry.businesses (id) on delete cascade,
  constraint duplicate_keys_pkey primary key (key, business_id)
);
comment on table registry.duplicate_keys is 'Hashes of the blocking keys of the duplicate rule; derived, and made anew by a job for records that are behind';
create index duplicate_keys_business on registry.duplicate_keys (business_id);
create table registry.keys_behind (
  business_id uuid constraint keys_behind_pkey primary key constraint keys_behind_business references registry.businesses (id) on delete cascade
);
comment on table registry.keys_behind is 'Businesses whose duplicate_keys are missing or of an earlier state; a job makes them';
insert into registry.keys_behind select id from registry.businesses;

-- Whoever changes what the keys are made of need not know of them.
create function registry.keys_fall_behind() returns trigger language plpgsql as $$
begin
  insert into registry.keys_behind select c.id from changed c join earlier e on e.id = c.id
   where (c.words, c.village_code, c.address, c.nib, c.owner_id, c.details ->> 'rt', c.details ->> 'rw')
         is distinct from (e.words, e.village_code, e.address, e.nib, e.owner_id, e.details ->> 'rt', e.details ->> 'rw')
  on conflict do nothing;
  return null;
end $$;
create trigger businesses_keys_behind after update on registry.businesses
  referencing old table as earlier new table as changed for each statement execute function registry.keys_fall_behind();
create function registry.owner_keys_fall_behind() returns trigger language plpgsql as $$
begin
  insert into registry.keys_behind select id from registry.businesses where owner_id = new.id on conflict do nothing;
  return null;
end $$;
create trigger people_keys_behind after update of phone, national_id_index, family_card_index on registry.people for each row
  when ((old.phone, old.national_id_index, old.family_card_index) is distinct from (new.phone, new.national_id_index, new.family_card_index))
  execute function registry.owner_keys_fall_behind();
