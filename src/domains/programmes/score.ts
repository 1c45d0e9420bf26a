import { type Result, conflict, forbidden, invalid, notFound, ok } from '../../kernel/result.ts'
import { type Actor } from '../../kernel/rights.ts'
import { type Unit, roleOf, toDb } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { type RoundCase, findCaseCard, listRoundCases, roundOfCase, takePanelStep } from '../applications/index.ts'
import { type HeldRound, type ServiceDefinition, findRound, getDefinition } from '../services/index.ts'
import type { Points } from './core/ranking.ts'
import { programmesId as words } from './messages.id.ts'
import { isRanked, keepSheet, listPanel, listSheets, listSheetsOf, replacePanel } from './store.ts'

type Scoring = NonNullable<ServiceDefinition['scoring']>

/** Names who scores a round. Once somebody has scored, the panel stays: the mean must be of the same people for all. */
export async function namePanel(unit: Unit, actor: Actor, round: HeldRound, least: number, accountIds: readonly string[]): Promise<Result<undefined>> {
  if ((await listSheets(unit.tx, round.id)).length > 0) return conflict('panel-fixed', words.panelFixed)
  const chosen = [...new Set(accountIds)]
  if (chosen.length < least) return invalid([{ field: 'panel', message: words.panelTooSmall(least) }])
  const known = await unit.tx.selectFrom('accounts.accounts').select('id').where('office_id', '=', actor.officeId).where('kind', '=', 'officer')
    .where('status', '=', 'active').where('id', 'in', chosen).execute()
  if (known.length !== chosen.length) return invalid([{ field: 'panel', message: words.unknownOfficer }])
  await replacePanel(unit.tx, round.id, chosen, toDb(unit.now))
  unit.record(actor.officeId, { what: 'round.panel', kind: 'round', subject: round.id, actor: actor.accountId, role: roleOf(actor), data: { members: chosen.length } })
  return ok(undefined)
}

/** What a member of the panel needs to score a case; a refusal says why not. */
export async function readScoring(unit: Pick<Unit, 'tx'>, actor: Actor, applicationId: string): Promise<Result<{ round: HeldRound; scoring: Scoring; definition: ServiceDefinition; own: Points | undefined; note: string }>> {
  const roundId = await roundOfCase(unit.tx, applicationId)
  const round = roundId === undefined ? undefined : await findRound(unit.tx, roundId)
  const card = await findCaseCard(unit.tx, applicationId)
  if (!round || !card || round.officeId !== actor.officeId) return notFound('not-found', words.noCase)
  if (!(await listPanel(unit.tx, round.id)).some((one) => one.accountId === actor.accountId)) return forbidden('not-panel', words.notPanel)
  if (card.enteredBy === actor.accountId) return forbidden('own-entry', words.ownEntry)
  const only = (await listRoundCases(unit.tx, round.id)).find((one) => one.id === applicationId)
  const definition = only && await getDefinition(unit.tx, only.definitionId)
  if (!definition?.scoring) return notFound('not-found', words.noCase)
  if (card.status !== 'scoring') return conflict('not-now', words.notScoring, { status: card.status })
  const own = (await listSheetsOf(unit.tx, applicationId)).find((one) => one.accountId === actor.accountId)
  return ok({ round, scoring: definition.scoring, definition, own: own?.points, note: own?.note ?? '' })
}

/** Keeps a sheet. With the last one of the panel the case has its score; members do not see each other's before. */
export async function giveSheet(tools: Tools, unit: Unit, actor: Actor, applicationId: string, { points, note }: { points: Points; note?: string | undefined }): Promise<Result<{ isComplete: boolean }>> {
  const found = await readScoring(unit, actor, applicationId)
  if (!found.ok) return found
  const { round, scoring } = found.value
  const problems = scoring.criteria.filter((one) => !one.levels.some((level) => level.points === points[one.key]))
    .map((one) => ({ field: `points.${one.key}`, message: words.wrongPoints(one.label.id) }))
  if (problems.length > 0) return invalid(problems)
  if (await isRanked(unit.tx, round.id)) return conflict('ranked-already', words.rankedAlready)
  const kept = Object.fromEntries(scoring.criteria.map((one) => [one.key, points[one.key] ?? 0]))
  await keepSheet(unit.tx, round.id, { applicationId, accountId: actor.accountId, points: kept, note: note?.trim() || null }, toDb(unit.now))
  unit.record(actor.officeId, { what: 'application.sheet', kind: 'application', subject: applicationId, actor: actor.accountId, role: 'panel' })
  const given = new Set((await listSheetsOf(unit.tx, applicationId)).map((one) => one.accountId))
  const isComplete = (await listPanel(unit.tx, round.id)).every((one) => given.has(one.accountId))
  if (!isComplete) return ok({ isComplete })
  const moved = await takePanelStep(tools, unit, actor, applicationId, { step: 'score' })
  return moved.ok ? ok({ isComplete }) : moved
}

/** How many sheets each case of a round has. */
export async function countSheets(unit: Pick<Unit, 'tx'>, cases: readonly RoundCase[], roundId: string): Promise<Map<string, number>> {
  const counts = new Map(cases.map((one) => [one.id, 0]))
  for (const sheet of await listSheets(unit.tx, roundId)) counts.set(sheet.applicationId, (counts.get(sheet.applicationId) ?? 0) + 1)
  return counts
}
