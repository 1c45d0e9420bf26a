import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { BUSINESS_STATUSES } from '../core/business-choices.ts'
import { apiWords as t, searchApiWords as s } from '../screen-messages.id.ts'
import { type BusinessFilter, FRESHNESS, PERMITS, SCALE_CHOICES, SORTS } from './filter.ts'

const permitsSchema = z.string().refine((text) => text.split(',').every((one) => PERMITS.some((permit) => permit === one)), s.legality)

/** What narrows the registry, as codes: the API, the command line and the sealed address of a download all speak so. */
const codes = {
  q: z.string().max(200, t.query).optional(),
  district: z.string().regex(/^\d\d\.\d\d\.\d\d$/, s.district).optional(), village: z.string().regex(/^\d\d\.\d\d\.\d\d\.\d{4}$/, s.village).optional(),
  kbli: z.string().regex(/^(\d{2,5}|[A-U])$/, s.kbli).optional(),
  status: z.enum(BUSINESS_STATUSES, { error: t.status }).optional(),
  scale: z.enum(SCALE_CHOICES, { error: s.scale }).optional(),
  legality: permitsSchema.optional(), freshness: z.enum(FRESHNESS, { error: s.freshness }).optional(),
}

/** A filter as codes; `owner` is the id of a person of the registry. */
export const filterCodesSchema = z.object({ ...codes, owner: z.uuid({ error: s.owner }).optional() })
export type FilterCodes = z.output<typeof filterCodesSchema>

/** What `GET /businesses` may be asked: see the contract, section 5; `scale`, `legality`, `freshness` and `sort` came with the search. */
export const listQuery = z.object({ ...codes, sort: z.enum(SORTS, { error: s.sort }).optional(), cursor: z.string().optional() })

/** The filter that codes ask for, as of now. */
export function filterAsked({ legality, freshness, owner, ...rest }: FilterCodes, now: Temporal.Instant): BusinessFilter {
  const permits = legality?.split(',').flatMap((one) => PERMITS.find((permit) => permit === one) ?? [])
  return { ...rest, permits, freshness: freshness && { is: freshness, now }, ownerId: owner }
}

/** The codes of a filter, without its order. */
export function codesOf({ permits, freshness, ownerId, sort: _sort, q, ...rest }: BusinessFilter): FilterCodes {
  const given = { ...rest, q: q?.trim() || undefined, legality: permits?.join(',') || undefined, freshness: freshness?.is, owner: ownerId }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** A filter as lines such as `district=35.15.05`, for the sheet of explanations. */
export const codeLines = (filter: BusinessFilter): string[] =>
  Object.entries(codesOf(filter)).map(([key, value]) => `${key}=${value}`).toSorted()

/** The same for the log, which holds nothing that may be a name: of words it only says that there were some. */
export const loggedCodes = (filter: BusinessFilter): string[] => codeLines(filter).map((line) => (line.startsWith('q=') ? 'q' : line))
