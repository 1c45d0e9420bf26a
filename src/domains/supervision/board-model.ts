import type { Temporal } from 'temporal-polyfill'
import type { Actor, Role } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb } from '../../platform/db/unit.ts'
import { type BoardFilter, type BoardRow, type BoardView, type Staff, type DistrictCount, clocksOf, countBoard, countDistricts, listBoard, listStaff } from '../applications/index.ts'
import { calendarOf, getOffice, listDistricts, listDivisions } from '../office/index.ts'
import { type Age, ageOf } from './core/age.ts'
import { type Holding, type StepRisk, holdingsOf, isRole, stepRisks } from './core/board.ts'
import { supervisionId } from './messages.id.ts'

const t = supervisionId.board

/** One line of the board: a case with its age and the one it waits for, always by role or name. */
export type BoardLine = BoardRow & { waits: string; age: Age | undefined }

export type Board = {
  holdings: Holding[]
  risks: StepRisk[]
  counts: Record<BoardView, number>
  staff: Staff[]
  /** Names of divisions by their id. */
  divisions: ReadonlyMap<string, string>
}

const roleWord = (role: Role): string => supervisionId.roles[role] ?? role

/** The name of an officer among those who work on cases today. */
export const nameOf = (staff: readonly Staff[], id: string): string => staff.find((one) => one.id === id)?.name ?? t.gone

/** For whom a case waits, in words: the officer named for it, the only one at its desk, or the desk. */
export function waitsText(row: Pick<BoardRow, 'waitsFor' | 'holder' | 'divisionId'>, staff: readonly Staff[]): string {
  if (row.waitsFor === 'applicant') return supervisionId.applicant
  if (!isRole(row.waitsFor)) return row.holder === null ? supervisionId.beyond[row.waitsFor] : t.named(row.holder, supervisionId.beyond[row.waitsFor])
  const role = roleWord(row.waitsFor)
  if (row.holder !== null) return t.named(row.holder, role)
  const able = new Map(staff.filter((one) => one.role === row.waitsFor && (one.divisionId === null || one.divisionId === row.divisionId)).map((one) => [one.id, one.name]))
  const [only] = able.values()
  if (only === undefined) return t.nobody(role)
  return able.size === 1 ? t.named(only, role) : t.unnamed(role, able.size)
}

/** Who holds what within someone's reach, and which steps stand or fall with one person. Two queries over open cases, nothing kept. */
export async function readBoard(tx: Db | Tx, actor: Actor, now: Temporal.Instant): Promise<Board> {
  const { groups, returnedTwice, divisions } = await countBoard(tx, actor, now)
  const staff = await listStaff({ tx, now }, actor.officeId)
  const names = new Map((await listDivisions(tx, actor.officeId, wibDate(now))).map((one) => [one.id, one.name]))
  const sum = (which: (group: (typeof groups)[number]) => boolean) => groups.filter(which).reduce((total, group) => total + group.count, 0)
  return {
    holdings: holdingsOf(groups), risks: stepRisks(staff, divisions, groups), staff, divisions: names,
    counts: {
      all: sum(() => true), late: sum((group) => group.isLate), today: sum((group) => group.isToday), 'returned-twice': returnedTwice,
      applicant: sum((group) => group.waitsFor === 'applicant'), stage: sum((group) => group.isStageLate), following: sum((group) => group.isFollowing),
    },
  }
}

export type DistrictLine = DistrictCount & { name: string }

/** Names of the office's districts by their code. */
export async function districtNames(tx: Db | Tx, officeId: string): Promise<Map<string, string>> {
  const { regionCode } = await getOffice(tx, officeId)
  return new Map((await listDistricts(tx, regionCode)).map(({ code, name }) => [code, name]))
}

/** What is open, late and due today in each district within someone's reach. */
export async function readDistricts(tx: Db | Tx, actor: Actor, now: Temporal.Instant): Promise<DistrictLine[]> {
  const names = await districtNames(tx, actor.officeId)
  return (await countDistricts(tx, actor, now)).map((one) => ({ ...one, name: one.district === null ? supervisionId.districts.none : names.get(one.district) ?? one.district }))
}

/** Rows of cases as lines of the board: their clocks are read from the log, for these few rows only. */
export async function linesOf(tx: Db | Tx, officeId: string, rows: readonly BoardRow[], staff: readonly Staff[], now: Temporal.Instant): Promise<BoardLine[]> {
  const calendar = await calendarOf(tx, officeId)
  const clocks = await clocksOf(tx, officeId, rows, now)
  return rows.map((row) => {
    const age = ageOf(calendar, {
      clock: clocks.get(row.id), submittedAt: row.submittedAt && fromDb(row.submittedAt), returnedAt: row.returnedAt && fromDb(row.returnedAt), now,
    })
    return { ...row, waits: waitsText(row, staff), age: age.ok ? age.value : undefined }
  })
}

/** One page of the board's list. */
export async function readLines(
  tx: Db | Tx, actor: Actor, filter: BoardFilter, page: { now: Temporal.Instant; after?: string | undefined; limit: number }, staff: readonly Staff[],
): Promise<{ lines: BoardLine[]; next: string | undefined }> {
  const { rows, next } = await listBoard(tx, actor, filter, page)
  return { lines: await linesOf(tx, actor.officeId, rows, staff, page.now), next }
}
