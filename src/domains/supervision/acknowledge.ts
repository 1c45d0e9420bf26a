import { type Result, invalid, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { readPhone } from '../registry/index.ts'
import { SUBJECT_KIND } from './core/ladder.ts'
import { supervisionId } from './messages.id.ts'
import { acknowledge, savePhone } from './notice-store.ts'

/** An officer says that he knows of these warnings of his: they climb no further. Others' are left as they are. */
export async function acknowledgeNotices(unit: Unit, actor: Actor, ids: readonly string[]): Promise<Result<{ acknowledged: number }>> {
  const done = await acknowledge(unit.tx, actor.accountId, ids, unit.now)
  for (const one of done) {
    unit.record(actor.officeId, {
      what: 'escalation.acknowledge', kind: SUBJECT_KIND[one.kind], subject: one.subject,
      actor: actor.accountId, role: roleOf(actor), data: { clock: one.kind, rung: one.rung },
    })
  }
  return ok({ acknowledged: done.length })
}

/** Sets where an officer is warned outside the program; an empty number ends it. The number itself does not enter the log. */
export async function setContact(unit: Unit, actor: Actor, typed: string): Promise<Result<{ set: boolean }>> {
  const text = typed.trim()
  const phone = text === '' ? undefined : readPhone(text)
  if (phone !== undefined && !phone.ok) return invalid([{ field: 'phone', message: supervisionId.notices.phoneWrong }])
  await savePhone(unit.tx, actor.accountId, phone?.value, unit.now)
  unit.record(actor.officeId, {
    what: 'supervision.contact', kind: 'account', subject: actor.accountId, actor: actor.accountId, role: roleOf(actor), data: { set: phone !== undefined },
  })
  return ok({ set: phone !== undefined })
}
