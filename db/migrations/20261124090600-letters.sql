-- Letters: numbered without gaps, signed, immutable, revocable.
create schema letters;

create table letters.number_heads (
  office_id text not null constraint number_heads_office references office.offices (id),
  year integer not null,
  last integer not null,
  constraint number_heads_pkey primary key (office_id, year)
);

create table letters.letters (
  id uuid constraint letters_pkey primary key default gen_random_uuid(),
  office_id text not null constraint letters_office references office.offices (id),
  application_id uuid not null constraint letters_application references applications.applications (id),
  reference text not null,
  holder_id uuid not null constraint letters_holder references registry.people (id),
  business_id uuid constraint letters_business references registry.businesses (id),
  village_code text constraint letters_village references office.regions (code),
  kind text not null,
  year integer not null,
  sequence integer not null,
  number text not null,
  code text not null constraint letters_code_once unique,
  state text not null constraint letters_state check (state in ('signing', 'issued', 'void')),
  signature text not null constraint letters_signature check (signature in ('test', 'wet-ink', 'certified')),
  signer_id uuid not null constraint letters_signer references office.officials (id),
  issued_at timestamptz not null,
  valid_until date,
  facts jsonb not null,
  content_cipher bytea not null,
  letter_code text not null,
  template text not null,
  storage_key text,
  sha256 text,
  size integer,
  scan_key text,
  scan_sha256 text,
  scan_media_type text,
  attempts integer not null default 0,
  last_failure text,
  certificate_serial text,
  revoked_at timestamptz,
  revoked_by uuid,
  revoke_reason text constraint letters_revoke_reason check (revoke_reason in ('wrong-data', 'issued-in-error', 'on-request', 'closed')),
  revoke_note text,
  replaced_by uuid constraint letters_replaced_by references letters.letters (id),
  created_at timestamptz not null,
  constraint letters_number_once unique (office_id, year, sequence),
  constraint letters_scan_whole check ((scan_key is null) = (scan_sha256 is null) and (scan_key is null) = (scan_media_type is null)),
  constraint letters_not_by_itself check (replaced_by <> id),
  constraint letters_issued_whole check (state <> 'issued' or (storage_key is not null and sha256 is not null and size is not null)),
  constraint letters_revoked_whole check ((revoked_at is null) = (revoke_reason is null))
);
comment on column letters.letters.facts is 'What the signed code in the QR says, and the purpose: enough for the public check';
comment on column letters.letters.content_cipher is 'All that the page says, with the NIK, encrypted; the PDF itself is never made again once issued';
comment on column letters.letters.letter_code is 'The text of the QR: address and signed content, docs/letter-code.md';
comment on column letters.letters.reference is 'Number of the case (nomor permohonan), for messages to the holder';
comment on column letters.letters.village_code is 'Village of the business on the day of signing, for rights by area';
comment on column letters.letters.scan_key is 'Wet ink only: the signed paper as it came back; then it is the letter, and storage_key the page as it was printed';
comment on column letters.letters.state is 'signing: numbered, not yet signed; void: the number is spent without a letter, with the reason in last_failure';
create unique index letters_application_once on letters.letters (application_id) where state <> 'void';
create index letters_holder_list on letters.letters (holder_id, issued_at desc);
create index letters_business_list on letters.letters (business_id, issued_at desc);
create index letters_number on letters.letters (office_id, number);
-- The expression must stand in the query exactly as here.
create index letters_words on letters.letters using gin (to_tsvector('simple', (facts ->> 'holderFull') || ' ' || (facts ->> 'businessFull')));
create index letters_sha256 on letters.letters (sha256);
create index letters_scan_sha256 on letters.letters (scan_sha256) where scan_sha256 is not null;
create index letters_revoked on letters.letters (revoked_at) where revoked_at is not null;
create index letters_void_prints on letters.letters (created_at) where state = 'void' and storage_key is not null;
create index letters_pending on letters.letters (created_at) where state = 'signing';
