-- Photos of a business: its place from the front and inside, and what it makes.
create table registry.photos (
  id uuid constraint photos_pkey primary key default gen_random_uuid(),
  office_id text not null constraint photos_office references office.offices (id),
  business_id uuid not null constraint photos_business references registry.businesses (id),
  subject text not null constraint photos_subject check (subject in ('front', 'inside', 'product')),
  storage_key text not null,
  sha256 text not null,
  size integer not null,
  source text not null,
  application_id uuid,
  added_by uuid not null,
  added_at timestamptz not null,
  verified_by uuid,
  removed_by uuid,
  removed_at timestamptz,
  constraint photos_removed_whole check ((removed_at is null) = (removed_by is null))
);
comment on table registry.photos is 'Never changed: another photo takes the place of one that is marked as removed. A business that has one is in use: undoing a list keeps it';
comment on column registry.photos.storage_key is 'Not unique: a photo from an application shares the file with its attachment, which is written once';
comment on column registry.photos.application_id is 'The application with which it came and was verified; null when it was brought to the record itself';
create unique index photos_shown_once on registry.photos (business_id, subject) where removed_at is null;
create index photos_of_business on registry.photos (business_id, added_at desc);
create index photos_by_file on registry.photos (storage_key);
