import type { Resource } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { resourceOf } from './commands/steps.ts'
import { readReference } from './core/reference.ts'
import type { Status } from './core/life.ts'
import { type Application, findApplication, findByReference, listApplications } from './store.ts'

/** What other domains may know of a case: where it stands and what is owed, nothing of its content. */
export type CaseCard = {
  id: string; officeId: string; reference: string; serviceCode: string; status: Status; ownerId: string; enteredBy: string; mandateId: string | null; divisionId: string; villageCode: string | null
  decidedAt: Date | null
  /** What the office owes next: the first look before acceptance, the answer after it. */
  dueAt: Date | null
  resource: Resource
}

const cardOf = (one: Application): CaseCard => ({
  id: one.id, officeId: one.officeId, reference: one.reference, serviceCode: one.serviceCode, status: one.status, ownerId: one.ownerId, enteredBy: one.enteredBy,
  mandateId: one.mandateId, divisionId: one.divisionId, villageCode: one.villageCode, decidedAt: one.decidedAt, dueAt: one.dueAt ?? one.intakeDueAt, resource: resourceOf(one),
})

export const findCaseCard = async (tx: Db | Tx, id: string): Promise<CaseCard | undefined> => {
  const found = await findApplication(tx, id)
  return found && cardOf(found)
}

/** The cards of cases, for lists that other domains make; in no order. */
export const caseCards = async (tx: Db | Tx, ids: readonly string[]): Promise<CaseCard[]> => (await listApplications(tx, ids)).map(cardOf)

/** By its reference as people write it, with or without strokes. */
export async function findCaseByReference(tx: Db | Tx, typed: string): Promise<CaseCard | undefined> {
  const reference = readReference(typed)
  const found = reference === undefined ? undefined : await findByReference(tx, reference)
  return found && cardOf(found)
}
