import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { officeSecondsBetween } from '../../kernel/office-time.ts'
import { wibMidnight } from '../../kernel/wib.ts'
import type { Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'
import { calendarOf } from '../office/index.ts'

/** First and last day, WIB; the period counts requests that were sent for the first time in it. */
export type Period = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** `helped`: sent by an officer for a citizen. */
export type HelpedRow = { villageCode: string; village: string; district: string; sent: number; helped: number }
export type KnownShare = { requests: number; asked: number; prefilled: number; disputed: number }
/** Paper forms typed in later; `minutes` is the median office time from handing in to sending, null without any. */
export type TypedLate = { requests: number; withReason: number; minutes: number | null }

export type FormFigures = { helped: HelpedRow[]; known: KnownShare; typed: TypedLate }

const bounds = ({ from, to }: Period) => ({ start: toDb(wibMidnight(from)), end: toDb(wibMidnight(to.add({ days: 1 }))) })

/** The first sending of each request in the period: who did it for whom stands in the log. */
const firstSent = (officeId: string, period: Period) => {
  const { start, end } = bounds(period)
  return sql`
    select e.subject_id::uuid as id, e.at, e.for_id is not null as helped
      from log.events e
     where e.office_id = ${officeId} and e.what = 'application.submit' and e.at >= ${start} and e.at < ${end}
       and not exists (select from log.events b where b.subject_id = e.subject_id and b.what = 'application.submit' and b.seq < e.seq)`
}

async function helpedByVillage(tx: Tx, officeId: string, period: Period): Promise<HelpedRow[]> {
  const { rows } = await sql<HelpedRow>`
    with sent as (${firstSent(officeId, period)})
    select v.code as "villageCode", v.name as village, d.name as district, count(*)::int as sent, count(*) filter (where s.helped)::int as helped
      from sent s join applications.applications a on a.id = s.id
      join office.regions v on v.code = a.village_code join office.regions d on d.code = a.district_code
     group by v.code, v.name, d.name order by d.name, v.name limit 1000`.execute(tx)
  return rows
}

async function knownShare(tx: Tx, officeId: string, period: Period): Promise<KnownShare> {
  const { rows } = await sql<KnownShare>`
    with sent as (${firstSent(officeId, period)})
    select count(*)::int as requests, coalesce(sum(f.asked), 0)::int as asked, coalesce(sum(f.prefilled), 0)::int as prefilled,
           coalesce(sum(f.disputed), 0)::int as disputed
      from sent s join applications.forms f on f.application_id = s.id where f.asked is not null`.execute(tx)
  return rows[0] ?? { requests: 0, asked: 0, prefilled: 0, disputed: 0 }
}

async function typedLate(tx: Tx, officeId: string, period: Period): Promise<TypedLate> {
  const { rows } = await sql<{ received: Date; at: Date; reason: boolean }>`
    with sent as (${firstSent(officeId, period)})
    select f.received_at as received, s.at, f.received_reason is not null as reason
      from sent s join applications.forms f on f.application_id = s.id where f.received_at is not null order by s.at limit 20000`.execute(tx)
  const calendar = await calendarOf(tx, officeId)
  const minutes = rows.flatMap(({ received, at }) => {
    const passed = officeSecondsBetween(calendar, fromDb(received), fromDb(at))
    return passed.ok ? [Math.floor(passed.value / 60)] : []
  }).toSorted((a, b) => a - b)
  return { requests: rows.length, withReason: rows.filter((one) => one.reason).length, minutes: minutes[Math.floor((minutes.length - 1) / 2)] ?? null }
}

/** How requests were filled in: by whom in which village, how much was known beforehand, how long paper waited to be typed. */
export const readFormFigures = async (tx: Tx, officeId: string, period: Period): Promise<FormFigures> => ({
  helped: await helpedByVillage(tx, officeId, period), known: await knownShare(tx, officeId, period), typed: await typedLate(tx, officeId, period),
})
