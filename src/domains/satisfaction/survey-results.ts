import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { countDays, countProfiles, firstDay } from './count-store.ts'
import { type Results, hiddenServices, mayTellYear, resultsOf, withoutFigures } from './core/results.ts'
import { type SurveyPeriod, isClosed, quarterOf, quartersOf, surveyPeriod } from './core/survey-period.ts'
import { questionnaireFor } from './questionnaire-store.ts'

export type Publication = { period: SurveyPeriod; closedOn: string; results: Results }

/** Results of a period as officers see them. `closedOn` is set once they are published and do not change. */
export type PeriodResults = { period: SurveyPeriod; results: Results; received: number; closedOn: string | undefined }

const MOST = 60

/** What was published, the newest first; a year before its quarters. */
export async function listPublications(tx: Db | Tx, officeId: string): Promise<Publication[]> {
  const { rows } = await sql<{ period: string; closedOn: string; body: Results }>`
    select period, closed_on::text as "closedOn", body from satisfaction.publications where office_id = ${officeId}
     order by left(period, 4) desc, period like '%-T%', period desc limit ${MOST}`.execute(tx)
  return rows.flatMap((row) => {
    const period = surveyPeriod(row.period)
    return period ? [{ period, closedOn: row.closedOn, results: row.body }] : []
  })
}

async function publicationOf(tx: Db | Tx, officeId: string, key: string): Promise<{ closedOn: string; body: Results } | undefined> {
  const { rows } = await sql<{ closedOn: string; body: Results }>`
    select closed_on::text as "closedOn", body from satisfaction.publications where office_id = ${officeId} and period = ${key}`.execute(tx)
  return rows[0]
}

/** A quarter by itself: what is told of it, and once it is closed who answered. */
async function quarterResults(tx: Db | Tx, officeId: string, period: SurveyPeriod, closing: boolean): Promise<{ results: Results; received: number }> {
  const { version, weights } = await questionnaireFor(tx, officeId, period.to)
  const counted = await countDays(tx, officeId, period)
  return { results: resultsOf({ questionnaire: version, weights, ...counted, ...(closing ? { profile: await countProfiles(tx, officeId, period.key) } : {}) }), received: counted.received }
}

/** A year, so that no quarter that was too small can be computed from it. It has no profile: hidden counts of its quarters would follow. */
async function yearResults(tx: Db | Tx, officeId: string, period: SurveyPeriod): Promise<{ results: Results; received: number }> {
  const { version, weights } = await questionnaireFor(tx, officeId, period.to)
  const quarters: Results[] = []
  for (const key of quartersOf(period.year)) {
    const quarter = surveyPeriod(key)
    if (quarter) quarters.push((await publicationOf(tx, officeId, key))?.body ?? (await quarterResults(tx, officeId, quarter, false)).results)
  }
  const counted = await countDays(tx, officeId, period)
  const told = quarters.filter(({ respondents }) => respondents > 0)
  const results = resultsOf({ questionnaire: version, weights, ...counted, hiddenBefore: hiddenServices(told) })
  return { results: mayTellYear(told.map(({ respondents }) => respondents)) ? results : withoutFigures(results), received: counted.received }
}

/** The results of a period, computed now; `closing` adds what is told only of a closed one. */
export const computeResults = (tx: Db | Tx, officeId: string, period: SurveyPeriod, closing: boolean): Promise<{ results: Results; received: number }> =>
  (period.kind === 'year' ? yearResults(tx, officeId, period) : quarterResults(tx, officeId, period, closing))

/** As published, or as it stands now while the period is open. */
export async function readResults(tx: Db | Tx, officeId: string, key: string): Promise<PeriodResults | undefined> {
  const period = surveyPeriod(key)
  if (!period) return undefined
  const published = await publicationOf(tx, officeId, key)
  if (published) return { period, results: published.body, received: published.body.respondents, closedOn: published.closedOn }
  return { period, ...await computeResults(tx, officeId, period, false), closedOn: undefined }
}

/** The periods there is or can be something of, from the first sheet to now, the newest first. */
export async function listPeriods(tx: Db | Tx, officeId: string, now: Temporal.Instant): Promise<SurveyPeriod[]> {
  const today = wibDate(now)
  const first = Temporal.PlainDate.from(await firstDay(tx, officeId) ?? today.toString())
  const keys: string[] = []
  for (let year = today.year; year >= first.year; year -= 1) {
    keys.push(...quartersOf(year).toReversed().filter((key) => key <= quarterOf(today) && key >= quarterOf(first)), String(year))
  }
  return keys.flatMap((key) => surveyPeriod(key) ?? []).slice(0, MOST)
}

/** Those of them that are over and not published yet, quarters before their year. */
export async function periodsToClose(tx: Db | Tx, officeId: string, now: Temporal.Instant): Promise<SurveyPeriod[]> {
  const today = wibDate(now)
  const published = new Set((await listPublications(tx, officeId)).map(({ period }) => period.key))
  return (await listPeriods(tx, officeId, now)).filter((period) => isClosed(period, today) && !published.has(period.key))
    .toSorted((a, b) => (a.to === b.to ? (a.kind === 'quarter' ? -1 : 1) : a.to < b.to ? -1 : 1))
}
