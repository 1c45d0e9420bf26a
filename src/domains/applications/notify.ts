import type { Temporal } from 'temporal-polyfill'
import { type Unit, fromDb } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { type MessageFacts, type MessageTemplate, messageText, queueMessage } from '../messages/index.ts'
import { findPersonCard } from '../registry/index.ts'
import { inviteToSurvey } from '../satisfaction/index.ts'
import { getDefinition } from '../services/index.ts'
import type { Application } from './store.ts'

/** Where an applicant follows his case; opens after signing in or with the reference and the phone's last digits. */
const linkOf = (tools: Tools, application: Application): string => `${tools.config.baseUrl}/lacak/${application.reference}`

/** Queues a text for the applicant, when he has a phone; one without gets the printed slip. */
export async function tell<T extends MessageTemplate>(unit: Unit, application: Application, template: T, facts: MessageFacts[T]): Promise<void> {
  const person = await findPersonCard(unit.tx, application.ownerId)
  if (!person?.phone) return
  await queueMessage(unit, {
    officeId: application.officeId, template, channel: 'phone', address: person.phone, body: messageText(template, facts),
    personId: person.id, applicationId: application.id,
  })
}

/** Tells the applicant what the step just taken means for him. */
export async function tellStep(tools: Tools, unit: Unit, application: Application, step: string, reasonCode?: string, items = 0): Promise<void> {
  const { reference } = application
  const link = linkOf(tools, application)
  if (step === 'submit' && application.intakeDueAt) {
    await tell(unit, application, 'submitted', { reference, link, intakeDueAt: fromDb(application.intakeDueAt) })
  }
  if (step === 'accept' && application.dueAt) await tell(unit, application, 'accepted', { reference, link, dueAt: fromDb(application.dueAt) })
  if (step === 'return') await tell(unit, application, 'returned', { reference, link, items })
  if (step === 'withdraw') await tell(unit, application, 'withdrawn', { reference, link })
  if (step === 'issue') await tell(unit, application, 'issued', { reference, link })
  if (step === 'expire') await tell(unit, application, 'expired', { reference, link })
  if (step === 'reject') {
    const definition = await getDefinition(unit.tx, application.definitionId)
    const reason = definition.reasons.reject.find((one) => one.code === reasonCode)?.label.id ?? ''
    await tell(unit, application, 'rejected', { reference, link, reason })
  }
  if (step === 'issue' || step === 'reject') await inviteToSurvey(tools, unit, application)
}

/** Reminds the applicant of a returned case; `until` is the last day on which he can still mend it. */
export async function tellReturnReminder(tools: Tools, unit: Unit, application: Application, until: Temporal.PlainDate): Promise<void> {
  await tell(unit, application, 'return-reminder', { reference: application.reference, link: linkOf(tools, application), until })
}
