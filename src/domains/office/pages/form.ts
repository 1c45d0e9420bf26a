import { Temporal } from 'temporal-polyfill'
import type { Problem } from '../../../kernel/result.ts'
import { longDate, shortDate } from '../../../kernel/wib.ts'
import type { Form } from '../../../platform/http/page.ts'
import type { DateParts } from '../../../ui/fields/date-field.tsx'
import { typedDate } from '../core/typed-date.ts'
import { officeId } from '../messages.id.ts'

/** The fields of a POSTed form, read one by one; what is wrong with them is collected with the names of the fields. */
export function reading(values: Form['values']) {
  const problems: Problem[] = []
  const raw = (name: string): string => {
    const value = values[name]
    return typeof value === 'string' ? value : ''
  }
  const problem = (field: string, message: string) => { problems.push({ field, message }) }
  return {
    problems, problem, raw,
    /** A needed line of text. `sentence` says what to do when it is empty or too long. */
    text(name: string, most: number, sentence: string): string {
      const value = raw(name).normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ').trim()
      if (value === '' || value.length > most) problem(name, sentence)
      return value
    },
    /** A line that may stay empty. */
    optional(name: string, most: number, label: string): string | null {
      const value = raw(name).normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ').trim()
      if (value.length > most) problem(name, officeId.fields.text(label, most))
      return value === '' ? null : value
    },
    /** A needed day, ISO. */
    date(name: string, label: string): string {
      const value = typedDate({ day: raw(`${name}-day`), month: raw(`${name}-month`), year: raw(`${name}-year`) })
      if (!value) problem(name, officeId.fields.date(label))
      return value ?? ''
    },
    /** A day that may stay empty, ISO. */
    optionalDate(name: string, label: string): string | null {
      const value = typedDate({ day: raw(`${name}-day`), month: raw(`${name}-month`), year: raw(`${name}-year`) })
      if (value === undefined) problem(name, officeId.fields.date(label))
      return value ? value : null
    },
    /** One of the listed values. */
    choice<const T extends string>(name: string, among: readonly T[], sentence: string): T | undefined {
      const found = among.find((one) => one === raw(name))
      if (found === undefined) problem(name, sentence)
      return found
    },
  }
}
export type Reading = ReturnType<typeof reading>

/** What was typed into a field, to be shown again. */
export function again(form: Form, name: string, before = ''): string {
  const value = form.values[name]
  return typeof value === 'string' ? value : before
}

/** What was typed into the three fields of a date. */
export const dateAgain = (form: Form, name: string): DateParts => ({ day: again(form, `${name}-day`), month: again(form, `${name}-month`), year: again(form, `${name}-year`) })

export const dayText = (iso: string): string => longDate(Temporal.PlainDate.from(iso))
const shortDay = (iso: string): string => shortDate(Temporal.PlainDate.from(iso))

/** `1 Jan 2024 – seterusnya` */
export const spanText = (from: string, to: string | null): string => `${shortDay(from)} – ${to === null ? officeId.until : shortDay(to)}`
