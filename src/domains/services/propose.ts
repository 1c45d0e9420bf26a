import { type Problem, type Result, conflict, fail, forbidden, invalid, notFound, ok } from '../../kernel/result.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { listDivisions } from '../office/index.ts'
import type { ServiceDefinition } from './core/definition.ts'
import type { Flaw } from './core/flaw.ts'
import { prove } from './core/proofs.ts'
import { readDefinition } from './core/read-definition.ts'
import { keepDefinition, lockLatest } from './definition-store.ts'
import { readOfficeWide } from './load.ts'
import { publishingId as t } from './messages-publishing.id.ts'
import { type Proposal, findProposal, insertProposal, lockProposal, settleProposal } from './proposal-store.ts'
import { findServiceOn, listVersionsOf } from './store.ts'

/** A definition of more than this is none that people review. */
export const MOST_BYTES = 512 * 1024

const problemsOf = (flaws: readonly Flaw[]): Problem[] => flaws.slice(0, 200).map(({ place, message }) => ({ field: place, message }))

/** Reads what somebody wrote, as it would be published: with the next version number, in a division of this office. Nothing is stored. */
export async function readProposed({ tx, now }: Pick<Unit, 'tx' | 'now'>, officeId: string, file: unknown): Promise<Result<ServiceDefinition, Flaw[]>> {
  const read = readDefinition(await readOfficeWide(), file)
  if (!read.ok) return read
  const divisions = await listDivisions(tx, officeId, wibDate(now))
  if (!divisions.some(({ id }) => id === read.value.division)) return fail([{ place: 'division', message: t.noDivision(divisions.map(({ id }) => id)) }])
  const [latest] = await listVersionsOf(tx, officeId, read.value.code)
  if (latest && latest.definition.division !== read.value.division) return fail([{ place: 'division', message: t.otherDivision(latest.definition.division) }])
  return ok({ ...read.value, version: (latest?.version ?? 0) + 1 })
}

const mayDo = (unit: Unit, actor: Actor, right: 'service.propose' | 'service.publish', divisionId: string) =>
  may(actor, right, { officeId: actor.officeId, divisionId }, unit.now.epochMilliseconds)

/** Proposes a definition. It waits for a second person; one with flaws is not kept, and the answer names each place. */
export async function proposeDefinition(unit: Unit, actor: Actor, file: unknown, note: string): Promise<Result<Proposal>> {
  const read = await readProposed(unit, actor.officeId, file)
  if (!read.ok) return invalid(problemsOf(read.error), 'flawed')
  const definition = read.value
  const allowed = mayDo(unit, actor, 'service.propose', definition.division)
  if (!allowed.ok) return allowed
  const base = await findServiceOn(unit.tx, definition.code, wibDate(unit.now).toString())
  const id = await insertProposal(unit, { officeId: actor.officeId, by: actor.accountId, baseId: base?.definitionId, definition, note: note.trim() })
  unit.record(actor.officeId, {
    what: 'service.propose', kind: 'service-proposal', subject: id, actor: actor.accountId, role: roleOf(actor), to: 'proposed', data: { code: definition.code, version: definition.version },
  })
  const proposal = await findProposal(unit.tx, actor.officeId, id)
  return proposal ? ok(proposal) : notFound('not-found', t.gone)
}

/** A proposal that still waits, locked. */
async function waiting(unit: Unit, actor: Actor, id: string): Promise<Result<Proposal>> {
  const proposal = await lockProposal(unit.tx, actor.officeId, id)
  if (!proposal) return notFound('not-found', t.gone)
  return proposal.state === 'proposed' ? ok(proposal) : conflict('already-decided', t.decided[proposal.state], proposal.state)
}

/** The day from which a version holds: not in the past, and after the version before it began. */
function dayProblem(validFrom: string, today: string, latest: { validFrom: string; version: number } | undefined): Problem | undefined {
  if (validFrom < today) return { field: 'validFrom', message: t.pastDay }
  return latest && validFrom <= latest.validFrom ? { field: 'validFrom', message: t.dayTaken(latest.version, latest.validFrom) } : undefined
}

/**
 * A second person puts a proposal into force from a day on. It is proven once more as it will be stored; cases that run keep their version.
 * Right and second factor are decided before.
 */
export async function publishProposal(unit: Unit, actor: Actor, id: string, validFrom: string): Promise<Result<Proposal>> {
  const held = await waiting(unit, actor, id)
  if (!held.ok) return held
  const proposal = held.value
  if (proposal.proposedBy === actor.accountId) return forbidden('own-proposal', t.ownProposal)
  const latest = await lockLatest(unit.tx, proposal.code)
  const problem = dayProblem(validFrom, wibDate(unit.now).toString(), latest)
  if (problem) return invalid([problem])
  const definition = { ...proposal.definition, version: (latest?.version ?? 0) + 1, validFrom }
  const flaws = prove(definition)
  if (flaws.length > 0) return invalid(problemsOf(flaws), 'flawed')
  const publishedId = await keepDefinition(unit.tx, actor.officeId, definition)
  if (publishedId === undefined) return conflict('version-taken', t.versionTaken(definition.version))
  await settleProposal(unit, id, { state: 'published', by: actor.accountId, publishedId })
  unit.record(actor.officeId, {
    what: 'service.publish', kind: 'service-proposal', subject: id, actor: actor.accountId, role: roleOf(actor), from: 'proposed', to: 'published',
    data: { code: definition.code, version: definition.version, validFrom },
  })
  const after = await findProposal(unit.tx, actor.officeId, id)
  return after ? ok(after) : notFound('not-found', t.gone)
}

/** Takes a proposal back: who proposed it, whoever may propose there, or whoever came to publish. */
export async function withdrawProposal(unit: Unit, actor: Actor, id: string): Promise<Result<Proposal>> {
  const held = await waiting(unit, actor, id)
  if (!held.ok) return held
  const { proposedBy, divisionId } = held.value
  const allowed = mayDo(unit, actor, 'service.propose', divisionId)
  if (proposedBy !== actor.accountId && !allowed.ok && !mayDo(unit, actor, 'service.publish', divisionId).ok) return allowed
  await settleProposal(unit, id, { state: 'withdrawn', by: actor.accountId })
  unit.record(actor.officeId, {
    what: 'service.withdraw', kind: 'service-proposal', subject: id, actor: actor.accountId, role: roleOf(actor), from: 'proposed', to: 'withdrawn', data: { code: held.value.code },
  })
  const after = await findProposal(unit.tx, actor.officeId, id)
  return after ? ok(after) : notFound('not-found', t.gone)
}
