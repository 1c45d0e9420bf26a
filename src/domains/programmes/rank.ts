import { type Result, conflict, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type Unit, roleOf, toDb, transact } from '../../platform/db/unit.ts'
import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { isEndOfCase, listRoundCases, takePanelStep } from '../applications/index.ts'
import { type HeldRound, findRound, getDefinition, roundState } from '../services/index.ts'
import { type Entry, type Outcome, rankEntries, scoreOf, scoreText } from './core/ranking.ts'
import { programmesId as words } from './messages.id.ts'
import { insertPlacements, isRanked, listPlacements, listSheets, listUndone } from './store.ts'

/**
 * Ranks a round that is closed and whose cases are all scored. The ranking is public from then on and never made again; what it means for
 * each case is carried out behind it, one case after the other, however often the program is stopped.
 */
export async function rankRound(unit: Unit, actor: Actor, round: HeldRound): Promise<Result<{ placed: number; of: number }>> {
  if (roundState(round, wibDate(unit.now).toString()) !== 'closed') return conflict('still-open', words.stillOpen)
  if (await isRanked(unit.tx, round.id)) return conflict('ranked-already', words.rankedAlready)
  const cases = (await listRoundCases(unit.tx, round.id)).filter((one) => !isEndOfCase(one.status))
  const waiting = cases.filter((one) => one.status !== 'scored')
  if (waiting.length > 0) return conflict('not-all-scored', words.notAllScored(waiting.length))
  const [first] = cases
  const scoring = first && (await getDefinition(unit.tx, first.definitionId)).scoring
  if (!scoring) return conflict('nothing-to-rank', words.nothingToRank)
  const sheets = Map.groupBy(await listSheets(unit.tx, round.id), (sheet) => sheet.applicationId)
  const entries = cases.map((one): Entry => ({
    id: one.id, reference: one.reference, submittedAt: one.submittedAt?.getTime() ?? 0,
    score: scoreOf((sheets.get(one.id) ?? []).map((sheet) => sheet.points), scoring.criteria),
  }))
  const placements = rankEntries(entries, { quota: round.quota, passMark: scoring.passMark })
  await insertPlacements(unit.tx, round.id, placements, actor.accountId, toDb(unit.now))
  const placed = placements.filter((one) => one.outcome === 'placed').length
  unit.record(actor.officeId, {
    what: 'round.rank', kind: 'round', subject: round.id, actor: actor.accountId, role: roleOf(actor), data: { placed, of: placements.length, quota: round.quota },
  })
  return ok({ placed, of: placements.length })
}

/** The sentence an applicant who is not placed reads. */
async function toldOf(unit: Unit, roundId: string, applicationId: string, outcome: Exclude<Outcome, 'placed'>, passMark: number, quota: number): Promise<string> {
  const all = await listPlacements(unit.tx, roundId)
  const own = all.find((one) => one.applicationId === applicationId)
  if (!own) throw new Error('a case is carried out by a ranking it is not in')
  const score = scoreText(own)
  return outcome === 'below-mark' ? words.told[outcome](own.rank, all.length, score, passMark) : words.told[outcome](own.rank, all.length, score, quota)
}

async function carryOut(tools: Tools, unit: Unit, officeId: string, { applicationId, outcome, rankedBy }: { applicationId: string; outcome: Outcome; rankedBy: string }) {
  const actor: Actor = { accountId: rankedBy, officeId, kind: 'officer', name: '', roles: [{ role: 'division-head' }] }
  if (outcome === 'placed') return takePanelStep(tools, unit, actor, applicationId, { step: 'rank' })
  const row = await unit.tx.selectFrom('programmes.placements').select('round_id').where('application_id', '=', applicationId).executeTakeFirstOrThrow()
  const round = await findRound(unit.tx, row.round_id)
  const one = (await listRoundCases(unit.tx, row.round_id)).find((each) => each.id === applicationId)
  const definition = one && await getDefinition(unit.tx, one.definitionId)
  const note = await toldOf(unit, row.round_id, applicationId, outcome, definition?.scoring?.passMark ?? 0, round?.quota ?? 0)
  // A definition may have one reason for both ways of not being placed; the sentence tells them apart.
  const known = definition?.reasons.reject.map((one) => one.code) ?? []
  const reasonCode = [outcome, 'not-selected'].find((code) => known.includes(code)) ?? known[0] ?? outcome
  return takePanelStep(tools, unit, actor, applicationId, { step: 'reject', reasonCode, note })
}

const AT_ONCE = 100

/** Carries out rankings, case by case; one that was begun and broken off goes on where it was. */
export const programmeJobs = (tools: Tools, officeId: string): Job[] => [{
  name: 'programmes',
  everyMs: 30_000,
  async run() {
    const undone = await listUndone(tools.db, AT_ONCE)
    for (const one of undone) {
      const done = await transact(tools.db, tools.clock, (unit) => carryOut(tools, unit, officeId, one))
      if (!done.ok) tools.log.warn({ application: one.applicationId, refusal: done.error.code }, 'a place could not be carried out')
    }
    return undone.length === AT_ONCE ? 'again' : 'done'
  },
}]
