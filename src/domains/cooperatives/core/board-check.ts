import { Temporal } from 'temporal-polyfill'
import { cooperativeMessages as t } from '../messages.id.ts'
import { nameWords } from './cooperative-name.ts'
import { type Check, type CheckContext, type Warning, type WarningCode, warn as warnAt } from './finding.ts'
import type { Cooperative, Position } from './record.ts'

/** Longest term of a board in years. Source: UU 25/1992 Pasal 29 ayat (4) */
export const LONGEST_TERM_YEARS = 5

/** Least number and least share of women on the board of a KDKMP. Source: SE Menkop 1/2025 */
const KDKMP_LEAST_BOARD = 3
const KDKMP_LEAST_WOMEN_PERCENT = 30

/** Is the office held on that day? An unknown beginning or end does not bar it. */
export const isHeldOn = ({ from, to }: Pick<Position, 'from' | 'to'>, day: Temporal.PlainDate): boolean =>
  (from === undefined || from <= day.toString()) && (to === undefined || to >= day.toString())

const warn = (code: WarningCode): Warning => warnAt('positions', code)

/** The checks of those who run and those who watch. A KDKMP has rules of its own, all of them only warnings. */
export function checkBoard(record: Cooperative, positions: readonly Position[], { asOf }: Pick<CheckContext, 'asOf'>): Check {
  const problems = positions.flatMap(({ from, to }) =>
    (from !== undefined && to !== undefined && to < from ? [{ field: 'positions', message: t.record.termEndsFirst }] : []))
  const held = positions.filter((one) => isHeldOn(one, asOf))
  const board = held.filter(({ organ }) => organ === 'board')
  const watching = held.filter(({ organ }) => organ === 'supervisory-board')
  const warnings: Warning[] = []
  if (board.some((one, at) => board.slice(at + 1).some((other) => isSamePerson(one, other)))) warnings.push(warn('twice-on-board'))
  if (board.some((one) => watching.some((other) => isSamePerson(one, other)))) warnings.push(warn('board-and-watching'))
  if (board.some((one) => isTermOver(one, asOf))) warnings.push(warn('term-over'))
  if (record.group === 'kdkmp' && board.length > 0) warnings.push(...kdkmpWarnings(board, watching))
  return { problems, warnings }
}

function isSamePerson(one: Position, other: Position): boolean {
  if (one.personId !== undefined && other.personId !== undefined) return one.personId === other.personId
  return nameWords(one.name).join(' ') === nameWords(other.name).join(' ')
}

function isTermOver({ from, to }: Position, asOf: Temporal.PlainDate): boolean {
  if (from === undefined || to !== undefined) return false
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(from).add({ years: LONGEST_TERM_YEARS }), asOf) <= 0
}

/** Source: SE Menkop 1/2025 (board odd and at least three, at least 30 % women, head of the village leads the watching) */
function kdkmpWarnings(board: readonly Position[], watching: readonly Position[]): Warning[] {
  const warnings: Warning[] = []
  if (board.length < KDKMP_LEAST_BOARD || board.length % 2 === 0) warnings.push(warn('kdkmp-board-number'))
  const women = board.filter(({ gender }) => gender === 'female').length
  if (board.every(({ gender }) => gender !== undefined)
    && women * 100 < board.length * KDKMP_LEAST_WOMEN_PERCENT) warnings.push(warn('kdkmp-women'))
  if (!watching.some(({ role, villageHead }) => role === 'chair' && villageHead === true)) warnings.push(warn('kdkmp-village-head'))
  return warnings
}
