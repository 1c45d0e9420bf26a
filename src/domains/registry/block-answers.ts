import type { z } from 'zod'
import { type Problem, type Result, invalid, ok } from '../../kernel/result.ts'
import { readRupiah } from '../../kernel/rupiah.ts'
import type { Change, CLEARABLE } from './change-business.ts'
import { UNSTATABLE_FIELDS, UNSTATED_REASONS } from './core/business-choices.ts'
import { type BusinessFieldName, type FieldKind, OWNER_FIELDS, kindOf, ownerKindOf } from './core/business-blocks.ts'
import { type BusinessChange, businessSchema, ownerSchema } from './core/business-record.ts'
import { fieldWords } from './field-messages.id.ts'
import { typedDay } from '../../ui/fields/typed-day.ts'

/** A form as it came: single texts, and lists where several were ticked. */
export type Answers = Readonly<Record<string, string | readonly string[] | undefined>>

const w = fieldWords.block

/** What stands in the field, in the shape of the record; `undefined` when it was left empty. */
type Read = { value?: unknown; wrong?: string }

const textOf = (answers: Answers, name: string): string => {
  const value = answers[name]
  return typeof value === 'string' ? value.trim() : ''
}
const listOf = (answers: Answers, name: string): string[] => [answers[name] ?? []].flat().filter((one) => one !== '')
const parts = (answers: Answers, name: string): Record<string, string> =>
  Object.fromEntries(['day', 'month', 'year'].map((part) => [`${name}-${part}`, textOf(answers, `${name}-${part}`)]))

const number = (text: string): Read => {
  const plain = text.replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? { value: Number(plain) } : { wrong: w.wrongNumber }
}

/** `12-8-2026 18.30` as the office writes it. */
function moment(text: string): Read {
  const [, day = '', month = '', year = '', hour = '', minute = ''] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})[ ,]+(\d{1,2})[.:](\d\d)$/.exec(text) ?? []
  const date = typedDay({ 'on-day': day, 'on-month': month, 'on-year': year }, 'on')
  if (!date || Number(hour) > 23 || Number(minute) > 59) return { wrong: w.wrongMoment }
  return { value: `${date}T${hour.padStart(2, '0')}:${minute}:00+07:00` }
}

function readOne(kind: FieldKind, name: string, answers: Answers): Read {
  if (kind === 'choices') return { value: listOf(answers, name) }
  if (kind === 'months') return { value: listOf(answers, name).map(Number) }
  if (kind === 'date') {
    const day = typedDay(parts(answers, name), name)
    return day === undefined ? { wrong: w.wrongDate } : { value: day || undefined }
  }
  const text = textOf(answers, name)
  if (text === '') return {}
  switch (kind) {
    case 'yes-no': return { value: text === 'ya' }
    case 'number': case 'count': return number(text)
    case 'money': {
      const sum = readRupiah(text)
      return sum.ok ? { value: sum.value } : { wrong: w.wrongNumber }
    }
    case 'codes': return { value: text.split(/[\s,;]+/).filter(Boolean) }
    case 'classes': return { value: text.split(/[\s,;]+/).filter(Boolean).map(Number) }
    case 'moment': return moment(text)
    default: return { value: text }
  }
}

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0)
const isClearable = (field: BusinessFieldName): field is BusinessFieldName & (typeof CLEARABLE)[number] => field !== 'name'

/** Why there is no answer: chosen beside the field, or instead of one of its choices. */
function reasonIn(field: string, answers: Answers): (typeof UNSTATED_REASONS)[number] | undefined {
  if (!UNSTATABLE_FIELDS.some((one) => one === field)) return undefined
  return UNSTATED_REASONS.find((one) => one === textOf(answers, `${field}-unstated`) || one === textOf(answers, field))
}

/**
 * Reads the form of one block of the record: every field of the block is answered, emptied, or said not to be known. A masked number
 * that was left empty stays.
 */
export function readBlock(fields: readonly BusinessFieldName[], answers: Answers): Result<Omit<Change, 'owner'>> {
  const problems: Problem[] = []
  const set: Record<string, unknown> = {}
  const unknown: Record<string, string> = {}
  const clear: NonNullable<Change['clear']> = []
  for (const field of fields) {
    const reason = reasonIn(field, answers)
    const { value, wrong } = reason && textOf(answers, field) === reason ? {} : readOne(kindOf(field), field, answers)
    if (wrong) problems.push({ field, message: wrong })
    else if (!isEmpty(value)) set[field] = value
    else if (reason) unknown[field] = reason
    else if (kindOf(field) !== 'hidden' && isClearable(field)) clear.push(field)
  }
  const read = businessSchema.partial().safeParse({ ...set, ...(Object.keys(unknown).length > 0 ? { unknown } : {}) })
  if (!read.success) problems.push(...problemsOf(read.error))
  return problems.length > 0 || !read.success ? invalid(problems) : ok({ ...read.data, clear })
}

/** Reads what an owner tells of himself; what is left empty stays as it was. */
export function readOwnerBlock(answers: Answers): Result<NonNullable<BusinessChange['owner']>> {
  const told = OWNER_FIELDS.flatMap((field) => {
    const { value } = readOne(ownerKindOf(field), field, answers)
    return isEmpty(value) ? [] : [[field, value] as const]
  })
  const read = ownerSchema.partial().safeParse(Object.fromEntries(told))
  return read.success ? ok(read.data) : invalid(problemsOf(read.error))
}

const problemsOf = (error: z.ZodError): Problem[] => error.issues.map(({ path, message }) => ({ field: String(path[0]), message }))
