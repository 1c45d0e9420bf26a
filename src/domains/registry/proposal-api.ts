import { z } from 'zod'
import type { Operation, Resource } from '../../kernel/rights.ts'
import { type Result, invalid, ok } from '../../kernel/result.ts'
import { formatInstant } from '../../kernel/wib.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { withinAreas } from './area-condition.ts'
import { businessProposals } from './business-proposals.ts'
import { momentCursor, momentMark } from './marks.ts'
import { mergeWords } from './merge-messages.id.ts'
import { type ProposalWords, proposalWords } from './proposal-messages.id.ts'
import { DECISIONS, type ProposalCommands } from './proposals.ts'
import { PROPOSAL_KINDS, PROPOSAL_STATES, type Proposal, countProposals, findProposalAccess, listProposals } from './proposals-store.ts'
import { BUSINESS_TABLES, type RegisterTables } from './register-tables.ts'
import { apiWords } from './screen-messages.id.ts'

const limitSchema = z.coerce.number({ error: apiWords.limit }).int(apiWords.limit).min(1, apiWords.limit).max(200, apiWords.limit).default(50)

/** Proposed changes of one register in the API. `idKey`: as its answers name the record. */
export type ProposalApi<IdKey extends string> = {
  prefix: string
  noun: string
  idKey: IdKey
  tables: Pick<RegisterTables, 'records' | 'proposals' | 'proposed'>
  words: ProposalWords
  commands: Pick<ProposalCommands<never>, 'decide' | 'withdraw'>
  /** Who may take a waiting change back. */
  withdrawRight: Operation
  access(ask: UnitAsk): Promise<Resource | undefined>
}

/** Names of fields only: the values stand in the record and, while it waits, on the page of the steward. */
const proposalShape = {
  id: z.string(), status: z.enum(PROPOSAL_STATES), fields: z.array(z.string()), reasons: z.array(z.object({ field: z.string(), code: z.string() })),
  sampled: z.boolean(), proposedAt: z.string(), decidedAt: z.string().nullable(), note: z.string().nullable(),
}

function listOperation<IdKey extends string>({ prefix, noun, idKey, tables }: ProposalApi<IdKey>): ApiOperation {
  return operation({
    method: 'get', path: `${prefix}/proposals`, right: 'registry.decide',
    summary: `Changes proposed by the people of a ${noun}: those that wait, samples to look at, or decided ones`,
    query: z.object({ kind: z.enum(PROPOSAL_KINDS).default('pending'), cursor: z.string().optional(), limit: limitSchema }),
    answer: z.object({
      items: z.array(z.object({
        id: z.string(), [idKey]: z.string(), registryNumber: z.string(), name: z.string(), village: z.string(), district: z.string(), status: z.enum(PROPOSAL_STATES),
        fields: z.array(z.string()), proposedAt: z.string(), decidedAt: z.string().nullable(),
      })),
      counts: z.object({ pending: z.int(), sample: z.int() }), next: z.string().nullable(),
    }),
    async handle({ unit, actor }, { query: { kind, cursor, limit } }) {
      const after = momentMark(cursor)
      if (cursor !== undefined && !after) return invalid([{ field: 'cursor', message: mergeWords.cursor }])
      const within = withinAreas(actor, 'registry.decide', 'b')
      const rows = await listProposals(unit.tx, actor.officeId, within, { kind, limit: limit + 1, after }, tables)
      const items = rows.slice(0, limit)
      const last = items.at(-1)
      return ok({
        items: items.map(({ state, isSample: _sample, proposedAt, decidedAt, subjectId, ...one }) =>
          ({ ...one, [idKey]: subjectId, status: state, proposedAt: proposedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null })),
        counts: await countProposals(unit.tx, actor.officeId, within, tables),
        next: rows.length > limit ? momentCursor(kind === 'decided' ? last?.decidedAt : last?.proposedAt, last?.id) : null,
      })
    },
  })
}

function actOperations<IdKey extends string>({ prefix, idKey, words, commands, withdrawRight, access }: ProposalApi<IdKey>): ApiOperation[] {
  const schema = z.object({ ...proposalShape, [idKey]: z.string() })
  const answered = (done: Result<Proposal>): Result<z.input<typeof schema>> => {
    if (!done.ok) return done
    const { id, subjectId, state, sets, reasons, sampled, proposedAt, decidedAt, note } = done.value
    return ok({
      id, [idKey]: subjectId, status: state, fields: Object.keys(sets), reasons, sampled, proposedAt: formatInstant(proposedAt),
      decidedAt: decidedAt && formatInstant(decidedAt), note,
    })
  }
  return [operation({
    method: 'post', path: `${prefix}/proposals/{id}/decide`, right: 'registry.decide', summary: 'Accept or reject a proposed change, or say whether a sampled one is right',
    access,
    body: z.object({ decision: z.enum(DECISIONS, { error: words.decisionNeeded }), note: z.string().max(500, words.noteLong).optional(), version: z.int().optional() }),
    answer: schema,
    handle: async ({ unit, tools, actor, params }, { body }) => answered(await commands.decide(unit, tools, actor, params['id'] ?? '', body)),
  }), operation({
    method: 'post', path: `${prefix}/proposals/{id}/withdraw`, right: withdrawRight, summary: 'Those who proposed it take a waiting change back',
    access,
    answer: schema,
    handle: async ({ unit, tools, actor, params }) => answered(await commands.withdraw(unit, tools, actor, params['id'] ?? '')),
  })]
}

/** Proposed changes of a register in the API. */
export const proposalOperationsOf = <IdKey extends string>(api: ProposalApi<IdKey>): ApiOperation[] => [listOperation(api), ...actOperations(api)]

/** Changes proposed by owners. */
export const proposalOperations = proposalOperationsOf({
  prefix: '', noun: 'verified business', idKey: 'businessId', tables: BUSINESS_TABLES, words: proposalWords, commands: businessProposals,
  withdrawRight: 'business.update', access: ({ unit, params }) => findProposalAccess(unit.tx, params['id'] ?? ''),
})
