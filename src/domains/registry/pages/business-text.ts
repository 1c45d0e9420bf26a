import { Temporal } from 'temporal-polyfill'
import type { Business } from '../core/business-record.ts'
import type { Labels } from '../labels.ts'
import type { ScreenWords } from '../screen-messages.id.ts'

type Workers = Partial<Pick<Business, 'workersPaidMale' | 'workersPaidFemale' | 'workersUnpaidMale' | 'workersUnpaidFemale'>>

/** The day when it is known; the first of a month most often means that only the month is. */
export function startedText(startedOn: string, { day, month }: Labels): string {
  const date = Temporal.PlainDate.from(startedOn)
  return date.day === 1 ? month(date) : day(date)
}

/** How many work there; empty when nobody said. */
export function workersText(one: Workers, words: ScreenWords): string {
  const told = [one.workersPaidMale, one.workersPaidFemale, one.workersUnpaidMale, one.workersUnpaidFemale]
  if (told.every((count) => count === undefined)) return ''
  return words.sheet.workersText((one.workersPaidMale ?? 0) + (one.workersPaidFemale ?? 0),
    (one.workersUnpaidMale ?? 0) + (one.workersUnpaidFemale ?? 0))
}
