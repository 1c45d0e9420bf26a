import { Temporal } from 'temporal-polyfill'
import { ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import { transact } from '../../platform/db/unit.ts'
import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { actingFor } from '../cooperatives/index.ts'
import { type HeldLetter, listEndingLetters } from '../letters/index.ts'
import { messageText, queueMessage } from '../messages/index.ts'
import { findPersonCard } from '../registry/index.ts'
import { type ServiceDefinition, findServiceOn } from '../services/index.ts'
import { RENEWAL_RULE, reminderDue } from './core/renewal.ts'
import { findRenewing, listReminded, noteReminder } from './renewal-store.ts'

type Ending = HeldLetter & { officeId: string }

/** Reminds one holder, unless the letter is being renewed already. Without a phone the step is passed: the counter sees the end in the register. */
async function remind(tools: Tools, letter: Ending, { letter: said }: ServiceDefinition, days: number): Promise<boolean> {
  const done = await transact(tools.db, tools.clock, async (unit) => {
    if (!await noteReminder(unit.tx, letter.id, days, unit.now) || await findRenewing(unit.tx, letter.id)) return ok(false)
    const acting = letter.cooperativeId === null ? [letter.holderId] : await actingFor(unit.tx, letter.cooperativeId, wibDate(unit.now))
    const person = await findPersonCard(unit.tx, acting.find((one) => one === letter.holderId) ?? acting[0] ?? '')
    if (!person?.phone || letter.validUntil === null) return ok(false)
    await queueMessage(unit, {
      officeId: letter.officeId, template: 'renewal-reminder', channel: 'phone', address: person.phone, personId: person.id,
      applicationId: letter.applicationId,
      body: messageText('renewal-reminder', {
        reference: letter.reference, letter: said?.kind.id ?? '', until: Temporal.PlainDate.from(letter.validUntil),
        link: `${tools.config.baseUrl}/permohonan/perpanjang/${letter.id}`,
      }),
    })
    return ok(true)
  })
  return done.ok && done.value
}

/**
 * Reminds holders 60, 30 and 7 days before a letter that can be renewed ends, each once; after a silence only the nearest step.
 * @returns how many were reminded
 */
export async function remindOfRenewals(tools: Tools): Promise<number> {
  const today = wibDate(tools.clock())
  const to = today.add({ days: Math.max(...RENEWAL_RULE.remindDays) })
  const ending = await listEndingLetters(tools.db, { from: today.toString(), to: to.toString() }, tools.clock())
  const sent = await listReminded(tools.db, ending.map((one) => one.id))
  const services = new Map<string, ServiceDefinition | undefined>()
  let reminded = 0
  for (const letter of ending) {
    const days = letter.validUntil === null ? undefined : reminderDue(Temporal.PlainDate.from(letter.validUntil), today, sent.get(letter.id) ?? [])
    if (days === undefined) continue
    if (!services.has(letter.kind)) services.set(letter.kind, (await findServiceOn(tools.db, letter.kind, today.toString()))?.definition)
    const definition = services.get(letter.kind)
    if (definition?.letter?.renewable && await remind(tools, letter, definition, days)) reminded += 1
  }
  return reminded
}

export const renewalJob = (tools: Tools): Job => ({
  name: 'renewal-reminders', everyMs: 60 * 60_000,
  async run() {
    await remindOfRenewals(tools)
    return 'done'
  },
})
