-- A change of a service: proposed by one person, published by another. What is published becomes a definition and is never changed.
create table services.proposals (
  id uuid constraint proposals_pkey primary key default gen_random_uuid(),
  office_id text not null constraint proposals_office references office.offices (id),
  service_code text not null,
  division_id text not null constraint proposals_division references office.divisions (id),
  base_id uuid constraint proposals_base references services.definitions (id),
  definition jsonb not null,
  note text not null default '',
  state text not null default 'proposed' constraint proposals_state check (state in ('proposed', 'published', 'withdrawn')),
  proposed_by uuid not null constraint proposals_proposer references accounts.accounts (id),
  proposed_at timestamptz not null,
  decided_by uuid constraint proposals_decider references accounts.accounts (id),
  decided_at timestamptz,
  published_id uuid constraint proposals_published references services.definitions (id),
  constraint proposals_decided check ((state = 'proposed') = (decided_at is null)),
  constraint proposals_published_whole check ((state = 'published') = (published_id is not null)),
  constraint proposals_two_persons check (state <> 'published' or decided_by <> proposed_by)
);
comment on column services.proposals.base_id is 'The definition in force when this was proposed: what the difference is told against; none for a new service';
comment on column services.proposals.definition is 'Whole, and without flaws on the day it was proposed';
create index proposals_open on services.proposals (office_id, proposed_at) where state = 'proposed';
create index proposals_of_service on services.proposals (service_code, proposed_at);

-- Cases stand on a definition: its words stay for ever, only the day it ends may be set.
revoke update, delete on services.definitions from ditakopum_app;
grant update (valid_to) on services.definitions to ditakopum_app;
revoke delete on services.proposals from ditakopum_app;
