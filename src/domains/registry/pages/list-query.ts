import type { Temporal } from 'temporal-polyfill'
import { BUSINESS_STATUSES } from '../core/business-choices.ts'
import { listWords as w } from '../list-messages.id.ts'
import { choiceLabels } from '../messages.id.ts'
import { isUuid } from '../person-store.ts'
import { screenId } from '../screen-messages.id.ts'
import { type BusinessFilter, FRESHNESS, type Freshness, PERMITS, SCALE_CHOICES, SORTS, type ScaleChoice } from '../search/filter.ts'

export const LIST = '/petugas/usaha'
export const MAP = '/petugas/usaha/peta'
export const EXPORT = '/petugas/ekspor'

export type Query = Readonly<Record<string, string>>

/** Keys of the address that narrow the list, as officers' addresses speak. */
const NARROWING = ['q', 'kecamatan', 'desa', 'kbli', 'golongan', 'izin', 'status', 'mutakhir', 'pemilik'] as const
type Narrowing = (typeof NARROWING)[number]
/** What one of the two forms does not ask for itself and must keep. */
export const KEPT_BY_FILTERS = ['q', 'pemilik', 'urut'] as const
export const KEPT_BY_SEARCH = ['kecamatan', 'desa', 'kbli', 'golongan', 'izin', 'status', 'mutakhir'] as const

const SORT_NAMES = { relevance: 'cocok', newest: 'terbaru', name: 'nama', unconfirmed: 'lama' } as const
const FRESHNESS_NAMES: Record<Freshness, string> = { due: 'perlu', fresh: 'baru' }

export const scaleLabel = (scale: ScaleChoice): string => (scale === 'none' ? w.scaleNone : screenId.scale.is[scale])
export const freshnessName = (one: Freshness): string => FRESHNESS_NAMES[one]

const one = <Code extends string>(codes: readonly Code[], value: string | undefined): Code | undefined => codes.find((code) => code === value)
const shaped = (shape: RegExp, value = '') => (shape.test(value) ? value : undefined)

/** What the address asks for; what is none of ours is passed over. */
export function filterOf(query: Query, now: Temporal.Instant): BusinessFilter {
  const district = shaped(/^\d\d\.\d\d\.\d\d$/, query['kecamatan'])
  const village = shaped(/^\d\d\.\d\d\.\d\d\.\d{4}$/, query['desa'])
  const freshness = FRESHNESS.find((each) => FRESHNESS_NAMES[each] === query['mutakhir'])
  const sort = SORTS.find((each) => SORT_NAMES[each] === query['urut'])
  const permit = one(PERMITS, query['izin'])
  return {
    q: query['q']?.slice(0, 200), district,
    // A village of another district was chosen before the district was changed.
    village: district && village?.startsWith(`${district}.`) === false ? undefined : village,
    kbli: shaped(/^(\d{2,5}|[A-U])$/, query['kbli']?.trim().toUpperCase()), scale: one(SCALE_CHOICES, query['golongan']),
    permits: permit ? [permit] : undefined, status: one(BUSINESS_STATUSES, query['status']),
    freshness: freshness && { is: freshness, now }, ownerId: isUuid(query['pemilik'] ?? '') ? query['pemilik'] : undefined,
    sort: sort ?? (freshness === 'due' && !query['q'] ? 'unconfirmed' : undefined),
  }
}

/** An address with the same question, but for what is changed; undefined takes away. A changed list begins at its beginning. */
export function hrefWith(path: string, query: Query, changes: Record<string, string | undefined> = {}): string {
  const asked: Record<string, string | undefined> = { ...query, sesudah: undefined, ...changes }
  const kept = Object.entries(asked).flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : []))
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`
}

export const sortHref = (query: Query, sort: keyof typeof SORT_NAMES): string => hrefWith(LIST, query, { urut: SORT_NAMES[sort] })

/** Names of places and activities that stand in an address as codes. */
export type Named = { district?: string | undefined; village?: string | undefined; kbliTitle?: string | undefined }

function chipTexts({ q, district, village, kbli, scale, permits, status, freshness, ownerId }: BusinessFilter, named: Named): [Narrowing, string][] {
  const permit = permits?.[0]
  const texts: [Narrowing, string | undefined][] = [
    ['q', q && w.chipWords(q)], ['kecamatan', district && `${w.district}: ${named.district ?? district}`],
    ['desa', village && `${w.village}: ${named.village ?? village}`], ['kbli', kbli && `${w.kbli} ${kbli}${named.kbliTitle ? ` ${named.kbliTitle}` : ''}`],
    ['golongan', scale && scaleLabel(scale)], ['izin', permit && w.permits[permit]], ['status', status && choiceLabels.status[status]],
    ['mutakhir', freshness && w.freshnesses[freshness.is]], ['pemilik', ownerId && w.chipOwner],
  ]
  return texts.flatMap(([key, text]): [Narrowing, string][] => (text ? [[key, text]] : []))
}

/** What narrows the list, each with the address without it. */
export function chipsOf(path: string, query: Query, filter: BusinessFilter, named: Named): { text: string; href: string }[] {
  return chipTexts(filter, named).map(([key, text]) => ({
    text, href: hrefWith(path, query, { [key]: undefined, ...(key === 'kecamatan' ? { desa: undefined } : {}) }),
  }))
}

export const isNarrowed = (query: Query): boolean => NARROWING.some((key) => Boolean(query[key]))
