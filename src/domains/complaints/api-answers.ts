import { z } from '@hono/zod-openapi'
import { formatInstant } from '../../kernel/wib.ts'
import { fromDb } from '../../platform/db/unit.ts'
import { CATEGORIES, CHANNELS, IDENTITIES, KINDS } from './core/choices.ts'
import { OFFICE_STEPS, REPORTER_STEPS, STATES, reporterSteps } from './core/life.ts'
import { CLASSES } from './core/limits.ts'
import type { Entry } from './entry-store.ts'
import type { Evidence } from './file-store.ts'
import type { Guidance } from './guidance-store.ts'
import type { Ticket } from './ticket.ts'

const moment = z.iso.datetime({ offset: true })
const orNull = (date: Date | null): string | null => date && formatInstant(fromDb(date))

const entrySchema = z.object({ at: moment, step: z.string(), from: z.string().nullable(), to: z.string(), role: z.string(), words: z.string() })
export const fileSchema = z.object({ id: z.string(), sha256: z.string(), mediaType: z.string(), size: z.int() })

/** A ticket as its reporter reads it. */
export const publicTicketSchema = z.object({
  id: z.string(), reference: z.string(), kind: z.enum(KINDS), state: z.enum(STATES), words: z.string(), wanted: z.string(),
  receivedAt: moment, dueAt: moment.nullable(), owedAt: moment.nullable(),
  replyBy: moment.nullable(), outcome: z.string().nullable(), score: z.int().nullable(), steps: z.array(z.enum(REPORTER_STEPS)),
  events: z.array(entrySchema), files: z.array(fileSchema),
}).openapi('PublicTicket')

/** A ticket as an officer reads it; who reported it stands only in `reporter`, and only of a named one. */
export const ticketSchema = publicTicketSchema.omit({ steps: true }).extend({
  channel: z.enum(CHANNELS), identity: z.enum(IDENTITIES), category: z.enum(CATEGORIES).nullable(), class: z.enum(CLASSES).nullable(),
  place: z.string(), regionCode: z.string().nullable(),
  serviceCode: z.string().nullable(), applicationId: z.string().nullable(), cooperativeId: z.string().nullable(),
  forInspection: z.boolean(), confidential: z.boolean(), laporNumber: z.string().nullable(),
  assignedTo: z.string().nullable(), leadId: z.string().nullable(), late: z.boolean(), reopenedCount: z.int(),
  reporter: z.object({ name: z.string(), phone: z.string() }).nullable(), steps: z.array(z.enum(OFFICE_STEPS)),
}).openapi('Ticket')

const eventOf = (shownOnly: boolean) => (one: Entry) => ({ at: formatInstant(fromDb(one.at)), step: one.step, from: one.from, to: one.to, role: one.byRole, words: shownOnly && !one.shown ? '' : one.words })
export const fileOf = ({ id, sha256, mediaType, size }: Evidence) => ({ id, sha256, mediaType, size })

const common = (one: Ticket, entries: readonly Entry[], files: readonly Evidence[], shownOnly: boolean) => ({
  id: one.id, reference: one.reference, kind: one.kind, state: one.state, words: one.words, wanted: one.wanted,
  receivedAt: formatInstant(fromDb(one.receivedAt)), dueAt: orNull(one.dueAt),
  owedAt: orNull(one.owedAt), replyBy: orNull(one.replyBy), outcome: one.outcome, score: one.score, events: entries.map(eventOf(shownOnly)),
  files: files.map(fileOf),
})

/** Steps the reporter has no part in are left out. */
const INSIDE = new Set(['group', 'ungroup', 'identity-ask', 'identity-refuse'])

export const publicTicketOf = (one: Ticket, entries: readonly Entry[], files: readonly Evidence[]): z.input<typeof publicTicketSchema> => ({
  ...common(one, entries.filter(({ step, shown }) => !INSIDE.has(step) && (step !== 'follow-up' || shown)), files, true),
  steps: reporterSteps(one.state),
})

export const ticketOf = (
  one: Ticket,
  { entries, files, reporter, steps }: { entries: readonly Entry[]; files: readonly Evidence[]; reporter: { name: string; phone: string } | undefined; steps: (typeof OFFICE_STEPS)[number][] },
): z.input<typeof ticketSchema> => ({
  ...common(one, entries, files, false), channel: one.channel, identity: one.identity, category: one.category, class: one.class,
  place: one.place, regionCode: one.regionCode,
  serviceCode: one.serviceCode, applicationId: one.applicationId, cooperativeId: one.cooperativeId, forInspection: one.forInspection,
  confidential: one.openTo !== null, laporNumber: one.laporNumber,
  assignedTo: one.assignedTo, leadId: one.leadId, late: one.late, reopenedCount: one.reopenedCount,
  reporter: reporter ? { name: reporter.name, phone: reporter.phone } : null, steps,
})

export const guidanceSchema = z.object({ id: z.string(), question: z.string(), answer: z.string(), state: z.string() }).openapi('Guidance')
export const guidanceOf = ({ id, question, answer, state }: Guidance): z.input<typeof guidanceSchema> => ({ id, question, answer, state })
