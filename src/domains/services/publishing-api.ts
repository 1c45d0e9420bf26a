import { z } from '@hono/zod-openapi'
import { formatInstant } from '../../kernel/wib.ts'
import { notFound, ok } from '../../kernel/result.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { differences } from './core/difference.ts'
import { effectOn } from './effect.ts'
import { publishingId as t } from './messages-publishing.id.ts'
import { PROPOSAL_STATES, type Proposal, findProposal, listProposals } from './proposal-store.ts'
import { proposeDefinition, publishProposal, readProposed, withdrawProposal } from './propose.ts'
import { getDefinition, listVersionsOf } from './store.ts'

const text = z.string()
const count = z.number().int()
const whole = z.record(text, z.unknown())

const versionSchema = z.object({ version: count, validFrom: z.iso.date(), validTo: z.iso.date().nullable(), decree: z.object({ number: text, date: z.iso.date() }) })
const proposalSchema = z.object({
  id: text, code: text, version: count, state: z.enum(PROPOSAL_STATES), note: text, proposedBy: text, proposedAt: text, decidedBy: text.nullable(), decidedAt: text.nullable(),
})
const fullSchema = proposalSchema.extend({
  definition: whole, changes: z.array(z.object({ place: text, kind: z.enum(['added', 'removed', 'changed', 'moved']), before: text.optional(), after: text.optional() })),
  effect: z.array(z.object({ version: count, open: count, drafts: count })),
})
const body = z.object({ definition: z.unknown() })
const missing = notFound('not-found', t.gone)

const answerOf = (one: Proposal): z.input<typeof proposalSchema> => ({
  id: one.id, code: one.code, version: one.definition.version, state: one.state, note: one.note, proposedBy: one.proposedByName, proposedAt: formatInstant(one.proposedAt),
  decidedBy: one.decidedByName ?? null, decidedAt: one.decidedAt ? formatInstant(one.decidedAt) : null,
})

const versions = operation({
  method: 'get', path: '/services/{code}/versions', right: 'service.review', summary: 'All versions of a service, the newest first',
  answer: z.object({ items: z.array(versionSchema), next: z.null() }),
  async handle({ unit, actor, params }) {
    const items = await listVersionsOf(unit.tx, actor.officeId, params['code'] ?? '')
    return items.length === 0 ? notFound('not-found', t.noVersion)
      : ok({ items: items.map(({ version, validFrom, validTo, definition }) => ({ version, validFrom, validTo, decree: definition.decree })), next: null })
  },
})

const version = operation({
  method: 'get', path: '/services/{code}/versions/{version}', right: 'service.review', summary: 'One version of a service, whole, as it can be proposed again', answer: whole,
  async handle({ unit, actor, params }) {
    const found = (await listVersionsOf(unit.tx, actor.officeId, params['code'] ?? '')).find((one) => String(one.version) === params['version'])
    return found ? ok(found.definition) : notFound('not-found', t.noVersion)
  },
})

const proofs = operation({
  method: 'post', path: '/service-proofs', right: 'service.propose', summary: 'Proves a definition without keeping it: what has to be mended, each with its place', body,
  answer: z.object({ flaws: z.array(z.object({ place: text, message: text })) }),
  async handle({ unit, actor }, { body: { definition } }) {
    const read = await readProposed(unit, actor.officeId, definition)
    return ok({ flaws: read.ok ? [] : read.error })
  },
})

const propose = operation({
  method: 'post', path: '/service-proposals', right: 'service.propose', status: 201, summary: 'Proposes a new version of a service, or a new service; with flaws it is refused, each with its place',
  body: body.extend({ note: text.max(500).default('') }), answer: proposalSchema,
  async handle({ unit, actor }, { body: { definition, note } }) {
    const done = await proposeDefinition(unit, actor, definition, note)
    return done.ok ? ok(answerOf(done.value)) : done
  },
})

const list = operation({
  method: 'get', path: '/service-proposals', right: 'service.review', summary: 'Proposals, those that wait first',
  query: z.object({ state: z.enum(PROPOSAL_STATES).optional(), limit: z.coerce.number().int().min(1).max(200).default(100) }),
  answer: z.object({ items: z.array(proposalSchema), next: z.null() }),
  async handle({ unit, actor }, { query: { state, limit } }) {
    return ok({ items: (await listProposals(unit.tx, actor.officeId, { limit, ...(state ? { state } : {}) })).map(answerOf), next: null })
  },
})

const read = operation({
  method: 'get', path: '/service-proposals/{id}', right: 'service.review', summary: 'One proposal: what it changes, and the cases that stay on their versions', answer: fullSchema,
  async handle({ unit, actor, params }) {
    const one = await findProposal(unit.tx, actor.officeId, params['id'] ?? '')
    if (!one) return missing
    const changes = one.baseId === undefined ? [] : differences(await getDefinition(unit.tx, one.baseId), one.definition)
    return ok({ ...answerOf(one), definition: one.definition, changes, effect: await effectOn(unit.tx, actor.officeId, one.code) })
  },
})

const ofDivision = async ({ unit, actor, params }: UnitAsk) => {
  const one = actor && await findProposal(unit.tx, actor.officeId, params['id'] ?? '')
  return one && { officeId: one.officeId, divisionId: one.divisionId }
}

const publish = operation({
  method: 'post', path: '/service-proposals/{id}/publish', right: 'service.publish', access: ofDivision, summary: 'Puts a proposal of somebody else into force from a day on',
  body: z.object({ validFrom: z.iso.date() }), answer: proposalSchema,
  async handle({ unit, actor, params }, { body: { validFrom } }) {
    const done = await publishProposal(unit, actor, params['id'] ?? '', validFrom)
    return done.ok ? ok(answerOf(done.value)) : done
  },
})

const withdraw = operation({
  method: 'post', path: '/service-proposals/{id}/withdraw', right: 'service.review', access: ofDivision, summary: 'Takes a proposal back', answer: proposalSchema,
  async handle({ unit, actor, params }) {
    const done = await withdrawProposal(unit, actor, params['id'] ?? '')
    return done.ok ? ok(answerOf(done.value)) : done
  },
})

export const publishingOperations: ApiOperation[] = [versions, version, proofs, propose, list, read, publish, withdraw]
