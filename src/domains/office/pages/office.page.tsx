import { type Result, invalid, ok } from '../../../kernel/result.ts'
import { z } from 'zod'
import { wibDate } from '../../../kernel/wib.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { formatLetterNumber } from '../../letters/index.ts'
import { officeId } from '../messages.id.ts'
import { type OfficeData, saveOffice } from '../settings-store.ts'
import { type Office, getOffice } from '../store.ts'
import { type Reading, again, reading } from './form.ts'
import { adminScreen } from './frame.tsx'

const t = officeId.office
const PATH = '/admin/kantor'

/** A number as the pattern would write it, for the page only: the class is that of the letter of UM-02. */
function sampleNumber(pattern: string, unit: string, year: number): Result<string, unknown> {
  return formatLetterNumber(pattern, { classification: '500.3.7', sequence: 7, unit, year })
}

type FieldName = keyof OfficeData

function readOffice(read: Reading, year: number): OfficeData {
  const needed = (name: FieldName, label: string, most: number) => read.text(name, most, officeId.fields.text(label, most))
  const data = {
    name: needed('name', t.name, 120), government: needed('government', t.government, 120), address: needed('address', t.address, 200), postalCode: read.text('postalCode', 5, t.postalWrong),
    phone: read.optional('phone', 40, t.phone), website: read.optional('website', 100, t.website), email: read.optional('email', 120, t.email), witnessEmail: read.optional('witnessEmail', 120, t.witness), letterUnit: needed('letterUnit', t.unit, 30),
    letterNumberPattern: read.text('letterNumberPattern', 60, t.patternWrong), placeOfSigning: needed('placeOfSigning', t.place, 60),
  }
  if (data.postalCode !== '' && !/^\d{5}$/.test(data.postalCode)) read.problem('postalCode', t.postalWrong)
  if (data.email !== null && !z.email().safeParse(data.email).success) read.problem('email', t.emailWrong)
  if (data.witnessEmail !== null && !z.email().safeParse(data.witnessEmail).success) read.problem('witnessEmail', t.emailWrong)
  if (data.letterNumberPattern !== '' && !sampleNumber(data.letterNumberPattern, data.letterUnit, year).ok) read.problem('letterNumberPattern', t.patternWrong)
  return data
}

function OfficeForm({ office, form, year }: { office: Office; form: Form; year: number }) {
  const field = (name: FieldName, label: string, hint?: string, optional = false) => (
    <TextField name={name} label={label} hint={hint} value={again(form, name, office[name] ?? '')} maxLength={200} error={problemOf(form.problems, name)} optional={optional} />
  )
  const sample = sampleNumber(again(form, 'letterNumberPattern', office.letterNumberPattern), again(form, 'letterUnit', office.letterUnit), year)
  return (
    <form method="post" class="stack">
      {field('name', t.name)}
      {field('government', t.government)}
      {field('address', t.address)}
      {field('postalCode', t.postalCode)}
      {field('phone', t.phone, undefined, true)}
      {field('website', t.website, undefined, true)}
      {field('email', t.email, undefined, true)}
      {field('witnessEmail', t.witness, t.witnessHint, true)}
      {field('placeOfSigning', t.place)}
      {field('letterUnit', t.unit)}
      {field('letterNumberPattern', t.pattern, t.patternHint)}
      {sample.ok && <Notice title={t.preview}><p class="mono">{sample.value}</p></Notice>}
      <div><Button>{officeId.save}</Button></div>
    </form>
  )
}

/** What stands on the letterhead and in the foot of the pages. */
export const officePage = page({
  path: PATH,
  right: 'reference.manage',
  fields: z.looseObject({}),
  read: async ({ unit, actor }) => ({ office: await getOffice(unit.tx, actor.officeId), year: wibDate(unit.now).year }),
  view: ({ office, year }, { query }, form) => adminScreen({
    title: t.title, lead: t.lead, form, notice: officeId.saved[query['sudah'] ?? ''], children: <OfficeForm office={office} form={form} year={year} />,
  }),
  async send({ unit, actor }, fields, { office, year }) {
    const read = reading(fields as Form['values'])
    const data = readOffice(read, year)
    if (read.problems.length > 0) return invalid(read.problems)
    await saveOffice(unit, actor, office, data)
    return ok({ goTo: `${PATH}?sudah=changed` })
  },
})
