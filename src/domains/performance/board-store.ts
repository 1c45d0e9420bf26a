import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { applicationsByVillage } from '../applications/index.ts'
import type { Forecast } from './forecast-store.ts'

/** What an examination of the installation found: the name of what was looked at, its state, and a sentence. */
export type Health = { check: string; name: string; state: 'ok' | 'warn' | 'bad'; text: string }

/** How far back applications count for the coverage. */
const COVERAGE = { hours: 365 * 24 }

/** Counts anew from which villages there were applications in the last twelve months. */
export async function keepCoverage({ db, clock }: Pick<Tools, 'db' | 'clock'>, officeId: string): Promise<void> {
  const now = clock()
  const coverage = JSON.stringify(await applicationsByVillage(db, officeId, now.subtract(COVERAGE)))
  await db.insertInto('performance.board').values({ office_id: officeId, coverage, coverage_at: toDb(now) })
    .onConflict((on) => on.column('office_id').doUpdateSet({ coverage, coverage_at: toDb(now) })).execute()
}

/** Keeps what the last examination found, for the office's board. */
export async function keepHealth({ db, clock }: Pick<Tools, 'db' | 'clock'>, officeId: string, found: readonly Health[]): Promise<void> {
  const [health, now] = [JSON.stringify(found), toDb(clock())]
  await db.insertInto('performance.board').values({ office_id: officeId, health, health_at: now })
    .onConflict((on) => on.column('office_id').doUpdateSet({ health, health_at: now })).execute()
}

/** How many entries of each kind that tells of objections lie in a stretch of the log. */
export async function countObjections(db: Db | Tx, officeId: string, { firstSeq, lastSeq }: { firstSeq: number; lastSeq: number }): Promise<Record<string, number>> {
  const { rows } = await sql<{ what: string; count: number }>`
    select what, count(*)::int as count from log.events where office_id = ${officeId} and seq >= ${firstSeq} and seq <= ${lastSeq} and what like 'application.object%'
     group by what order by what`.execute(db)
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]))
}

type Dated<T> = { at: Temporal.Instant; found: T }
export type BoardFacts = { coverage?: Dated<Record<string, number>>; health?: Dated<Health[]>; forecast?: Dated<Forecast> }

/** What was counted and examined last; absent before the first time. */
export async function readBoardFacts(db: Db | Tx, officeId: string): Promise<BoardFacts> {
  const { rows } = await sql<{ coverage: Record<string, number> | null; coverageAt: Date | null; health: Health[] | null; healthAt: Date | null; forecast: Forecast | null; forecastAt: Date | null }>`
    select coverage, coverage_at as "coverageAt", health, health_at as "healthAt", forecast, forecast_at as "forecastAt" from performance.board where office_id = ${officeId}`.execute(db)
  const [row] = rows
  return {
    ...(row?.coverage && row.coverageAt ? { coverage: { at: fromDb(row.coverageAt), found: row.coverage } } : {}),
    ...(row?.health && row.healthAt ? { health: { at: fromDb(row.healthAt), found: row.health } } : {}),
    ...(row?.forecast && row.forecastAt ? { forecast: { at: fromDb(row.forecastAt), found: row.forecast } } : {}),
  }
}
