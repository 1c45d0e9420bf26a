import { z } from '@hono/zod-openapi'
import { formatInstant, parseIsoInstant } from '../../kernel/wib.ts'
import { type Result, invalid, notFound, ok } from '../../kernel/result.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { addPeople, closeBreach, recordBreach, tellPeople, toldAuthority, toldOnPaper } from './breach.ts'
import { type Breach, findBreach, listBreaches } from './breach-store.ts'
import { breachId as t } from './breach-words.id.ts'
import { DATA_KINDS } from './core/breach.ts'
import { registerNow } from './register.ts'

const breachSchema = z.object({
  id: z.string(), reference: z.string(), discoveredAt: z.string(), dueAt: z.string(), happened: z.string(), dataKinds: z.array(z.enum(DATA_KINDS)), handling: z.string(),
  people: z.number(), told: z.number(), personsToldAt: z.string().nullable(), authorityToldAt: z.string().nullable(), closedAt: z.string().nullable(),
})
const answerOf = (one: Breach): z.input<typeof breachSchema> => ({
  id: one.id, reference: one.reference, discoveredAt: formatInstant(one.discoveredAt), dueAt: formatInstant(one.dueAt), happened: one.happened, dataKinds: one.dataKinds,
  handling: one.handling, people: one.people, told: one.told, personsToldAt: one.personsToldAt ? formatInstant(one.personsToldAt) : null,
  authorityToldAt: one.authorityToldAt ? formatInstant(one.authorityToldAt) : null, closedAt: one.closedAt ? formatInstant(one.closedAt) : null,
})
const answered = (done: Result<Breach>) => (done.ok ? ok(answerOf(done.value)) : done)
const text = z.string().trim().min(20).max(2000)

const list = operation({
  method: 'get', path: '/breaches', right: 'breach.manage', summary: 'Breaches of personal data, the latest first', answer: z.object({ items: z.array(breachSchema), next: z.null() }),
  handle: async ({ unit, actor }) => ok({ items: (await listBreaches(unit.tx, actor.officeId)).map(answerOf), next: null }),
})

const record = operation({
  method: 'post', path: '/breaches', right: 'breach.manage', status: 201, summary: 'Record a breach; its clock runs from the moment it was discovered', answer: breachSchema,
  body: z.object({ discoveredAt: z.string(), happened: text, dataKinds: z.array(z.enum(DATA_KINDS)).min(1), handling: text }),
  async handle({ unit, actor }, { body }) {
    const at = parseIsoInstant(body.discoveredAt)
    if (!at.ok || at.value.epochMilliseconds > unit.now.epochMilliseconds) return invalid([{ field: 'discoveredAt', message: t.momentWrong }])
    return answered(await recordBreach(unit, actor, { ...body, discoveredAt: at.value }))
  },
})

const read = operation({
  method: 'get', path: '/breaches/{id}', right: 'breach.manage', summary: 'One breach', answer: breachSchema,
  async handle({ unit, actor, params }) {
    const breach = await findBreach(unit.tx, actor.officeId, params['id'] ?? '')
    return breach ? ok(answerOf(breach)) : notFound('not-found', t.gone)
  },
})

const steps = operation({
  method: 'post', path: '/breaches/{id}/steps', right: 'breach.manage', answer: breachSchema,
  summary: 'Add people (by `numbers`, or by whose data the officer `login` opened), tell them, note that the authority was told, close',
  body: z.discriminatedUnion('step', [
    z.object({ step: z.literal('add'), numbers: z.array(z.string().max(80)).min(1).max(500) }),
    z.object({ step: z.literal('add-looked'), login: z.string().max(80), from: z.iso.date(), to: z.iso.date() }),
    z.object({ step: z.literal('tell') }), z.object({ step: z.literal('paper') }),
    z.object({ step: z.literal('authority'), at: z.string(), reference: z.string().trim().min(1).max(80) }),
    z.object({ step: z.literal('close'), closing: z.string().max(2000) }),
  ]),
  async handle({ unit, tools, actor, params }, { body }) {
    const id = params['id'] ?? ''
    if (body.step === 'add' || body.step === 'add-looked') return answered(await addPeople(unit, actor, id, body))
    if (body.step === 'tell') return answered(await tellPeople(unit, tools, actor, id))
    if (body.step === 'paper') return answered(await toldOnPaper(unit, actor, id))
    if (body.step === 'close') return answered(await closeBreach(unit, actor, id, body.closing))
    const at = parseIsoInstant(body.at)
    if (!at.ok || at.value.epochMilliseconds > unit.now.epochMilliseconds) return invalid([{ field: 'at', message: t.momentWrong }])
    return answered(await toldAuthority(unit, actor, id, { at: at.value, reference: body.reference }))
  },
})

const register = operation({
  method: 'get', path: '/privacy/register', right: 'privacy.register', summary: 'Record of processing activities with the periods in force',
  answer: z.object({ version: z.number(), validFrom: z.string(), source: z.string(), activities: z.array(z.record(z.string(), z.unknown())) }),
  handle: async ({ unit, actor }) => ok(await registerNow(unit, actor.officeId)),
})

export const breachOperations: ApiOperation[] = [list, record, read, steps, register]
