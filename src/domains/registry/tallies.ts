import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'

/** How often each measure holds in one area (names: `registry.measures_of`); what is absent is 0. */
export type Counts = ReadonlyMap<string, number>

/** `isPending`: a large load is still being added up, and the counts are those from before it. */
export type Tallies = { byArea: ReadonlyMap<string, Counts>; isPending: boolean }

/** So many changes are added up while somebody waits; more of them stay for the job. */
const MOST_DELTAS = 1000
/** Changes folded in one transaction, so that the lock is held for a fraction of a second. */
const FOLDED_AT_ONCE = 2000

const AREAS_OF_VILLAGE = sql`lateral (values (d.village_code), (left(d.village_code, 8)), (left(d.village_code, 5))) a (code)`

async function isBacklogLong(db: Db | Tx): Promise<boolean> {
  const { rows } = await sql<{ long: boolean }>`
    select count(*) > ${MOST_DELTAS} as long from (select from registry.tally_deltas limit ${MOST_DELTAS + 1}) d`.execute(db)
  return rows[0]?.long ?? false
}

function byAreaOf(rows: readonly { area: string; measure: string; n: number }[]): Map<string, Map<string, number>> {
  const byArea = new Map<string, Map<string, number>>()
  for (const { area, measure, n } of rows) {
    const counts = byArea.get(area) ?? new Map<string, number>()
    byArea.set(area, counts.set(measure, n))
  }
  return byArea
}

/**
 * The counts of some areas as of now, at a cost that does not depend on how many records there are.
 * @param areas codes of villages, districts or the regency
 * @param measures names, or beginnings of names that end in `%`
 */
export async function readTallies(db: Db | Tx, officeId: string, areas: readonly string[], measures: readonly string[]): Promise<Tallies> {
  const isPending = await isBacklogLong(db)
  const wanted = sql`any(${sql.val([...measures])}::text[])`
  const within = sql`any(${sql.val([...areas])}::text[])`
  // Added up by the smallest area that is asked for, and only then looked at name by name: that is where the time goes.
  const smallest = Math.max(...areas.map((code) => code.length))
  const added = isPending ? sql`` : sql`
    union all
    select left(d.area, depth), d.measure, d.n
      from (select left(d.village_code, ${smallest}::int) as area, u.measure, sum(u.n)::bigint as n
              from registry.tally_deltas d cross join unnest(d.measures, d.ns) as u (measure, n)
             where d.office_id = ${officeId} group by 1, 2 offset 0) d
     cross join unnest(array[5, 8, 13]) as depth
     where depth <= ${smallest}::int and left(d.area, depth) = ${within} and d.measure like ${wanted}`
  const { rows } = await sql<{ area: string; measure: string; n: number }>`
    select s.area_code as area, s.measure, sum(s.n)::bigint as n
      from (select area_code, measure, n from registry.tallies
             where office_id = ${officeId} and area_code = ${within} and measure like ${wanted} ${added}) s
     group by s.area_code, s.measure having sum(s.n) <> 0
     order by s.area_code, s.measure limit 100000`.execute(db)
  return { byArea: byAreaOf(rows), isPending }
}

/**
 * Adds the oldest changes to the tallies. Whoever reads meanwhile sees either the change or its sum, never both.
 * @returns `again` when more are waiting
 */
export async function foldTallies(db: Db): Promise<'again' | 'done'> {
  return db.transaction().execute(async (tx) => {
    await sql`lock table registry.tallies in share row exclusive mode`.execute(tx)
    const { rows } = await sql<{ folded: number }>`
      with gone as (
        delete from registry.tally_deltas where id in (select id from registry.tally_deltas order by id limit ${FOLDED_AT_ONCE})
        returning office_id, village_code, measures, ns),
      kept as (
        insert into registry.tallies as t (office_id, area_code, measure, n)
        select d.office_id, a.code, u.measure, sum(u.n)::bigint
          from gone d cross join ${AREAS_OF_VILLAGE} cross join unnest(d.measures, d.ns) as u (measure, n)
         group by d.office_id, a.code, u.measure
        on conflict (office_id, area_code, measure) do update set n = t.n + excluded.n)
      select count(*) as folded from gone`.execute(tx)
    return (rows[0]?.folded ?? 0) < FOLDED_AT_ONCE ? 'done' : 'again'
  })
}

/** Counts everything anew from the records. Writers go on meanwhile: what they change is added to the new counts as usual. */
export async function rebuildTallies(db: Db): Promise<void> {
  await db.transaction().setIsolationLevel('repeatable read').execute(async (tx) => {
    // The lock comes before the first look at the rows, so that no fold lies between the two.
    await sql`lock table registry.tallies in share row exclusive mode`.execute(tx)
    await sql`delete from registry.tally_deltas`.execute(tx)
    await sql`delete from registry.tallies`.execute(tx)
    await sql`
      insert into registry.tallies (office_id, area_code, measure, n)
      select office_id, area_code, measure, n from registry.v_tallies_from_rows`.execute(tx)
  })
}

export type TallyDifference = { officeId: string; area: string; measure: string; kept: number; counted: number }

/** Where the tallies differ from what the records say: none, or the first hundred. Reads the whole registry. */
export async function checkTallies(db: Db): Promise<TallyDifference[]> {
  const { rows } = await sql<TallyDifference>`
    with kept as (
      select s.office_id, s.area_code, s.measure, sum(s.n)::bigint as n
        from (select office_id, area_code, measure, n from registry.tallies
               union all
              select d.office_id, a.code, u.measure, u.n
                from registry.tally_deltas d cross join ${AREAS_OF_VILLAGE} cross join unnest(d.measures, d.ns) as u (measure, n)) s
       group by s.office_id, s.area_code, s.measure)
    select office_id as "officeId", area_code as area, measure, coalesce(k.n, 0) as kept, coalesce(c.n, 0) as counted
      from kept k full join registry.v_tallies_from_rows c using (office_id, area_code, measure)
     where coalesce(k.n, 0) <> coalesce(c.n, 0)
     order by 1, 2, 3 limit 100`.execute(db)
  return rows
}
