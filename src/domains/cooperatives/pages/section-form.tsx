import { Temporal } from 'temporal-polyfill'
import type { ComponentChild } from 'preact'
import { formatRupiah } from '../../../kernel/rupiah.ts'
import type { Form } from '../../../platform/http/page.ts'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/fields/choices.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { MoneyField } from '../../../ui/fields/money-field.tsx'
import type { FieldProps } from '../../../ui/fields/field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import type { Region } from '../../office/index.ts'
import { maskPhone } from '../../registry/index.ts'
import { UNSTATED_REASONS } from '../core/choices.ts'
import { maskTaxNumber } from '../core/identity.ts'
import { supervisorOf } from '../core/supervisor.ts'
import type { ScreenWords } from '../screen-messages.id.ts'
import type { Ask, Section } from './sections.ts'
import { ticked, typed } from './typed-answers.ts'

/** Villages to choose from, and the district they are of. */
export type Villages = { district: Region | undefined; villages: readonly Region[] }

export type Shown = {
  data: Record<string, unknown>; form: Form; words: ScreenWords; isOfficer: boolean; villages?: Villages | undefined;
  otherDistrict?: string | undefined
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)
const monthName = (month: number, { dates }: ScreenWords) => dates.month(Temporal.PlainDate.from({ year: 2026, month, day: 1 })).replace(' 2026', '')

const hasTyped = ({ form }: Pick<Shown, 'form'>) => Object.keys(form.values).length > 0

/** What a field is filled with: what was typed when the form came back, else what is kept. */
function filled(shown: Shown, key: string): string | undefined {
  if (hasTyped(shown)) return typed(shown.form.values, key)
  const kept = shown.data[key]
  if (typeof kept === 'boolean') return kept ? 'yes' : 'no'
  return typeof kept === 'string' || typeof kept === 'number' ? String(kept) : undefined
}

function dateParts(shown: Shown, key: string) {
  if (hasTyped(shown)) return {
    day: typed(shown.form.values, `${key}-day`), month: typed(shown.form.values, `${key}-month`),
    year: typed(shown.form.values, `${key}-year`),
  }
  const kept = shown.data[key]
  const [year, month, day] = typeof kept === 'string' ? kept.split('-').map((part) => String(Number(part))) : []
  return { day, month, year }
}

/** Labels of a list of codes, in the order of the codes. */
function labelled({ words }: Shown, { key, choices = [] }: Ask) {
  const labels = new Map(Object.entries(new Map(Object.entries(words.choices)).get(key) ?? {}))
  return choices.map((value) => ({
    value, label: labels.get(value) ?? value, hint: key === 'membershipArea' ? supervisedBy(words, value) : undefined,
  }))
}

function supervisedBy(words: ScreenWords, area: string): string {
  const supervisor = supervisorOf(area === 'regency' || area === 'province' || area === 'nation' ? area : undefined)
  return supervisor ? words.supervisedBy(words.choices.supervisor[supervisor]) : ''
}

/** How a masked answer is said to be there: never whole. */
const maskedText = (key: string, kept: unknown) =>
  (typeof kept !== 'string' ? undefined : key === 'phone' ? maskPhone(kept) : maskTaxNumber(kept))

function moneyText(shown: Shown, key: string): string | undefined {
  const kept = shown.data[key]
  return hasTyped(shown) || typeof kept !== 'number' ? filled(shown, key) : formatRupiah(kept).replace('Rp', '')
}

function Question({ ask, shown }: { ask: Ask; shown: Shown }): ComponentChild {
  const { words, form: { problems }, villages, data } = shown
  const { key, as, most } = ask
  const same = {
    name: key, label: new Map(Object.entries(words.fields)).get(key) ?? key, hint: words.hints[key], error: problemOf(problems, key),
    optional: ask.optional,
  }
  const value = filled(shown, key)
  switch (as) {
    case 'village': return (
      <SelectField {...same} label={words.wizard.village(villages?.district?.name ?? '')} value={value}
        hint={shown.otherDistrict && <a href={shown.otherDistrict}>{words.wizard.otherDistrict}</a>}
        choices={(villages?.villages ?? []).map(({ code, name }) => ({ value: code, label: name }))} />
    )
    case 'radio': return <RadioGroup {...same} value={value} choices={labelled(shown, ask)} />
    case 'select': return <SelectField {...same} value={value} choices={labelled(shown, ask)} />
    case 'many': return <CheckboxGroup {...same} values={ticked(
      hasTyped(shown) ? shown.form.values : data, key,
    )} choices={labelled(shown, ask)} />
    case 'yes-no': return <RadioGroup {...same} value={value} choices={yesAndNo(words)} />
    case 'date': return <DateField {...same} value={dateParts(shown, key)} />
    case 'month': return <SelectField {...same} value={value} choices={MONTHS.map((month) =>
      ({ value: String(month), label: monthName(month, words) }))} />
    case 'money': return <MoneyField {...same} value={moneyText(shown, key)} />
    case 'count': return <TextField {...same} value={value} inputMode="numeric" width={8} maxLength={12} />
    case 'score': return <TextField {...same} value={value} inputMode="decimal" width={4} maxLength={6} />
    case 'short': return <TextField {...same} value={value} inputMode="numeric" width={4} maxLength={3} />
    case 'digits': return <TextField {...same} value={value} inputMode="numeric" width={16} maxLength={most ?? 24} />
    case 'masked': return <MaskedQuestion same={same} shown={shown} most={most ?? 24} />
    case 'line': return <TextField {...same} value={value} {...(most ? { maxLength: most } : {})} />
  }
}

const yesAndNo = ({ sheet }: ScreenWords) => [{ value: 'yes', label: sheet.yes }, { value: 'no', label: sheet.no }]

/** Officers see only that something is kept, and fill in what changes; who tells of himself sees what he told. */
function MaskedQuestion({ same, shown, most }: { same: FieldProps; shown: Shown; most: number }) {
  const { name } = same
  const value = filled(shown, name)
  const hint = shown.isOfficer ? keptHint(shown, name) ?? same.hint : same.hint
  const plain = name === 'phone' ? value?.replace('+62', '0') : value
  return <TextField {...same} hint={hint} value={shown.isOfficer && !hasTyped(shown) ? undefined
    : plain} inputMode="numeric" width={16} maxLength={most} />
}

function keptHint({ data, words }: Shown, key: string): string | undefined {
  const masked = maskedText(key, data[key])
  return masked ? words.wizard.keptMasked(masked) : undefined
}

/** The fields of a section, and under them the way to say that something was asked in vain. */
export function SectionFields({ section, shown }: { section: Section; shown: Shown }) {
  const { words, isOfficer } = shown
  const asks = section.asks.filter(({ office, level }) => (isOfficer || !office) && (level === undefined || shown.data['level'] === level))
  const silentable = asks.filter(({ unstatable }) => unstatable)
  return (
    <>
      {asks.map((ask) => <Question key={ask.key} ask={ask} shown={shown} />)}
      {silentable.length > 0 && (
        <Disclosure summary={words.wizard.silence} open={UNSTATED_REASONS.some((reason) => chosenSilence(shown, reason).length > 0)}>
          {UNSTATED_REASONS.map((reason) => (
            <CheckboxGroup key={reason} name={reason} label={words.wizard[reason]} values={chosenSilence(shown, reason)}
              choices={silentable.map(({ key }) => ({ value: key, label: new Map(Object.entries(words.fields)).get(key) ?? key }))} />
          ))}
        </Disclosure>
      )}
    </>
  )
}

function chosenSilence(shown: Shown, reason: (typeof UNSTATED_REASONS)[number]): string[] {
  if (hasTyped(shown)) return ticked(shown.form.values, reason)
  const { unknown } = shown.data
  return typeof unknown === 'object' && unknown !== null
    ? Object.entries(unknown).filter(([, why]) => why === reason).map(([key]) => key) : []
}
