import { z } from '@hono/zod-openapi'
import { type Result, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import type { Unit } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { fileOperation } from '../../platform/http/file-operation.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { fileOf, fileSchema, publicTicketOf, publicTicketSchema, ticketOf, ticketSchema } from './api-answers.ts'
import { ARCHIVE_REASONS, CATEGORIES, KINDS } from './core/choices.ts'
import { OFFICE_STEPS } from './core/life.ts'
import { CLASSES } from './core/limits.ts'
import { listEntries } from './entry-store.ts'
import { exportLapor, importLapor } from './exchange.ts'
import { fileResponse, keepEvidence } from './evidence.ts'
import { listFiles } from './file-store.ts'
import { guidanceOperations } from './guidance-api.ts'
import { askOpening, decideOpening, lookAtIdentity } from './identity.ts'
import { VIEWS, listTickets } from './list-store.ts'
import { complaintsId } from './messages.id.ts'
import { extendTerm, groupWith, officeStepsOf, takeOfficeStep } from './office-steps.ts'
import { figuresOfYear, yearBefore } from './pages/front.page.tsx'
import { namedReporter } from './reporter.ts'
import { reporterOperations } from './reporter-api.ts'
import { findTicket } from './ticket-store.ts'
import { type Ticket, resourceOf } from './ticket.ts'

const missing = notFound('not-found', complaintsId.noSuch)

async function accessOf({ unit, params }: UnitAsk) {
  const ticket = await findTicket(unit.tx, params['id'] ?? '')
  return ticket && resourceOf(ticket)
}

async function answerOf(unit: Unit, tools: Tools, actor: Actor, ticket: Ticket): Promise<z.input<typeof ticketSchema>> {
  if (ticket.ownerId !== null) unit.looked(ticket.officeId, actor, 'complaint.read', { kind: 'complaint', id: ticket.id, personId: ticket.ownerId })
  return ticketOf(ticket, {
    entries: await listEntries(unit.tx, ticket.id), files: await listFiles(unit.tx, ticket.id),
    reporter: await namedReporter(unit.tx, tools.keys, ticket), steps: officeStepsOf(ticket, actor),
  })
}

const answered = async (unit: Unit, tools: Tools, actor: Actor, done: Result<Ticket>) => (done.ok ? ok(await answerOf(unit, tools, actor, done.value)) : done)

const list = operation({
  method: 'get', path: '/complaints', right: 'complaint.list', summary: 'Tickets the caller may know of, by what is due first',
  query: z.object({
    view: z.enum(VIEWS).default('open'), kind: z.enum(KINDS).optional(), category: z.enum(CATEGORIES).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(80).optional(),
  }),
  answer: z.object({ items: z.array(ticketSchema.omit({ events: true, files: true, reporter: true, steps: true, words: true, wanted: true })), next: z.string().nullable() }),
  async handle({ unit, actor }, { query: { view, kind, category, limit, cursor } }) {
    const { tickets, next } = await listTickets(unit.tx, actor, { view, kind, category }, { now: unit.now, limit, after: cursor })
    return ok({ items: tickets.map((one) => ticketOf(one, { entries: [], files: [], reporter: undefined, steps: [] })), next: next ?? null })
  },
})

const read = operation({
  method: 'get', path: '/complaints/{id}', right: 'complaint.read',
  summary: 'One ticket with its history; to its reporter as he may see it', access: accessOf,
  answer: z.union([ticketSchema, publicTicketSchema]),
  async handle({ unit, tools, actor, params }) {
    const ticket = await findTicket(unit.tx, params['id'] ?? '')
    if (!ticket) return missing
    if (actor.kind === 'citizen') return ok(publicTicketOf(ticket, await listEntries(unit.tx, ticket.id), await listFiles(unit.tx, ticket.id)))
    return ok(await answerOf(unit, tools, actor, ticket))
  },
})

const steps = operation({
  method: 'post', path: '/complaints/{id}/steps', right: 'complaint.handle',
  summary: 'Verify, ask, pass on, assign, note, answer, put away; `extend` lengthens the term of an information request once',
  access: accessOf,
  body: z.object({
    step: z.enum([...OFFICE_STEPS, 'extend']), words: z.string().optional(), kind: z.enum(KINDS).optional(),
    class: z.enum(CLASSES).optional(), category: z.enum(CATEGORIES).optional(), named: z.array(z.uuid()).max(20).optional(),
    assignTo: z.uuid().optional(), cooperative: z.string().max(200).optional(), reason: z.enum(ARCHIVE_REASONS).optional(), shown: z.boolean().optional(),
    files: z.array(z.uuid()).max(10).optional(),
  }),
  answer: ticketSchema,
  handle: async ({ unit, tools, actor, params }, { body: { step, ...act } }) => answered(unit, tools, actor, step === 'extend'
    ? await extendTerm(tools, unit, actor, params['id'] ?? '', act.words ?? '') : await takeOfficeStep(tools, unit, actor, params['id'] ?? '', { step, ...act })),
})

const group = operation({
  method: 'post', path: '/complaints/{id}/group', right: 'complaint.handle',
  summary: 'Answer it together with another ticket; null: alone again', access: accessOf, body: z.object({ leadId: z.uuid().nullable() }),
  answer: ticketSchema,
  handle: async ({ unit, tools, actor, params }, { body: { leadId } }) => answered(unit, tools, actor, await groupWith(unit, actor, params['id'] ?? '', leadId)),
})

const openingSchema = z.object({ askedBy: z.string(), decidedBy: z.string().nullable(), approved: z.boolean().nullable(), reason: z.string() })

const askIdentity = operation({
  method: 'post', path: '/complaints/{id}/identity-requests', right: 'complaint.ask-identity',
  summary: 'Ask to open a sealed identity, with a reason the reporter will read', access: accessOf, status: 201,
  body: z.object({ reason: z.string().max(1000) }), answer: openingSchema,
  handle: ({ unit, actor, params }, { body: { reason } }) => askOpening(unit, actor, params['id'] ?? '', reason),
})

const decideIdentity = operation({
  method: 'post', path: '/complaints/{id}/identity-requests/decide', right: 'complaint.open-identity',
  summary: 'A second officer decides; needs the second factor', access: accessOf, body: z.object({ approve: z.boolean() }),
  answer: openingSchema,
  handle: ({ unit, actor, params }, { body: { approve } }) => decideOpening(unit, actor, params['id'] ?? '', approve),
})

const identity = operation({
  method: 'get', path: '/complaints/{id}/identity', right: 'complaint.ask-identity',
  summary: 'An opened identity, for the two who opened it; each look is recorded and shown to the reporter', access: accessOf,
  answer: z.object({ name: z.string(), phone: z.string() }),
  async handle({ unit, tools, actor, params }) {
    const looked = await lookAtIdentity(tools, unit, actor, params['id'] ?? '')
    return looked.ok ? ok({ name: looked.value.reporter.name, phone: looked.value.reporter.phone }) : looked
  },
})

const evidence = operation({
  method: 'post', path: '/complaints/{id}/files', right: 'complaint.handle', upload: true, status: 201,
  summary: 'Keeps evidence for an answer (JPEG, PNG or PDF, up to 10 MB); the answer names it', access: accessOf, answer: fileSchema,
  async handle({ unit, tools, actor }, { file }) {
    const kept = file ? await keepEvidence(tools, unit, actor.officeId, file, 'file') : invalid([{ field: 'file', message: complaintsId.fields.fileHint }])
    return kept.ok ? ok(fileOf(kept.value)) : kept
  },
})

const file = fileOperation({
  path: '/complaints/{id}/files/{file}', right: 'complaint.read', mediaType: 'application/octet-stream', summary: 'A file of a ticket',
  access: accessOf,
  read: ({ unit, tools, params }) => fileResponse(tools, unit, params['id'] ?? '', params['file'] ?? ''),
})

const tally = z.object({ key: z.string(), count: z.int() })
const figures = operation({
  method: 'get', path: '/complaint-figures', right: 'complaint.list',
  summary: 'Figures of the last twelve months; silence is counted apart from "said solved"',
  answer: z.object({
    received: z.int(), open: z.int(), openLate: z.int(), answered: z.int(), onTime: z.int(), reopened: z.int(), saidSolved: z.int(),
    closedBySilence: z.int(), scores: z.int(), scoreSum: z.int(), byCategory: z.array(tally), byKind: z.array(tally),
  }),
  handle: async ({ unit, actor }) => ok(await figuresOfYear(unit, actor.officeId)),
})

const importing = operation({
  method: 'post', path: '/complaint-imports', right: 'complaint.exchange', upload: true, status: 201,
  summary: 'Reports from LAPOR! as CSV, all or none; those that are there already stay',
  answer: z.object({ fresh: z.int(), known: z.int() }),
  handle: async ({ unit, tools, actor }, { file: sent }) => (sent ? importLapor(tools, unit, actor, sent) : invalid([{ field: 'file', message: complaintsId.exchange.fileNeeded }])),
})

const exporting = fileOperation({
  path: '/complaint-exports', right: 'complaint.exchange', mediaType: 'text/csv',
  summary: 'Tickets of the last twelve months as CSV for LAPOR!, without who reported them', access: async () => ({}),
  read: ({ unit, actor }) => exportLapor(unit, actor, yearBefore(unit.now)),
})

/** What officers do with tickets, in the API. */
export const complaintOperations: ApiOperation[] = [
  ...reporterOperations, list, read, steps, group, askIdentity, decideIdentity, identity, evidence, file, figures, importing, exporting,
  ...guidanceOperations,
]
