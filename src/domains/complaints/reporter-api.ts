import { randomUUID } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { type Result, forbidden, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { Temporal } from 'temporal-polyfill'
import type { UnitAsk } from '../../platform/http/context.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { holdsPass } from '../../platform/secrets/pass.ts'
import { findHomeOffice } from '../office/index.ts'
import { fileOf, fileSchema, publicTicketOf, publicTicketSchema } from './api-answers.ts'
import { citizenId } from './citizen-words.id.ts'
import { ABOUT_POSTS, type Channel, IDENTITIES, KINDS } from './core/choices.ts'
import { REPORTER_STEPS } from './core/life.ts'
import { listEntries } from './entry-store.ts'
import { keepEvidence } from './evidence.ts'
import { fileTicket } from './file-ticket.ts'
import { listFiles } from './file-store.ts'
import { figuresOfYear, publicSummary } from './pages/front.page.tsx'
import { addEvidence, setMayPublish, takeReporterStep } from './reporter-steps.ts'
import { ownerIndex } from './reporter.ts'
import { findByReference, listOwn } from './ticket-store.ts'
import type { Ticket } from './ticket.ts'
import { PASS, tryTicket } from './track.ts'

const missing = notFound('not-found', citizenId.refusals.gone)
const FROM_ADDRESS = { name: 'ticket-from-address', most: 60, windowMs: 60 * 60_000, counts: 'posts' } as const

const said = z.object({
  kind: z.enum(KINDS), identity: z.enum(IDENTITIES), words: z.string(), name: z.string().max(100).optional(),
  phone: z.string().max(40).optional(), wanted: z.string().max(1000).optional(), place: z.string().max(200).optional(),
  regionCode: z.string().max(20).optional(), serviceCode: z.string().max(20).optional(),
  applicationReference: z.string().max(40).optional(), cooperative: z.string().max(200).optional(), isMember: z.boolean().optional(),
  aboutPost: z.enum(ABOUT_POSTS).optional(), aboutName: z.string().max(200).optional(), files: z.array(z.uuid()).max(10).optional(),
  mayPublish: z.boolean().optional(),
  formKey: z.uuid().optional().openapi({ description: 'The same key sent twice is one ticket with the same secret' }),
})
const filedSchema = z.object({ id: z.string(), reference: z.string(), secret: z.string(), state: z.string(), owedAt: z.string().nullable() }).openapi('FiledTicket')

const filedOf = ({ ticket, secret }: { ticket: Ticket; secret: string }): z.input<typeof filedSchema> =>
  ({ id: ticket.id, reference: ticket.reference, secret, state: ticket.state, owedAt: ticket.owedAt?.toISOString() ?? null })

/** Whoever shows a token is known: one who does not want to be must come without. */
const tells = (actor: Actor | undefined, identity: string): boolean => actor?.kind === 'citizen' && identity !== 'named'

const file = operation({
  method: 'post', path: '/complaints', right: 'public', status: 201, limit: FROM_ADDRESS, body: said, answer: filedSchema,
  summary: 'Say something to the office. Without a token for a sealed or anonymous report; the secret is answered once and opens the ticket',
  async handle({ unit, tools, actor }, { body: { formKey, ...rest } }) {
    if (tells(actor, rest.identity)) return invalid([{ field: 'identity', message: citizenId.refusals.tokenTells }])
    if (actor?.kind === 'officer') return forbidden('not-your-task', complaintDesk)
    const office = await findHomeOffice(unit.tx)
    if (!office) return missing
    const filed = await fileTicket(tools, unit, office.id, actor, { ...rest, formKey: formKey ?? randomUUID(), channel: actor ? 'account' : 'web' })
    return filed.ok ? ok(filedOf(filed.value)) : filed
  },
})
const complaintDesk = 'Petugas mencatat laporan orang lain lewat /complaint-entries.'

const DESK_CHANNELS = ['counter', 'phone', 'letter', 'message', 'village'] as const satisfies readonly Channel[]
const entry = operation({
  method: 'post', path: '/complaint-entries', right: 'complaint.file', status: 201,
  summary: 'An officer types in what somebody told him; `receivedOn` is the day on the paper',
  body: said.extend({ channel: z.enum(DESK_CHANNELS), receivedOn: z.iso.date().optional() }), answer: filedSchema,
  async handle({ unit, tools, actor }, { body: { formKey, receivedOn, ...rest } }) {
    if (actor.kind !== 'officer') return forbidden('not-your-task', citizenId.refusals.tokenTells)
    const isVillage = actor.roles.every((held) => held.area !== undefined)
    const filed = await fileTicket(tools, unit, actor.officeId, actor, {
      ...rest, channel: isVillage ? 'village' : rest.channel, formKey: formKey ?? randomUUID(),
      receivedOn: receivedOn === undefined ? undefined : Temporal.PlainDate.from(receivedOn),
    })
    return filed.ok ? ok(filedOf(filed.value)) : filed
  },
})

const upload = operation({
  method: 'post', path: '/complaint-files', right: 'public', upload: true, status: 201,
  limit: { ...FROM_ADDRESS, name: 'ticket-file-from-address' }, answer: fileSchema,
  summary: 'Keeps evidence (JPEG, PNG or PDF, up to 10 MB) that a report or a step names within a day',
  async handle({ unit, tools }, { file: sent }) {
    const office = await findHomeOffice(unit.tx)
    if (!office || !sent) return invalid([{ field: 'file', message: citizenId.ticket.addNeeded }])
    const kept = await keepEvidence(tools, unit, office.id, sent, 'file')
    return kept.ok ? ok(fileOf(kept.value)) : kept
  },
})

const track = operation({
  method: 'post', path: '/complaint-passes', right: 'public', status: 201,
  summary: 'A pass of four hours for whoever names ticket number and secret', apart: () => true,
  body: z.object({ reference: z.string().max(60), secret: z.string().max(20) }),
  answer: z.object({ reference: z.string(), pass: z.string(), seconds: z.int() }),
  async handle(ask, { body: { reference, secret } }) {
    const t = citizenId.track
    const tried = await tryTicket(ask, reference, secret)
    if (tried.ok) return ok({ reference: tried.reference, pass: tried.pass, seconds: tried.lastsS })
    return invalid([{ field: tried.why === 'secret' ? 'secret' : 'reference', message: { reference: t.referenceNeeded, secret: t.secretNeeded, wrong: t.wrong, often: t.tooOften(tried.minutes) }[tried.why] }])
  },
})

const passed = z.object({ reference: z.string().max(60), pass: z.string().max(200) })

/** The ticket of whoever holds its pass, or is signed in as the one who filed it. */
async function reported({ unit, tools, actor }: UnitAsk, { reference, pass }: { reference: string; pass: string }): Promise<Result<Ticket>> {
  const ticket = await findByReference(unit.tx, reference)
  const owns = actor?.personId !== undefined && ticket !== undefined
    && (ticket.ownerId === actor.personId || (ticket.ownerIndex?.equals(ownerIndex(tools.keys, actor.personId)) ?? false))
  return ticket && (owns || holdsPass(tools.keys, PASS, ticket.reference, pass, unit.now)) ? ok(ticket) : missing
}

const shown = async (ask: UnitAsk, ticket: Ticket) => ok(publicTicketOf(ticket, await listEntries(ask.unit.tx, ticket.id), await listFiles(ask.unit.tx, ticket.id)))

const look = operation({
  method: 'post', path: '/tracked-complaints', right: 'public',
  summary: 'One\'s own ticket, by its pass; the pass travels in the body, not in an address', body: passed, answer: publicTicketSchema,
  async handle(ask, { body }) {
    const ticket = await reported(ask, body)
    return ticket.ok ? shown(ask, ticket.value) : ticket
  },
})

const step = operation({
  method: 'post', path: '/tracked-complaints/steps', right: 'public', limit: { ...FROM_ADDRESS, name: 'ticket-act-from-address' },
  answer: publicTicketSchema,
  summary: 'The reporter answers a question, says solved with a score of 1 to 4, says not solved, or adds evidence',
  body: passed.extend({ step: z.enum([...REPORTER_STEPS, 'evidence']), words: z.string().optional(), score: z.int().min(1).max(4).optional(), files: z.array(z.uuid()).max(10).optional(), mayPublish: z.boolean().optional() }),
  async handle(ask, { body }) {
    const ticket = await reported(ask, body)
    if (!ticket.ok) return ticket
    const by = { role: 'reporter' }
    const done = body.step === 'evidence' ? await addEvidence(ask.unit, ticket.value.id, by, body.files ?? [])
      : await takeReporterStep(ask.unit, ticket.value.id, by, { step: body.step, words: body.words, score: body.score, files: body.files })
    if (!done.ok) return done
    if (body.mayPublish !== undefined && ticket.value.kind === 'consultation') await setMayPublish(ask.unit, ticket.value.id, body.mayPublish)
    return shown(ask, done.value)
  },
})

const own = operation({
  method: 'get', path: '/me/complaints', right: 'account.self', summary: 'What the caller said by name, the latest first',
  answer: z.object({ items: z.array(z.object({ id: z.string(), reference: z.string(), kind: z.enum(KINDS), state: z.string() })), next: z.null() }),
  async handle({ unit, tools, actor }) {
    if (actor.personId === undefined) return missing
    const tickets = await listOwn(unit.tx, actor.personId, ownerIndex(tools.keys, actor.personId), 200)
    return ok({ items: tickets.map(({ id, reference, kind, state }) => ({ id, reference, kind, state })), next: null })
  },
})

const summary = operation({
  method: 'get', path: '/complaint-summary', right: 'public',
  summary: 'Published numbers of twelve months; null: small, or it would follow from others',
  answer: z.object({ total: z.int().nullable(), onTimePercent: z.int().nullable(), parts: z.array(z.object({ key: z.string(), count: z.int().nullable() })) }),
  async handle({ unit }) {
    const office = await findHomeOffice(unit.tx)
    return office ? ok(publicSummary(await figuresOfYear(unit, office.id))) : missing
  },
})

/** What the public does with its reports, in the API. */
export const reporterOperations: ApiOperation[] = [file, entry, upload, track, look, step, own, summary]
