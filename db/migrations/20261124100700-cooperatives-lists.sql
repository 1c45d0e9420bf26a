-- Lists of cooperatives, doubles among cooperatives, and changes their people propose.

alter table cooperatives.cooperatives add column merged_into uuid
  constraint cooperatives_merged_into references cooperatives.cooperatives (id);
comment on column cooperatives.cooperatives.merged_into is 'The record that stands for this one since they were merged; it keeps its number and all it was told';
-- A record that was absorbed keeps its legal entity number, which the one that stands may have taken over.
drop index cooperatives.cooperatives_legal_entity_once;
create unique index cooperatives_legal_entity_once on cooperatives.cooperatives (office_id, legal_entity_key) where merged_into is null;
create index cooperatives_by_legal_entity on cooperatives.cooperatives (office_id, legal_entity_key);
create index cooperatives_by_tax_number on cooperatives.cooperatives (office_id, (record ->> 'npwp')) where record ->> 'npwp' is not null;
create index cooperatives_by_business_number on cooperatives.cooperatives (office_id, (record ->> 'nib')) where record ->> 'nib' is not null;
create index cooperatives_absorbed on cooperatives.cooperatives (merged_into) where merged_into is not null;

-- When two are merged the one that stands tells of the same position as the one that was absorbed.
alter table cooperatives.positions drop constraint positions_pkey, add constraint positions_pkey primary key (cooperative_id, id);

create table cooperatives.external_ids (
  office_id text not null constraint external_ids_office references office.offices (id),
  sender text not null,
  external_id text not null,
  cooperative_id uuid not null constraint external_ids_cooperative references cooperatives.cooperatives (id) on delete cascade,
  act_id uuid not null,
  constraint external_ids_pkey primary key (office_id, sender, external_id)
);
comment on table cooperatives.external_ids is 'Numbers under which other offices'' lists know a cooperative, so that their next list finds it';
create index external_ids_of_cooperative on cooperatives.external_ids (cooperative_id);
create index external_ids_of_act on cooperatives.external_ids (act_id);

create table cooperatives.duplicate_pairs (
  office_id text not null constraint duplicate_pairs_office references office.offices (id),
  a_id uuid not null constraint duplicate_pairs_a references cooperatives.cooperatives (id) on delete cascade,
  b_id uuid not null constraint duplicate_pairs_b references cooperatives.cooperatives (id) on delete cascade,
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
comment on table cooperatives.duplicate_pairs is 'Two records that may be one cooperative, and what a person decided; decided pairs are never asked again';
create index duplicate_pairs_open on cooperatives.duplicate_pairs (office_id, score desc, a_id, b_id) where state = 'open';
create index duplicate_pairs_b on cooperatives.duplicate_pairs (b_id);

create table cooperatives.merges (
  id uuid constraint merges_pkey primary key default gen_random_uuid(),
  office_id text not null constraint merges_office references office.offices (id),
  survivor_id uuid not null constraint merges_survivor references cooperatives.cooperatives (id),
  absorbed_id uuid not null constraint merges_absorbed references cooperatives.cooperatives (id),
  merged_at timestamptz not null,
  merged_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  constraint merges_of_two check (survivor_id <> absorbed_id),
  constraint merges_undone_whole check ((undone_at is null) = (undone_by is null))
);
create unique index merges_absorbed_once on cooperatives.merges (absorbed_id) where undone_at is null;
create index merges_of_survivor on cooperatives.merges (survivor_id, merged_at);
create index merges_recent on cooperatives.merges (office_id, merged_at desc, id);

create table cooperatives.proposals (
  id uuid constraint proposals_pkey primary key default gen_random_uuid(),
  office_id text not null constraint proposals_office references office.offices (id),
  cooperative_id uuid not null constraint proposals_cooperative references cooperatives.cooperatives (id) on delete cascade,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  base_version integer not null,
  sets jsonb not null,
  valid_from date,
  risk text not null constraint proposals_risk check (risk in ('low', 'high')),
  reasons jsonb not null default '[]',
  state text not null constraint proposals_state check (state in ('pending', 'accepted', 'rejected', 'withdrawn')),
  sampled boolean not null default false,
  checked_at timestamptz,
  checked_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  note text,
  constraint proposals_checked_whole check ((checked_at is null) = (checked_by is null)),
  constraint proposals_decided_whole check ((decided_at is null) = (decided_by is null))
);
comment on table cooperatives.proposals is 'Changes by the people of a cooperative: small ones accepted at once and sampled, others decided by a data steward';
comment on column cooperatives.proposals.sets is 'Value by field; numbers of a person lie encrypted';
comment on column cooperatives.proposals.reasons is 'Why it was not taken at once: field and code of each reason, as of the day it was proposed';
comment on column cooperatives.proposals.decided_by is 'Null when a small change was accepted by the rule alone';
create index proposals_pending on cooperatives.proposals (office_id, proposed_at, id) where state = 'pending';
create index proposals_to_check on cooperatives.proposals (office_id, proposed_at, id) where sampled and checked_at is null;
create index proposals_of_cooperative on cooperatives.proposals (cooperative_id, proposed_at desc);
create index proposals_recent on cooperatives.proposals (office_id, decided_at desc, id) where decided_by is not null;
-- One open proposal for each cooperative: what its people say later is added to it.
create unique index proposals_pending_once on cooperatives.proposals (cooperative_id) where state = 'pending';

create view accounts.v_account_people as select id as account_id, person_id from accounts.accounts where person_id is not null;
comment on view accounts.v_account_people is 'The person of the registry behind an account, for other domains';
grant select on accounts.v_account_people to ditakopum_app;
