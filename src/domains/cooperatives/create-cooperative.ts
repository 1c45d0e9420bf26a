import { randomUUID } from 'node:crypto'
import { type Result, forbidden, invalid, ok } from '../../kernel/result.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { getOffice } from '../office/index.ts'
import type { Proposed } from '../registry/index.ts'
import { insertCooperatives } from './bulk-store.ts'
import { type KeptCooperative, findByLegalEntity, findCooperative } from './cooperative-store.ts'
import { changedWhole } from './core/change.ts'
import type { Warning } from './core/finding.ts'
import { officeOnlyProblems } from './core/office-only.ts'
import type { Cooperative, CooperativeRequest } from './core/record.ts'
import { findPairsOf } from './find-pairs.ts'
import { cooperativeMessages as t } from './messages.id.ts'
import { commandWords } from './screen-messages.id.ts'
import { settlePositions, withOwnPosition } from './settle-positions.ts'
import { checkAround, sourceOf, withKbliVersion } from './surroundings.ts'

/** A record that passed, with what is worth a second look. `proposal`: a change by its own people, taken at once or waiting for a data steward. */
export type Entered = { cooperative: KeptCooperative; warnings: Warning[]; proposal?: Proposed }

/** @returns the refusal for a legal entity number that another cooperative has */
export async function numberTaken({ tx }: Pick<Unit, 'tx'>, officeId: string, number: string): Promise<Result<never>> {
  const other = await findByLegalEntity(tx, officeId, number)
  return invalid([{ field: 'legalEntityNumber', message: t.record.legalEntityTaken(other?.registryNumber ?? '') }], 'legal-entity-taken')
}

const withStatus = (record: Cooperative): Cooperative => ({
  ...record, status: record.status ?? 'active', level: record.level ?? 'primary',
})

/**
 * Enters a cooperative once, by one of its board or by an officer. Refused is only what cannot be.
 * A citizen who enters one stands in its board, as secretary unless he says otherwise.
 * @returns 422 `legal-entity-taken` when it is in the registry already, 403 `outside-your-area` for a village elsewhere
 */
export async function createCooperative(unit: Unit, tools: Tools, actor: Actor, request: CooperativeRequest): Promise<Result<Entered>> {
  const { positions: given = [], bookYears = [], ...told } = request
  const citizen = actor.kind === 'citizen'
  if (citizen && actor.personId === undefined) return forbidden('not-yours', commandWords.noPerson)
  const allowed = may(actor, 'cooperative.create', {
    officeId: actor.officeId, villageCode: told.villageCode,
    ...(citizen && actor.personId !== undefined ? { ownerId: actor.personId } : {}),
  }, unit.now.epochMilliseconds)
  if (!allowed.ok) return allowed
  const notTheirs = citizen ? officeOnlyProblems(request, commandWords.officeOnly, true) : []
  if (notTheirs.length > 0) return invalid(notTheirs)
  const settled = await settlePositions(unit, tools, actor, given, [])
  if (!settled.ok) return settled
  const record = withStatus(await withKbliVersion(unit, told))
  const positions = await withOwnPosition(unit, actor, settled.value)
  const whole = changedWhole({ record, positions: [], bookYears: [] }, { positions, bookYears })

  const { problems, warnings } = await checkAround(unit, actor.officeId, whole)
  if (problems.length > 0) return invalid(problems)
  // One that was merged keeps its number, which leads to the record that stands for it.
  if (await findByLegalEntity(unit.tx, actor.officeId, record.legalEntityNumber)) return numberTaken(unit, actor.officeId, record.legalEntityNumber)
  const source = sourceOf(actor)
  const office = await getOffice(unit.tx, actor.officeId)
  const [id] = await insertCooperatives(unit.tx, tools.keys, office, [{ id: randomUUID(), at: unit.now, ...whole }], {
    source, by: actor.accountId, kind: 'enter',
  })
  if (id === undefined) return numberTaken(unit, actor.officeId, whole.record.legalEntityNumber)
  unit.record(actor.officeId, {
    what: 'cooperative.create', kind: 'cooperative', subject: id, actor: actor.accountId, role: roleOf(actor), to: 'entered',
    data: { source, kind: record.kind },
  })
  await findPairsOf(unit, actor.officeId, [id])
  const cooperative = await findCooperative(unit.tx, id)
  if (!cooperative) throw new Error('a cooperative that was just stored is not there')
  return ok({ cooperative, warnings })
}
