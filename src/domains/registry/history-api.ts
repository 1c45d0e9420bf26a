import { z } from 'zod'
import { type Act, fold, type Told } from '../../kernel/ledger.ts'
import { type Result, invalid, notFound, ok } from '../../kernel/result.ts'
import { formatInstant } from '../../kernel/wib.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import { findBusinessAccess } from './business-store.ts'
import { listActs } from './changes-store.ts'
import { kindOf } from './core/business-blocks.ts'
import { maskSixteenDigits } from './core/national-id.ts'
import { trustOf } from './core/trust.ts'
import { isUuid } from './person-store.ts'
import { viewOf } from './history.ts'
import { mergeWords } from './merge-messages.id.ts'
import { apiWords } from './screen-messages.id.ts'
import { timelineCursor, timelineMark, timelineOf } from './timeline.ts'

const accessOf = ({ unit, params }: UnitAsk) => findBusinessAccess(unit.tx, params['id'] ?? '')

/** A day to look from; both for `GET /businesses/{id}` and for its values. */
export const lookingSchema = z.object({
  trueOn: z.iso.date({ error: apiWords.day }).optional(), knownAt: z.iso.date({ error: apiWords.day }).optional(),
})

const originSchema = z.object({ source: z.string(), kind: z.string(), by: z.string(), recordedAt: z.string(), observedOn: z.string(), validFrom: z.string() })
const valueSchema = originSchema.extend({ value: z.unknown(), rivals: z.array(originSchema.extend({ value: z.unknown() })) })

const originOf = ({ source, kind, by, recordedAt, observedOn, validFrom }: Act) => ({ source, kind, by, recordedAt: formatInstant(recordedAt), observedOn, validFrom })
const masked = (field: string, value: Told | undefined): Told => (kindOf(field) === 'hidden' && typeof value === 'string' ? maskSixteenDigits(value) : value ?? null)

const values = operation({
  method: 'get', path: '/businesses/{id}/values', right: 'business.read', summary: 'Each value with its source, time and who, and what other sources said instead',
  access: accessOf, query: lookingSchema, answer: z.object({ values: z.record(z.string(), valueSchema) }),
  async handle({ unit, tools, actor, params }, { query }) {
    const id = params['id'] ?? ''
    const access = await findBusinessAccess(unit.tx, id)
    if (access?.officeId && access.ownerId !== actor.personId) unit.looked(access.officeId, actor, 'business.read', { kind: 'business', id, personId: access.ownerId })
    const folded = fold(await listActs(unit.tx, tools.keys, id), trustOf, viewOf(query))
    return ok({
      values: Object.fromEntries(Object.entries(folded.origins).map(([field, act]) => [field, {
        value: masked(field, folded.values[field]), ...originOf(act),
        rivals: (folded.rivals[field] ?? []).map((rival) => ({ value: masked(field, rival.value), ...originOf(rival.act) })),
      }])),
    })
  },
})

const missing: Result<never> = notFound('not-found', apiWords.noBusiness)

const timeline = operation({
  method: 'get', path: '/businesses/{id}/timeline', right: 'business.read', summary: 'Everything that happened to a business and to the records merged into it, the newest first',
  access: accessOf, query: z.object({ cursor: z.string().optional(), limit: z.coerce.number({ error: apiWords.limit }).int().min(1).max(200).default(50) }),
  answer: z.object({
    items: z.array(z.object({
      at: z.string(), kind: z.string(), what: z.string(), businessId: z.string(), source: z.string().nullable(), fields: z.array(z.string()), undone: z.boolean(),
      status: z.string().nullable(), validFrom: z.string().nullable(), refId: z.string().nullable(), reference: z.string().nullable(),
    })),
    next: z.string().nullable(),
  }),
  async handle({ unit, actor, params }, { query: { cursor, limit } }) {
    const before = timelineMark(cursor)
    if (cursor !== undefined && !before) return invalid([{ field: 'cursor', message: mergeWords.cursor }])
    const { id = '' } = params
    if (!isUuid(id)) return missing
    const { entries, next } = await timelineOf(unit.tx, id, { limit, before, onlyOf: actor.kind === 'citizen' ? actor.personId : undefined })
    return ok({
      items: entries.map(({ at, kind, what, businessId, source, fields, isUndone, status, validFrom, refId, reference }) =>
        ({ at: at.toISOString(), kind, what, businessId, source, fields, undone: isUndone, status, validFrom, refId, reference })),
      next: next && timelineCursor(next),
    })
  },
})

/** The past of a business in the API. */
export const historyOperations: ApiOperation[] = [values, timeline]
