import { randomUUID } from 'node:crypto'
import { type Problem, type Result, invalid, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { findOrCreatePerson, findPersonCard, readNationalId } from '../registry/index.ts'
import type { SettledChange } from './core/change.ts'
import { nameWords } from './core/cooperative-name.ts'
import type { CooperativeChange, Position } from './core/record.ts'
import { cooperativeMessages as t } from './messages.id.ts'
import { sourceOf } from './surroundings.ts'

type Given = NonNullable<CooperativeChange['positions']>[number]
type Settled = NonNullable<SettledChange['positions']>

/**
 * Finds the people behind positions and gives new ones their ids. A NIK links a position to the person of the registry, who is made
 * when nobody has it yet; the name shown stays the one told here, so that a NIK alone tells nothing about its owner.
 * @param before the positions the cooperative has; a change of another one is refused
 */
export async function settlePositions(
  unit: Unit, tools: Tools, actor: Actor, given: readonly Given[], before: readonly Position[],
): Promise<Result<Settled>> {
  const problems: Problem[] = []
  const settled: Settled = []
  for (const [at, { nationalId, id, ...position }] of given.entries()) {
    const held = id === undefined ? undefined : before.find((one) => one.id === id)
    const field = (name: string) => `positions.${at}.${name}`
    if (id !== undefined && !held) problems.push({ field: field('id'), message: t.record.noPosition })
    const whole = { organ: position.organ ?? held?.organ, role: position.role ?? held?.role, name: position.name ?? held?.name }
    if (!position.removed && Object.values(whole).some((value) => value === undefined)) problems.push({
      field: field('name'), message: t.record.positionIncomplete,
    })
    const read = nationalId === undefined || nationalId === null || nationalId.trim() === '' ? undefined : readNationalId(nationalId)
    if (read && !read.ok) problems.push({ field: field('nationalId'), message: read.error })
    if (problems.length > 0) continue
    const linked = read?.ok && whole.name !== undefined
      ? { personId: await personBehind(unit, tools, actor, { ...position, name: whole.name, nationalId: read.value.digits }) } : {}
    settled.push({ ...position, ...linked, id: id ?? randomUUID() })
  }
  return problems.length > 0 ? invalid(problems) : ok(settled)
}

async function personBehind(
  unit: Unit, tools: Tools, actor: Actor, told: { name: string; nationalId: string; gender?: 'female' | 'male' | null | undefined },
): Promise<string> {
  const { name, nationalId, gender } = told
  const person = { name, nationalId, ...(gender ? { gender } : {}) }
  const { id, created } = await findOrCreatePerson(
    unit.tx, tools.keys, unit.now, actor.officeId, person, { source: sourceOf(actor), by: actor.accountId },
  )
  if (created) unit.record(
    actor.officeId, { what: 'person.create', kind: 'person', subject: id, actor: actor.accountId, role: roleOf(actor), for: id },
  )
  return id
}

/**
 * Puts the citizen who enters a cooperative into its board, else it would not be his to enter: the office he named for himself is
 * linked to him, or he becomes its secretary.
 */
export async function withOwnPosition(unit: Unit, actor: Actor, settled: Settled): Promise<Settled> {
  const { personId } = actor
  const person = actor.kind === 'citizen' && personId !== undefined ? await findPersonCard(unit.tx, personId) : undefined
  if (!person || settled.some((one) => one.organ === 'board' && one.personId === person.id)) return settled
  const compared = nameWords(person.name).join(' ')
  const own = settled.find((one) => one.organ === 'board' && one.personId === undefined && nameWords(one.name ?? '').join(' ') === compared)
  if (own) return settled.map((one) => (one === own ? { ...one, personId: person.id } : one))
  return [...settled, { id: randomUUID(), organ: 'board', role: 'secretary', name: person.name, personId: person.id }]
}
