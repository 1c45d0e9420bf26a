import type { Score } from './satisfaction-index.ts'
import { type SurveyResult, type Tally, count, equalWeights, surveyResult } from './satisfaction-index.ts'

/** The columns of a file of answers. A file numbers them as it likes, so no element is read into a number here. */
export const COLUMNS = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9'] as const

export type FileRow = { line: number; cells: readonly string[] }
export type FileFault = { kind: 'no-columns'; missing: string[] } | { kind: 'column-twice'; column: string } | { kind: 'values'; wrong: WrongValue[]; count: number }
export type WrongValue = { line: number; column: string; value: string }

/** In so many rows from the top the names of the columns are looked for: a title may stand above them. */
const HEAD_ROWS = 20
const MOST_WRONG = 100

type Reading = { at: ReadonlyMap<string, number>; tallies: Map<string, Tally>; respondents: number; blank: number; wrong: WrongValue[]; wrongCount: number }

const names = ({ cells }: FileRow) => cells.map((cell) => cell.trim().toLowerCase())

function scoreOf(text: string): Score | undefined {
  if (text === '1') return 1
  if (text === '2') return 2
  if (text === '3') return 3
  return text === '4' ? 4 : undefined
}

function readSheet(reading: Reading, { line, cells }: FileRow): void {
  const answers: Record<string, Score> = {}
  for (const [column, index] of reading.at) {
    const value = (cells[index] ?? '').trim()
    const score = scoreOf(value)
    if (score !== undefined) answers[column] = score
    else if (value !== '') {
      reading.wrongCount += 1
      if (reading.wrong.length < MOST_WRONG) reading.wrong.push({ line, column, value })
    }
  }
  if (Object.keys(answers).length === 0) reading.blank += 1
  else reading.respondents += 1
  count(reading.tallies, answers)
}

export type FileResult = SurveyResult & { respondents: number; blank: number }

/** Takes the rows of a file one after the other and ends with the result; a sheet without any answer is no respondent. */
export function answersReader() {
  let head: string[] | undefined
  let reading: Reading | undefined
  let rows = 0
  let fault: FileFault | undefined
  const begin = (row: FileRow): void => {
    const found = names(row)
    if (!COLUMNS.some((column) => found.includes(column))) {
      rows += 1
      return
    }
    head = found
    const twice = COLUMNS.find((column) => found.indexOf(column) !== found.lastIndexOf(column))
    if (twice !== undefined) fault = { kind: 'column-twice', column: twice }
    reading = { at: new Map(COLUMNS.map((column) => [column, found.indexOf(column)])), tallies: new Map(), respondents: 0, blank: 0, wrong: [], wrongCount: 0 }
  }
  return {
    push(row: FileRow): void {
      if (reading) readSheet(reading, row)
      else if (rows < HEAD_ROWS) begin(row)
    },
    end(): { ok: true; result: FileResult } | { ok: false; fault: FileFault } {
      const missing = COLUMNS.filter((column) => !head?.includes(column))
      if (missing.length > 0 || !reading) return { ok: false, fault: { kind: 'no-columns', missing } }
      if (fault) return { ok: false, fault }
      const { tallies, respondents, blank, wrong, wrongCount } = reading
      if (wrongCount > 0) return { ok: false, fault: { kind: 'values', wrong, count: wrongCount } }
      return { ok: true, result: { ...surveyResult(equalWeights(COLUMNS), tallies), respondents, blank } }
    },
  }
}
