import { z } from '@hono/zod-openapi'
import type { Actor } from '../../kernel/rights.ts'
import { formatInstant } from '../../kernel/wib.ts'
import { type Unit, fromDb } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { calendarOf } from '../office/index.ts'
import { adviceLink } from './advice-link.ts'
import { type Advice, listAdvices } from './advice-store.ts'
import { listBeside } from './attachment-store.ts'
import { VERDICTS } from './commands/step-input.ts'
import { adviceClock } from './core/advice-clock.ts'
import { findOutsideHandOver } from './outside-store.ts'
import type { Application } from './store.ts'
import { listSurveys } from './survey-store.ts'

const moment = z.iso.datetime({ offset: true })
const plain = z.union([z.string(), z.boolean(), z.number(), z.array(z.string())])
export const answersSchema = z.record(z.string(), z.union([plain, z.array(z.record(z.string(), plain))]))

/** What beside answers and papers belongs to a case, as the API gives it. Surveys and advice are the office's own papers: citizens do not see them here. */
export const partsAnswer = {
  outcome: answersSchema.nullable(),
  outside: z.object({ place: z.string(), reference: z.string(), at: moment }).nullable(),
  stageDueAt: moment.nullable(),
  surveys: z.array(z.object({
    id: z.string(), surveyorId: z.string().nullable(), sentAt: moment, visitedOn: z.string().nullable(), answers: answersSchema.nullable(),
    latitude: z.number().nullable(), longitude: z.number().nullable(), photos: z.array(z.string()), reportedAt: moment.nullable(),
  })),
  advices: z.array(z.object({
    id: z.string(), office: z.string(), question: z.string(), askedAt: moment, dueAt: moment, workingDays: z.number().int().nullable(), late: z.boolean(),
    link: z.string().nullable(), answeredAt: moment.nullable(), way: z.enum(['link', 'paper']).nullable(), verdict: z.enum(VERDICTS).nullable(), answer: z.string().nullable(),
    answeredBy: z.string().nullable(), position: z.string().nullable(), files: z.array(z.string()),
  })),
}

const orNull = (date: Date | null): string | null => (date === null ? null : formatInstant(fromDb(date)))

/** An advice with the time the other office has had. `isOpen`: its link can still be used. */
export type TimedAdvice = Advice & { workingDays: number | null; late: boolean; isOpen: boolean }

export async function timedAdvices(unit: Pick<Unit, 'tx' | 'now'>, application: Pick<Application, 'id' | 'officeId'>): Promise<TimedAdvice[]> {
  const advices = await listAdvices(unit.tx, application.id)
  if (advices.length === 0) return []
  const calendar = await calendarOf(unit.tx, application.officeId)
  return advices.map((one) => {
    const clock = adviceClock(calendar, { askedAt: fromDb(one.askedAt), dueAt: fromDb(one.dueAt) }, one.closedAt ? fromDb(one.closedAt) : unit.now)
    return { ...one, ...(clock.ok ? { workingDays: clock.value.workingDays, late: clock.value.isLate } : { workingDays: null, late: false }), isOpen: one.closedAt === null }
  })
}

/** @param seesLink whether the caller is of the desk that asked */
export async function partsOf(tools: Tools, unit: Pick<Unit, 'tx' | 'now'>, actor: Actor, application: Application, seesLink: boolean) {
  const outside = await findOutsideHandOver(unit.tx, application.id)
  const common = {
    outcome: application.outcome, stageDueAt: actor.kind === 'officer' ? orNull(application.stageDueAt) : null,
    outside: outside ? { place: outside.place, reference: outside.reference, at: formatInstant(fromDb(outside.at)) } : null,
  }
  if (actor.kind !== 'officer') return { ...common, surveys: [], advices: [] }
  const files = await listBeside(unit.tx, application.id)
  const filesOf = (beside: string) => files.filter((one) => one.beside === beside).map((one) => one.id)
  return {
    ...common,
    surveys: (await listSurveys(unit.tx, application.id)).map((one) => ({
      id: one.id, surveyorId: one.surveyorId, sentAt: formatInstant(fromDb(one.sentAt)), visitedOn: one.visitedOn, answers: one.answers, latitude: one.latitude,
      longitude: one.longitude, photos: filesOf(`survey:${one.id}`), reportedAt: orNull(one.reportedAt),
    })),
    advices: (await timedAdvices(unit, application)).map((one) => ({
      id: one.id, office: one.office, question: one.question, askedAt: formatInstant(fromDb(one.askedAt)), dueAt: formatInstant(fromDb(one.dueAt)),
      workingDays: one.workingDays, late: one.late, link: one.isOpen && seesLink ? adviceLink(tools, one) : null, answeredAt: orNull(one.answeredAt), way: one.way,
      verdict: one.verdict, answer: one.answer, answeredBy: one.answeredBy, position: one.position, files: filesOf(`advice:${one.id}`),
    })),
  }
}
