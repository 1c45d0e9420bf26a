import { z } from 'zod'
import { type Result, invalid, ok } from '../../kernel/result.ts'
import { formatInstant } from '../../kernel/wib.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { withinAreas } from './area-condition.ts'
import { DECISIONS, decideProposal, withdrawProposal } from './decide-proposal.ts'
import { momentCursor, momentMark } from './marks.ts'
import { mergeWords } from './merge-messages.id.ts'
import { proposalWords as t } from './proposal-messages.id.ts'
import { PROPOSAL_KINDS, PROPOSAL_STATES, type Proposal, countProposals, findProposalAccess, listProposals } from './proposals-store.ts'
import { apiWords } from './screen-messages.id.ts'

const limitSchema = z.coerce.number({ error: apiWords.limit }).int(apiWords.limit).min(1, apiWords.limit).max(200, apiWords.limit).default(50)

/** Names of fields only: the values stand in the business and, while it waits, on the page of the steward. */
const proposalSchema = z.object({
  id: z.string(), businessId: z.string(), status: z.enum(PROPOSAL_STATES), fields: z.array(z.string()), reasons: z.array(z.object({ field: z.string(), code: z.string() })),
  sampled: z.boolean(), proposedAt: z.string(), decidedAt: z.string().nullable(), note: z.string().nullable(),
})

const answerOf = ({ id, businessId, state, sets, reasons, sampled, proposedAt, decidedAt, note }: Proposal): z.input<typeof proposalSchema> => ({
  id, businessId, status: state, fields: Object.keys(sets), reasons, sampled, proposedAt: formatInstant(proposedAt), decidedAt: decidedAt && formatInstant(decidedAt), note,
})

const list = operation({
  method: 'get', path: '/proposals', right: 'registry.decide', summary: 'Changes proposed by owners: those that wait, samples to look at, or decided ones',
  query: z.object({ kind: z.enum(PROPOSAL_KINDS).default('pending'), cursor: z.string().optional(), limit: limitSchema }),
  answer: z.object({
    items: z.array(z.object({
      id: z.string(), businessId: z.string(), registryNumber: z.string(), name: z.string(), village: z.string(), district: z.string(), status: z.enum(PROPOSAL_STATES),
      fields: z.array(z.string()), proposedAt: z.string(), decidedAt: z.string().nullable(),
    })),
    counts: z.object({ pending: z.int(), sample: z.int() }), next: z.string().nullable(),
  }),
  async handle({ unit, actor }, { query: { kind, cursor, limit } }) {
    const after = momentMark(cursor)
    if (cursor !== undefined && !after) return invalid([{ field: 'cursor', message: mergeWords.cursor }])
    const within = withinAreas(actor, 'registry.decide', 'b')
    const rows = await listProposals(unit.tx, actor.officeId, within, { kind, limit: limit + 1, after })
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return ok({
      items: items.map(({ state, isSample: _sample, proposedAt, decidedAt, ...one }) =>
        ({ ...one, status: state, proposedAt: proposedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null })),
      counts: await countProposals(unit.tx, actor.officeId, within),
      next: rows.length > limit ? momentCursor(kind === 'decided' ? last?.decidedAt : last?.proposedAt, last?.id) : null,
    })
  },
})

const answered = (done: Result<Proposal>): Result<z.input<typeof proposalSchema>> => (done.ok ? ok(answerOf(done.value)) : done)

const decide = operation({
  method: 'post', path: '/proposals/{id}/decide', right: 'registry.decide', summary: 'Accept or reject a proposed change, or say whether a sampled one is right',
  access: ({ unit, params }) => findProposalAccess(unit.tx, params['id'] ?? ''),
  body: z.object({ decision: z.enum(DECISIONS, { error: t.decisionNeeded }), note: z.string().max(500, t.noteLong).optional(), version: z.int().optional() }),
  answer: proposalSchema,
  handle: async ({ unit, tools, actor, params }, { body }) => answered(await decideProposal(unit, tools, actor, params['id'] ?? '', body)),
})

const withdraw = operation({
  method: 'post', path: '/proposals/{id}/withdraw', right: 'business.update', summary: 'The owner takes a waiting change back',
  access: ({ unit, params }) => findProposalAccess(unit.tx, params['id'] ?? ''),
  answer: proposalSchema,
  handle: async ({ unit, tools, actor, params }) => answered(await withdrawProposal(unit, tools, actor, params['id'] ?? '')),
})

/** Changes proposed by owners in the API. */
export const proposalOperations: ApiOperation[] = [list, decide, withdraw]
