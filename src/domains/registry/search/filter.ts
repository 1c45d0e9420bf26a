import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Actor, type Operation, areasFor } from '../../../kernel/rights.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { toDb } from '../../../platform/db/unit.ts'
import type { BusinessStatus } from '../core/business-choices.ts'
import { QUALITY_RULE } from '../core/completeness.ts'
import { marks } from '../core/search-text.ts'

/** What a business has, or `no-nib`: what it lacks. */
export const PERMITS = ['nib', 'no-nib', 'pirt', 'halal', 'trademark'] as const
export type Permit = (typeof PERMITS)[number]

/** `due`: not confirmed for more than twelve months. */
export const FRESHNESS = ['due', 'fresh'] as const
export type Freshness = (typeof FRESHNESS)[number]

/** `none`: neither capital nor sales are known. */
export const SCALE_CHOICES = ['micro', 'small', 'medium', 'large', 'none'] as const
export type ScaleChoice = (typeof SCALE_CHOICES)[number]

/** `relevance` is for questions in words; `unconfirmed`: the longest not confirmed first. */
export const SORTS = ['relevance', 'newest', 'name', 'unconfirmed'] as const
export type Sort = (typeof SORTS)[number]

export type BusinessFilter = {
  /** Words of name, owner, product and place; or a whole registry number or NIB. */
  q?: string | undefined
  district?: string | undefined
  village?: string | undefined
  /** Two to five digits of the activity, or the letter of a category of KBLI 2020. */
  kbli?: string | undefined
  scale?: ScaleChoice | undefined
  permits?: readonly Permit[] | undefined
  status?: BusinessStatus | undefined
  freshness?: { is: Freshness; now: Temporal.Instant } | undefined
  ownerId?: string | undefined
  sort?: Sort | undefined
}

/** The part of the registry within which somebody asks; `own`: what that person owns. */
export type Reach = { officeId: string; areas: 'all' | 'own' | readonly string[]; personId?: string | undefined }

export const reachOf = (actor: Actor, operation: Operation): Reach =>
  ({ officeId: actor.officeId, areas: areasFor(actor, operation), personId: actor.personId })

/** An area that is read in order by an index of its own. */
export type Scope = { kind: 'owner' | 'village' | 'district' | 'kbli' | 'office'; condition: RawBuilder<unknown> }

/** A filter as the database is asked. Everything in `conditions` is true of what is found; scopes and marks only lead there sooner. */
export type Plan = {
  scopes: readonly Scope[]
  conditions: RawBuilder<unknown>
  /** Is there more to the conditions than the scopes say? */
  isNarrower: boolean
  /** Of each group one mark must be there. Rare things only: what most businesses have would make a search slow. */
  marks: readonly (readonly string[])[]
}

const office = ({ officeId }: Reach): Scope => ({ kind: 'office', condition: sql`b.office_id = ${officeId}` })
const districtScope = ({ officeId }: Reach, code: string): Scope =>
  ({ kind: 'district', condition: sql`b.office_id = ${officeId} and b.district_code = ${code}` })
const villageScope = ({ officeId }: Reach, code: string): Scope =>
  ({ kind: 'village', condition: sql`b.village_code = ${code} and b.office_id = ${officeId}` })

const areaScope = (reach: Reach, code: string): Scope => {
  const depth = code.split('.').length
  if (depth === 4) return villageScope(reach, code)
  return depth === 3 ? districtScope(reach, code)
    : { kind: 'office', condition: sql`b.office_id = ${reach.officeId} and b.district_code like ${`${code}.%`}` }
}

const areaMark = (code: string): string[] => {
  const depth = code.split('.').length
  if (depth === 4) return [marks.village(code)]
  return depth === 3 ? [marks.district(code)] : []
}

const anyOf = (scopes: readonly Scope[]) => sql`(${sql.join(scopes.map(({ condition }) => condition), sql` or `)})`

/** The area the right reaches, and whether it is less than the office. */
function limitsOf(reach: Reach): { scopes: Scope[]; marks: string[] } {
  const { areas, personId } = reach
  if (areas === 'all') return { scopes: [], marks: [] }
  if (areas === 'own') return { scopes: [{ kind: 'owner', condition: sql`b.owner_id = ${personId ?? null}::uuid` }], marks: [] }
  const found = areas.map(areaMark)
  return { scopes: areas.map((code) => areaScope(reach, code)), marks: found.every((one) => one.length > 0) ? found.flat() : [] }
}

type KbliFilter = { condition: RawBuilder<unknown>; marks: string[]; scope?: Scope }

async function kbliFilter(tx: Db | Tx, { officeId }: Reach, typed: string): Promise<KbliFilter> {
  if (/^[A-Z]$/.test(typed)) {
    const { rows } = await sql<{ code: string }>`
      select code from registry.kbli where version = '2020' and level = 2 and category = ${typed} order by code limit 99`.execute(tx)
    const divisions = rows.map(({ code }) => code)
    return { condition: sql`left(b.kbli, 2) = any(${sql.val(divisions)}::text[])`, marks: divisions.length > 0 ? divisions.map(marks.kbli) : [marks.kbli(typed)] }
  }
  if (typed.length < 5) return { condition: sql`b.kbli like ${`${typed}%`}`, marks: [marks.kbli(typed)] }
  return {
    condition: sql`b.kbli = ${typed}`, marks: [marks.kbli(typed)],
    scope: { kind: 'kbli', condition: sql`b.office_id = ${officeId} and b.kbli = ${typed}` },
  }
}

const holds = (mark: string) => sql`b.search @@ ${`'${mark}'`}::tsquery`

function permitConditions(permits: readonly Permit[]): { conditions: RawBuilder<unknown>[]; marks: string[][] } {
  const marked = permits.filter((one) => one === 'pirt' || one === 'halal' || one === 'trademark').map(marks.permit)
  return {
    conditions: [
      ...(permits.includes('nib') ? [sql`b.nib is not null`] : []), ...(permits.includes('no-nib') ? [sql`b.nib is null`] : []),
      ...marked.map(holds),
    ],
    marks: marked.map((one) => [one]),
  }
}

/** Confirmed before this moment is due for renewal. */
export const dueBefore = (now: Temporal.Instant): Date =>
  toDb(now.toZonedDateTimeISO('+07:00').subtract({ months: QUALITY_RULE.freshMonths }).toInstant())

function stateConditions({ status, scale, freshness, permits = [] }: BusinessFilter): { conditions: RawBuilder<unknown>[]; marks: string[][] } {
  const permitted = permitConditions(permits)
  return {
    conditions: [
      // An absorbed record is found through the one that stays, or where doubles are asked for.
      status ? sql`b.status = ${status}` : sql`b.merged_into is null`,
      ...(scale === undefined ? [] : [scale === 'none' ? sql`b.scale is null` : sql`b.scale = ${scale}`]),
      ...(freshness?.is === 'due' ? [sql`b.last_confirmed_at < ${dueBefore(freshness.now)}`] : []),
      ...(freshness?.is === 'fresh' ? [sql`b.last_confirmed_at >= ${dueBefore(freshness.now)}`] : []),
      ...permitted.conditions,
    ],
    marks: [
      ...(status && status !== 'active' ? [[marks.status(status)]] : []), ...(scale && scale !== 'micro' ? [[marks.scale(scale)]] : []),
      ...permitted.marks,
    ],
  }
}

/** The narrowest area that has its own indexes; of activity and district the activity, which is rarer. */
function scopesOf(reach: Reach, filter: BusinessFilter, reached: Scope[], kbli: KbliFilter | undefined): Scope[] {
  if (filter.ownerId) return [{ kind: 'owner', condition: sql`b.owner_id = ${filter.ownerId}::uuid` }]
  if (filter.village) return [villageScope(reach, filter.village)]
  if (reached.some(({ kind }) => kind === 'owner')) return reached
  if (kbli?.scope) return [kbli.scope]
  if (filter.district) return [districtScope(reach, filter.district)]
  return reached.length > 0 ? reached : [office(reach)]
}

/** What the database is asked for a filter, within the reach of who asks. */
export async function planOf(tx: Db | Tx, reach: Reach, filter: BusinessFilter): Promise<Plan> {
  const reached = limitsOf(reach)
  const kbli = filter.kbli ? await kbliFilter(tx, reach, filter.kbli) : undefined
  const state = stateConditions(filter)
  const scopes = scopesOf(reach, filter, reached.scopes, kbli)
  const narrowing = [
    ...(reached.scopes.length > 0 ? [anyOf(reached.scopes)] : []),
    ...(filter.district ? [sql`b.district_code = ${filter.district}`] : []), ...(filter.village ? [sql`b.village_code = ${filter.village}`] : []),
    ...(filter.ownerId ? [sql`b.owner_id = ${filter.ownerId}::uuid`] : []), ...(kbli ? [kbli.condition] : []),
  ]
  const alwaysHolds = filter.status ? 0 : 1
  return {
    scopes, isNarrower: narrowing.length + state.conditions.length - alwaysHolds > (scopes[0]?.kind === 'office' ? 0 : 1),
    conditions: sql.join([sql`b.office_id = ${reach.officeId}`, ...narrowing, ...state.conditions], sql` and `),
    marks: [
      reached.marks, filter.village ? areaMark(filter.village) : filter.district ? areaMark(filter.district) : [], kbli?.marks ?? [], ...state.marks,
    ].filter((group) => group.length > 0),
  }
}

/** Everything within reach, absorbed records too. */
export function wholeOf(reach: Reach): RawBuilder<unknown> {
  const { scopes } = limitsOf(reach)
  return scopes.length > 0 ? sql`b.office_id = ${reach.officeId} and ${anyOf(scopes)}` : sql`b.office_id = ${reach.officeId}`
}
