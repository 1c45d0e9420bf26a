import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { type Act, type Told, type Trust, fold, sameTold } from '../../../kernel/ledger.ts'
import type { Problem } from '../../../kernel/result.ts'
import { checkCooperative } from './check.ts'
import { nameWords } from './cooperative-name.ts'
import { legalEntityKey } from './identity.ts'
import { type BookYear, type Cooperative, type Position, bookYearSchema, cooperativeSchema, positionSchema } from './record.ts'
import { type Fields, fromFields, toFields } from './told.ts'

/** Offices that lists tell of, by what a list calls them, and where each stands. */
export const LISTED_OFFICES = {
  chair: { organ: 'board', role: 'chair' }, secretary: { organ: 'board', role: 'secretary' }, treasurer: { organ: 'board', role: 'treasurer' },
  supervisor: { organ: 'supervisory-board', role: 'chair' }, manager: { organ: 'management', role: 'manager' },
} as const satisfies Record<string, Pick<Position, 'organ' | 'role'>>
export type ListedOffice = keyof typeof LISTED_OFFICES

/** What a list may tell of a cooperative and of one of its book years: each answer by itself, none required. */
export const listedRecordSchema = cooperativeSchema.partial()
export const listedYearSchema = bookYearSchema
export const listedPersonSchema = positionSchema.pick({ name: true, phone: true })

export type ListedPerson = z.infer<typeof listedPersonSchema> & { office: ListedOffice }

/** What one row of a list tells. */
export type ListedAnswers = { record: z.infer<typeof listedRecordSchema>; bookYear?: BookYear | undefined; people: readonly ListedPerson[] }

/** What a cooperative must have to be one; a row that tells of one that is known may leave it out. */
export const LISTED_REQUIRED = ['name', 'legalEntityNumber', 'legalEntityDate', 'kind', 'address', 'villageCode'] as const

/** The answers of a row that a new cooperative would still need. */
export const missingAnswers = ({ record }: Pick<ListedAnswers, 'record'>): (typeof LISTED_REQUIRED)[number][] =>
  LISTED_REQUIRED.filter((field) => record[field] === undefined)

/** Stands in for what a row does not tell, so that the checks between answers see only what it does. */
const UNTOLD: Cooperative = { name: '-', kind: 'consumer', legalEntityNumber: '-', legalEntityDate: '1915-01-01', address: '-', villageCode: '-' }

/** What cannot be among the answers of one row: days to come, a meeting with more present than members. Fields as the record names them. */
export function listedProblems({ record, bookYear }: Pick<ListedAnswers, 'record' | 'bookYear'>, asOf: Temporal.PlainDate): Problem[] {
  const { name, kind, legalEntityNumber, address, villageCode } = UNTOLD
  const told: Cooperative = {
    ...record, name, kind, legalEntityNumber, legalEntityDate: record.legalEntityDate ?? UNTOLD.legalEntityDate, address, villageCode,
    kbli: undefined, kbliVersion: undefined,
  }
  return checkCooperative({ record: told, positions: [], bookYears: bookYear ? [bookYear] : [] }, { asOf, village: 'active', kbliVersions: [] }).problems
}

/** What holds for the whole list. `idOf`: the id of a position this row would add. */
export type ListedSpeaker = { observedOn: string; trust: Trust; actOf: (sets: Record<string, Told>) => Act; idOf: (office: ListedOffice) => string }

/** What a row says of a cooperative, field by field, and the positions of which something else is better known. */
export type ListedOffers = { sets: Fields; kept: string[] }

/**
 * What a row of a list says of a cooperative, as the fields of an act. A new holder of an office ends the term of the one before, where
 * the list is believed against what is known of him; else the one before stays and the row's is not told.
 * @param acts all that was said of the cooperative so far; empty for a new one
 */
export function listedOffers({ record, bookYear, people }: ListedAnswers, acts: readonly Act[], speaker: ListedSpeaker): ListedOffers {
  const held = fold(acts, speaker.trust).values
  const offers: ListedOffers = { sets: toFields({ record, positions: [], bookYears: bookYear ? [bookYear] : [] }), kept: [] }
  for (const field of ['name', 'legalEntityNumber'] as const) if (isOnlyWrittenOtherwise(field, held[field], record[field])) delete offers.sets[field]
  const { positions } = fromFields(held)
  for (const person of people) offerPerson(person, positions, acts, speaker, offers)
  return offers
}

/** `KSP SEJAHTERA` says nothing new of `Koperasi Simpan Pinjam "Sejahtera"`, nor do blanks of a number. */
function isOnlyWrittenOtherwise(field: 'name' | 'legalEntityNumber', held: Told | undefined, told: string | undefined): boolean {
  if (typeof held !== 'string' || told === undefined) return false
  return field === 'name' ? nameWords(held).join(' ') === nameWords(told).join(' ') : legalEntityKey(held) === legalEntityKey(told)
}

const samePerson = (a: string, b: string) => nameWords(a).join(' ') === nameWords(b).join(' ')
const plain = (position: Omit<Position, 'id'>): Told => Object.fromEntries(Object.entries(position).filter(([, value]) => value !== undefined)) as Told

function offerPerson(
  { office, name, phone }: ListedPerson, positions: readonly Position[], acts: readonly Act[], speaker: ListedSpeaker, offers: ListedOffers,
): void {
  const { organ, role } = LISTED_OFFICES[office]
  const day = speaker.observedOn
  const holders = positions.filter((one) => one.organ === organ && one.role === role && (one.to === undefined || one.to >= day))
  const known = holders.find((one) => samePerson(one.name, name))
  if (known) {
    const { id, ...position } = known
    if (phone !== undefined && phone !== position.phone) offers.sets[`position/${id}`] = plain({ ...position, phone })
    return
  }
  const ended = Object.fromEntries(holders.map(({ id, ...position }) => [`position/${id}`, plain({ ...position, to: day })]))
  // Whoever began after the day of the list came after the person it names.
  if (holders.some(({ from }) => from !== undefined && from > day) || !wins(ended, acts, speaker)) {
    offers.kept.push(...Object.keys(ended))
    return
  }
  Object.assign(offers.sets, ended)
  offers.sets[`position/${speaker.idOf(office)}`] = plain({ organ, role, name, phone })
}

/** Would all of this stand if the list said it? The rule of the ledger itself is asked. */
function wins(sets: Fields, acts: readonly Act[], { trust, actOf }: ListedSpeaker): boolean {
  const after = fold([...acts, actOf(sets)], trust).values
  return Object.entries(sets).every(([field, value]) => sameTold(after[field], value))
}
