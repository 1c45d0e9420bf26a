import { Temporal } from 'temporal-polyfill'
import { wibDate } from '../../kernel/wib.ts'
import type { Act } from '../../kernel/ledger.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { listActs } from '../registry/index.ts'
import type { KeptCooperative } from './cooperative-store.ts'
import { type ScreenWords, doubleWords } from './screen-messages.id.ts'

/** Something that happened to a cooperative, in words. */
export type Lived = { day: string; when: string; at?: string; title: string; by?: string; note?: string }

const MOST = 60
const SHOWN_FIELDS = 6

type Dated = { day: string | undefined; title: string; note?: string | undefined }

/** What happened to the body itself, by the dates that are told. */
function ownDates({ record, bookYears }: KeptCooperative, { history: w, choices, dates }: ScreenWords): Lived[] {
  const all: Dated[] = [
    { day: record.legalEntityDate, title: w.founded, note: record.legalEntityNumber }, { day: record.amendmentDate, title: w.amended, note: record.amendmentNumber },
    { day: record.operatingSince, title: w.opened },
    { day: record.statusDate, title: w.statusSince(choices.status[record.status ?? 'active']), note: record.statusReason },
    ...bookYears.flatMap((one): Dated[] => [
      { day: one.meetingOn, title: w.meeting(one.year), note: one.meetingResult && choices.meetingResult[one.meetingResult] },
      { day: one.healthGrade && one.healthExaminedOn, title: w.examined(one.year, one.healthGrade ? choices.healthGrade[one.healthGrade] : '') },
    ]),
  ]
  return all.flatMap(({ day, title, note }) => (day === undefined ? []
    : [{ day, when: dates.shortDay(Temporal.PlainDate.from(day)), title, ...(note ? { note } : {}) }]))
}

/** What a field of the list of acts is called: `position/…` is the board, `year/2025/assets` the assets of 2025. */
export function fieldLabel(field: string, { fields, sheet }: ScreenWords): string {
  const [part = '', second = '', third = ''] = field.split('/')
  const labels = new Map(Object.entries(fields))
  if (part === 'position') return sheet.board
  if (part === 'mergedInto') return doubleWords.mergedField
  if (part === 'year') return third === 'year' ? `${fields.year} ${second}` : `${labels.get(third) ?? third} ${second}`
  return labels.get(part) ?? part
}

function actLived(act: Act, words: ScreenWords): Lived {
  const { history: w, dates, sources } = words
  const labels = [...new Set(Object.keys(act.sets).map((field) => fieldLabel(field, words)))]
  const more = labels.length - SHOWN_FIELDS
  const note = act.kind === 'enter' ? undefined : [labels.slice(0, SHOWN_FIELDS).join(', '), ...(more > 0 ? [w.more(more)] : [])].join(' ')
  return {
    day: wibDate(act.recordedAt).toString(), when: dates.moment(act.recordedAt), at: act.recordedAt.toString(), title: w.acts[act.kind],
    by: sources[act.source] ?? act.source, ...(note ? { note } : {}),
  }
}

/** What it asked of the office and how that ended. */
async function requestsOf(tx: Db | Tx, id: string, { history: w, dates }: ScreenWords): Promise<Lived[]> {
  const rows = await tx.selectFrom('applications.v_cooperative_events').select(['reference', 'event', 'at']).where('cooperative_id', '=', id).orderBy('at', 'desc').limit(MOST).execute()
  return rows.flatMap(({ reference, event, at }): Lived[] => {
    const title = w.requests[event ?? '']?.(reference ?? '')
    const moment = at && fromDb(at)
    return title && moment ? [{ day: wibDate(moment).toString(), when: dates.moment(moment), at: moment.toString(), title }] : []
  })
}

/** All that happened, the newest first: what was said of it, what it asked for, and the dates of its own life. */
export async function listLife(tx: Db | Tx, keys: Keys, kept: KeptCooperative, words: ScreenWords): Promise<Lived[]> {
  const acts = (await listActs(tx, keys, kept.id)).filter(({ undoneAt }) => undoneAt === null)
  return [...acts.map((act) => actLived(act, words)), ...await requestsOf(tx, kept.id, words), ...ownDates(kept, words)].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).slice(0, MOST)
}
