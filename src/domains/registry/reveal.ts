import { type Result, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import type { Cookie, UnitAsk } from '../../platform/http/context.ts'
import type { Unit } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import type { Tools } from '../../platform/tools.ts'
import { findBusinessAccess } from './business-store.ts'
import { findPerson } from './person-store.ts'

/** What is masked by default and may be asked for; `money` are capital and sales, which the API answers anyway. */
export const REVEALABLE = ['nationalId', 'familyCardNumber', 'phone', 'npwp', 'money'] as const
export type Revealable = (typeof REVEALABLE)[number]

/** Why an officer opens a masked value; it goes into the chain of reads, which the owner can see. */
export const PURPOSES = ['verification', 'contact', 'correction', 'inspection'] as const
export type Purpose = (typeof PURPOSES)[number]

/**
 * Whole numbers of the owner of a business. The right `person.reveal` is checked by the caller; every field leaves its trace,
 * unless owners look at their own.
 * @returns undefined when there is no such business
 */
export async function revealOwner(
  unit: Unit, tools: Tools, actor: Actor, businessId: string, { fields, purpose }: { fields: readonly Revealable[]; purpose: Purpose },
): Promise<Result<Partial<Record<Revealable, string | null>>> | undefined> {
  const access = await findBusinessAccess(unit.tx, businessId)
  const person = access && await findPerson(unit.tx, tools.keys, access.ownerId)
  if (!person) return undefined
  traceReveal(unit, actor, { businessId, personId: person.id, officeId: person.officeId }, fields, purpose)
  return ok(Object.fromEntries(fields.filter((field) => field !== 'money').map((field) => [field, person[field] ?? null])))
}

type Subject = { businessId: string; personId: string; officeId: string }

/** Leaves one trace for each field; its kind says which field and what for. */
export function traceReveal(unit: Unit, actor: Actor, subject: Subject, fields: readonly Revealable[], purpose: Purpose): void {
  if (actor.personId === subject.personId) return
  for (const field of fields) {
    unit.looked(subject.officeId, actor, 'person.reveal', { kind: `${field} for ${purpose}`, id: subject.businessId,
      personId: subject.personId })
  }
}

/** What this session has opened of one business, for some minutes. */
export type Shown = { fields: ReadonlySet<Revealable>; purpose: Purpose | undefined }

export const NOTHING_SHOWN: Shown = { fields: new Set(), purpose: undefined }
const COOKIE = 'tampil'
const SHOWN_SECONDS = 300

const seal = (keys: Keys, actor: Actor, text: string) => keys.hash('reveal', `${actor.sessionId ?? ''}\n${text}`).toString('base64url')
const isRevealable = (text: string): text is Revealable => REVEALABLE.some((field) => field === text)

/** The cookie that lets the next pages of this session show the fields, until it expires. It holds no data, only what was asked. */
export function shownCookie(keys: Keys, actor: Actor, nowMs: number, businessId: string, shown: Shown): Cookie {
  const text = [businessId, [...shown.fields].join('+'), shown.purpose ?? '', nowMs + SHOWN_SECONDS * 1000].join('.')
  return { name: COOKIE, value: `${text}.${seal(keys, actor, text)}`, maxAgeS: SHOWN_SECONDS }
}

/** What this session has opened of this business and may still see. */
export function shownOn({ cookies, actor, tools, unit }: UnitAsk, businessId: string): Shown {
  const value = cookies[COOKIE] ?? ''
  const [id = '', fields = '', purpose, until = ''] = value.split('.')
  const text = value.slice(0, value.lastIndexOf('.'))
  if (!actor || id !== businessId || Number(until) <= unit.now.epochMilliseconds) return NOTHING_SHOWN
  if (seal(tools.keys, actor, text) !== value.slice(text.length + 1)) return NOTHING_SHOWN
  return { fields: new Set(fields.split('+').filter(isRevealable)), purpose: PURPOSES.find((one) => one === purpose) }
}
