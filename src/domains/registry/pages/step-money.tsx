import { type Result, invalid, ok } from '../../../kernel/result.ts'
import { type Rupiah, readRupiah } from '../../../kernel/rupiah.ts'
import { problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { MoneyField } from '../../../ui/fields/money-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { UNSTATED_REASONS } from '../core/business-choices.ts'
import { businessSchema } from '../core/business-record.ts'
import type { ScreenWords } from '../screen-messages.id.ts'
import { type Fill, type Step, type StepShown } from './steps.ts'

type MoneyWords = ScreenWords['money']
const UNITS = ['rupiah', 'ribu', 'juta'] as const

type Amount = { kind: 'stated'; amount: Rupiah } | { kind: 'unstated'; reason: (typeof UNSTATED_REASONS)[number] }

/** Reads a sum with the unit that was chosen beside it. A unit written with the sum ("5 juta") wins. Never guesses. */
function readAmount(values: Record<string, string>, field: string, w: MoneyWords): Result<Amount> {
  const reason = UNSTATED_REASONS.find((one) => one === values[`${field}-unstated`])
  const text = values[field]?.trim() ?? ''
  if (reason && text === '') return ok({ kind: 'unstated', reason })
  const unit = values[`${field}-unit`] ?? 'rupiah'
  const read = readRupiah(unit === 'rupiah' || text === '' || /[a-z]/i.test(text.replace(/^\s*rp/i, '')) ? text : `${text} ${unit}`)
  return read.ok ? ok({ kind: 'stated', amount: read.value }) : invalid([{ field, message: w.refusal[read.error] }])
}

/** The shortest way to write a kept sum: 48 Juta rather than 48000000. */
function unitOf(amount: Rupiah | null | undefined): { figure: string; unit: (typeof UNITS)[number] } {
  if (amount === null || amount === undefined) return { figure: '', unit: 'rupiah' }
  if (amount > 0 && amount % 1_000_000 === 0) return { figure: String(amount / 1_000_000), unit: 'juta' }
  return amount > 0 && amount % 1000 === 0 ? { figure: String(amount / 1000), unit: 'ribu' } : { figure: String(amount), unit: 'rupiah' }
}

type AmountProps = {
  field: 'capital' | 'annualSales'; label: string; hint: string; amount: Rupiah | null | undefined; reason: string | undefined
  error: string | undefined; fill: Fill; w: MoneyWords
}

function AmountFields({ field, label, hint, amount, reason, error, fill, w }: AmountProps) {
  const kept = unitOf(amount)
  return (
    <>
      <MoneyField name={field} label={label} hint={hint} error={error} value={fill(field, kept.figure)} />
      <RadioGroup name={`${field}-unit`} label={w.unit} hint={w.unitHint} value={fill(`${field}-unit`, kept.unit)}
        choices={UNITS.map((value) => ({ value, label: w.units[value] }))} />
      <RadioGroup name={`${field}-unstated`} label={w.or} value={fill(`${field}-unstated`, reason ?? '')}
        choices={[{ value: '', label: w.stated }, ...UNSTATED_REASONS.map((value) => ({ value, label: w[value] }))]} />
    </>
  )
}

const amountOf = ({ data, words: { money: w }, form: { problems }, fill }: StepShown<null>, field: 'capital' | 'annualSales', label: string,
  hint: string) => (
  <AmountFields field={field} label={label} hint={hint}
    amount={field === 'annualSales' ? data.monthlySales ?? data.annualSales : data[field]}
    reason={data.unknown?.[field]} error={problemOf(problems, field)} fill={fill} w={w} />
)

/** The capital that works in the business; not known and not told are answers too. */
export const capitalStep: Step<null> = {
  key: 'modal',
  title: (w) => w.money.capitalTitle,
  shows: 'money',
  read: async () => null,
  fields: (shown) => amountOf(shown, 'capital', shown.words.money.capital, shown.words.money.capitalHint),
  answers(values, { words }) {
    const read = readAmount(values, 'capital', words.money)
    if (!read.ok) return read
    return ok({ set: read.value.kind === 'stated' ? { capital: read.value.amount } : { capital: null,
      unknown: { capital: read.value.reason } } })
  },
}

/** What was sold in a year, told for a year or for a month. */
export const salesStep: Step<null> = {
  key: 'penjualan',
  title: (w) => w.money.salesTitle,
  shows: 'money',
  read: async () => null,
  fields: (shown) => {
    const { data, words: { money: w }, form: { problems }, fill, today } = shown
    return (
      <>
        {amountOf(shown, 'annualSales', w.sales, w.salesHint)}
        <RadioGroup name="period" label={w.period} value={fill('period', data.monthlySales ? 'month' : 'year')}
          error={problemOf(problems, 'period')}
          choices={[{ value: 'year', label: w.periods.year }, { value: 'month', label: w.periods.month }]} />
        <TextField name="salesYear" label={w.year} hint={w.yearHint} value={fill('salesYear', data.salesYear ?? today.year - 1)}
          error={problemOf(problems, 'salesYear')} inputMode="numeric" width={4} maxLength={4} />
      </>
    )
  },
  answers(values, { words }) {
    const read = readAmount(values, 'annualSales', words.money)
    if (!read.ok) return read
    if (read.value.kind === 'unstated') {
      return ok({ set: { annualSales: null, salesYear: null, unknown: { annualSales: read.value.reason } }, clear: ['monthlySales'] })
    }
    const year = values['salesYear']?.trim() ?? ''
    const salesYear = businessSchema.shape.salesYear.safeParse(/^\d{4}$/.test(year) ? Number(year) : undefined)
    if (!salesYear.success) return invalid([{ field: 'salesYear', message: salesYear.error.issues[0]?.message ?? '' }])
    if (values['period'] !== 'year' && values['period'] !== 'month') return invalid([{ field: 'period',
      message: words.money.choosePeriod }])
    const { amount } = read.value
    return values['period'] === 'month'
      ? ok({ set: { annualSales: 12 * amount, monthlySales: amount, salesYear: salesYear.data } })
      : ok({ set: { annualSales: amount, salesYear: salesYear.data }, clear: ['monthlySales'] })
  },
}
