import { Temporal } from 'temporal-polyfill'
import { type Problem, type Result, invalid, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { listServicesOn } from '../services/index.ts'
import type { Respondent } from './core/respondent.ts'
import type { Answers, Score } from './core/satisfaction-index.ts'
import { oldestOpenDay } from './core/survey-period.ts'
import { officeId as t } from './office-words.id.ts'
import { questionnaireFor } from './questionnaire-store.ts'
import { keepSheet, takeForm, tellEnough } from './sheet-store.ts'

export const MOST_SHEETS = 10

/** `at`: on which line of the form it stands, when lines before it were left empty. `digits`: one sign for each question in its order, 1 to 4, or `-` where nothing is ticked. */
export type PaperSheet = { at?: number; digits: string; respondent: Respondent; suggestion?: string | undefined }
export type PaperBatch = { formKey: string; serviceCode: string; day: string; sheets: readonly PaperSheet[] }

const SCORE: Readonly<Record<string, Score>> = { 1: 1, 2: 2, 3: 3, 4: 4 }

/** The answers of a line of digits; undefined when it has another length or other signs. */
export function answersOfDigits(digits: string, keys: readonly string[]): Answers | undefined {
  const signs = digits.replaceAll(/\s/g, '')
  if (signs.length !== keys.length || !/^[1-4-]+$/.test(signs)) return undefined
  return Object.fromEntries(keys.flatMap((key, at) => {
    const score = SCORE[signs[at] ?? '']
    return score === undefined ? [] : [[key, score] as const]
  }))
}

function dayProblem(day: string, today: Temporal.PlainDate): Problem[] {
  const oldest = oldestOpenDay(today)
  return day < oldest.toString() || day > today.toString() ? [{ field: 'day', message: t.paper.dayWrong(oldest, today) }] : []
}

/** Keeps sheets of paper of one service and day. The log says how many an officer typed in; no sheet bears his name. */
export async function keepPaper(unit: Unit, actor: Actor, { formKey, serviceCode, day, sheets }: PaperBatch): Promise<Result<{ kept: number }>> {
  const { officeId } = actor
  const today = wibDate(unit.now)
  const wrongDay = dayProblem(day, today)
  if (wrongDay.length > 0) return invalid(wrongDay)
  const services = await listServicesOn(unit.tx, officeId, day)
  if (!services.some(({ definition }) => definition.code === serviceCode)) return invalid([{ field: 'serviceCode', message: t.paper.serviceNeeded }])
  if (sheets.length === 0) return invalid([{ field: 'sheets', message: t.paper.sheetsNeeded }])
  const { version, elements } = await questionnaireFor(unit.tx, officeId, day)
  const read = sheets.map(({ digits }) => answersOfDigits(digits, elements.map(({ key }) => key)))
  const problems = read.flatMap((answers, index): Problem[] => {
    const at = sheets[index]?.at ?? index
    if (!answers) return [{ field: `sheets.${at}`, message: t.paper.digitsWrong(at + 1, elements.length) }]
    return Object.keys(answers).length === 0 ? [{ field: `sheets.${at}`, message: t.paper.sheetEmpty(at + 1) }] : []
  })
  if (problems.length > 0) return invalid(problems)
  if (!await takeForm(unit, officeId, formKey, today)) return ok({ kept: sheets.length })
  for (const [at, { respondent, suggestion }] of sheets.entries()) {
    await keepSheet(unit, { officeId, day: Temporal.PlainDate.from(day), serviceCode, channel: 'paper', questionnaire: version }, { answers: read[at] ?? {}, respondent, suggestion })
  }
  await tellEnough(unit.tx, officeId)
  unit.record(officeId, { what: 'satisfaction.paper', kind: 'survey', subject: officeId, actor: actor.accountId, role: roleOf(actor), data: { sheets: sheets.length } })
  return ok({ kept: sheets.length })
}
