import { Temporal } from 'temporal-polyfill'
import { formatRupiah } from '../../kernel/rupiah.ts'
import { longDate, wibDate } from '../../kernel/wib.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { findPlace, getOffice } from '../office/index.ts'
import { type KeptBusiness, findBusiness } from './business-store.ts'
import { scaleOfBusiness } from './core/business-check.ts'
import { findStandingId } from './family-store.ts'
import { letterWords as words } from './messages.id.ts'
import { type Person, findPerson } from './person-store.ts'

/** What a letter says of a business and its owner, in the words of a letter. */
export type LetterSubject = {
  holderId: string
  holder: { name: string; nationalId: string; birth: string; address: string }
  business: {
    registryNumber: string; name: string; address: string; kbli: string; products: string; startedOn: string; nib: string; workers: string; scale: string
  }
  scale: 'none' | 'micro' | 'small' | 'medium' | 'large'
  /** The article and the bound by which the scale was found. */
  criterion: string
  /** Village and district. */
  place: string
}

/** `2015-03-01` as `Maret 2015`: the day is seldom known. */
const monthAndYear = (iso: string): string => longDate(Temporal.PlainDate.from(iso)).replace(/^\d+ /, '')

async function addressOf(tx: Tx, address: string | undefined, villageCode: string | undefined, regency: string): Promise<string> {
  const place = villageCode === undefined ? undefined : await findPlace(tx, villageCode)
  const region = place ? words.region({ ...place, regency }) : ''
  return [address, region].filter(Boolean).join(', ') || words.unknown
}

function birthOf(person: Person): string {
  const date = person.birthDate ? longDate(Temporal.PlainDate.from(person.birthDate)) : undefined
  return [person.birthPlace, date].filter(Boolean).join(', ') || words.unknown
}

function workersOf({ record }: KeptBusiness): string {
  const male = (record.workersPaidMale ?? 0) + (record.workersUnpaidMale ?? 0)
  const female = (record.workersPaidFemale ?? 0) + (record.workersUnpaidFemale ?? 0)
  return male + female === 0 ? words.unknown : words.workers(male, female)
}

function criterionOf({ record }: KeptBusiness, asOf: Temporal.PlainDate): string {
  const decision = scaleOfBusiness(record, asOf)
  if (!decision) return words.unknown
  return words.criterion(decision.source, decision.criterion, decision.upTo === null ? undefined : formatRupiah(decision.upTo))
}

/** The record a letter speaks of: where it was merged, the one that took its place, as long as that belongs to the same person. */
async function standingBusiness(tx: Tx, keys: Keys, businessId: string): Promise<KeptBusiness | undefined> {
  const kept = await findBusiness(tx, keys, businessId)
  if (!kept?.mergedInto) return kept
  const standing = await findBusiness(tx, keys, await findStandingId(tx, kept.id) ?? kept.id)
  return standing?.ownerId === kept.ownerId ? standing : kept
}

/**
 * What a letter about a business says, with the owner's NIK in full: the letter is his own, and a bank must know who he is.
 * Source: letters.md 3 (contents of a surat keterangan)
 */
export async function letterSubject(tx: Tx, keys: Keys, now: Temporal.Instant, businessId: string): Promise<LetterSubject> {
  const kept = await standingBusiness(tx, keys, businessId)
  const person = kept && await findPerson(tx, keys, kept.ownerId)
  if (!kept || !person) throw new Error('a letter was asked for a business that is not there')
  const office = await getOffice(tx, kept.officeId)
  const regency = office.government.replace(/^Pemerintah /, '')
  const { record } = kept
  return {
    holderId: person.id,
    holder: {
      name: person.name, nationalId: person.nationalId ?? words.unknown, birth: birthOf(person),
      address: await addressOf(tx, person.address, person.villageCode, regency),
    },
    business: {
      registryNumber: kept.registryNumber, name: record.name, address: await addressOf(tx, record.address, record.villageCode, regency),
      kbli: kept.kbliTitle === null ? words.unknown : words.kbli(record.kbli ?? '', kept.kbliTitle, record.kbliVersion ?? ''),
      products: record.mainProduct ?? kept.kbliTitle ?? words.unknown, startedOn: record.startedOn ? monthAndYear(record.startedOn) : words.unknown,
      nib: record.nib ?? words.none, workers: workersOf(kept), scale: kept.scale ? words.scale[kept.scale] : words.unknown,
    },
    scale: kept.scale ?? 'none', criterion: criterionOf(kept, wibDate(now)), place: `${kept.village}, ${kept.district}`,
  }
}
