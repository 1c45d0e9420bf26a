-- Counts of the registry by area and measure, kept in the transaction that changes a record and never read from the rows.
create table registry.tallies (
  office_id text not null constraint tallies_office references office.offices (id),
  area_code text not null,
  measure text not null,
  n bigint not null,
  constraint tallies_pkey primary key (office_id, area_code, measure)
) with (fillfactor = 70);
comment on table registry.tallies is 'How often a measure holds in a village, a district or the regency; complete only together with tally_deltas';

create table registry.tally_deltas (
  id bigint generated always as identity constraint tally_deltas_pkey primary key,
  office_id text not null,
  village_code text not null,
  measures text[] not null,
  ns bigint[] not null,
  constraint tally_deltas_whole check (cardinality(measures) = cardinality(ns))
);
comment on table registry.tally_deltas is 'What one statement changed in one village. Only appended to, so that writers never wait for each other; a job adds it to tallies';

create table registry.tally_snapshots (
  office_id text not null constraint tally_snapshots_office references office.offices (id),
  taken_on date not null,
  area_code text not null,
  measure text not null,
  n bigint not null,
  constraint tally_snapshots_pkey primary key (office_id, taken_on, area_code, measure)
);
comment on table registry.tally_snapshots is 'The tallies at the end of a month; published figures and growth are computed from them';

-- One place says what is counted. A double counts only as a double; everything below a scale is about active micro businesses.
-- Stable, not strict, one select: the planner then writes it into the query that calls it.
create function registry.measures_of(
  status text, scale text, criterion text, gender text, kbli_version text, kbli text, started_on date, capital bigint, annual_sales bigint,
  latitude double precision, nib text, verified_by uuid, last_confirmed_at timestamptz, details jsonb
) returns table (measure text, n bigint) language sql stable as $$
  -- The first names have a number of their own; those without one stand for one business.
  select u.measure, coalesce(u.n, 1)
    from unnest(
      case when status = 'active' and scale = 'micro' then array[
        'workers.paid-male', 'workers.paid-female', 'workers.unpaid-male', 'workers.unpaid-female',
        'owner.' || coalesce(gender, 'unknown'),
        'criterion.' || criterion,
        'kbli.' || kbli_version || '.' || left(kbli, 2),
        'started.' || extract(year from started_on),
        'confirmed.' || to_char(last_confirmed_at at time zone 'Asia/Jakarta', 'YYYY-MM'),
        case when nib is not null then 'nib' end,
        case when details ->> 'pirt' is not null then 'pirt' end,
        case when details ->> 'halalNumber' is not null then 'halal' end,
        case when details ->> 'trademarkNumber' is not null then 'trademark' end,
        case when details ->> 'bpomNumber' is not null then 'bpom' end,
        case when details -> 'acceptsQris' = 'true' then 'qris' end,
        case when details -> 'salesChannels' ?| array['marketplace', 'social-media'] then 'online' end,
        case when details -> 'acceptsQris' = 'true' or details -> 'salesChannels' ?| array['marketplace', 'social-media'] then 'digital' end,
        case when details -> 'usesInternet' = 'true' then 'internet' end,
        case when details ?| array['workersPaidMale', 'workersPaidFemale', 'workersUnpaidMale', 'workersUnpaidFemale'] then 'workers.known' end,
        case when annual_sales is not null then 'sales.known' end,
        case when capital is not null then 'capital.known' end,
        case when verified_by is not null then 'verified' end,
        case when latitude is not null then 'located' end
      ] else array[null, null, null, null] end
      || case when status = 'active' then 'scale.' || coalesce(scale, 'unknown') end
      || ('status.' || status),
      array[
        case when jsonb_typeof(details -> 'workersPaidMale') = 'number' then (details ->> 'workersPaidMale')::bigint else 0 end,
        case when jsonb_typeof(details -> 'workersPaidFemale') = 'number' then (details ->> 'workersPaidFemale')::bigint else 0 end,
        case when jsonb_typeof(details -> 'workersUnpaidMale') = 'number' then (details ->> 'workersUnpaidMale')::bigint else 0 end,
        case when jsonb_typeof(details -> 'workersUnpaidFemale') = 'number' then (details ->> 'workersUnpaidFemale')::bigint else 0 end
      ]) as u (measure, n)
   where u.measure is not null and coalesce(u.n, 1) <> 0
$$;
comment on function registry.measures_of is 'The measures one record adds to the tallies of its village; names are explained in the catalogue of indicators';

-- A plan is kept for as long as the connection lives and the number of people grows meanwhile: the owner of each record is looked up by
-- itself in the index (a subquery that cannot become a join), whatever was there when the plan was made.
create function registry.tally() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  moved uuid[];
begin
  if tg_op = 'UPDATE' then
    -- Most updates count nothing anew: other words, another version.
    select array_agg(c.id) into moved
      from earlier e join changed c on c.id = e.id
     where (e.office_id, e.village_code, e.owner_id, e.status, e.scale, e.scale_criterion, e.kbli_version, e.kbli, e.started_on, e.capital,
            e.annual_sales, e.latitude, e.nib, e.verified_by, e.last_confirmed_at, e.details)
           is distinct from
           (c.office_id, c.village_code, c.owner_id, c.status, c.scale, c.scale_criterion, c.kbli_version, c.kbli, c.started_on, c.capital,
            c.annual_sales, c.latitude, c.nib, c.verified_by, c.last_confirmed_at, c.details);
    if moved is null then
      return null;
    end if;
    -- Waits for whoever is changing the gender of these owners; the statement below then sees it.
    perform from (select distinct c.owner_id from changed c where c.id = any (moved) order by c.owner_id) o
      cross join lateral (select from registry.people p where p.id = o.owner_id for key share) p;
    insert into registry.tally_deltas (office_id, village_code, measures, ns)
    select office_id, village_code, array_agg(measure), array_agg(n)
      from (select b.office_id, b.village_code, m.measure, sum(m.n * b.sign)::bigint as n
              from (select -1 as sign, * from earlier union all select 1, * from changed) b
             cross join lateral (select (select q.gender from registry.people q where q.id = b.owner_id) as gender offset 0) p
             cross join lateral registry.measures_of(b.status, b.scale, b.scale_criterion, p.gender, b.kbli_version, b.kbli, b.started_on,
                     b.capital, b.annual_sales, b.latitude, b.nib, b.verified_by, b.last_confirmed_at, b.details) m
             where b.id = any (moved)
             group by b.office_id, b.village_code, m.measure having sum(m.n * b.sign) <> 0) sums
     group by office_id, village_code;
  else
    -- The foreign key has waited for the owner already.
    insert into registry.tally_deltas (office_id, village_code, measures, ns)
    select office_id, village_code, array_agg(measure), array_agg(case tg_op when 'DELETE' then -n else n end)
      from (select b.office_id, b.village_code, m.measure, sum(m.n)::bigint as n
              from changed b
             cross join lateral (select (select q.gender from registry.people q where q.id = b.owner_id) as gender offset 0) p
             cross join lateral registry.measures_of(b.status, b.scale, b.scale_criterion, p.gender, b.kbli_version, b.kbli, b.started_on,
                     b.capital, b.annual_sales, b.latitude, b.nib, b.verified_by, b.last_confirmed_at, b.details) m
             group by b.office_id, b.village_code, m.measure) sums
     group by office_id, village_code;
  end if;
  return null;
end $$;

create function registry.tally_gender() returns trigger language plpgsql as $$
begin
  -- Waits for whoever is entering or changing a business of this person, and holds the next ones off until this is committed.
  perform from registry.people where id = new.id for update;
  insert into registry.tally_deltas (office_id, village_code, measures, ns)
  select office_id, village_code, array['owner.' || coalesce(old.gender, 'unknown'), 'owner.' || coalesce(new.gender, 'unknown')],
         array[-count(*), count(*)]
    from registry.businesses
   where owner_id = new.id and status = 'active' and scale = 'micro'
   group by office_id, village_code;
  return null;
end $$;

-- What every record counts today, at the three levels.
create view registry.v_tallies_from_rows as
  select s.office_id, a.code as area_code, s.measure, sum(s.n)::bigint as n
    from (select b.office_id, b.village_code, m.measure, sum(m.n)::bigint as n
            from registry.businesses b
            join registry.people p on p.id = b.owner_id
           cross join lateral registry.measures_of(b.status, b.scale, b.scale_criterion, p.gender, b.kbli_version, b.kbli, b.started_on,
                   b.capital, b.annual_sales, b.latitude, b.nib, b.verified_by, b.last_confirmed_at, b.details) m
           group by b.office_id, b.village_code, m.measure) s
   cross join lateral (values (s.village_code), (left(s.village_code, 8)), (left(s.village_code, 5))) a (code)
   group by s.office_id, a.code, s.measure;
comment on view registry.v_tallies_from_rows is 'Reads the whole registry: only to rebuild the tallies and to check them';

-- Nobody writes between the first count and the triggers.
lock table registry.businesses, registry.people in share row exclusive mode;
insert into registry.tallies (office_id, area_code, measure, n) select office_id, area_code, measure, n from registry.v_tallies_from_rows;

create trigger businesses_tally_insert after insert on registry.businesses
  referencing new table as changed for each statement execute function registry.tally();
create trigger businesses_tally_update after update on registry.businesses
  referencing old table as earlier new table as changed for each statement execute function registry.tally();
create trigger businesses_tally_delete after delete on registry.businesses
  referencing old table as changed for each statement execute function registry.tally();
create trigger people_tally_gender after update of gender on registry.people
  for each row when (old.gender is distinct from new.gender) execute function registry.tally_gender();
