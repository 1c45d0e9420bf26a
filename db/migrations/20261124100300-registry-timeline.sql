-- What the registry shows of other domains on the page of a business: what happened when, nothing of the content.
create view applications.v_business_events as
  select business_id, owner_id, id as application_id, reference, service_code, village_code, 'submitted' as event, submitted_at as at
    from applications.applications where business_id is not null and submitted_at is not null
  union all
  select business_id, owner_id, id, reference, service_code, village_code, status, decided_at
    from applications.applications where business_id is not null and submitted_at is not null and decided_at is not null
     and status in ('issued', 'rejected', 'withdrawn', 'expired');
comment on view applications.v_business_events is 'Cases of a business as the registry''s timeline shows them, for other domains';

create view letters.v_business_letters as
  select business_id, holder_id, id as letter_id, number, kind, 'issued' as event, issued_at as at
    from letters.letters where business_id is not null and state = 'issued'
  union all
  select business_id, holder_id, id, number, kind, 'revoked', revoked_at
    from letters.letters where business_id is not null and state = 'issued' and revoked_at is not null;
comment on view letters.v_business_letters is 'Letters of a business as the registry''s timeline shows them, for other domains';

create view accounts.v_account_names as select id as account_id, kind, name from accounts.accounts;
comment on view accounts.v_account_names is 'Who acted, by name, for other domains; shown to officers only';

alter table registry.proposals add column valid_from date;
alter table registry.proposals add column reasons jsonb not null default '[]';
alter table registry.proposals add column checked_by uuid;
alter table registry.proposals add constraint proposals_checked_whole check ((checked_at is null) = (checked_by is null));
alter table registry.proposals add constraint proposals_decided_whole check ((decided_at is null) = (decided_by is null));
comment on column registry.proposals.reasons is 'Why it was not taken at once: field and code of each reason, as of the day it was proposed';
comment on column registry.proposals.sets is 'Value by field; numbers of a person lie encrypted';
comment on column registry.proposals.decided_by is 'Null when a small change was accepted by the rule alone';
-- One open proposal for each business: what its owner says later is added to it.
create unique index proposals_pending_once on registry.proposals (business_id) where state = 'pending';
create index proposals_recent on registry.proposals (office_id, decided_at desc, id) where decided_by is not null;

create index duplicate_pairs_decided on registry.duplicate_pairs (office_id, decided_at desc, a_id, b_id) where state = 'distinct';
