-- Objections and photos belong to the copy a person may ask for; a case whose objection is not settled is never destroyed.
create view supervision.v_held as
  select o.owner_id as person_id, 'objection' as what, o.filed_at as at,
         jsonb_build_object('reference', a.label, 'ground', o.ground, 'words', o.reason, 'state', o.state, 'answer', o.answer, 'decidedAt', o.decided_at) as body
    from supervision.objections o join applications.v_for_archive a on a.id = o.application_id;
create view supervision.v_unsettled as
  select application_id from supervision.objections where state in ('open', 'granted', 'deemed-granted');
comment on view supervision.v_unsettled is 'Cases of which an objection waits for its answer or for what was granted';
create view registry.v_held_photos as
  select b.owner_id as person_id, 'photo' as what, p.added_at as at,
         jsonb_build_object('registryNumber', b.registry_number, 'about', p.subject, 'source', p.source, 'sha256', p.sha256, 'removedAt', p.removed_at) as body
    from registry.businesses b join registry.photos p on p.business_id = b.id;
grant select on supervision.v_held, supervision.v_unsettled, registry.v_held_photos to ditakopum_app;

-- What supervision kept of a case goes with it; a file that is also a photo of the business stays, because the record still shows it.
create or replace function archive.remove_case(p_case uuid) returns text[]
language plpgsql security definer set search_path = pg_catalog as $$
declare v_keys text[];
begin
  perform from applications.applications where id = p_case and status in ('draft', 'withdrawn', 'expired') and submitted_at is null for update;
  if not found and not archive.is_approved('case', p_case::text) then raise exception 'no approved list names case %', p_case; end if;
  perform from applications.applications where id = p_case and (status in ('issued', 'rejected', 'withdrawn', 'expired') or submitted_at is null) for update;
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
