import { sql } from 'kysely'
import { z } from 'zod'
import type { Resource } from '../../kernel/rights.ts'
import { type Result, invalid, ok } from '../../kernel/result.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import { withinAreas } from './area-condition.ts'
import { findBusinessAccess } from './business-store.ts'
import { momentCursor, momentMark, pairCursor, pairMark } from './marks.ts'
import { businessMerges } from './merge-businesses.ts'
import { type MergeWords, mergeWords } from './merge-messages.id.ts'
import type { MergeCommands } from './merge-records.ts'
import { findMergeAccess, listMerges } from './merge-store.ts'
import { type PairSide, countOpenPairs, listApartPairs, listOpenPairs } from './pairs-store.ts'
import { BUSINESS_TABLES, type RegisterTables } from './register-tables.ts'
import { apiWords } from './screen-messages.id.ts'

const limitSchema = z.coerce.number({ error: apiWords.limit }).int(apiWords.limit).min(1, apiWords.limit).max(200, apiWords.limit).default(50)

type Access = (ask: Pick<UnitAsk, 'unit' | 'params'>) => Promise<Resource | undefined>

/** Doubles of one register in the API. `byline`: what its records are told by beside their name. */
export type MergeApi<Byline extends string, Evidence> = {
  /** Before the paths: `/cooperatives`, or nothing. */
  prefix: string
  /** As the summaries name a record: `business`. */
  noun: string
  tables: RegisterTables
  words: MergeWords
  commands: MergeCommands
  byline: Byline
  evidence: z.ZodType<Evidence>
  pairAccess: Access
}

const sideSchemaOf = (byline: string) =>
  z.object({ id: z.string(), registryNumber: z.string(), name: z.string(), [byline]: z.string(), village: z.string(), district: z.string() })

const sideOf = (key: string) => ({ number, byline, ...more }: PairSide) => ({ ...more, registryNumber: number, [key]: byline })

function pairsOperation<Byline extends string, Evidence>({ prefix, noun, tables, words, byline, evidence }: MergeApi<Byline, Evidence>): ApiOperation {
  const sideSchema = sideSchemaOf(byline)
  return operation({
    method: 'get', path: `${prefix}/duplicates`, right: 'registry.merge', summary: `Pairs of records that may be one ${noun}, the most suspicious first`,
    query: z.object({ verdict: z.enum(['probable', 'review']).optional(), district: z.string().optional(), cursor: z.string().optional(), limit: limitSchema }),
    answer: z.object({
      items: z.array(z.object({ a: sideSchema, b: sideSchema, score: z.number(), verdict: z.enum(['probable', 'review']), parts: z.array(evidence) })),
      counts: z.object({ probable: z.int(), review: z.int() }), next: z.string().nullable(),
    }),
    async handle({ unit, actor }, { query: { cursor, limit, ...filter } }) {
      const after = pairMark(cursor)
      if (cursor !== undefined && !after) return badCursor(words)
      const within = sql`(${withinAreas(actor, 'registry.merge', 'a')} and ${withinAreas(actor, 'registry.merge', 'b')})`
      const rows = await listOpenPairs<Evidence>(unit.tx, actor.officeId, within, filter, { limit: limit + 1, after }, tables)
      const items = rows.slice(0, limit)
      const side = sideOf(byline)
      return ok({
        items: items.map(({ a, b, score, verdict, parts }) => ({ a: side(a), b: side(b), score, verdict, parts })),
        counts: await countOpenPairs(unit.tx, actor.officeId, within, filter, tables), next: rows.length > limit ? pairCursor(items.at(-1)) : null,
      })
    },
  })
}

const badCursor = ({ cursor }: MergeWords): Result<never> => invalid([{ field: 'cursor', message: cursor }])

const decideOperation = ({ prefix, noun, words, commands, pairAccess }: MergeApi<string, unknown>): ApiOperation => operation({
  method: 'post', path: `${prefix}/duplicates/{a}/{b}/decide`, right: 'registry.merge', summary: `Merge two records, or keep that each is a ${noun} of its own`,
  access: pairAccess,
  body: z.object({
    decision: z.enum(['merge', 'distinct']), survivorId: z.string({ error: words.survivorNeeded }).optional(), take: z.array(z.string()).max(100).default([]),
    versions: z.record(z.string(), z.int()).optional(), seen: z.enum(['open', 'distinct', 'merged']).optional(),
  }),
  answer: z.object({ decision: z.enum(['merge', 'distinct']), mergeId: z.string().nullable(), survivorId: z.string().nullable() }),
  async handle({ unit, tools, actor, params }, { body: { decision, survivorId, take, versions, seen } }) {
    const ids: [string, string] = [params['a'] ?? '', params['b'] ?? '']
    if (decision === 'distinct') {
      const done = await commands.keepApart(unit, tools, actor, ids, seen)
      return done.ok ? ok({ decision, mergeId: null, survivorId: null }) : done
    }
    if (survivorId === undefined || !ids.includes(survivorId)) return invalid([{ field: 'survivorId', message: words.survivorNeeded }])
    const absorbedId = ids[0] === survivorId ? ids[1] : ids[0]
    const merged = await commands.merge(unit, tools, actor, { survivorId, absorbedId, take, versions, seen })
    return merged.ok ? ok({ decision, mergeId: merged.value.mergeId, survivorId }) : merged
  },
})

const mergesOperation = ({ prefix, tables, words }: MergeApi<string, unknown>): ApiOperation => operation({
  method: 'get', path: `${prefix}/merges`, right: 'registry.merge', summary: 'Merges of the office, the newest first, those undone among them',
  query: z.object({ cursor: z.string().optional(), limit: limitSchema }),
  answer: z.object({
    items: z.array(z.object({
      id: z.string(), survivorId: z.string(), absorbedId: z.string(), mergedAt: z.string(), mergedBy: z.string().nullable(), undoneAt: z.string().nullable(),
    })),
    next: z.string().nullable(),
  }),
  async handle({ unit, actor }, { query: { cursor, limit } }) {
    const after = momentMark(cursor)
    if (cursor !== undefined && !after) return badCursor(words)
    const rows = await listMerges(unit.tx, actor.officeId, withinAreas(actor, 'registry.merge', 'b'), { limit: limit + 1, after }, tables)
    const items = rows.slice(0, limit)
    return ok({
      items: items.map(({ id, survivorId, absorbedId, mergedAt, mergedBy, undoneAt }) =>
        ({ id, survivorId, absorbedId, mergedAt: mergedAt.toISOString(), mergedBy, undoneAt: undoneAt?.toISOString() ?? null })),
      next: rows.length > limit ? momentCursor(items.at(-1)?.mergedAt, items.at(-1)?.id) : null,
    })
  },
})

const undoOperation = ({ prefix, tables, commands }: MergeApi<string, unknown>): ApiOperation => operation({
  method: 'post', path: `${prefix}/merges/{id}/undo`, right: 'registry.merge', summary: 'Take a merge back; what was said since stays',
  access: ({ unit, params }) => findMergeAccess(unit.tx, params['id'] ?? '', tables),
  answer: z.object({ survivorId: z.string(), absorbedId: z.string() }),
  handle: ({ unit, tools, actor, params }) => commands.unmerge(unit, tools, actor, params['id'] ?? ''),
})

function apartOperation<Byline extends string, Evidence>({ prefix, noun, tables, words, byline }: MergeApi<Byline, Evidence>): ApiOperation {
  return operation({
    method: 'get', path: `${prefix}/duplicates/distinct`, right: 'registry.merge', summary: `Pairs of which each was found to be a ${noun} of its own, the last decided first`,
    query: z.object({ cursor: z.string().optional(), limit: limitSchema }),
    answer: z.object({
      items: z.array(z.object({ a: sideSchemaOf(byline), b: sideSchemaOf(byline), score: z.number(), decidedAt: z.string(), decidedBy: z.string().nullable() })), next: z.string().nullable(),
    }),
    async handle({ unit, actor }, { query: { cursor, limit } }) {
      const after = momentMark(cursor)
      if (cursor !== undefined && !after) return badCursor(words)
      const within = sql`(${withinAreas(actor, 'registry.merge', 'a')} and ${withinAreas(actor, 'registry.merge', 'b')})`
      const rows = await listApartPairs(unit.tx, actor.officeId, within, { limit: limit + 1, after }, tables)
      const items = rows.slice(0, limit)
      const side = sideOf(byline)
      return ok({
        items: items.map(({ a, b, score, decidedAt, decidedBy }) => ({ a: side(a), b: side(b), score, decidedAt: decidedAt.toISOString(), decidedBy })),
        next: rows.length > limit ? momentCursor(items.at(-1)?.decidedAt, items.at(-1)?.a.id) : null,
      })
    },
  })
}

const againOperation = ({ prefix, commands, pairAccess }: MergeApi<string, unknown>): ApiOperation => operation({
  method: 'post', path: `${prefix}/duplicates/{a}/{b}/reopen`, right: 'registry.merge', summary: 'Take back that two records are two: they wait for a decision again',
  access: pairAccess,
  answer: z.object({ state: z.literal('open') }),
  async handle({ unit, tools, actor, params }) {
    const done = await commands.askAgain(unit, tools, actor, [params['a'] ?? '', params['b'] ?? ''])
    return done.ok ? ok({ state: 'open' as const }) : done
  },
})

/** Doubles and merges of a register in the API. */
export const mergeOperationsOf = <Byline extends string, Evidence>(api: MergeApi<Byline, Evidence>): ApiOperation[] =>
  [pairsOperation(api), decideOperation(api), apartOperation(api), againOperation(api), mergesOperation(api), undoOperation(api)]

/** What the two halves of a pair share: both must lie where the caller may decide. */
export async function pairAccess({ unit, params }: Pick<UnitAsk, 'unit' | 'params'>) {
  const [a, b] = [await findBusinessAccess(unit.tx, params['a'] ?? ''), await findBusinessAccess(unit.tx, params['b'] ?? '')]
  if (!a?.officeId || a.officeId !== b?.officeId || !a.villageCode) return undefined
  return { officeId: a.officeId, villageCode: a.villageCode }
}

/** Doubles of businesses. */
export const mergeOperations = mergeOperationsOf({
  prefix: '', noun: 'business', tables: BUSINESS_TABLES, words: mergeWords, commands: businessMerges, byline: 'ownerName', pairAccess,
  evidence: z.object({ part: z.string(), agreement: z.number(), adds: z.number(), metres: z.number().optional() }),
})
