-- Validates what the migration before laid down and builds the indexes of the queue anew, the new ones before the old ones go.
alter table applications.applications validate constraint applications_status;
alter table applications.applications validate constraint applications_cooperative;
alter table applications.applications validate constraint applications_one_subject;
alter table applications.remarks validate constraint remarks_step;
alter table supervision.notices validate constraint notices_kind;

create index applications_queue_2 on applications.applications (office_id, (coalesce(due_at, intake_due_at)), id)
  include (status, definition_id, initials_given, division_id, assigned_to, due_at, intake_due_at, stage_due_at)
  where status in ('submitted', 'accepted', 'verified', 'initialed', 'signing', 'returned',
                   'surveying', 'surveyed', 'advising', 'advised', 'scoring', 'scored', 'following');
drop index applications.applications_queue;
alter index applications.applications_queue_2 rename to applications_queue;

create index applications_done_2 on applications.applications (office_id, decided_at desc, id desc) where status in ('issued', 'rejected', 'completed');
drop index applications.applications_done;
alter index applications.applications_done_2 rename to applications_done;

create index applications_ended_2 on applications.applications (office_id, decided_at, id) where status in ('issued', 'rejected', 'withdrawn', 'expired', 'completed');
drop index applications.applications_ended;
alter index applications.applications_ended_2 rename to applications_ended;

create index applications_returned_twice_2 on applications.applications (office_id, (coalesce(due_at, intake_due_at)), id)
  where returned_count >= 2 and status in ('submitted', 'accepted', 'verified', 'initialed', 'signing', 'returned',
                                           'surveying', 'surveyed', 'advising', 'advised', 'scoring', 'scored', 'following');
drop index applications.applications_returned_twice;
alter index applications.applications_returned_twice_2 rename to applications_returned_twice;

create index applications_held_2 on applications.applications (assigned_to, (coalesce(due_at, intake_due_at)), id)
  where assigned_to is not null and status in ('submitted', 'accepted', 'verified', 'initialed', 'signing', 'returned',
                                               'surveying', 'surveyed', 'advising', 'advised', 'scoring', 'scored', 'following');
drop index applications.applications_held;
alter index applications.applications_held_2 rename to applications_held;

create index applications_stage_due on applications.applications (office_id, stage_due_at, id)
  where stage_due_at is not null and status in ('submitted', 'accepted', 'verified', 'initialed', 'signing',
                                                'surveying', 'surveyed', 'advising', 'advised', 'scoring', 'scored');
create index applications_following on applications.applications (stage_since, id) where status = 'following';
create index applications_cooperative_list on applications.applications (cooperative_id, created_at desc) where cooperative_id is not null;

-- Views and functions that name the ends of a case.
create or replace view applications.v_business_events as
  select business_id, owner_id, id as application_id, reference, service_code, village_code, 'submitted' as event, submitted_at as at
    from applications.applications where business_id is not null and submitted_at is not null
  union all
  select business_id, owner_id, id, reference, service_code, village_code, status, decided_at
    from applications.applications where business_id is not null and submitted_at is not null and decided_at is not null
     and status in ('issued', 'rejected', 'withdrawn', 'expired', 'completed');

create view applications.v_cooperative_events as
  select cooperative_id, id as application_id, reference, service_code, 'submitted' as event, submitted_at as at
    from applications.applications where cooperative_id is not null and submitted_at is not null
  union all
  select cooperative_id, id, reference, service_code, status, decided_at
    from applications.applications where cooperative_id is not null and submitted_at is not null and decided_at is not null
     and status in ('issued', 'rejected', 'withdrawn', 'expired', 'completed');
comment on view applications.v_cooperative_events is 'Requests of a cooperative as its timeline shows them, for other domains';
grant select on applications.v_cooperative_events to ditakopum_app;

create or replace function archive.remove_case(p_case uuid) returns text[]
language plpgsql security definer set search_path = pg_catalog as $$
declare v_keys text[];
begin
  perform from applications.applications where id = p_case and status in ('draft', 'withdrawn', 'expired') and submitted_at is null for update;
  if not found and not archive.is_approved('case', p_case::text) then raise exception 'no approved list names case %', p_case; end if;
  perform from applications.applications
    where id = p_case and (status in ('issued', 'rejected', 'withdrawn', 'expired', 'completed') or submitted_at is null) for update;
  if not found then raise exception 'case % is open', p_case; end if;
  if exists (select from supervision.v_unsettled where application_id = p_case) then raise exception 'case % has an objection that is not settled', p_case; end if;
  with mine as (
    delete from applications.application_attachments where application_id = p_case returning attachment_id
  ), gone as (
    delete from applications.attachments f using mine where f.id = mine.attachment_id
       and not exists (select from applications.application_attachments o where o.attachment_id = f.id and o.application_id <> p_case)
    returning f.storage_key
  )
  select coalesce(array_agg(storage_key) filter (where not exists (select from registry.photos p where p.storage_key = gone.storage_key)), '{}') into v_keys from gone;
  delete from applications.remarks where application_id = p_case;
  delete from applications.initials where application_id = p_case;
  delete from supervision.notices where application_id = p_case;
  delete from supervision.fallbacks where application_id = p_case;
  delete from supervision.objections where application_id = p_case;
  update supervision.objections set fulfilled_with = null where fulfilled_with = p_case;
  delete from applications.applications where id = p_case;
  return v_keys;
end $$;
