import { invalid, ok } from '../../../kernel/result.ts'
import { problemOf } from '../../../ui/error-summary.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { Fieldset } from '../../../ui/fields/field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { businessSchema } from '../core/business-record.ts'
import { registryMessages } from '../messages.id.ts'
import { type Step, readField } from './steps.ts'

const WORKERS = [
  ['workersPaidMale', 'paidMale'], ['workersPaidFemale', 'paidFemale'], ['workersUnpaidMale', 'unpaidMale'], ['workersUnpaidFemale',
    'unpaidFemale'],
] as const

const padded = (text: string | undefined, length: number) => (text ?? '').trim().padStart(length, '0')

/** Since when the business runs (month and year suffice) and who works in it. */
export const startStep: Step<null> = {
  key: 'mulai',
  title: (w) => w.start.title,
  read: async () => null,
  fields: ({ data, words: { start: w }, form: { problems }, fill }) => {
    const [year, month, day] = data.startedOn?.split('-') ?? []
    return (
      <>
        <DateField name="startedOn" label={w.date} hint={w.dateHint} error={problemOf(problems, 'startedOn')}
          value={{ day: fill('startedOn-day', day === '01' ? '' : day), month: fill('startedOn-month', month), year: fill('startedOn-year',
            year) }} />
        <Fieldset name="workers" label={w.workers} hint={w.workersHint} optional>
          <div class="grid">
            {WORKERS.map(([key, label]) => (
              <TextField key={key} name={key} label={w[label]} value={fill(key, data[key])} error={problemOf(problems, key)}
                inputMode="numeric" width={4} maxLength={6} />
            ))}
          </div>
        </Fieldset>
      </>
    )
  },
  answers(values, { words }) {
    const [day, month, year] = ['day', 'month', 'year'].map((part) => values[`startedOn-${part}`]?.trim() ?? '')
    const date = readField(businessSchema.shape.startedOn, 'startedOn',
      `${padded(year, 4)}-${padded(month, 2)}-${padded(day === '' ? '1' : day, 2)}`)
    const counts = WORKERS.map(([key]) => {
      const text = values[key]?.trim() ?? ''
      if (text !== '' && !/^\d+$/.test(text)) return { key, value: undefined, problems: [{ field: key,
        message: registryMessages.fields.count }] }
      const read = businessSchema.shape[key].safeParse(text === '' ? undefined : Number(text))
      return { key, value: read.success ? read.data : undefined, problems: read.success ? []
        : read.error.issues.map(({ message }) => ({ field: key, message })) }
    })
    const problems = [...date.problems.map((one) => ({ ...one, message: words.start.dateWrong })), ...counts.flatMap((one) => one.problems)]
    if (problems.length > 0 || date.value === undefined) return invalid(problems)
    return ok({
      set: { startedOn: date.value, ...Object.fromEntries(counts.flatMap(({ key, value }) => (value === undefined ? [] : [[key,
        value]]))) },
      clear: counts.filter(({ value }) => value === undefined).map(({ key }) => key),
    })
  },
}
