import { Temporal } from 'temporal-polyfill'
import type { Told } from '../../kernel/ledger.ts'
import { formatRupiah } from '../../kernel/rupiah.ts'
import { longDate, parseIsoInstant, shortDate, shortMoment } from '../../kernel/wib.ts'
import { isBusinessField, kindOf } from './core/business-blocks.ts'
import { type Program, programSchema } from './core/business-record.ts'
import { maskSixteenDigits } from './core/national-id.ts'
import { fieldLabels, fieldWords as w } from './field-messages.id.ts'
import type { Names } from './field-names.ts'
import { choiceLabels } from './messages.id.ts'

/** What a field is called; its own name for one that is no longer asked. */
export const labelOf = (field: string): string => (isBusinessField(field) ? fieldLabels[field] : field)

/** Labels of the answers with a fixed list, by field. */
export const choicesOf = (field: string): Readonly<Record<string, string>> => {
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = choiceLabels
  return all[field] ?? {}
}

const dateText = (iso: string): string => (/^\d{4}-\d\d-\d\d$/.test(iso) ? longDate(Temporal.PlainDate.from(iso)) : iso)

/** One programme in a line: `Pelatihan, Kemasan, 3 Mar 2026 sampai 5 Mar 2026, Rp1.000.000`. */
export function programText({ kind, name, from, to, value, officer }: Program): string {
  const days = [from && shortDate(Temporal.PlainDate.from(from)), to && w.program.until(shortDate(Temporal.PlainDate.from(to)))].filter(Boolean).join(' ')
  return [choiceLabels.programs[kind], name, days, value === undefined ? '' : formatRupiah(value), officer].filter(Boolean).join(', ')
}

function reasonOf(value: Told): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const reason = value['unstated']
  return typeof reason === 'string' ? choicesOf('unknown')[reason] ?? reason : undefined
}

/**
 * A value as people read it. Money stands masked unless `plain`; numbers of persons always do.
 * @returns '' for a value that was never told or is emptied
 */
export function fieldText(field: string, value: Told | undefined, names: Names, plain = false): string {
  if (value === undefined || value === null) return ''
  const reason = reasonOf(value)
  if (reason !== undefined) return reason
  const kind = kindOf(field)
  if (Array.isArray(value)) return value.map((one) => oneOfMany(field, one)).join(kind === 'programs' ? '; ' : ', ')
  if (typeof value === 'boolean') return value ? w.yes : w.no
  if (typeof value === 'number') return numberText(kind, value, plain)
  if (typeof value === 'object') return ''
  switch (kind) {
    case 'village': return names.village(value)
    case 'kbli': return names.kbli(value)
    case 'person': return names.person(value)
    case 'record': return names.record(value)
    case 'choice': return choicesOf(field)[value] ?? value
    case 'date': return dateText(value)
    case 'moment': return momentText(value)
    case 'hidden': return maskSixteenDigits(value)
    default: return value
  }
}

function numberText(kind: ReturnType<typeof kindOf>, value: number, plain: boolean): string {
  if (kind === 'money') return plain ? formatRupiah(value) : w.hidden
  return kind === 'count' ? w.people(value) : String(value)
}

function momentText(iso: string): string {
  const moment = parseIsoInstant(iso)
  return moment.ok ? shortMoment(moment.value) : iso
}

function oneOfMany(field: string, value: Told): string {
  const program = programSchema.safeParse(value)
  if (program.success) return programText(program.data)
  if (field === 'activeMonths' && typeof value === 'number') return w.months[value - 1] ?? String(value)
  return typeof value === 'string' ? choicesOf(field)[value] ?? value : String(value)
}
