import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { officeHoursOn } from '../../kernel/office-time.ts'
import { wibMidnight } from '../../kernel/wib.ts'
import type { WorkingCalendar } from '../../kernel/working-calendar.ts'
import type { Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import type { Look, LookRules, OfficerDay } from './core/look-rules.ts'

/** A day of an officer whose reads have grown since they were judged. `day` is ISO, in WIB. */
export type TouchedDay = { accountId: string; day: string }

/** More is never read of one day; whoever passes it is flagged long before. */
const MOST_READS = 20_000
const USUAL_DAYS = 20

type LookRow = { at: Date; what: string; role: string | null; person_id: string; has_case: boolean; is_colleague: boolean }

/**
 * Reads of one officer on one day, each with what explains it: a case of the person, open then or ended lately, within his area;
 * or the person's consent to be helped by him.
 */
async function looksOn(tx: Tx, officeId: string, { accountId, day }: TouchedDay, rules: LookRules, calendar: WorkingCalendar): Promise<Look[]> {
  const date = Temporal.PlainDate.from(day)
  const [from, to] = [toDb(wibMidnight(date)), toDb(wibMidnight(date.add({ days: 1 })))]
  const { rows } = await sql<LookRow>`
    with areas as (
      select role, area_code from accounts.v_role_areas
       where account_id = ${accountId} and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
    ), looks as (
      select at, what, actor_role as role, for_id as person_id, subject_id from log.reads
       where office_id = ${officeId} and actor_id = ${accountId} and at >= ${from} and at < ${to} and for_id is not null
       order by at limit ${MOST_READS}
    ), people as (select distinct person_id from looks
    ), colleagues as (select c.person_id from accounts.v_colleagues c join people using (person_id) where c.office_id = ${officeId})
    select l.at, l.what, l.role, l.person_id,
           exists (select from applications.v_case_spans s
                    where s.owner_id = l.person_id and s.opened_at <= l.at + interval '1 day'
                      and (s.ended_at is null or s.ended_at + make_interval(days => ${rules.daysAfterCase}) >= l.at)
                      and exists (select from areas a where a.area_code is null or s.village_code is null or s.village_code = a.area_code
                                     or s.village_code like a.area_code || '.%'))
           or exists (select from accounts.v_mandates m where m.person_id = l.person_id and m.officer_id = ${accountId}
                         and m.given_at <= l.at + interval '1 day' and (m.ended_at is null or m.ended_at >= l.at)) as has_case,
           l.person_id in (select person_id from colleagues) as is_colleague
      from looks l order by l.at`.execute(tx)
  const hours = officeHoursOn(calendar, date)
  const isIn = (at: Date) => {
    // Where the days off are not known, nobody can be told that he came at the wrong hour.
    if (!hours.ok) return true
    return hours.value !== null && at.getTime() >= hours.value.opensAt.epochMilliseconds && at.getTime() <= hours.value.closesAt.epochMilliseconds
  }
  return rows.map((row) => ({
    atMs: row.at.getTime(), what: row.what, role: row.role ?? '', personId: row.person_id, hasCase: row.has_case, isColleague: row.is_colleague, inHours: isIn(row.at),
  }))
}

/** On how many days of the window, this one included, the officer looked at each of these people. */
async function daysOn(tx: Tx, { accountId, day }: TouchedDay, people: readonly string[], withinDays: number): Promise<Map<string, number>> {
  if (people.length === 0) return new Map()
  const end = wibMidnight(Temporal.PlainDate.from(day).add({ days: 1 }))
  const { rows } = await sql<{ person_id: string; days: number }>`
    select for_id as person_id, count(distinct (at at time zone interval '07:00')::date)::int as days from log.reads
     where actor_id = ${accountId} and for_id = any(${sql.val(people)}::uuid[]) and at >= ${toDb(end.subtract({ hours: 24 * withinDays }))} and at < ${toDb(end)}
     group by for_id`.execute(tx)
  return new Map(rows.map((row) => [row.person_id, row.days]))
}

/** All that the rules ask of one day of one officer. */
export async function officerDay(tx: Tx, officeId: string, touched: TouchedDay, rules: LookRules, calendar: WorkingCalendar): Promise<OfficerDay> {
  const looks = await looksOn(tx, officeId, touched, rules, calendar)
  const date = Temporal.PlainDate.from(touched.day)
  const searches = await tx.selectFrom('registry.v_searches').select(['at', 'sought']).where('account_id', '=', touched.accountId)
    .where('at', '>=', toDb(wibMidnight(date))).where('at', '<', toDb(wibMidnight(date.add({ days: 1 })))).orderBy('at').limit(MOST_READS).execute()
  const usual = await tx.selectFrom('privacy.look_days').select('people').where('account_id', '=', touched.accountId).where('day', '<', touched.day)
    .where('people', '>', 0).orderBy('day', 'desc').limit(USUAL_DAYS).execute()
  const again = rules.rules.find((rule) => rule.key === 'same-person')
  const withoutCase = [...new Set(looks.flatMap((look) => (look.hasCase ? [] : [look.personId])))]
  return {
    looks,
    searches: searches.flatMap(({ at, sought }) => (at && sought ? [{ atMs: at.getTime(), sought: sought.toString('hex') }] : [])),
    usual: usual.map(({ people }) => people),
    daysOn: await daysOn(tx, touched, withoutCase, again?.withinDays ?? 1),
  }
}
