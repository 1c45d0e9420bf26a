import { type Problem, type Result, conflict, forbidden, invalid, notFound, ok } from '../../kernel/result.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { difference } from '../../kernel/ledger.ts'
import { fieldsOf } from './core/business-fields.ts'
import { UNSTATABLE_FIELDS } from './core/business-choices.ts'
import { VERIFIED_FACTS } from './core/proposal-risk.ts'
import type { Business, BusinessChange } from './core/business-record.ts'
import { answerOf } from './answer.ts'
import { sourceOf } from './business-context.ts'
import { type Before, changedKeys, checkChange } from './check-change.ts'
import { sayOfBusiness } from './business-acts.ts'
import { type KeptBusiness, findBusiness } from './business-store.ts'
import type { Entered } from './create-business.ts'
import { findPairsOf } from './find-pairs.ts'
import { mergeWords } from './merge-messages.id.ts'
import { registryMessages } from './messages.id.ts'
import { businessProposals } from './business-proposals.ts'
import type { Proposed } from './proposals.ts'
import { type Person, findPerson, findPersonIdByNationalId, savePerson } from './person-store.ts'
import { commandWords as t } from './screen-messages.id.ts'

/** Answers that may be emptied again. */
export const CLEARABLE = [
  'brand', 'rt', 'rw', 'hamlet', 'postalCode', 'mainProduct', 'description', 'monthlySales', 'monthlyCosts', 'startingCapital', 'assets',
  'nib', 'nibDate', 'nibName', 'npwp', 'pirt', 'halalNumber', 'trademarkNumber', 'bpomNumber', 'latitude', 'longitude', 'accuracyM',
  'workersPaidMale', 'workersPaidFemale', 'workersUnpaidMale', 'workersUnpaidFemale', 'workersDisabled', 'onlineShop', 'partnership',
  'coordinatesSource', 'placeKind', 'placeOwnership', 'legalForm', 'otherKbli', 'productionMethod', 'monthlyCapacity', 'capacityUnit', 'activeMonths',
  'hasWorkersInsurance', 'bookkeeping', 'hasBankAccount', 'capitalSources', 'hasRunningLoan', 'marketAreas', 'salesChannels', 'marketplaces',
  'usesSmartphone', 'usesInternet', 'acceptsQris', 'usesCashierApp', 'ossScale', 'halalDate', 'halalUntil', 'trademarkClasses', 'hygieneNumber',
  'standardNumber', 'otherRights', 'oldLicenceNumber', 'programs', 'respondent', 'visitOutcome', 'interviewedAt', 'formVersion',
] as const satisfies readonly (keyof Business)[]

export type Change = BusinessChange & {
  /** The version the change was made from; another one by now: 409 with the present state. Left out: the last word counts. */
  version?: number | undefined
  clear?: (typeof CLEARABLE)[number][] | undefined
  /** Day since which it is true, when that was not today. */
  validFrom?: string | undefined
}

/** Lays a change over a record. An amount that is stated now is no longer unknown; one that is unknown now has no amount. */
export function changedRecord<R extends Business>(before: R, { clear = [], ...change }: Omit<Change, 'owner' | 'version' | 'validFrom'>): R {
  const stated = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const after: R = { ...before, ...stated }
  const unknown = { ...before.unknown, ...change.unknown }
  for (const field of UNSTATABLE_FIELDS) {
    if (change[field] !== undefined && change[field] !== null && !change.unknown?.[field]) delete unknown[field]
    if (change.unknown?.[field] && change[field] === undefined) {
      if (field === 'capital' || field === 'annualSales') after[field] = null
      else delete after[field]
    }
  }
  if (after.annualSales === null) after.salesYear = null
  // Emptied is neither told nor refused.
  for (const field of clear) {
    delete after[field]
    for (const one of UNSTATABLE_FIELDS) if (one === field) delete unknown[one]
  }
  if (Object.keys(unknown).length > 0) after.unknown = unknown
  else delete after.unknown
  return after
}

/** A phone is changed at the counter by two officers; a NIK is mended by those who have seen the card. */
async function changedPerson(unit: Unit, tools: Tools, actor: Actor, before: Person,
  change: NonNullable<BusinessChange['owner']>): Promise<Result<Person>> {
  const problems: Problem[] = []
  if (change.phone !== undefined && before.phone !== undefined && change.phone !== before.phone) {
    problems.push({ field: 'owner.phone', message: t.phoneElsewhere })
  }
  if (change.nationalId !== undefined && change.nationalId !== before.nationalId) {
    const seesCards = actor.roles.some(({ role }) => role === 'counter' || role === 'data-steward')
    if (!seesCards && before.nationalId !== undefined) problems.push({ field: 'owner.nationalId', message: t.nationalIdElsewhere })
    else if (await findPersonIdByNationalId(unit.tx, tools.keys, before.officeId, change.nationalId)) {
      problems.push({ field: 'owner.nationalId', message: t.nationalIdTaken })
    }
  }
  if (problems.length > 0) return invalid(problems)
  const stated = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  return ok({ ...before, ...stated })
}

async function lockedForChange(unit: Unit, tools: Tools, actor: Actor, id: string, change: Change): Promise<Result<Before>> {
  const kept = await findBusiness(unit.tx, tools.keys, id, true)
  const person = kept && await findPerson(unit.tx, tools.keys, kept.ownerId)
  if (!kept || !person) return notFound('not-found', t.noBusiness)
  if (kept.mergedInto !== null) return conflict('absorbed', mergeWords.absorbed, { mergedInto: kept.mergedInto })
  if (change.version !== undefined && change.version !== kept.version) {
    return conflict('changed-meanwhile', t.changedMeanwhile, answerOf(kept, person, { now: unit.now, warnings: [] }))
  }
  for (const villageCode of [kept.record.villageCode, change.villageCode ?? kept.record.villageCode]) {
    const allowed = may(actor, 'business.update', { officeId: kept.officeId, ownerId: kept.ownerId, villageCode },
      unit.now.epochMilliseconds)
    if (!allowed.ok) return forbidden(allowed.error.code, 'message' in allowed.error ? allowed.error.message : '')
  }
  return ok({ kept, person })
}

/**
 * Changes a business, and its owner where told. Every change is a version of its own; an officer who changes a verified fact takes the
 * verification away, an owner proposes it (`businessProposals`): the answer then says so. Nothing changed: nothing is written.
 * @returns 409 `changed-meanwhile` with the present state when `version` is not the present one
 */
export async function changeBusiness(unit: Unit, tools: Tools, actor: Actor, id: string, change: Change): Promise<Result<Entered>> {
  const locked = await lockedForChange(unit, tools, actor, id, change)
  if (!locked.ok) return locked
  const { kept, person: before } = locked.value
  const { owner, version: _version, validFrom, ...fields } = change
  const changed = await changedPerson(unit, tools, actor, before, owner ?? {})
  if (!changed.ok) return changed
  const person = changed.value
  if (validFrom !== undefined && validFrom > wibDate(unit.now).toString()) return invalid([{ field: 'validFrom', message: registryMessages.record.dateInFuture }])
  const record = changedRecord(kept.record, fields)
  const { problems, warnings, around } = await checkChange(unit, locked.value, record, person)
  if (problems.length > 0) return invalid(problems)

  const ofPerson = changedKeys(before, person)
  const ofRecord = changedKeys(kept.record, record)
  const log = { actor: actor.accountId, role: roleOf(actor), ...(actor.kind === 'officer' ? { for: person.id } : {}) }
  if (ofPerson.length > 0) {
    await savePerson(unit.tx, tools.keys, unit.now, before, person, { source: sourceOf(actor), by: actor.accountId })
    unit.record(kept.officeId, { ...log, what: 'person.update', kind: 'person', subject: person.id, data: { fields: ofPerson } })
  }
  const kbliVersion = ofRecord.includes('kbli') && !change.kbliVersion ? around.kbliVersion : record.kbliVersion
  const saved = ofRecord.length > 0
    ? await saveRecord(unit, tools, actor, kept, { record: kbliVersion === undefined ? record : { ...record, kbliVersion }, validFrom }) : ok(undefined)
  if (!saved.ok) return saved
  const proposal = saved.value
  const business = await findBusiness(unit.tx, tools.keys, id)
  if (!business) throw new Error('a business that is locked is not there')
  if (business.version > kept.version) {
    unit.record(kept.officeId, { ...log, what: 'business.update', kind: 'business', subject: id, data: { fields: ofRecord, version: business.version } })
    await findPairsOf(unit, kept.officeId, [id])
  }
  return ok({ business, owner: person, warnings, ...(proposal ? { proposal } : {}) })
}

type Saving = { record: KeptBusiness['record']; validFrom: string | undefined }

async function saveRecord(unit: Unit, tools: Tools, actor: Actor, kept: KeptBusiness, { record, validFrom }: Saving): Promise<Result<Proposed | undefined>> {
  const { ownerId, mergedInto } = kept
  const sets = difference(fieldsOf({ record: kept.record, ownerId, mergedInto }), fieldsOf({ record, ownerId, mergedInto }))
  if (actor.kind === 'citizen' && kept.verifiedBy !== null) return businessProposals.propose(unit, tools.keys, actor, kept, { sets, validFrom })
  const stillVerified = !Object.keys(sets).some((key) => VERIFIED_FACTS.some((fact) => fact === key))
  await sayOfBusiness(unit, tools.keys, kept, { kind: 'edit', source: sourceOf(actor), by: actor.accountId, sets, validFrom }, stillVerified)
  return ok(undefined)
}
