import { randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { type Problem, type Result, conflict, invalid, ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type Unit, fromDb, roleOf } from '../../platform/db/unit.ts'
import type { Language } from '../../platform/http/context.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import { REFERENCE_BYTES, findCaseByReference, newReference } from '../applications/index.ts'
import { findCooperativeCard, findCooperativeMeant } from '../cooperatives/index.ts'
import { queueMessage } from '../messages/index.ts'
import { calendarOf, getOffice, isRegion } from '../office/index.ts'
import { readPhone } from '../registry/index.ts'
import { findServiceOn } from '../services/index.ts'
import { type AboutPost, type Channel, type Identity, type Kind, MOST_WORDS } from './core/choices.ts'
import { ticketClock } from './core/clock.ts'
import { PREFIX } from './core/reference.ts'
import { type Round, roundOf } from './core/round.ts'
import { addEntry } from './entry-store.ts'
import { giveFiles } from './evidence.ts'
import { refusalWords } from './words.ts'
import { complaintsId } from './messages.id.ts'
import { linkOf, ownerIndex, sealReporter, secretOf, tellReporter } from './reporter.ts'
import { listOfficers } from './staff-store.ts'
import { findByFormKey, findTicket, insertTicket, nameOfficers } from './ticket-store.ts'
import type { Ticket } from './ticket.ts'

/** What somebody says, from any channel. `actor` is a signed-in citizen, or the officer who types it in. */
export type Said = {
  kind: Kind; channel: Channel; identity: Identity; words: string; formKey: string
  name?: string | undefined; phone?: string | undefined; wanted?: string | undefined; place?: string | undefined; regionCode?: string | undefined
  serviceCode?: string | undefined; applicationReference?: string | undefined; cooperative?: string | undefined; isMember?: boolean | undefined
  aboutPost?: AboutPost | undefined; aboutName?: string | undefined; laporNumber?: string | undefined; files?: readonly string[] | undefined; mayPublish?: boolean | undefined
  receivedOn?: Temporal.PlainDate | undefined; lang?: Language
}

/** Paper that lay about longer than this is not typed in with its old day. */
const OLDEST_PAPER_DAYS = 30

export type Filed = { ticket: Ticket; secret: string }

type Links = { serviceCode: string | null; divisionId: string | null; applicationId: string | null; cooperativeId: string | null; regionCode: string | null }

/** What the report is linked to; a link that leads nowhere is said, so that it can be mended. */
async function readLinks(unit: Unit, officeId: string, said: Said): Promise<{ links: Links; problems: Problem[] }> {
  const problems: Problem[] = []
  const words = refusalWords(said.lang)
  const service = said.serviceCode ? await findServiceOn(unit.tx, said.serviceCode, wibDate(unit.now).toString()) : undefined
  if (said.serviceCode && !service) problems.push({ field: 'serviceCode', message: words.serviceUnknown })
  const typed = said.applicationReference?.trim() ?? ''
  // The number of an application leads to its owner: whoever wants not to be known must not give it.
  const known = typed !== '' && said.identity === 'named' ? await findCaseByReference(unit.tx, typed) : undefined
  if (typed !== '' && !known) problems.push({ field: 'applicationReference', message: said.identity === 'named' ? words.caseUnknown : words.caseTells })
  const cooperative = said.cooperative ? await findCooperativeCard(unit.tx, said.cooperative) ?? await findCooperativeMeant(unit.tx, officeId, said.cooperative) : undefined
  const regionCode = said.regionCode ? said.regionCode : null
  if (regionCode !== null && !await isRegion(unit.tx, regionCode)) problems.push({ field: 'regionCode', message: words.regionUnknown })
  return {
    problems,
    links: {
      serviceCode: service?.definition.code ?? null, divisionId: service?.divisionId ?? null, applicationId: known?.id ?? null,
      cooperativeId: cooperative?.officeId === officeId ? cooperative.id : null, regionCode,
    },
  }
}

/** The reporter as he is kept: named and signed in by his person, else encrypted; of an anonymous one nothing. */
function readReporter(tools: Tools, actor: Actor | undefined, said: Said): { kept: Pick<Ticket, 'reporterCipher' | 'ownerId' | 'ownerIndex'>; problems: Problem[] } {
  const words = refusalWords(said.lang)
  const nobody = { reporterCipher: null, ownerId: null, ownerIndex: null }
  if (said.identity === 'anonymous') return { kept: nobody, problems: [] }
  const personId = actor?.kind === 'citizen' ? actor.personId : undefined
  if (said.identity === 'named' && personId !== undefined) return { kept: { ...nobody, ownerId: personId }, problems: [] }
  const phone = said.phone?.trim() ? readPhone(said.phone) : undefined
  const name = said.name?.trim() || (actor?.kind === 'citizen' ? actor.name : '')
  const problems = [
    ...(name === '' ? [{ field: 'name', message: words.nameNeeded }] : []),
    ...(phone && !phone.ok ? [{ field: 'phone', message: phone.error }] : []),
  ]
  const reporter = { name, phone: phone?.ok ? phone.value : '', ...(personId === undefined ? {} : { personId }) }
  return {
    problems,
    kept: {
      ...nobody, reporterCipher: sealReporter(tools.keys, reporter),
      ownerIndex: personId === undefined ? null : ownerIndex(tools.keys, personId),
    },
  }
}

/** When it came: now, or the day on the paper, so that what was typed in late runs on the same clock. */
function receivedAt(unit: Unit, said: Said): Result<Temporal.Instant> {
  if (!said.receivedOn) return ok(unit.now)
  const today = wibDate(unit.now)
  const days = said.receivedOn.until(today).days
  if (days < 0 || (days > OLDEST_PAPER_DAYS && said.channel !== 'lapor')) return invalid([{ field: 'receivedOn', message: refusalWords(said.lang).receivedWrong(OLDEST_PAPER_DAYS) }])
  return ok(days === 0 ? unit.now : said.receivedOn.toZonedDateTime({ timeZone: '+07:00', plainTime: '12:00' }).toInstant())
}

/** Tells the inspectorate that a report about the leadership is there; what it says is not in the mail. */
async function tellInspectorate(tools: Tools, unit: Unit, officeId: string, reference: string, round: Round | undefined): Promise<void> {
  const { witnessEmail } = await getOffice(unit.tx, officeId)
  if (!round?.tellsInspectorate || !witnessEmail) return
  const { subject, body } = complaintsId.inspectorate(reference, tools.config.baseUrl)
  await queueMessage(unit, { officeId, template: 'complaint-inspectorate', channel: 'email', address: witnessEmail, subject, body })
}

/** Of whom the log speaks: a signed-in citizen who gives his name, or the officer who typed. Of nobody else. */
function filer(actor: Actor | undefined, identity: Identity) {
  if (!actor) return { role: 'reporter' }
  if (actor.kind === 'officer') return { role: roleOf(actor), actor: actor.accountId }
  return identity === 'named' ? { role: roleOf(actor), actor: actor.accountId } : { role: 'reporter' }
}

/**
 * Takes in what somebody says and starts its clock. The same form sent twice is one ticket with the same secret.
 * A report about an officer takes its way round him before anybody can see it.
 */
export async function fileTicket(tools: Tools, unit: Unit, officeId: string, actor: Actor | undefined, said: Said): Promise<Result<Filed>> {
  const words = refusalWords(said.lang)
  const secret = secretOf(tools.keys, said.formKey)
  const earlier = await findByFormKey(unit.tx, said.formKey)
  if (earlier) return ok({ ticket: earlier, secret })
  const text = said.words.replaceAll('\0', '').trim()
  const { links, problems } = await readLinks(unit, officeId, said)
  const reporter = readReporter(tools, actor, said)
  problems.push(...reporter.problems)
  if (text.length < 10) problems.unshift({ field: 'words', message: words.wordsNeeded })
  if (text.length > MOST_WORDS) problems.unshift({ field: 'words', message: words.tooLong(MOST_WORDS) })
  if (problems.length > 0) return invalid(problems)
  const within = actor?.kind === 'officer' && links.regionCode !== null ? may(actor, 'complaint.file', { villageCode: links.regionCode }, unit.now.epochMilliseconds) : ok(undefined)
  if (!within.ok) return within
  const received = receivedAt(unit, said)
  if (!received.ok) return received
  const clock = ticketClock({
    calendar: await calendarOf(unit.tx, officeId), kind: said.kind, class: null, extraDays: 0, receivedAt: received.value,
    state: 'received', events: [],
  })
  if (!clock.ok || !clock.value.owedAt) return conflict('calendar-unknown', words.calendarUnknown)
  const round = roundOf({ post: said.aboutPost ?? null, name: said.aboutName ?? '', words: text }, await listOfficers(unit, officeId))
  const reference = newReference(PREFIX[said.kind], wibDate(unit.now), randomBytes(REFERENCE_BYTES))
  const id = await insertTicket(unit.tx, {
    officeId, reference, formKey: said.formKey, kind: said.kind, channel: said.channel, identity: said.identity, ...reporter.kept,
    words: text,
    wanted: said.wanted?.trim() ?? '', place: said.place?.trim() ?? '', ...links, cooperativeName: said.cooperative?.trim() ?? '',
    isMember: said.isMember ?? false,
    forInspection: (said.isMember ?? false) && (said.cooperative ?? '').trim() !== '', aboutPost: said.aboutPost ?? null,
    aboutName: said.aboutName?.trim() ?? '',
    openTo: round?.openTo ?? null, laporNumber: said.laporNumber ?? null, receivedAt: received.value, owedAt: clock.value.owedAt,
    mayPublish: said.mayPublish ?? false,
    enteredBy: actor?.kind === 'officer' ? actor.accountId : null,
  })
  if (id === undefined) return twice(unit, said, secret)
  if (round) await nameOfficers(unit.tx, id, round.barred)
  const given = await giveFiles(unit, id, said.files ?? [], false, said.lang)
  if (!given.ok) return given
  const { actor: account, role } = filer(actor, said.identity)
  await addEntry(unit, id, { step: 'file', from: null, to: 'received', byRole: role, byAccount: account ?? null, words: '', shown: true })
  unit.record(officeId, {
    what: 'complaint.file', kind: 'complaint', subject: id, role, ...(account === undefined ? {} : { actor: account }), to: 'received',
    data: { kind: said.kind, channel: said.channel, identity: said.identity, round: round !== undefined },
  })
  const ticket = await findTicket(unit.tx, id)
  if (!ticket) throw new Error('a ticket vanished within its transaction')
  await tellReporter(tools, unit, ticket, 'ticket-received', { reference, dueAt: fromDb(ticket.owedAt ?? ticket.receivedAt), link: linkOf(tools, reference) })
  await tellInspectorate(tools, unit, officeId, reference, round)
  return ok({ ticket, secret })
}

/** Two of one form at once: the other was first. */
async function twice(unit: Unit, said: Said, secret: string): Promise<Result<Filed>> {
  const ticket = await findByFormKey(unit.tx, said.formKey)
  return ticket ? ok({ ticket, secret }) : conflict('lapor-twice', refusalWords(said.lang).laporTwice)
}
