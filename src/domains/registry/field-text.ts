import { Temporal } from 'temporal-polyfill'
import type { Told } from '../../kernel/ledger.ts'
import { formatRupiah } from '../../kernel/rupiah.ts'
import { parseIsoInstant } from '../../kernel/wib.ts'
import { isBusinessField, kindOf } from './core/business-blocks.ts'
import { type Program, programSchema } from './core/business-record.ts'
import { maskSixteenDigits } from './core/national-id.ts'
import type { Names } from './field-names.ts'
import { type Labels, labelsId } from './labels.ts'

/** What a field is called; its own name for one that is no longer asked. */
export const labelOf = (field: string, { fields }: Labels = labelsId): string => (isBusinessField(field) ? fields[field] : field)

/** Labels of the answers with a fixed list, by field. */
export const choicesOf = (field: string, { choices }: Labels = labelsId): Readonly<Record<string, string>> => {
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = choices
  return all[field] ?? {}
}

const dateText = (iso: string, { day }: Labels): string => (/^\d{4}-\d\d-\d\d$/.test(iso) ? day(Temporal.PlainDate.from(iso)) : iso)

/** One programme in a line: `Pelatihan, Kemasan, 3 Mar 2026 sampai 5 Mar 2026, Rp1.000.000`. */
export function programText({ kind, name, from, to, value, officer }: Program, { choices, words, shortDay }: Labels = labelsId): string {
  const days = [from && shortDay(Temporal.PlainDate.from(from)), to && words.program.until(shortDay(Temporal.PlainDate.from(to)))].filter(Boolean).join(' ')
  return [choices.programs[kind], name, days, value === undefined ? '' : formatRupiah(value), officer].filter(Boolean).join(', ')
}

function reasonOf(value: Told, labels: Labels): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const reason = value['unstated']
  return typeof reason === 'string' ? choicesOf('unknown', labels)[reason] ?? reason : undefined
}

/**
 * A value as people read it. Money stands masked unless `plain`; numbers of persons always do.
 * @returns '' for a value that was never told or is emptied
 */
export function fieldText(field: string, value: Told | undefined, names: Names, plain = false, labels = labelsId): string {
  if (value === undefined || value === null) return ''
  const reason = reasonOf(value, labels)
  if (reason !== undefined) return reason
  const kind = kindOf(field)
  if (Array.isArray(value)) return value.map((one) => oneOfMany(field, one, labels)).join(kind === 'programs' ? '; ' : ', ')
  if (typeof value === 'boolean') return value ? labels.words.yes : labels.words.no
  if (typeof value === 'number') return numberText(kind, value, { plain, labels })
  if (typeof value === 'object') return ''
  switch (kind) {
    case 'village': return names.village(value)
    case 'kbli': return names.kbli(value)
    case 'person': return names.person(value)
    case 'record': return names.record(value)
    case 'choice': return choicesOf(field, labels)[value] ?? value
    case 'date': return dateText(value, labels)
    case 'moment': return momentText(value, labels)
    case 'hidden': return maskSixteenDigits(value)
    default: return value
  }
}

function numberText(kind: ReturnType<typeof kindOf>, value: number, { plain, labels: { words } }: { plain: boolean; labels: Labels }): string {
  if (kind === 'money') return plain ? formatRupiah(value) : words.hidden
  return kind === 'count' ? words.people(value) : String(value)
}

function momentText(iso: string, labels: Labels): string {
  const moment = parseIsoInstant(iso)
  return moment.ok ? labels.moment(moment.value) : iso
}

function oneOfMany(field: string, value: Told, labels: Labels): string {
  const program = programSchema.safeParse(value)
  if (program.success) return programText(program.data, labels)
  if (field === 'activeMonths' && typeof value === 'number') return labels.words.months[value - 1] ?? String(value)
  return typeof value === 'string' ? choicesOf(field, labels)[value] ?? value : String(value)
}
