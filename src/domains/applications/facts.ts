import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Act, fold } from '../../kernel/ledger.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { cooperativeChoiceLabels, findCooperative } from '../cooperatives/index.ts'
import { listHeldLetters } from '../letters/index.ts'
import { type KeptBusiness, findBusiness, findPerson, findStandingBusinessCard, letterSubject, listActs, namesFor, trustOf } from '../registry/index.ts'
import { type FactName, type Facts, factsOfBusiness, factsOfCooperative, factsOfOwner } from '../services/index.ts'

/** For whom and what a request is. */
export type Subject = { ownerId: string; businessId: string | null; cooperativeId?: string | null | undefined; serviceCode: string }

/** Where a fact came from: the act in the registry that told it. `who` is for officers. */
export type Origin = { of: 'owner' | 'business' | 'cooperative'; act: Act; who?: string | undefined }
export type Origins = Partial<Record<FactName, Origin>>
export type KnownFacts = { facts: Facts; origins: Origins }

/** Which field of the registry a fact is: where its origin is looked up, and what is proposed when somebody says it is wrong. */
export const FIELD_OF: Partial<Record<FactName, string>> = {
  'owner.name': 'name', 'owner.nationalId': 'nationalId', 'owner.birth': 'birthDate', 'owner.age': 'birthDate', 'owner.address': 'address',
  'owner.gender': 'gender', 'owner.phone': 'phone',
  'business.name': 'name', 'business.address': 'address', 'business.place': 'villageCode', 'business.kbli': 'kbli', 'business.activity': 'kbli',
  'business.mainProduct': 'mainProduct', 'business.startedOn': 'startedOn', 'business.monthsRunning': 'startedOn', 'business.scale': 'annualSales',
  'business.scaleText': 'annualSales', 'business.criterion': 'annualSales', 'business.capital': 'capital', 'business.annualSales': 'annualSales',
  'business.workers': 'workersUnpaidMale', 'business.workersText': 'workersUnpaidMale', 'business.status': 'status', 'business.nib': 'nib',
  'business.npwp': 'npwp', 'business.pirt': 'pirt', 'business.halal': 'halalNumber', 'business.trademark': 'trademarkNumber',
  'cooperative.name': 'name', 'cooperative.address': 'address', 'cooperative.place': 'villageCode', 'cooperative.kind': 'kind',
  'cooperative.kindText': 'kind', 'cooperative.level': 'level', 'cooperative.pattern': 'pattern', 'cooperative.status': 'status',
  'cooperative.cooperativeNumber': 'cooperativeNumber', 'cooperative.legalEntityNumber': 'legalEntityNumber',
  'cooperative.legalEntityDate': 'legalEntityDate', 'cooperative.yearsRunning': 'legalEntityDate', 'cooperative.members': 'membersFemale',
}

type Reading = { tx: Tx; keys: Keys; now: Temporal.Instant }

const textOf = (value: string, isKnown: unknown): string | undefined => (isKnown ? value : undefined)

async function ownerFacts({ tx, keys, now }: Reading, { ownerId, businessId }: Subject): Promise<Facts> {
  const person = await findPerson(tx, keys, ownerId)
  if (!person) return {}
  // The words of a letter are made with a business beside them; of somebody without one the plain fields do.
  const holder = businessId === null ? undefined : (await letterSubject(tx, keys, now, businessId)).holder
  const birth = holder ? textOf(holder.birth, person.birthDate ?? person.birthPlace) : [person.birthPlace, person.birthDate].filter(Boolean).join(', ')
  const address = holder ? textOf(holder.address, person.address ?? person.villageCode) : person.address
  return factsOfOwner({ ...person, birth, address }, wibDate(now))
}

/** What was merged is spoken of by the record that stands for it. */
async function standingBusiness({ tx, keys }: Reading, id: string): Promise<KeptBusiness | undefined> {
  const standing = await findStandingBusinessCard(tx, id)
  return standing && findBusiness(tx, keys, standing.id)
}

async function businessFacts({ tx, keys, now }: Reading, kept: KeptBusiness): Promise<Facts> {
  const { record } = kept
  const { business, criterion, place } = await letterSubject(tx, keys, now, kept.id)
  return factsOfBusiness({
    ...record, registryNumber: kept.registryNumber, place, address: textOf(business.address, record.address ?? record.villageCode), activity: kept.kbliTitle,
    scale: kept.scale, scaleText: textOf(business.scale, kept.scale), criterion: textOf(criterion, kept.scale), verified: kept.verifiedBy !== null,
    workersText: business.workers, workers: [record.workersPaidMale, record.workersPaidFemale, record.workersUnpaidMale, record.workersUnpaidFemale],
  }, wibDate(now))
}

async function cooperativeFacts({ tx, now }: Reading, id: string): Promise<Facts> {
  const kept = await findCooperative(tx, id)
  if (!kept) return {}
  const { record, positions, bookYears } = kept
  const today = wibDate(now).toString()
  const chair = positions.find(({ organ, role, to }) => organ === 'board' && role === 'chair' && (to === undefined || to >= today))
  return factsOfCooperative({
    ...record, registryNumber: kept.registryNumber, place: `${kept.village}, ${kept.district}`, level: record.level ?? 'primary',
    kindText: cooperativeChoiceLabels.kind[record.kind], status: record.status ?? 'active', members: [record.membersFemale, record.membersMale],
    chair: chair?.name, bookYears,
  }, wibDate(now))
}

/** Letters without an end are live until a day nobody reaches. */
const WITHOUT_END = '9999-12-31'

async function ownFacts({ tx, now }: Reading, subject: Subject, needed: ReadonlySet<FactName>): Promise<Facts> {
  const facts: Facts = {}
  if (needed.has('letter.liveUntil')) {
    const { businessId, cooperativeId, ownerId, serviceCode: kind } = subject
    const letters = await listHeldLetters(tx, { kind, ...(cooperativeId ? { cooperativeId } : { holderId: ownerId }) }, now)
    const live = letters.filter((one) => one.status === 'valid' && (cooperativeId || one.businessId === null || one.businessId === businessId)).map((one) => one.validUntil ?? WITHOUT_END)
    const [last] = live.toSorted().toReversed()
    if (last !== undefined) facts['letter.liveUntil'] = last
  }
  if (needed.has('service.completedBefore')) {
    // What a cooperative had done is its own, whoever of its board asked for it.
    const asker = subject.cooperativeId ? sql`cooperative_id = ${subject.cooperativeId}::uuid` : sql`owner_id = ${subject.ownerId} and cooperative_id is null`
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from applications.applications
       where ${asker} and service_code = ${subject.serviceCode} and status in ('issued', 'completed')
         and business_id is not distinct from ${subject.businessId}::uuid`.execute(tx)
    facts['service.completedBefore'] = rows[0]?.n ?? 0
  }
  return facts
}

/** Where each fact of one record came from. */
async function originsOf({ tx, keys }: Reading, of: Origin['of'], id: string): Promise<Origins> {
  const { origins } = fold(await listActs(tx, keys, id), trustOf)
  const names = await namesFor(tx, [], [...new Set(Object.values(origins).map(({ by }) => by))])
  return Object.fromEntries(Object.entries(FIELD_OF).flatMap(([fact, field]) => {
    const act = fact.startsWith(`${of}.`) ? origins[field] : undefined
    return act ? [[fact, { of, act, who: names.accounts.get(act.by) }]] : []
  }))
}

/**
 * What is known of an applicant for one service, under the names that definitions use. Only the records that hold one of the needed facts
 * are read. The place where all pages, the API and the letters get their facts from.
 * @param needed the facts a definition uses: see `factsUsed`
 * @param withOrigins also where each came from; costs one more reading per record
 */
export async function factsFor(reading: Reading, subject: Subject, needed: ReadonlySet<FactName>, withOrigins = false): Promise<KnownFacts> {
  const names = [...needed]
  const wants = (prefix: string) => names.some((one) => one.startsWith(prefix))
  const kept = subject.businessId !== null && wants('business.') ? await standingBusiness(reading, subject.businessId) : undefined
  const { cooperativeId } = subject
  const facts: Facts = {
    today: wibDate(reading.now).toString(),
    ...(wants('owner.') ? await ownerFacts(reading, subject) : {}),
    ...(kept ? await businessFacts(reading, kept) : {}),
    ...(cooperativeId && wants('cooperative.') ? await cooperativeFacts(reading, cooperativeId) : {}),
    ...await ownFacts(reading, subject, needed),
  }
  const told = Object.fromEntries(Object.entries(facts).filter(([name]) => name === 'today' || names.some((one) => one === name)))
  const origins = withOrigins ? {
    ...(wants('owner.') ? await originsOf(reading, 'owner', subject.ownerId) : {}),
    ...(kept ? await originsOf(reading, 'business', kept.id) : {}),
    ...(cooperativeId && wants('cooperative.') ? await originsOf(reading, 'cooperative', cooperativeId) : {}),
  } : {}
  return { facts: told, origins }
}
