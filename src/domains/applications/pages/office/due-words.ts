import type { Temporal } from 'temporal-polyfill'
import { shortDate, shortMoment, wibDate } from '../../../../kernel/wib.ts'
import type { Urgency } from '../../../../ui/due-tag.tsx'
import type { Status } from '../../core/life.ts'
import { OPEN } from '../../core/life.ts'
import { officeWords } from '../../office-messages.id.ts'

const t = officeWords.due
/** Closer than this to its due moment a case is pressing, even when it is due tomorrow morning. */
const SOON_S = 4 * 3600

function late(seconds: number): string {
  if (seconds < 3600) return t.minutesLate(Math.max(1, Math.floor(seconds / 60)))
  if (seconds < 48 * 3600) return t.hoursLate(Math.floor(seconds / 3600))
  return t.daysLate(Math.floor(seconds / 86_400))
}

/** A due moment in words ("besok 16.00", "lewat 2 jam") and how pressing it is. */
export function dueWords(status: Status, due: Temporal.Instant | null, now: Temporal.Instant): { urgency: Urgency; text: string } {
  if (status === 'returned') return { urgency: 'paused', text: t.paused }
  if (status === 'following') return { urgency: 'paused', text: t.following }
  if (due === null) return { urgency: 'calm', text: t.none }
  if (!OPEN.includes(status)) return { urgency: 'done', text: shortMoment(due) }
  const left = (due.epochMilliseconds - now.epochMilliseconds) / 1000
  if (left < 0) return { urgency: 'late', text: late(-left) }
  const time = shortMoment(due).split(', ')[1] ?? ''
  const days = wibDate(now).until(wibDate(due)).days
  const urgency: Urgency = days === 0 || left < SOON_S ? 'soon' : 'calm'
  if (days === 0) return { urgency, text: t.today(time) }
  if (days === 1) return { urgency, text: t.tomorrow(time) }
  return { urgency, text: t.on(`${officeWords.weekday(wibDate(due))} ${shortDate(wibDate(due)).replace(/ \d{4}$/, '')}`, time) }
}
