import type { Temporal } from 'temporal-polyfill'
import { type Unit, fromDb } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { type MessageFacts, type MessageTemplate, messageTexts, queueMessage, reachOf } from '../messages/index.ts'
import { findPersonCard } from '../registry/index.ts'
import { inviteToSurvey } from '../satisfaction/index.ts'
import { getDefinition } from '../services/index.ts'
import type { Application } from './store.ts'

/** Where an applicant follows his case; opens after signing in or with the reference and the phone's last digits. */
const linkOf = (tools: Tools, application: Application): string => `${tools.config.baseUrl}/lacak/${application.reference}`

/** Queues a text for the applicant; one without a phone gets what must be told on a printed slip. */
export async function tell<T extends MessageTemplate>(unit: Unit, application: Application, template: T, facts: MessageFacts[T]): Promise<void> {
  const person = await findPersonCard(unit.tx, application.ownerId)
  if (!person) return
  await queueMessage(unit, {
    officeId: application.officeId, template, ...reachOf(person.phone), body: messageTexts(template, facts),
    personId: person.id, applicationId: application.id,
  })
}

/** Of a step the words that its service has for it, by what it led to. */
const OWN_WORDS = { accept: 'accepted', issue: 'issued', reject: 'rejected', follow: 'following' } as const
const isOwn = (step: string): step is keyof typeof OWN_WORDS => step in OWN_WORDS

/** Who came to an end with the office is asked how he was served. */
const ENDED_BY_US: ReadonlySet<string> = new Set(['issued', 'completed', 'rejected'])

/** Tells the applicant what the step just taken means for him, in the words of the service where it has any. */
export async function tellStep(tools: Tools, unit: Unit, application: Application, step: string, reasonCode?: string, items = 0): Promise<void> {
  const { reference, status } = application
  const link = linkOf(tools, application)
  const definition = await getDefinition(unit.tx, application.definitionId)
  const own = status === 'completed' ? definition.messages.completed : isOwn(step) ? definition.messages[OWN_WORDS[step]] : undefined
  if (ENDED_BY_US.has(status)) await inviteToSurvey(tools, unit, application)
  if (own) return tell(unit, application, 'service-step', { reference, said: own.id, link })
  if (step === 'submit' && application.intakeDueAt) {
    await tell(unit, application, 'submitted', { reference, link, intakeDueAt: fromDb(application.intakeDueAt) })
  }
  if (step === 'accept' && application.dueAt) await tell(unit, application, 'accepted', { reference, link, dueAt: fromDb(application.dueAt) })
  if (step === 'return') await tell(unit, application, 'returned', { reference, link, items })
  if (step === 'survey') await tell(unit, application, 'surveying', { reference, link })
  if (step === 'follow') await tell(unit, application, 'following', { reference, link })
  if (status === 'completed') await tell(unit, application, 'completed', { reference, link })
  if (step === 'withdraw') await tell(unit, application, 'withdrawn', { reference, link })
  if (step === 'issue') await tell(unit, application, 'issued', { reference, link })
  if (step === 'expire') await tell(unit, application, 'expired', { reference, link })
  if (step === 'reject') {
    const reason = definition.reasons.reject.find((one) => one.code === reasonCode)?.label.id ?? ''
    await tell(unit, application, 'rejected', { reference, link, reason })
  }
}

/** Reminds the officer who handed a case over outside, where he has a number: others find it in their queue. */
export async function tellFollowUp(tools: Tools, unit: Unit, application: Application, days: number, accountId: string): Promise<void> {
  const contact = await unit.tx.selectFrom('supervision.v_contacts').select('phone').where('account_id', '=', accountId).executeTakeFirst()
  if (!contact?.phone) return
  await queueMessage(unit, {
    officeId: application.officeId, template: 'follow-up', channel: 'phone', address: contact.phone, accountId, applicationId: application.id,
    body: messageTexts('follow-up', { reference: application.reference, days, link: `${tools.config.baseUrl}/petugas/permohonan/${application.id}` }),
  })
}

/** Reminds the applicant of a returned case; `until` is the last day on which he can still mend it. */
export async function tellReturnReminder(tools: Tools, unit: Unit, application: Application, until: Temporal.PlainDate): Promise<void> {
  await tell(unit, application, 'return-reminder', { reference: application.reference, link: linkOf(tools, application), until })
}
