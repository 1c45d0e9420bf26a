import { z } from '@hono/zod-openapi'
import { formatInstant, wibDate } from '../../kernel/wib.ts'
import { notFound, ok } from '../../kernel/result.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { LIST_STATES } from './core/schedule.ts'
import { liftHold, listHolds, placeHold } from './holds.ts'
import { type DestructionList, findList, listItems, listLists, listStubs } from './list-store.ts'
import { makeList, moveList, withholdItem } from './lists.ts'
import { archiveId } from './messages.id.ts'
import { rulesOn, setPeriod } from './schedule-store.ts'

const listSchema = z.object({
  id: z.string(), number: z.number(), state: z.enum(LIST_STATES), madeAt: z.string(), minutesNumber: z.string().nullable(), listed: z.number(), withheld: z.number(), destroyed: z.number(),
})
const answerOf = (one: DestructionList): z.input<typeof listSchema> => ({
  id: one.id, number: one.number, state: one.state, madeAt: formatInstant(one.madeAt), minutesNumber: one.minutesNumber ?? null,
  listed: one.listed, withheld: one.withheld, destroyed: one.destroyed,
})
const itemSchema = z.object({
  position: z.number(), kind: z.string(), label: z.string(), classification: z.string(), files: z.number(), fromDay: z.string(), periodEnd: z.string(), periods: z.string(),
  state: z.string(), withheldFor: z.string().nullable(),
})
const missing = notFound('not-found', archiveId.gone)

const schedule = operation({
  method: 'get', path: '/archive/schedule', right: 'archive.read', summary: 'How long each kind of record is kept, with its basis and how sure it is',
  answer: z.object({
    items: z.array(z.object({
      kind: z.string(), title: z.string(), classification: z.string(), activeMonths: z.number(), inactiveMonths: z.number(), final: z.string(), way: z.string(), trigger: z.string(),
      basis: z.string(), sure: z.string(), own: z.boolean(),
    })), next: z.null(),
  }),
  handle: async ({ unit, actor }) => ok({ items: await rulesOn(unit.tx, actor.officeId, wibDate(unit.now)), next: null }),
})

const periodSchema = z.object({
  kind: z.string().min(1).max(60), classification: z.string().trim().min(1).max(40), activeMonths: z.int().min(0).max(1_200), inactiveMonths: z.int().min(0).max(1_200),
  final: z.enum(['destroy', 'permanent', 'review']), basis: z.string().trim().min(5).max(300),
}).openapi('ArchivePeriod')

const setting = operation({
  method: 'post', path: '/archive/schedule', right: 'archive.propose', summary: 'Set the periods of a kind of record from today on; earlier ones stay on record',
  body: periodSchema, answer: periodSchema,
  async handle({ unit, actor }, { body }) {
    const set = await setPeriod(unit, actor, body)
    return set.ok ? ok(body) : set
  },
})

const lists = operation({
  method: 'get', path: '/archive/lists', right: 'archive.read', summary: 'Destruction lists, the latest first', answer: z.object({ items: z.array(listSchema), next: z.null() }),
  handle: async ({ unit, actor }) => ok({ items: (await listLists(unit.tx, actor.officeId)).map(answerOf), next: null }),
})

const make = operation({
  method: 'post', path: '/archive/lists', right: 'archive.propose', status: 201, summary: 'Make a list of what has passed its period', answer: listSchema,
  async handle({ unit, actor }) {
    const made = await makeList(unit, actor)
    return made.ok ? ok(answerOf(made.value)) : made
  },
})

const read = operation({
  method: 'get', path: '/archive/lists/{id}', right: 'archive.read', summary: 'One list with its records, part by part',
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.coerce.number().int().min(0).default(0) }),
  answer: listSchema.extend({ items: z.array(itemSchema), next: z.string().nullable() }),
  async handle({ unit, actor, params }, { query: { limit, cursor } }) {
    const list = await findList(unit.tx, actor.officeId, params['id'] ?? '')
    if (!list) return missing
    const items = await listItems(unit.tx, list.id, { after: cursor, limit })
    return ok({ ...answerOf(list), items, next: items.length === limit ? String(items.at(-1)?.position ?? 0) : null })
  },
})

const steward = operation({
  method: 'post', path: '/archive/lists/{id}/steps', right: 'archive.propose', summary: 'Propose a list, give it up, or withhold one of its records', answer: listSchema,
  body: z.object({ step: z.enum(['propose', 'discard', 'withhold']), position: z.int().optional(), why: z.string().max(200).optional() }),
  async handle({ unit, actor, params }, { body: { step, position = 0, why = '' } }) {
    const id = params['id'] ?? ''
    const done = step === 'withhold' ? await withholdItem(unit, actor, id, position, why) : await moveList(unit, actor, id, { step })
    return done.ok ? ok(answerOf(done.value)) : done
  },
})

const decide = operation({
  method: 'post', path: '/archive/lists/{id}/decision', right: 'archive.approve', summary: 'Approve or refuse a list; approved, its records are destroyed', answer: listSchema,
  body: z.object({ step: z.enum(['approve', 'refuse']), minutesNumber: z.string().max(60).optional(), witnesses: z.string().max(500).optional(), remark: z.string().max(500).optional() }),
  async handle({ unit, actor, params }, { body }) {
    const done = await moveList(unit, actor, params['id'] ?? '', body)
    return done.ok ? ok(answerOf(done.value)) : done
  },
})

const hold = operation({
  method: 'post', path: '/archive/holds', right: 'archive.propose', status: 201, summary: 'Hold a case or letter, named by its number, back from destruction',
  body: z.object({ number: z.string().max(80), reason: z.string().max(200) }), answer: z.object({ number: z.string() }),
  async handle({ unit, actor }, { body }) {
    const done = await placeHold(unit, actor, body.number, body.reason)
    return done.ok ? ok({ number: body.number }) : done
  },
})

const holds = operation({
  method: 'get', path: '/archive/holds', right: 'archive.read', summary: 'Records held back from destruction, the latest first',
  answer: z.object({ items: z.array(z.object({ id: z.string(), kind: z.string(), number: z.string(), reason: z.string(), placedAt: z.string() })), next: z.null() }),
  handle: async ({ unit, actor }) => ok({
    items: (await listHolds(unit.tx, actor.officeId)).map(({ id, kind, label, reason, placedAt }) => ({ id, kind, number: label, reason, placedAt: formatInstant(placedAt) })), next: null,
  }),
})

const UUID = z.uuid()

const lift = operation({
  method: 'post', path: '/archive/holds/{id}/lift', right: 'archive.propose', summary: 'Lift a hold: the next list may take the record up again', answer: z.object({ lifted: z.string() }),
  async handle({ unit, actor, params }) {
    const id = UUID.safeParse(params['id'])
    const lifted = id.success ? await liftHold(unit, actor, id.data) : missing
    return lifted.ok ? ok({ lifted: id.data ?? '' }) : lifted
  },
})

const stubs = operation({
  method: 'get', path: '/archive/stubs', right: 'archive.read', summary: 'What remains of destroyed records, the latest first: never a name',
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.coerce.number().int().min(0).default(0) }),
  answer: z.object({
    items: z.array(z.object({ kind: z.string(), number: z.string(), classification: z.string(), digest: z.string().nullable(), minutesNumber: z.string(), destroyedAt: z.string() })),
    next: z.string().nullable(),
  }),
  async handle({ unit, actor }, { query: { limit, cursor } }) {
    const found = await listStubs(unit.tx, actor.officeId, limit, cursor)
    return ok({
      items: found.map(({ label, destroyedAt, ...one }) => ({ ...one, number: label, destroyedAt: formatInstant(destroyedAt) })),
      next: found.length === limit ? String(cursor + limit) : null,
    })
  },
})

export const archiveOperations: ApiOperation[] = [schedule, setting, lists, make, read, steward, decide, holds, hold, lift, stubs]
