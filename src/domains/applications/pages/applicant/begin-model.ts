import { wibDate } from '../../../../kernel/wib.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { findMandate } from '../../../accounts/index.ts'
import { cooperativesActedFor } from '../../../cooperatives/index.ts'
import { findLetterOf } from '../../../letters/index.ts'
import { type PersonCard, findPersonCard, findStandingBusinessCard, listBusinesses } from '../../../registry/index.ts'
import {
  type Held, type HeldRound, type ServiceDefinition, type Standing, findOpenRound, findServiceOn, listRounds, listServicesOn, roundState,
} from '../../../services/index.ts'
import { eligibilityFor } from '../../commands/known.ts'
import type { Subject } from '../../facts.ts'
import { type About, listIssuedFor } from '../../own-store.ts'
import { businessPath, cooperativePath } from './answers-view.tsx'
import { ownerIdOf } from './begin-access.ts'
import { type FoundCooperative, findCooperatives } from './begin-search.ts'

/** Letters are asked for one business of few; more than these nobody scrolls through. */
const MOST = 20

/** A business or a cooperative it can be asked for. */
export type Choice = {
  id: string; name: string; place: string
  /** Where its record stands. */
  path: string
  scale: string | null
  live: { caseId: string; until: string } | undefined
  standing: Standing[]
}

/** `next`: the round to come, when none is open. */
export type RoundNow = { open: HeldRound | undefined; next: HeldRound | undefined }

export type BeginModel = {
  service: ServiceDefinition
  owner: PersonCard | undefined
  mandateId: string | undefined
  choices: Choice[]
  /** The record the address names. */
  asked: string | undefined
  /** What must hold of a person who asks for himself. */
  own: Standing[]
  /** Only where the service takes requests in rounds. */
  round: RoundNow | undefined
  /** What an officer found who does not know yet whom of a board he helps. */
  found: FoundCooperative[]
}

/** The field that names the chosen record, by what a service is asked for. */
export const fieldOf = ({ subject }: ServiceDefinition): 'usaha' | 'koperasi' => (subject === 'cooperative' ? 'koperasi' : 'usaha')

/** The record a request is about, as a draft and the facts name it; nothing where one asks for oneself. */
export const aboutOf = ({ subject }: ServiceDefinition, id: string): About | undefined =>
  (subject === 'person' ? undefined : subject === 'cooperative' ? { cooperativeId: id } : { businessId: id })

export const readingOf = ({ unit, tools }: Allowed) => ({ tx: unit.tx, keys: tools.keys, now: unit.now })

export const subjectOf = (definition: ServiceDefinition, ownerId: string, about: About | undefined): Subject =>
  ({ ownerId, businessId: null, ...about, serviceCode: definition.code })

/** The service of the address; where the office has only one, it need not be named. */
async function serviceOf({ unit, actor, query }: Allowed): Promise<Held | undefined> {
  const today = wibDate(unit.now).toString()
  if (query['layanan'] !== undefined) return findServiceOn(unit.tx, query['layanan'], today)
  const [only, another] = await listServicesOn(unit.tx, actor.officeId, today)
  return another ? undefined : only
}

async function liveLetter({ unit }: Allowed, about: About, serviceCode: string): Promise<Choice['live']> {
  for (const caseId of await listIssuedFor(unit.tx, about, serviceCode)) {
    const letter = await findLetterOf(unit.tx, caseId, unit.now)
    if (letter?.status === 'valid' && letter.validUntil) return { caseId, until: letter.validUntil }
  }
  return undefined
}

type Named = Omit<Choice, 'live' | 'standing'>

async function recordsOf(ask: Allowed, { subject }: ServiceDefinition, owner: PersonCard): Promise<Named[]> {
  const { unit, actor } = ask
  if (subject === 'person') return []
  if (subject === 'cooperative') {
    const held = await cooperativesActedFor(unit.tx, owner.id, wibDate(unit.now), MOST)
    return held.map(({ id, name, village, district }) => ({ id, name, place: `${village}, ${district}`, path: cooperativePath(ask, id), scale: null }))
  }
  const { items } = await listBusinesses(unit.tx, actor, { ownerId: owner.id }, { limit: MOST })
  return items.filter(({ status }) => status === 'active' || status === 'paused')
    .map(({ id, name, village, district, scale }) => ({ id, name, place: `${village}, ${district}`, path: businessPath(ask, id), scale }))
}

async function choicesOf(ask: Allowed, definition: ServiceDefinition, owner: PersonCard): Promise<Choice[]> {
  const choices: Choice[] = []
  for (const one of await recordsOf(ask, definition, owner)) {
    const about = aboutOf(definition, one.id)
    if (!about) continue
    const standing = await eligibilityFor(readingOf(ask), subjectOf(definition, owner.id, about), definition)
    choices.push({ ...one, live: await liveLetter(ask, about, definition.code), standing })
  }
  return choices
}

async function roundOf({ unit, actor }: Allowed, { inRounds, code }: ServiceDefinition): Promise<RoundNow | undefined> {
  if (!inRounds) return undefined
  const today = wibDate(unit.now).toString()
  const open = await findOpenRound(unit.tx, actor.officeId, code, today)
  const planned = open ? [] : (await listRounds(unit.tx, actor.officeId, code)).filter((one) => roundState(one, today) === 'planned')
  return { open, next: planned.at(-1) }
}

/** The record of the address; a link to a business that was merged since leads to the one that stands for it. */
async function askedOf({ unit, query }: Allowed, definition: ServiceDefinition): Promise<string | undefined> {
  return fieldOf(definition) === 'koperasi' ? query['koperasi'] : (await findStandingBusinessCard(unit.tx, query['usaha'] ?? ''))?.id
}

export async function readBegin(ask: Allowed): Promise<BeginModel | undefined> {
  const { unit, actor } = ask
  const definition = (await serviceOf(ask))?.definition
  if (!definition) return undefined
  const ownerId = ownerIdOf(ask)
  const owner = ownerId === undefined ? undefined : await findPersonCard(unit.tx, ownerId)
  const mandate = owner && actor.kind === 'officer' ? await findMandate(unit.tx, unit.now, { personId: owner.id, officerId: actor.accountId }) : undefined
  const mayChoose = owner && (actor.kind === 'citizen' || mandate)
  const searches = actor.kind === 'officer' && !owner && definition.subject === 'cooperative'
  return {
    service: definition, owner, mandateId: mandate?.id, choices: mayChoose ? await choicesOf(ask, definition, owner) : [],
    asked: await askedOf(ask, definition), round: await roundOf(ask, definition), found: searches ? await findCooperatives(ask) : [],
    own: mayChoose && definition.subject === 'person' ? await eligibilityFor(readingOf(ask), subjectOf(definition, owner.id, undefined), definition) : [],
  }
}
