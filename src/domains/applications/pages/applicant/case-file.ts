import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '../../../../kernel/rights.ts'
import type { Allowed, Language, UnitAsk } from '../../../../platform/http/context.ts'
import { findMandate } from '../../../accounts/index.ts'
import { type CooperativeCard, findCooperativeCard } from '../../../cooperatives/index.ts'
import { type Place, findPlace } from '../../../office/index.ts'
import { type BusinessCard, type PersonCard, findBusinessCard, findPersonCard } from '../../../registry/index.ts'
import { type ServiceDefinition, getDefinition } from '../../../services/index.ts'
import { type Given, listGiven } from '../../attachment-store.ts'
import { applicationsEn } from '../../messages.en.ts'
import { applicationsId } from '../../messages.id.ts'
import { type KnownForm, readKnown } from '../../commands/known.ts'
import { stillConsented } from '../../commands/consent.ts'
import { type Application, findAccess, findApplication } from '../../store.ts'
import type { FormState } from './form-parts.ts'
import { formEn } from './form-messages.en.ts'
import { formId } from './form-messages.id.ts'
import { applicantEn } from './messages.en.ts'
import { applicantId } from './messages.id.ts'

export const wordsOf = (lang: Language) => (lang === 'en' ? applicantEn : applicantId)
export const formWordsOf = (lang: Language) => (lang === 'en' ? formEn : formId)
export const caseWordsOf = (lang: Language) => (lang === 'en' ? applicationsEn : applicationsId)

/** A case with all that the applicant's pages show of it. */
export type CaseFile = {
  application: Application
  definition: ServiceDefinition
  owner: PersonCard
  /** What it is asked for: a business, a cooperative, or neither. */
  business: BusinessCard | undefined
  cooperative: CooperativeCard | undefined
  given: Given[]
  state: FormState
  /** What the registry already knows of the applicant, with where it has it from. */
  form: KnownForm
  /** May this person change it, if it is open at all? */
  mayEdit: boolean
}

/** While it is with the applicant what is known follows the registry; what was sent stays as it was sent. */
const isLive = ({ status }: Application) => status === 'draft' || status === 'returned'

export const accessOf = (ask: UnitAsk) => findAccess(ask.unit.tx, ask.params['id'] ?? '')

/** An officer edits a citizen's draft only as the one who began it, as long as the citizen did not withdraw his consent, or with a new one. */
async function consented(ask: Pick<Allowed, 'unit'>, actor: Actor, application: Application): Promise<boolean> {
  if (actor.kind === 'citizen') return true
  if (application.enteredBy === actor.accountId) return (await stillConsented(ask.unit, actor, application)).ok
  return (await findMandate(ask.unit.tx, ask.unit.now, { personId: application.ownerId, officerId: actor.accountId })) !== undefined
}

/** Reads the case of the address. An officer's look at a citizen's data leaves its trace. */
export async function readCase(ask: Pick<Allowed, 'unit' | 'actor' | 'params' | 'tools'>): Promise<CaseFile | undefined> {
  const { unit, actor } = ask
  const { tx } = unit
  const application = await findApplication(tx, ask.params['id'] ?? '')
  const owner = application && await findPersonCard(tx, application.ownerId)
  if (!application || !owner) return undefined
  if (actor.kind === 'officer') {
    ask.unit.looked(application.officeId, actor, 'application.read', { kind: 'application', id: application.id, personId: application.ownerId })
  }
  const definition = await getDefinition(tx, application.definitionId)
  const business = application.businessId ? await findBusinessCard(tx, application.businessId) : undefined
  const cooperative = application.cooperativeId ? await findCooperativeCard(tx, application.cooperativeId) : undefined
  const given = await listGiven(tx, application.id)
  const form = await readKnown({ tx, keys: ask.tools.keys, now: unit.now }, application, definition, true)
  return {
    application, definition, owner, business, cooperative, given, form, mayEdit: await consented(ask, actor, application),
    state: {
      definition, application, given: new Set(given.map((file) => file.requirement)), facts: form.facts, ...(isLive(application) ? { known: form.known, answers: form.settled.answers } : { known: {}, answers: application.answers }),
    },
  }
}

/** Where the business or the cooperative is. */
export async function placeOf({ unit }: Pick<Allowed, 'unit'>, { business, cooperative }: CaseFile): Promise<Place | undefined> {
  const code = business?.villageCode ?? cooperative?.villageCode
  return code === undefined ? undefined : findPlace(unit.tx, code)
}

/** Can it be changed at all now? Only drafts and what was sent back. */
export const isEditable = ({ application, mayEdit }: CaseFile): boolean => mayEdit && isLive(application)

/** When a file came after the case was sent back, it has been replaced. */
export const isReplaced = (file: Given, returnedAt: Temporal.Instant | undefined): boolean =>
  returnedAt !== undefined && file.addedAt.getTime() > returnedAt.epochMilliseconds
