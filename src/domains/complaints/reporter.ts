import { z } from 'zod'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Unit } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import type { Tools } from '../../platform/tools.ts'
import { type MessageFacts, messageText, queueMessage } from '../messages/index.ts'
import { findPersonCard } from '../registry/index.ts'
import { secretDigits } from './core/reference.ts'
import type { Ticket } from './ticket.ts'

/** Who reported, as it is encrypted: what he wrote, or the person of a signed-in one. */
const reporterSchema = z.object({ name: z.string(), phone: z.string(), personId: z.string().optional() })
export type Reporter = z.infer<typeof reporterSchema>

export const sealReporter = (keys: Keys, reporter: Reporter): Buffer => keys.seal(JSON.stringify(reporter))

/** Opens who reported. Of a sealed ticket only `identity.ts` may ask. */
export const unsealReporter = (keys: Keys, { reporterCipher }: Pick<Ticket, 'reporterCipher'>): Reporter | undefined =>
  reporterCipher === null ? undefined : reporterSchema.parse(JSON.parse(keys.unseal(reporterCipher)))

/** The keyed index by which a signed-in person finds his own sealed tickets. */
export const ownerIndex = (keys: Keys, personId: string): Buffer => keys.indexOf(`complaints.owner\n${personId}`)

/** Six digits that open a ticket without login. Made of its form, so that nothing in the database leads to them. */
export const secretOf = (keys: Keys, formKey: string): string => secretDigits(keys.hash('ticket-secret', formKey))

/** Who reported and how he is reached, for those who work on a ticket; undefined when it is sealed or anonymous. */
export async function namedReporter(tx: Db | Tx, keys: Keys, ticket: Ticket): Promise<Reporter | undefined> {
  if (ticket.identity !== 'named') return undefined
  if (ticket.ownerId === null) return unsealReporter(keys, ticket)
  const person = await findPersonCard(tx, ticket.ownerId)
  return person && { name: person.name, phone: person.phone ?? '', personId: person.id }
}

export type TicketTemplate = 'ticket-received' | 'ticket-question' | 'ticket-answered' | 'ticket-ended'

export const linkOf = (tools: Pick<Tools, 'config'>, reference: string): string => `${tools.config.baseUrl}/pengaduan/lacak/${reference}`

/**
 * Tells a named reporter who has a phone. A sealed one gets no message, nor does one whose report is about an officer: number and ticket would
 * stand side by side in the outbox, for the counter to see. He was told so when he reported, and reads all on the ticket's page.
 */
export async function tellReporter<T extends TicketTemplate>(tools: Pick<Tools, 'keys'>, unit: Unit, ticket: Ticket, template: T, facts: MessageFacts[T]): Promise<void> {
  const reporter = ticket.openTo === null ? await namedReporter(unit.tx, tools.keys, ticket) : undefined
  if (!reporter || reporter.phone === '') return
  await queueMessage(unit, {
    officeId: ticket.officeId, template, channel: 'phone', address: reporter.phone, body: messageText(template, facts),
    ...(reporter.personId === undefined ? {} : { personId: reporter.personId }),
  })
}
