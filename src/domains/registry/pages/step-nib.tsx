import { invalid, ok } from '../../../kernel/result.ts'
import { problemOf } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { businessSchema } from '../core/business-record.ts'
import { type Step, readField } from './steps.ts'

/** The business number, where there is one already. */
export const nibStep: Step<null> = {
  key: 'nib',
  title: (w) => w.nib.title,
  read: async () => null,
  fields: ({ data, words: { nib: w }, form: { problems }, fill }) => (
    <TextField name="nib" label={w.nib} hint={w.hint} optional value={fill('nib', data.nib)} error={problemOf(problems, 'nib')}
      inputMode="numeric" width={16} maxLength={30} />
  ),
  answers(values) {
    const { value, problems } = readField(businessSchema.shape.nib, 'nib', values['nib'])
    if (problems.length > 0) return invalid(problems)
    return value === undefined ? ok({ set: {}, clear: ['nib'] }) : ok({ set: { nib: value } })
  },
}
