import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { wibMidnight } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import type { Spread } from './core/margin.ts'
import type { Group, ProfileCounts } from './core/results.ts'
import type { Tally } from './core/satisfaction-index.ts'

type Days = { from: string; to: string }

export type Counted = { all: Group; services: Map<string, Group>; received: number }

const inDays = (officeId: string, { from, to }: Days) => sql`office_id = ${officeId} and day between ${from}::date and ${to}::date`

/** How many cases came to their end, by service. */
async function served(tx: Db | Tx, officeId: string, { from, to }: Days): Promise<Map<string, number>> {
  const [begin, end] = [wibMidnight(Temporal.PlainDate.from(from)), wibMidnight(Temporal.PlainDate.from(to).add({ days: 1 }))]
  const { rows } = await sql<{ code: string; n: number }>`
    select service_code as code, count(*)::int as n from applications.v_decided
     where office_id = ${officeId} and decided_at >= ${toDb(begin)} and decided_at < ${toDb(end)} group by 1 order by 1 limit 500`.execute(tx)
  return new Map(rows.map(({ code, n }) => [code, n]))
}

async function tallies(tx: Db | Tx, officeId: string, days: Days): Promise<Map<string, Map<string, Tally>>> {
  const { rows } = await sql<{ code: string; key: string; n: number; sum: number }>`
    select service_code as code, key, count(*)::int as n, sum(value::int)::int as sum from satisfaction.sheets, jsonb_each_text(scores)
     where ${inDays(officeId, days)} and told group by 1, 2 order by 1, 2 limit 20000`.execute(tx)
  const byService = new Map<string, Map<string, Tally>>()
  for (const { code, key, n, sum } of rows) byService.set(code, (byService.get(code) ?? new Map<string, Tally>()).set(key, { n, sum }))
  return byService
}

const ALL = '*'
const NO_SPREAD: Spread = { n: 0, variance: 0 }

/** How the sheets spread, of each service and of all. */
async function spreads(tx: Db | Tx, officeId: string, days: Days): Promise<Map<string, Spread>> {
  const { rows } = await sql<{ code: string | null; n: number; variance: number | null }>`
    select service_code as code, count(*)::int as n, var_samp(mean)::float8 as variance
      from (select service_code, avg(value::int) * 25 as mean from satisfaction.sheets, jsonb_each_text(scores) where ${inDays(officeId, days)} and told group by id) sheet
     group by rollup (service_code) order by 1 limit 501`.execute(tx)
  return new Map(rows.map(({ code, n, variance }) => [code ?? ALL, { n, variance: variance ?? 0 }]))
}

const sumInto = (all: Map<string, Tally>, part: ReadonlyMap<string, Tally>): void => {
  for (const [key, { n, sum }] of part) {
    const held = all.get(key) ?? { n: 0, sum: 0 }
    all.set(key, { n: held.n + n, sum: held.sum + sum })
  }
}

/** What was answered in a stretch of days, of the sheets that are told; `received` counts the others too. */
export async function countDays(tx: Db | Tx, officeId: string, days: Days): Promise<Counted> {
  const { rows } = await sql<{ code: string; told: number; received: number }>`
    select service_code as code, count(*) filter (where told)::int as told, count(*)::int as received from satisfaction.sheets
     where ${inDays(officeId, days)} group by 1 order by 1 limit 500`.execute(tx)
  const [done, counted] = [await served(tx, officeId, days), await tallies(tx, officeId, days)]
  const spread = await spreads(tx, officeId, days)
  const services = new Map<string, Group>()
  const all = new Map<string, Tally>()
  for (const code of [...new Set([...rows.map((row) => row.code), ...done.keys()])].toSorted()) {
    const mine = counted.get(code) ?? new Map<string, Tally>()
    services.set(code, { respondents: rows.find((row) => row.code === code)?.told ?? 0, served: done.get(code) ?? 0, tallies: mine, spread: spread.get(code) ?? NO_SPREAD })
    sumInto(all, mine)
  }
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, n) => total + n, 0)
  return {
    all: { respondents: sum(rows.map((row) => row.told)), served: sum(done.values()), tallies: all, spread: spread.get(ALL) ?? NO_SPREAD }, services,
    received: sum(rows.map((row) => row.received)),
  }
}

/** What respondents of a quarter told about themselves. */
export async function countProfiles(tx: Db | Tx, officeId: string, quarter: string): Promise<ProfileCounts> {
  const rows = await tx.selectFrom('satisfaction.profile_counts').select(['field', 'value', 'n']).where('office_id', '=', officeId).where('quarter', '=', quarter)
    .orderBy('field').orderBy('value').limit(200).execute()
  return Object.fromEntries([...Map.groupBy(rows, ({ field }) => field)].map(([field, list]) => [field, Object.fromEntries(list.map(({ value, n }) => [value, n]))]))
}

/** The first day of which there is a sheet. */
export async function firstDay(tx: Db | Tx, officeId: string): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`select min(day)::text as day from satisfaction.sheets where office_id = ${officeId}`.execute(tx)
  return rows[0]?.day ?? undefined
}
