import { Temporal } from 'temporal-polyfill'
import { nextWorkingDay } from '../../../../kernel/office-time.ts'
import { formatInstant, wibDate } from '../../../../kernel/wib.ts'
import type { WorkingCalendar } from '../../../../kernel/working-calendar.ts'
import type { Language } from '../../../../platform/http/context.ts'
import { fromDb } from '../../../../platform/db/unit.ts'
import type { Urgency } from '../../../../ui/due-tag.tsx'
import type { TimelineItem } from '../../../../ui/timeline.tsx'
import type { Tone } from '../../../../ui/tone.ts'
import type { ServiceDefinition } from '../../../services/index.ts'
import { stateOf } from '../../commands/steps.ts'
import type { ServiceClock } from '../../../../kernel/service-clock.ts'
import { OPEN, type Status, roadAhead, turnOf } from '../../core/life.ts'
import type { Application, CaseEvent } from '../../store.ts'
import { wordsOf } from './case-file.ts'
import { momentText } from './moment-text.ts'

/** For whom the story is told: the applicant reads "Anda", one who tracks without signing in "pemohon". */
export type Told = { lang: Language; now: Temporal.Instant; toApplicant: boolean }

export const TONE: Record<Status, Tone> = {
  draft: 'neutral', submitted: 'info', returned: 'warning', accepted: 'info', verified: 'info', initialed: 'info', signing: 'info',
  issued: 'success', rejected: 'danger', withdrawn: 'neutral', expired: 'neutral',
  surveying: 'info', surveyed: 'info', advising: 'info', advised: 'info', scoring: 'info', scored: 'info', following: 'info', completed: 'success',
}

const CITIZENS = new Set(['business-owner', 'cooperative-secretary', 'citizen'])
/** Acts of the applicant: done by an officer, they were done for him. */
const APPLICANTS_OWN = new Set(['create', 'submit', 'withdraw'])

function byWhom(event: Pick<CaseEvent, 'step' | 'actorRole'>, { lang, toApplicant }: Told): string | undefined {
  const t = wordsOf(lang)
  if (event.actorRole === null || event.actorRole === 'system') return undefined
  if (CITIZENS.has(event.actorRole)) return toApplicant ? t.roles['business-owner'] : t.applicant
  const role = t.roles[event.actorRole]
  return role && APPLICANTS_OWN.has(event.step) ? t.helped(role) : role
}

/** Who has the case now, in words; undefined when nobody has it any more. `applicant` when it waits for him. */
export function holderOfCase(application: Application, definition: ServiceDefinition, lang: Language): string | 'applicant' | undefined {
  if (application.status === 'draft' || application.status === 'returned') return 'applicant'
  const [role] = turnOf(stateOf(application, definition))
  return role && wordsOf(lang).roles[role]
}

/** The journey of a case: roles, never the names of officers. */
export function timelineOf(
  { application, definition }: { application: Application; definition: ServiceDefinition }, events: readonly CaseEvent[], told: Told,
): TimelineItem[] {
  const t = wordsOf(told.lang)
  const done = events.flatMap((event): TimelineItem[] => {
    const title = t.events[event.step]
    if (title === undefined) return []
    return [{ state: 'done', title, when: momentText(event.at, told.lang, told.now), at: formatInstant(event.at), by: byWhom(event, told) }]
  })
  if (application.status === 'returned') return [...done.slice(0, -1), ...done.slice(-1).map((item) => ({ ...item, state: 'now' as const }))]
  const ahead = roadAhead(definition.life, application.status).map((step, at): TimelineItem => ({ state: at === 0 ? 'now' : 'next', title: t.upcoming[step] ?? step }))
  return [...done, ...ahead]
}

export type Due = { urgency: Urgency; due: string; explanation: string; spent?: { label: string; text: string }[] }

/** Only lateness is told by colour: the applicant has nothing to hurry for while the office works. */
export const urgencyOf = (due: Temporal.Instant, now: Temporal.Instant): Urgency => (Temporal.Instant.compare(now, due) > 0 ? 'late' : 'calm')

/** The due moment of a case in words; undefined when nothing is owed. */
export function dueOf(application: Application, definition: ServiceDefinition, clock: ServiceClock, { lang, now }: Told): Due | undefined {
  const t = wordsOf(lang).case
  const { days } = definition.limits
  const say = (moment: Temporal.Instant) => momentText(moment, lang, now)
  const spent = clock.startedAt
    ? [{ label: t.officeTime, text: t.minutes(clock.officeMinutes) }, { label: t.yourTime, text: t.minutes(clock.applicantMinutes) }] : []
  if (application.status === 'returned') {
    return { urgency: 'paused', due: t.paused, explanation: clock.dueAt ? t.pausedMore(say(clock.dueAt)) : t.intakeMore(days), spent }
  }
  const owed = application.status === 'submitted' ? clock.intakeDueAt : OPEN.includes(application.status) ? clock.dueAt : null
  if (!owed) return undefined
  const urgency = urgencyOf(owed, now)
  if (urgency === 'late') return { urgency, due: t.late(say(owed)), explanation: t.lateMore, spent }
  return application.status === 'submitted'
    ? { urgency, due: t.dueIntake(say(owed)), explanation: t.intakeMore(days) }
    : { urgency, due: t.due(say(owed)), explanation: t.counted(days), spent }
}

/** The last day on which a returned case can still be sent again. */
export function mendUntil(application: Application, definition: ServiceDefinition, calendar: WorkingCalendar): Temporal.PlainDate | undefined {
  if (application.status !== 'returned' || !application.returnedAt) return undefined
  const day = nextWorkingDay(calendar, wibDate(fromDb(application.returnedAt)), definition.limits.correctionDays)
  return day.ok ? day.value : undefined
}
