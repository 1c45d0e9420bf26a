import { z } from '@hono/zod-openapi'
import { formatInstant } from '../../kernel/wib.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, fromDb } from '../../platform/db/unit.ts'
import { findLetterOf } from '../letters/index.ts'
import type { Tools } from '../../platform/tools.ts'
import { getDefinition } from '../services/index.ts'
import { listGiven } from './attachment-store.ts'
import { clockOf, possibleSteps } from './commands/steps.ts'
import { STATUSES, STEPS } from './core/life.ts'
import { answersSchema, partsAnswer, partsOf } from './parts-view.ts'
import { type Application, caseEvents, listRemarks } from './store.ts'

const moment = z.iso.datetime({ offset: true })

/** An application as the API gives it, contract section 5. */
export const applicationAnswer = z.object({
  id: z.string(), reference: z.string(), serviceCode: z.string(), businessId: z.string().nullable(), cooperativeId: z.string().nullable(), status: z.enum(STATUSES),
  answers: answersSchema, attachments: z.record(z.string(), z.string()),
  openItems: z.array(z.string()).nullable(),
  intakeDueAt: moment.nullable(), dueAt: moment.nullable(),
  clock: z.object({ startedAt: moment.nullable(), officeMinutes: z.number().int(), applicantMinutes: z.number().int(), paused: z.boolean() }),
  events: z.array(z.object({ at: moment, step: z.string(), from: z.string().nullable(), to: z.string().nullable(), actorRole: z.string().nullable() })),
  remarks: z.array(z.object({
    at: moment, step: z.string(), byRole: z.string(), reasonCode: z.string().nullable(), note: z.string().nullable(),
    items: z.array(z.object({ requirement: z.string(), reasonCode: z.string(), note: z.string().optional() })),
  })),
  steps: z.array(z.enum(STEPS)),
  letter: z.object({ id: z.string(), number: z.string(), code: z.string(), status: z.string() }).optional(),
  ...partsAnswer,
  version: z.number().int(), createdAt: moment,
}).openapi('Application')
export type ApplicationAnswer = z.input<typeof applicationAnswer>

const orNull = (date: Date | null): string | null => (date === null ? null : formatInstant(fromDb(date)))

type Asking = { unit: Pick<Unit, 'tx' | 'now' | 'recorded'>; tools: Tools; actor: Actor }

/** The whole of a case for the API: its clock is computed anew from its log each time. */
export async function answerOf({ unit, tools, actor }: Asking, application: Application): Promise<ApplicationAnswer> {
  const definition = await getDefinition(unit.tx, application.definitionId)
  const events = await caseEvents(unit, application.id)
  const clock = await clockOf(unit, application, definition, undefined, events)
  const [remarks, given, letter] = [
    await listRemarks(unit.tx, application.id), await listGiven(unit.tx, application.id),
    await findLetterOf(unit.tx, application.id, unit.now),
  ]
  const steps = possibleSteps(actor, application, definition)
  return {
    id: application.id, reference: application.reference, serviceCode: application.serviceCode, businessId: application.businessId,
    cooperativeId: application.cooperativeId, status: application.status,
    answers: application.answers, attachments: Object.fromEntries(given.map((file) => [file.requirement, file.id])), openItems: application.openItems,
    intakeDueAt: orNull(application.intakeDueAt), dueAt: orNull(application.dueAt),
    clock: clock.ok
      ? { startedAt: clock.value.startedAt ? formatInstant(clock.value.startedAt) : null, officeMinutes: clock.value.officeMinutes, applicantMinutes: clock.value.applicantMinutes, paused: clock.value.paused }
      : { startedAt: null, officeMinutes: 0, applicantMinutes: 0, paused: false },
    events: events.map((event) => ({ at: formatInstant(event.at), step: event.step, from: event.from, to: event.to, actorRole: event.actorRole })),
    remarks: remarks.map((remark) => ({ ...remark, at: formatInstant(fromDb(remark.at)) })),
    steps, ...await partsOf(tools, unit, actor, application, steps.includes('advise')),
    ...(letter ? { letter: { id: letter.id, number: letter.number, code: letter.code, status: letter.status } } : {}),
    version: application.version, createdAt: formatInstant(fromDb(application.createdAt)),
  }
}
