import { Temporal } from 'temporal-polyfill'
import { readRupiah } from '../../../kernel/rupiah.ts'
import type { Problem } from '../../../kernel/result.ts'
import { UNSTATED_REASONS } from '../core/choices.ts'
import { cooperativeMessages as t } from '../messages.id.ts'
import { type Ask, type Section, schemaOf } from './sections.ts'

export type Values = Record<string, unknown>

/** One text of a form; undefined when nothing was typed. */
export function typed(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** All that was ticked under one name. */
export function ticked(values: Values, name: string): string[] {
  const value = values[name]
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string' && one !== '')
}

/** ISO date of the three parts of a date field; undefined when all are empty, and the parts as typed when they are no day. */
export function typedDate(values: Values, name: string): string | undefined {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => typed(values, `${name}-${part}`))
  if (day === '' && month === '' && year === '') return undefined
  try {
    return Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' }).toString()
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return `${year}-${month}-${day}`
    throw error
  }
}

const whole = (text: string): number => (/^-?[\d. ]+$/.test(text) ? Number(text.replaceAll(/[. ]/g, '')) : Number.NaN)

/** A sum as people type it; a loss begins with a minus sign. */
function rupiahOf(text: string): number {
  const [sign, rest] = /^[-−–]/.test(text) ? [-1, text.slice(1)] : [1, text]
  const read = readRupiah(rest)
  return read.ok ? sign * read.value : Number.NaN
}

function valueOf({ key, as }: Ask, values: Values): unknown {
  const text = typed(values, key)
  switch (as) {
    case 'date': return typedDate(values, key)
    case 'many': return ticked(values, key)
    case 'yes-no': return text === undefined ? undefined : text === 'yes'
    case 'count': case 'month': return text === undefined ? undefined : whole(text)
    case 'score': return text === undefined ? undefined : Number(text.replace(',', '.'))
    case 'money': return text === undefined ? undefined : rupiahOf(text)
    default: return text
  }
}

export type Answered = { set: Record<string, unknown>; problems: Problem[] }

type Who = { isOfficer: boolean; isSecondary?: boolean }

/**
 * Reads the answers of a section: what is told, null for what is left empty, and the reasons for silence. A masked answer an officer
 * leaves empty stays as it is.
 */
export function answersOf(section: Section, values: Values, { isOfficer, isSecondary = false }: Who): Answered {
  const answered: Answered = { set: {}, problems: [] }
  const silent = silenceOf(section, values)
  for (const ask of section.asks.filter(({ office, level }) => (isOfficer || !office) && (level === undefined || isSecondary))) {
    const value = valueOf(ask, values)
    if (ask.as === 'masked' && isOfficer && value === undefined && !silent[ask.key]) continue
    if (value === undefined && ask.optional) {
      answered.set[ask.key] = null
      continue
    }
    const read = schemaOf(section, ask.key)?.safeParse(value)
    if (read?.success) answered.set[ask.key] = read.data
    else answered.problems.push({ field: ask.key, message: read?.error.issues[0]?.message ?? t.fields.text })
  }
  if (Object.keys(silent).length > 0) answered.set['unknown'] = silent
  for (const key of Object.keys(silent)) {
    if (answered.set[key] !== undefined && answered.set[key] !== null) answered.problems.push({
      field: key, message: t.record.answerAndReason,
    })
  }
  return answered
}

function silenceOf({ asks }: Section, values: Values): Record<string, string> {
  const may = new Set(asks.filter(({ unstatable }) => unstatable).map(({ key }) => key))
  return Object.fromEntries(UNSTATED_REASONS.flatMap((reason) =>
    ticked(values, reason).filter((key) => may.has(key)).map((key) => [key, reason])))
}
