import { Temporal } from 'temporal-polyfill'
import { shortDate, shortMoment, wibDate } from '../../kernel/wib.ts'
import type { Act } from '../../kernel/ledger.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { listActs } from '../registry/index.ts'
import type { KeptCooperative } from './cooperative-store.ts'
import { choiceLabels } from './messages.id.ts'
import { doubleWords, historyWords as w, screenId, sourceLabels } from './screen-messages.id.ts'

/** Something that happened to a cooperative, in words. */
export type Lived = { day: string; when: string; at?: string; title: string; by?: string; note?: string }

const MOST = 60
const SHOWN_FIELDS = 6

const dated = (day: string | undefined, title: string, note?: string): Lived[] =>
  (day === undefined ? [] : [{ day, when: shortDate(Temporal.PlainDate.from(day)), title, ...(note ? { note } : {}) }])

/** What happened to the body itself, by the dates that are told. */
function ownDates({ record, bookYears }: KeptCooperative): Lived[] {
  return [
    ...dated(record.legalEntityDate, w.founded, record.legalEntityNumber),
    ...dated(record.amendmentDate, w.amended, record.amendmentNumber), ...dated(record.operatingSince, w.opened),
    ...dated(record.statusDate, w.statusSince(choiceLabels.status[record.status ?? 'active']), record.statusReason),
    ...bookYears.flatMap((one) => [
      ...dated(one.meetingOn, w.meeting(one.year), one.meetingResult && choiceLabels.meetingResult[one.meetingResult]),
      ...dated(
        one.healthGrade && one.healthExaminedOn, w.examined(one.year, one.healthGrade ? choiceLabels.healthGrade[one.healthGrade] : ''),
      ),
    ]),
  ]
}

/** What a field of the list of acts is called: `position/…` is the board, `year/2025/assets` the assets of 2025. */
export function fieldLabel(field: string): string {
  const [part = '', second = '', third = ''] = field.split('/')
  const labels = new Map(Object.entries(screenId.fields))
  if (part === 'position') return screenId.sheet.board
  if (part === 'mergedInto') return doubleWords.mergedField
  if (part === 'year') return third === 'year' ? `${screenId.fields.year} ${second}` : `${labels.get(third) ?? third} ${second}`
  return labels.get(part) ?? part
}

function actLived(act: Act): Lived {
  const labels = [...new Set(Object.keys(act.sets).map(fieldLabel))]
  const more = labels.length - SHOWN_FIELDS
  const note = act.kind === 'enter' ? undefined : [labels.slice(0, SHOWN_FIELDS).join(', '), ...(more > 0 ? [w.more(more)] : [])].join(' ')
  return {
    day: wibDate(act.recordedAt).toString(), when: shortMoment(act.recordedAt), at: act.recordedAt.toString(), title: w.acts[act.kind],
    by: new Map<string, string>(Object.entries(sourceLabels)).get(act.source) ?? act.source, ...(note ? { note } : {}),
  }
}

/** All that happened, the newest first: what was said of it and the dates of its own life. */
export async function listLife(tx: Db | Tx, keys: Keys, kept: KeptCooperative): Promise<Lived[]> {
  const acts = (await listActs(tx, keys, kept.id)).filter(({ undoneAt }) => undoneAt === null)
  return [...acts.map(actLived), ...ownDates(kept)].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).slice(0, MOST)
}
