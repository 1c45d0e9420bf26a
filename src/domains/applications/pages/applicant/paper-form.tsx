import { Temporal } from 'temporal-polyfill'
import { type Result, invalid, ok } from '../../../../kernel/result.ts'
import { wibMidnight } from '../../../../kernel/wib.ts'
import type { Form } from '../../../../platform/http/page.ts'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { DateField } from '../../../../ui/fields/date-field.tsx'
import { TextArea } from '../../../../ui/fields/text-area.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { formId } from './form-messages.id.ts'

const t = formId.paper
const typedIn = (values: Record<string, unknown>, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** For an officer who types in a paper form: when it was handed in. Left empty by all others. */
export function PaperForm({ form: { values, problems } }: { form: Form }) {
  const wrong = problemOf(problems, 'received') ?? problemOf(problems, 'receivedReason')
  const part = (name: string) => typedIn(values, `received-${name}`)
  return (
    <Disclosure summary={t.title} open={wrong !== undefined || part('day') !== ''}>
      <div class="stack">
        <p>{t.lead}</p>
        <DateField name="received" label={t.day} optional error={problemOf(problems, 'received')}
          value={{ day: part('day'), month: part('month'), year: part('year') }} />
        <TextField name="receivedTime" label={t.time} hint={t.timeHint} optional inputMode="decimal" width={4} maxLength={5}
          value={typedIn(values, 'receivedTime')} />
        <TextArea name="receivedReason" label={t.reason} hint={t.reasonHint} optional error={problemOf(problems, 'receivedReason')}
          value={typedIn(values, 'receivedReason')} />
      </div>
    </Disclosure>
  )
}

/** The moment that was typed, WIB; nothing where all was left empty. */
export function readPaper(values: Record<string, unknown>): Result<{ at: Temporal.Instant; reason: string | undefined } | undefined> {
  const [day, month, year, time] = ['received-day', 'received-month', 'received-year', 'receivedTime'].map((name) => typedIn(values, name))
  if (!day && !month && !year && !time) return ok(undefined)
  const hours = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(time ?? '')
  const wrong = invalid([{ field: 'received', message: t.wrongDay }])
  if (!hours || !/^\d{1,2}$/.test(day ?? '') || !/^\d{1,2}$/.test(month ?? '') || !/^\d{4}$/.test(year ?? '')) return wrong
  try {
    const date = Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' })
    return ok({ at: wibMidnight(date).add({ hours: Number(hours[1]), minutes: Number(hours[2]) }), reason: typedIn(values, 'receivedReason') || undefined })
  } catch {
    return wrong
  }
}
