import { sql } from 'kysely'
import { z } from 'zod'
import { type Result, invalid, ok } from '../../kernel/result.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import { withinAreas } from './area-condition.ts'
import { findBusinessAccess } from './business-store.ts'
import { momentCursor, momentMark, pairCursor, pairMark } from './marks.ts'
import { askAgain, keepApart, mergeBusinesses, unmerge } from './merge-businesses.ts'
import { mergeWords as t } from './merge-messages.id.ts'
import { findMergeAccess, listMerges } from './merge-store.ts'
import { type ListedPair, countOpenPairs, listApartPairs, listOpenPairs } from './pairs-store.ts'
import { apiWords } from './screen-messages.id.ts'

const limitSchema = z.coerce.number({ error: apiWords.limit }).int(apiWords.limit).min(1, apiWords.limit).max(200, apiWords.limit).default(50)
const badCursor = (): Result<never> => invalid([{ field: 'cursor', message: t.cursor }])

const sideSchema = z.object({ id: z.string(), registryNumber: z.string(), name: z.string(), ownerName: z.string(), village: z.string(), district: z.string() })

/** What the two halves of a pair share: both must lie where the caller may decide. */
export async function pairAccess({ unit, params }: Pick<UnitAsk, 'unit' | 'params'>) {
  const [a, b] = [await findBusinessAccess(unit.tx, params['a'] ?? ''), await findBusinessAccess(unit.tx, params['b'] ?? '')]
  if (!a?.officeId || a.officeId !== b?.officeId || !a.villageCode) return undefined
  return { officeId: a.officeId, villageCode: a.villageCode }
}

const side = ({ id, number, name, owner, village, district }: ListedPair['a']) => ({ id, registryNumber: number, name, ownerName: owner, village, district })

const pairs = operation({
  method: 'get', path: '/duplicates', right: 'registry.merge', summary: 'Pairs of records that may be one business, the most suspicious first',
  query: z.object({ verdict: z.enum(['probable', 'review']).optional(), district: z.string().optional(), cursor: z.string().optional(), limit: limitSchema }),
  answer: z.object({
    items: z.array(z.object({
      a: sideSchema, b: sideSchema, score: z.number(), verdict: z.enum(['probable', 'review']),
      parts: z.array(z.object({ part: z.string(), agreement: z.number(), adds: z.number(), metres: z.number().optional() })),
    })),
    counts: z.object({ probable: z.int(), review: z.int() }), next: z.string().nullable(),
  }),
  async handle({ unit, actor }, { query: { cursor, limit, ...filter } }) {
    const after = pairMark(cursor)
    if (cursor !== undefined && !after) return badCursor()
    const within = sql`(${withinAreas(actor, 'registry.merge', 'a')} and ${withinAreas(actor, 'registry.merge', 'b')})`
    const rows = await listOpenPairs(unit.tx, actor.officeId, within, filter, { limit: limit + 1, after })
    const items = rows.slice(0, limit)
    return ok({
      items: items.map(({ a, b, score, verdict, parts }) => ({ a: side(a), b: side(b), score, verdict, parts })),
      counts: await countOpenPairs(unit.tx, actor.officeId, within, filter), next: rows.length > limit ? pairCursor(items.at(-1)) : null,
    })
  },
})

const decide = operation({
  method: 'post', path: '/duplicates/{a}/{b}/decide', right: 'registry.merge', summary: 'Merge two records, or keep that they are two businesses',
  access: pairAccess,
  body: z.object({
    decision: z.enum(['merge', 'distinct']), survivorId: z.string({ error: t.survivorNeeded }).optional(), take: z.array(z.string()).max(100).default([]),
    versions: z.record(z.string(), z.int()).optional(), seen: z.enum(['open', 'distinct', 'merged']).optional(),
  }),
  answer: z.object({ decision: z.enum(['merge', 'distinct']), mergeId: z.string().nullable(), survivorId: z.string().nullable() }),
  async handle({ unit, tools, actor, params }, { body: { decision, survivorId, take, versions, seen } }) {
    const ids: [string, string] = [params['a'] ?? '', params['b'] ?? '']
    if (decision === 'distinct') {
      const done = await keepApart(unit, tools, actor, ids, seen)
      return done.ok ? ok({ decision, mergeId: null, survivorId: null }) : done
    }
    if (survivorId === undefined || !ids.includes(survivorId)) return invalid([{ field: 'survivorId', message: t.survivorNeeded }])
    const absorbedId = ids[0] === survivorId ? ids[1] : ids[0]
    const merged = await mergeBusinesses(unit, tools, actor, { survivorId, absorbedId, take, versions, seen })
    return merged.ok ? ok({ decision, mergeId: merged.value.mergeId, survivorId }) : merged
  },
})

const merges = operation({
  method: 'get', path: '/merges', right: 'registry.merge', summary: 'Merges of the office, the newest first, those undone among them',
  query: z.object({ cursor: z.string().optional(), limit: limitSchema }),
  answer: z.object({
    items: z.array(z.object({
      id: z.string(), survivorId: z.string(), absorbedId: z.string(), mergedAt: z.string(), mergedBy: z.string().nullable(), undoneAt: z.string().nullable(),
    })),
    next: z.string().nullable(),
  }),
  async handle({ unit, actor }, { query: { cursor, limit } }) {
    const after = momentMark(cursor)
    if (cursor !== undefined && !after) return badCursor()
    const rows = await listMerges(unit.tx, actor.officeId, withinAreas(actor, 'registry.merge', 'b'), { limit: limit + 1, after })
    const items = rows.slice(0, limit)
    return ok({
      items: items.map(({ id, survivorId, absorbedId, mergedAt, mergedBy, undoneAt }) =>
        ({ id, survivorId, absorbedId, mergedAt: mergedAt.toISOString(), mergedBy, undoneAt: undoneAt?.toISOString() ?? null })),
      next: rows.length > limit ? momentCursor(items.at(-1)?.mergedAt, items.at(-1)?.id) : null,
    })
  },
})

const undo = operation({
  method: 'post', path: '/merges/{id}/undo', right: 'registry.merge', summary: 'Take a merge back; what was said since stays',
  access: ({ unit, params }) => findMergeAccess(unit.tx, params['id'] ?? ''),
  answer: z.object({ survivorId: z.string(), absorbedId: z.string() }),
  handle: ({ unit, tools, actor, params }) => unmerge(unit, tools, actor, params['id'] ?? ''),
})

const apart = operation({
  method: 'get', path: '/duplicates/distinct', right: 'registry.merge', summary: 'Pairs that were found to be two businesses, the last decided first',
  query: z.object({ cursor: z.string().optional(), limit: limitSchema }),
  answer: z.object({
    items: z.array(z.object({ a: sideSchema, b: sideSchema, score: z.number(), decidedAt: z.string(), decidedBy: z.string().nullable() })), next: z.string().nullable(),
  }),
  async handle({ unit, actor }, { query: { cursor, limit } }) {
    const after = momentMark(cursor)
    if (cursor !== undefined && !after) return badCursor()
    const within = sql`(${withinAreas(actor, 'registry.merge', 'a')} and ${withinAreas(actor, 'registry.merge', 'b')})`
    const rows = await listApartPairs(unit.tx, actor.officeId, within, { limit: limit + 1, after })
    const items = rows.slice(0, limit)
    return ok({
      items: items.map(({ a, b, score, decidedAt, decidedBy }) => ({ a: side(a), b: side(b), score, decidedAt: decidedAt.toISOString(), decidedBy })),
      next: rows.length > limit ? momentCursor(items.at(-1)?.decidedAt, items.at(-1)?.a.id) : null,
    })
  },
})

const again = operation({
  method: 'post', path: '/duplicates/{a}/{b}/reopen', right: 'registry.merge', summary: 'Take back that two records are two businesses: they wait for a decision again',
  access: pairAccess,
  answer: z.object({ state: z.literal('open') }),
  async handle({ unit, tools, actor, params }) {
    const done = await askAgain(unit, tools, actor, [params['a'] ?? '', params['b'] ?? ''])
    return done.ok ? ok({ state: 'open' as const }) : done
  },
})

/** Doubles and merges in the API. */
export const mergeOperations: ApiOperation[] = [pairs, decide, apart, again, merges, undo]
