import { type Result, conflict, invalid, notFound, ok } from '../../../kernel/result.ts'
import type { Actor } from '../../../kernel/rights.ts'
import { type Unit, roleOf } from '../../../platform/db/unit.ts'
import { type ServiceDefinition, getDefinition } from '../../services/index.ts'
import { deskOf } from '../core/life.ts'
import { IN_QUEUE } from '../core/queue.ts'
import { applicationsId } from '../messages.id.ts'
import { officeWords } from '../office-messages.id.ts'
import { type Colleague, listAtDesk, listColleagues } from '../staff-store.ts'
import { type Application, lockApplication, updateApplication } from '../store.ts'
import { stateOf } from './steps.ts'

export type Assignment = {
  /** The account that takes the case on; null gives it back to all whose turn it is. */
  assignee: string | null
  /** The version the officer saw. */
  version: number
}

/** Who may take a case on: officers of its division, and those of the field whose desk has it now. */
export async function takersOf(unit: Pick<Unit, 'tx' | 'now'>, application: Application, definition: ServiceDefinition): Promise<Colleague[]> {
  const colleagues = await listColleagues(unit, application.officeId, application.divisionId)
  const atDesk = await listAtDesk(unit, application, deskOf(stateOf(application, definition)))
  return [...colleagues, ...atDesk.filter((one) => !colleagues.some((other) => other.id === one.id))]
}

/** Hands a case to an officer of its division (disposisi). Recorded; the clock does not move, the turn neither. */
export async function assignApplication(unit: Unit, actor: Actor, id: string, { assignee, version }: Assignment): Promise<Result<Application>> {
  const application = await lockApplication(unit.tx, id)
  if (!application) return notFound('not-found', applicationsId.noSuchService)
  const present = { status: application.status, version: application.version }
  if (!IN_QUEUE.includes(application.status)) return conflict('not-now', applicationsId.notNow(applicationsId.status[application.status]), present)
  if (version !== application.version) return conflict('changed-meanwhile', applicationsId.changedMeanwhile, present)
  const colleagues = await takersOf(unit, application, await getDefinition(unit.tx, application.definitionId))
  if (assignee !== null && !colleagues.some((one) => one.id === assignee)) return invalid([{ field: 'assignee', message: officeWords.assign.unknown }])
  await updateApplication(unit.tx, id, { assigned_to: assignee }, unit.now)
  unit.record(application.officeId, {
    what: 'application.assign', kind: 'application', subject: id, actor: actor.accountId, role: roleOf(actor), from: application.status, to: application.status,
    data: { assignee, before: application.assignedTo },
  })
  return ok({ ...application, assignedTo: assignee })
}
