import { z } from '@hono/zod-openapi'
import { type Result, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { formatInstant } from '../../kernel/wib.ts'
import { type Unit, fromDb } from '../../platform/db/unit.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { findCaseAccess, findCaseCard } from '../applications/index.ts'
import { OBJECTION_STATES } from './core/objection.ts'
import { type Objection, findObjection, listEnded, listOfApplication, listOwed, resourceOf } from './objection-store.ts'
import { objectionId } from './objection-words.id.ts'
import { MOST_WORDS, decideObjection, fileObjection, fulfilObjection } from './objections.ts'

const moment = z.iso.datetime({ offset: true })
const text = z.string().max(MOST_WORDS)

const objectionAnswer = z.object({
  id: z.string(), applicationId: z.string(), reference: z.string(), ground: z.enum(['decision', 'lateness']), state: z.enum(OBJECTION_STATES), reason: z.string(),
  filedAt: moment, settleBy: moment, decidedAt: moment.nullable(), answer: z.string().nullable(), fulfilBy: moment.nullable(), fulfilledAt: moment.nullable(), fulfilledWith: z.string().nullable(),
}).openapi('Objection')

const orNull = (date: Date | null): string | null => (date === null ? null : formatInstant(fromDb(date)))

/** One objection as the API gives it; an officer's look at what a citizen wrote leaves its trace. */
function answerOf(unit: Unit, actor: Actor, one: Objection): z.input<typeof objectionAnswer> {
  if (actor.kind === 'officer') unit.looked(one.officeId, actor, 'objection.read', { kind: 'application', id: one.applicationId, personId: one.ownerId })
  return {
    id: one.id, applicationId: one.applicationId, reference: one.reference, ground: one.ground, state: one.state, reason: one.reason, filedAt: formatInstant(fromDb(one.filedAt)),
    settleBy: formatInstant(fromDb(one.settleBy)), decidedAt: orNull(one.decidedAt), answer: one.answer, fulfilBy: orNull(one.fulfilBy), fulfilledAt: orNull(one.fulfilledAt),
    fulfilledWith: one.fulfilledWith,
  }
}

const answered = ({ unit, actor }: { unit: Unit; actor: Actor }, done: Result<Objection>) => (done.ok ? ok(answerOf(unit, actor, done.value)) : done)

const ofCase = (ask: UnitAsk) => findCaseAccess(ask.unit.tx, ask.params['id'] ?? '')
const ofObjection = async (ask: UnitAsk) => {
  const one = await findObjection(ask.unit.tx, ask.params['id'] ?? '')
  return one && resourceOf(one)
}

const file = operation({
  method: 'post', path: '/applications/{id}/objections', right: 'objection.file', summary: 'Mengajukan keberatan atas keputusan atau keterlambatan', status: 201, access: ofCase,
  body: z.object({ reason: text }).openapi('NewObjection'), answer: objectionAnswer,
  handle: async (ask, { body }) => answered(ask, await fileObjection(ask.tools, ask.unit, ask.actor, ask.params['id'] ?? '', body.reason)),
})

const ofApplication = operation({
  method: 'get', path: '/applications/{id}/objections', right: 'objection.read', summary: 'Keberatan atas satu permohonan, terbaru dahulu', access: ofCase,
  answer: z.object({ items: z.array(objectionAnswer), next: z.null() }),
  async handle({ unit, actor, params }) {
    const card = await findCaseCard(unit.tx, params['id'] ?? '')
    if (!card) return notFound('not-found', objectionId.noSuchCase)
    return ok({ items: (await listOfApplication(unit.tx, card.id)).map((one) => answerOf(unit, actor, one)), next: null })
  },
})

const list = operation({
  method: 'get', path: '/objections', right: 'objection.list', summary: 'Keberatan yang masih menunggu dinas, paling mendesak dahulu; ended: yang terakhir selesai',
  query: z.object({ ended: z.enum(['true', 'false']).default('false'), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.object({ items: z.array(objectionAnswer.omit({ reason: true, answer: true })), next: z.null() }),
  async handle({ unit, actor }, { query: { ended, limit } }) {
    const rows = ended === 'true' ? await listEnded(unit.tx, actor, limit) : await listOwed(unit.tx, actor, limit)
    return ok({
      items: rows.map((one) => ({
        id: one.id, applicationId: one.applicationId, reference: one.reference, ground: one.ground, state: one.state, filedAt: formatInstant(fromDb(one.filedAt)),
        settleBy: formatInstant(fromDb(one.settleBy)), decidedAt: orNull(one.decidedAt), fulfilBy: orNull(one.fulfilBy), fulfilledAt: orNull(one.fulfilledAt), fulfilledWith: one.fulfilledWith,
      })),
      next: null,
    })
  },
})

const read = operation({
  method: 'get', path: '/objections/{id}', right: 'objection.read', summary: 'Satu keberatan', answer: objectionAnswer, access: ofObjection,
  async handle({ unit, actor, params }) {
    const one = await findObjection(unit.tx, params['id'] ?? '')
    return one ? ok(answerOf(unit, actor, one)) : notFound('not-found', objectionId.noSuch)
  },
})

const decide = operation({
  method: 'post', path: '/objections/{id}/decision', right: 'objection.decide', summary: 'Memutuskan keberatan dengan alasan', access: ofObjection,
  body: z.object({ outcome: z.enum(['granted', 'denied']), answer: text }).openapi('ObjectionDecision'), answer: objectionAnswer,
  handle: async (ask, { body }) => answered(ask, await decideObjection(ask.tools, ask.unit, ask.actor, ask.params['id'] ?? '', body)),
})

const fulfil = operation({
  method: 'post', path: '/objections/{id}/fulfilment', right: 'objection.fulfil', summary: 'Menandai keberatan yang dikabulkan sudah dilaksanakan, dengan permohonan sebagai bukti',
  access: ofObjection, body: z.object({ reference: z.string().max(60) }), answer: objectionAnswer,
  handle: async (ask, { body }) => answered(ask, await fulfilObjection(ask.tools, ask.unit, ask.actor, ask.params['id'] ?? '', body.reference)),
})

export const objectionOperations: ApiOperation[] = [file, ofApplication, list, read, decide, fulfil]
