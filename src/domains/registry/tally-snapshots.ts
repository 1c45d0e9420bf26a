import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Counts } from './tallies.ts'

/** After so many days the numbers are no longer those of the month's end: that month stays without a snapshot. */
const LAST_DAY_TO_TAKE = 3

/** The month's end of which a snapshot may be taken today: that of last month, in the first days of a month. */
export function monthEndToKeep(today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  return today.day <= LAST_DAY_TO_TAKE ? today.with({ day: 1 }).subtract({ days: 1 }) : undefined
}

/** Keeps the tallies of an end of month; a second time does nothing. An office without records keeps nothing. */
export async function keepSnapshot(db: Db, now: Temporal.Instant): Promise<void> {
  const takenOn = monthEndToKeep(wibDate(now))?.toString()
  if (takenOn === undefined) return
  await db.transaction().execute(async (tx) => {
    await sql`lock table registry.tallies in share row exclusive mode`.execute(tx)
    await sql`
      insert into registry.tally_snapshots (office_id, taken_on, area_code, measure, n)
      select s.office_id, ${takenOn}::date, s.area_code, s.measure, sum(s.n)::bigint
        from (select office_id, area_code, measure, n from registry.tallies
               union all
              select d.office_id, a.code, u.measure, u.n
                from registry.tally_deltas d
               cross join lateral (values (d.village_code), (left(d.village_code, 8)), (left(d.village_code, 5))) a (code)
               cross join unnest(d.measures, d.ns) as u (measure, n)) s
       where not exists (select from registry.tally_snapshots held where held.office_id = s.office_id and held.taken_on = ${takenOn}::date)
       group by s.office_id, s.area_code, s.measure having sum(s.n) <> 0`.execute(tx)
  })
}

/** The first and the last day of which there is a snapshot, the last one not after `until`. */
export async function snapshotDays(
  db: Db | Tx, officeId: string, until: Temporal.PlainDate,
): Promise<{ first: Temporal.PlainDate; last: Temporal.PlainDate } | undefined> {
  const { rows } = await sql<{ first: string | null; last: string | null }>`
    select (select taken_on from registry.tally_snapshots where office_id = ${officeId} order by taken_on limit 1) as first,
           (select taken_on from registry.tally_snapshots where office_id = ${officeId} and taken_on <= ${until.toString()}::date
             order by taken_on desc limit 1) as last`.execute(db)
  const { first, last } = rows[0] ?? {}
  return first && last ? { first: Temporal.PlainDate.from(first), last: Temporal.PlainDate.from(last) } : undefined
}

/** The counts of some areas at the end of a month; measures as in `readTallies`. */
export async function readSnapshot(
  db: Db | Tx, officeId: string, takenOn: Temporal.PlainDate, areas: readonly string[], measures: readonly string[],
): Promise<ReadonlyMap<string, Counts>> {
  const { rows } = await sql<{ area: string; counts: Record<string, number> }>`
    select area_code as area, jsonb_object_agg(measure, n) as counts
      from registry.tally_snapshots
     where office_id = ${officeId} and taken_on = ${takenOn.toString()}::date and area_code = any(${sql.val([...areas])}::text[])
       and measure like any(${sql.val([...measures])}::text[])
     group by area_code order by area_code limit 1000`.execute(db)
  return new Map(rows.map(({ area, counts }) => [area, new Map(Object.entries(counts))]))
}
