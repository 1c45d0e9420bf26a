import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { BUSINESS_STATUSES } from '../core/business-choices.ts'
import { apiWords as t, searchApiWords as s } from '../screen-messages.id.ts'
import { type BusinessFilter, FRESHNESS, PERMITS, SORTS } from './filter.ts'

const permitsSchema = z.string().transform((text) => text.split(',')).pipe(z.array(z.enum(PERMITS, { error: s.legality })).max(PERMITS.length, s.legality))

/** What `GET /businesses` may be asked: see the contract, section 5; `scale`, `legality`, `freshness` and `sort` came with the search. */
export const listQuery = z.object({
  q: z.string().max(200, t.query).optional(), district: z.string().optional(), village: z.string().optional(),
  kbli: z.string().regex(/^(\d{2,5}|[A-U])$/, s.kbli).optional(),
  status: z.enum(BUSINESS_STATUSES, { error: t.status }).optional(),
  scale: z.enum(['micro', 'small', 'medium', 'large', 'none'], { error: s.scale }).optional(),
  legality: permitsSchema.optional(), freshness: z.enum(FRESHNESS, { error: s.freshness }).optional(),
  sort: z.enum(SORTS, { error: s.sort }).optional(), cursor: z.string().optional(),
})

type Query = Omit<z.output<typeof listQuery>, 'cursor'>

/** The filter that a query asks for, as of now. */
export function filterAsked({ legality, freshness, ...rest }: Query, now: Temporal.Instant): BusinessFilter {
  return { ...rest, permits: legality, freshness: freshness && { is: freshness, now } }
}
