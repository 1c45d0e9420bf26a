import { invalid, ok } from '../../../kernel/result.ts'
import { problemOf } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { businessSchema } from '../core/business-record.ts'
import { type Step, readField } from './steps.ts'

/** What the business is called and what it mainly makes or sells; the product suggests the activity on the next page. */
export const nameStep: Step<null> = {
  key: 'usaha',
  title: (w) => w.name.title,
  read: async () => null,
  fields: ({ data, words: { name: w }, form: { problems }, fill }) => (
    <>
      <TextField name="name" label={w.name} hint={w.nameHint} value={fill('name', data.name)} error={problemOf(problems, 'name')}
        maxLength={150} />
      <TextField name="mainProduct" label={w.product} hint={w.productHint} value={fill('mainProduct', data.mainProduct)}
        error={problemOf(problems, 'mainProduct')} maxLength={150} />
    </>
  ),
  answers(values) {
    const name = readField(businessSchema.shape.name, 'name', values['name'])
    const product = readField(businessSchema.shape.mainProduct, 'mainProduct', values['mainProduct'])
    const problems = [...name.problems, ...product.problems]
    if (problems.length > 0 || name.value === undefined) return invalid(problems)
    return product.value ? ok({ set: { name: name.value, mainProduct: product.value } }) : ok({ set: { name: name.value },
      clear: ['mainProduct'] })
  },
}
