import { type Result, forbidden, invalid, ok } from '../../kernel/result.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Warning, checkBusiness } from './core/business-check.ts'
import type { BusinessRequest, Owner } from './core/business-record.ts'
import { nameSimilarity } from './core/names.ts'
import { ownerOfPerson, sourceOf, storedScale, surroundingsOf } from './business-context.ts'
import { type KeptBusiness, findBusiness, insertBusiness } from './business-store.ts'
import { appendActs } from './changes-store.ts'
import { fieldsOf } from './core/business-fields.ts'
import { findPairsOf } from './find-pairs.ts'
import { registryMessages } from './messages.id.ts'
import type { Proposed } from './proposals.ts'
import { type Person, findOrCreatePerson, findPerson, savePerson } from './person-store.ts'
import { commandWords as t } from './screen-messages.id.ts'

/** A record that passed, with what is worth a second look. `proposal`: an owner's change of a verified record, taken at once or waiting for a data steward. */
export type Entered = { business: KeptBusiness; owner: Person; warnings: Warning[]; proposal?: Proposed }

/** Who the owner is: a person known to the office, or one as told by an officer, to be found by NIK or stored. */
type OwnerGiven = { person: Person } | { told: Owner }

async function ownerGiven(unit: Unit, tools: Tools, actor: Actor, told: Owner | undefined,
  forPersonId: string | undefined): Promise<Result<OwnerGiven>> {
  const known = actor.kind === 'citizen' ? actor.personId : forPersonId
  if (known === undefined) {
    if (actor.kind === 'citizen') return forbidden('not-yours', t.noPerson)
    return told ? ok({ told }) : invalid([{ field: 'owner', message: registryMessages.fields.owner }])
  }
  const person = await findPerson(unit.tx, tools.keys, known)
  if (!person || person.officeId !== actor.officeId) return forbidden('not-yours', t.noPerson)
  if (told && told.nationalId !== person.nationalId) return invalid([{ field: 'owner', message: t.ownerMismatch }], 'owner-mismatch')
  return ok({ person })
}

/** What is kept of a person stays; only gaps are filled. A phone is changed at the counter by two officers, never on the way. */
async function keepTold(unit: Unit, tools: Tools, actor: Actor, told: Owner): Promise<{ person: Person; warnings: Warning[] }> {
  const teller = { source: sourceOf(actor), by: actor.accountId }
  const { id, created } = await findOrCreatePerson(unit.tx, tools.keys, unit.now, actor.officeId, told, teller)
  const log = { kind: 'person', subject: id, actor: actor.accountId, role: roleOf(actor), for: id }
  const person = await findPerson(unit.tx, tools.keys, id)
  if (!person) throw new Error('a person who was just stored is not there')
  if (created) {
    unit.record(actor.officeId, { ...log, what: 'person.create' })
    return { person, warnings: [] }
  }
  const filled: Person = { ...told, ...person }
  if (Object.keys(filled).length > Object.keys(person).length) {
    await savePerson(unit.tx, tools.keys, unit.now, person, filled, teller)
    unit.record(actor.officeId, { ...log, what: 'person.update', data: { fields: Object.keys(filled).filter((key) => !(key in person)) } })
  }
  const warnings: Warning[] = []
  if (nameSimilarity(told.name, person.name) < 0.85) warnings.push({ field: 'owner.name', code: 'owner-name-differs',
    message: t.ownerNameDiffers })
  if (person.phone && person.phone !== told.phone) warnings.push({ field: 'owner.phone', code: 'owner-phone-differs',
    message: t.ownerPhoneDiffers })
  return { person: filled, warnings }
}

/**
 * Enters a business once, for its owner or by an officer for one. Used by the API, the pages and other domains.
 * Refused is only what cannot be; what may be true passes with a warning.
 * A citizen is the owner; an officer gives the owner in `request.owner` or, when that person is known, as `forPersonId`.
 * @returns 422 `owner-mismatch` when a citizen enters another one's business, 403 `outside-your-area` for a village elsewhere
 */
export async function createBusiness(
  unit: Unit, tools: Tools, actor: Actor, request: BusinessRequest, forPersonId?: string,
): Promise<Result<Entered>> {
  const { owner: told, ...record } = request
  const given = await ownerGiven(unit, tools, actor, told, forPersonId)
  if (!given.ok) return given
  const known = 'person' in given.value ? given.value.person : undefined
  const allowed = may(actor, 'business.create', {
    officeId: actor.officeId, villageCode: record.villageCode, ...(known ? { ownerId: known.id } : {}),
  }, unit.now.epochMilliseconds)
  if (!allowed.ok) return allowed

  const around = await surroundingsOf(unit.tx, unit.now, actor.officeId, record, known ?? told ?? {})
  const owner = known ? ownerOfPerson(known) : told
  const { problems, warnings } = checkBusiness(record, { ...around.context, ...(owner ? { owner } : {}) })
  if (problems.length > 0 || around.districtCode === undefined) return invalid(problems)

  const { person, warnings: ownerWarnings } = 'told' in given.value
    ? await keepTold(unit, tools, actor, given.value.told) : { person: given.value.person, warnings: [] }
  const source = sourceOf(actor)
  const whole = { ...record, kbliVersion: around.kbliVersion }
  const scale = storedScale(record, around.context.asOf)
  const id = await insertBusiness(unit.tx, tools.keys, unit.now, {
    record: whole, districtCode: around.districtCode, ownerName: person.name, ...scale,
    officeId: actor.officeId, ownerId: person.id, regencyCode: around.regencyCode, source, enteredBy: actor.accountId,
  })
  await appendActs(unit.tx, tools.keys, 'business', [{
    subjectId: id, seq: 1, kind: 'enter', at: unit.now, source, by: actor.accountId,
    sets: fieldsOf({ record: { ...whole, status: whole.status ?? 'active' }, ownerId: person.id, mergedInto: null }),
  }])
  unit.record(actor.officeId, {
    what: 'business.create', kind: 'business', subject: id, actor: actor.accountId, role: roleOf(actor), to: 'entered',
    ...(actor.kind === 'officer' ? { for: person.id } : {}), data: { source, scale: scale.scale, criterion: scale.scaleCriterion },
  })
  await findPairsOf(unit, actor.officeId, [id])
  const business = await findBusiness(unit.tx, tools.keys, id)
  if (!business) throw new Error('a business that was just stored is not there')
  return ok({ business, owner: person, warnings: [...warnings, ...ownerWarnings] })
}
