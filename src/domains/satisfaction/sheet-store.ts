import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { LEAST } from '../../kernel/protect-areas.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Unit } from '../../platform/db/unit.ts'
import { FIELD_NAMES, type Respondent } from './core/respondent.ts'
import type { Answers } from './core/satisfaction-index.ts'
import { quarterOf } from './core/survey-period.ts'

export type Channel = 'link' | 'counter' | 'paper'

/** What one sheet holds; its parts are kept apart from the moment they come. */
export type GivenSheet = { answers: Answers; respondent: Respondent; suggestion?: string | undefined }
type Where = { officeId: string; day: Temporal.PlainDate; serviceCode: string; channel: Channel; questionnaire: number }

async function countProfile({ tx }: Unit, { officeId, day }: Where, respondent: Respondent): Promise<void> {
  for (const field of FIELD_NAMES) {
    const value = respondent[field]
    if (value === undefined) continue
    await sql`
      insert into satisfaction.profile_counts (office_id, quarter, field, value, n) values (${officeId}, ${quarterOf(day)}, ${field}, ${value}, 1)
      on conflict on constraint profile_counts_pkey do update set n = satisfaction.profile_counts.n + 1`.execute(tx)
  }
}

/** Keeps a sheet: scores, facts about the respondent, and the suggestion, each by itself. Nothing goes to the log. */
export async function keepSheet(unit: Unit, where: Where, { answers, respondent, suggestion }: GivenSheet): Promise<void> {
  const { officeId, day, serviceCode, channel, questionnaire } = where
  await unit.tx.insertInto('satisfaction.sheets').values({
    office_id: officeId, day: day.toString(), service_code: serviceCode, channel, questionnaire, scores: JSON.stringify(answers), mixed: channel === 'paper',
  }).execute()
  await countProfile(unit, where, respondent)
  const words = suggestion?.trim() ?? ''
  if (words !== '') {
    await unit.tx.insertInto('satisfaction.suggestions').values({
      office_id: officeId, quarter: quarterOf(day), service_code: serviceCode, words, came_on: wibDate(unit.now).toString(),
    }).execute()
  }
}

/** Takes a form for the first time. @returns false when the same was taken before */
export async function takeForm({ tx }: Unit, officeId: string, formKey: string, day: Temporal.PlainDate): Promise<boolean> {
  const taken = await tx.insertInto('satisfaction.form_keys').values({ form_key: formKey, office_id: officeId, day: day.toString() })
    .onConflict((on) => on.column('form_key').doNothing()).returning('form_key').executeTakeFirst()
  return taken !== undefined
}

/** How many sheets came by a channel on a day. */
export async function countSheets(tx: Db | Tx, officeId: string, channel: Channel, day: Temporal.PlainDate): Promise<number> {
  const { n } = await tx.selectFrom('satisfaction.sheets').select((row) => row.fn.countAll<string>().as('n'))
    .where('office_id', '=', officeId).where('day', '=', day.toString()).where('channel', '=', channel).executeTakeFirstOrThrow()
  return Number(n)
}

/**
 * Writes the rows of past days anew: sheets and suggestions in random order with new ids, links as they are, all in one transaction, so that
 * nothing in the rows says which came together. Safe to repeat.
 * @returns how many sheets there were, by day
 */
export async function mixDays({ tx }: Unit, officeId: string, today: Temporal.PlainDate): Promise<Map<string, number>> {
  const day = today.toString()
  const { rows } = await sql<{ day: string; n: number }>`
    with gone as (delete from satisfaction.sheets where office_id = ${officeId} and day < ${day}::date and not mixed returning day, service_code, channel, questionnaire, scores, told),
    anew as (insert into satisfaction.sheets (office_id, day, service_code, channel, questionnaire, scores, told, mixed)
             select ${officeId}, day, service_code, channel, questionnaire, scores, told, true from gone order by random() returning day)
    select day::text as day, count(*)::int as n from anew group by day order by day`.execute(tx)
  await sql`
    with gone as (delete from satisfaction.suggestions where office_id = ${officeId} and came_on < ${day}::date returning quarter, service_code, words)
    insert into satisfaction.suggestions (office_id, quarter, service_code, words) select ${officeId}, quarter, service_code, words from gone order by random()`.execute(tx)
  await tx.updateTable('satisfaction.invitations').set({ mixed: true }).where('office_id', '=', officeId).where('mixed', '=', false).execute()
  return new Map(rows.map((row) => [row.day, row.n]))
}

/**
 * Makes part of what officers are shown all sheets of a service that are enough together in their quarter. Paper by itself: who typed it in knows
 * it and could subtract it.
 */
export async function tellEnough(tx: Tx, officeId: string): Promise<void> {
  await sql`
    update satisfaction.sheets s set told = true
      from (select service_code, date_trunc('quarter', day) as quarter, channel = 'paper' as paper from satisfaction.sheets
             where office_id = ${officeId} and mixed and not told group by 1, 2, 3 having count(*) >= ${LEAST}) enough
     where s.office_id = ${officeId} and s.mixed and not s.told and s.service_code = enough.service_code and date_trunc('quarter', s.day) = enough.quarter
       and (s.channel = 'paper') = enough.paper`.execute(tx)
}

/** All that is left of a quarter that takes no more: nobody can look before and after a single one any more. */
export async function tellAll(tx: Tx, officeId: string, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.updateTable('satisfaction.sheets').set({ told: true }).where('office_id', '=', officeId).where('day', '>=', from).where('day', '<=', to).where('told', '=', false).execute()
}
