-- What may be asked for: each service with dated, versioned definitions. A case keeps the version it was filed under.
create schema services;

create table services.services (
  code text constraint services_pkey primary key,
  office_id text not null constraint services_office references office.offices (id),
  name text not null,
  division_id text not null constraint services_division references office.divisions (id)
);
comment on column services.services.code is 'Upper case, such as UM-02';

create table services.definitions (
  id uuid constraint definitions_pkey primary key default gen_random_uuid(),
  service_code text not null constraint definitions_service references services.services (code),
  version integer not null,
  valid_from date not null,
  valid_to date,
  definition jsonb not null,
  constraint definitions_version_once unique (service_code, version),
  constraint definitions_dates check (valid_to is null or valid_to >= valid_from)
);
