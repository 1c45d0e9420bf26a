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
  constraint letters_issued_whole check (state <> 'issued' or (storage_key is not null and sha256 is not null and size is not null)),
  constraint letters_revoked_whole check ((revoked_at is null) = (revoke_reason is null))
);
comment on column letters.letters.facts is 'What the signed code in the QR says, and the purpose: enough for the public check';
comment on column letters.letters.content_cipher is 'All that the page says, with the NIK, encrypted; the PDF itself is never made again once issued';
comment on column letters.letters.letter_code is 'The signed content of the QR, base64url';
comment on column letters.letters.state is 'signing: numbered, not yet signed; void: the number is spent without a letter, with the reason in last_failure';
create unique index letters_application_once on letters.letters (application_id) where state <> 'void';
create index letters_sha256 on letters.letters (sha256);
create index letters_scan_sha256 on letters.letters (scan_sha256) where scan_sha256 is not null;
create index letters_revoked on letters.letters (revoked_at) where revoked_at is not null;
create index letters_pending on letters.letters (created_at) where state = 'signing';
