import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import type { Form } from '../../../platform/http/page.ts'
import { page } from '../../../platform/http/page.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { officeId } from '../messages.id.ts'
import { type Division, addDivision, endDivision, listDivisions } from '../settings-store.ts'
import { again, dateAgain, reading, spanText } from './form.ts'
import { ActForm, adminScreen, problemsFor } from './frame.tsx'

const t = officeId.divisions
const PATH = '/admin/bidang'

const COLUMNS: Column<Division>[] = [
  { key: 'name', header: t.name, names: true, cell: (row) => row.name },
  { key: 'code', header: t.code, cell: (row) => <span class="mono">{row.id}</span> },
  { key: 'dates', header: t.dates, cell: (row) => spanText(row.validFrom, row.validTo) },
]

function AddForm({ form }: { form: Form }) {
  return (
    <ActForm act="add" title={t.add} button={t.addButton} form={form}>
      <TextField name="name" label={t.name} value={again(form, 'name')} maxLength={120} error={problemOf(form.problems, 'name')} />
      <TextField name="id" label={t.code} hint={t.codeHint} width={16} value={again(form, 'id')} maxLength={40} error={problemOf(form.problems, 'id')} />
      <DateField name="from" label={t.from} value={dateAgain(form, 'from')} error={problemOf(form.problems, 'from')} />
    </ActForm>
  )
}

function EndForm({ form, rows }: { form: Form; rows: Division[] }) {
  return (
    <ActForm act="end" title={t.end} button={t.endButton} form={form} danger>
      <SelectField name="division" label={t.which} choices={rows.filter((one) => one.validTo === null).map(({ id, name }) => ({ value: id, label: name }))} value={again(form, 'division')}
        error={problemOf(form.problems, 'division')} />
      <DateField name="last" label={t.endOn} value={dateAgain(form, 'last')} error={problemOf(form.problems, 'last')} />
    </ActForm>
  )
}

/** Parts of the office, dated. */
export const divisionsPage = page({
  path: PATH,
  right: 'reference.manage',
  fields: z.looseObject({ act: z.enum(['add', 'end']) }),
  read: ({ unit, actor }) => listDivisions(unit.tx, actor.officeId),
  view: (rows, { query }, form) => adminScreen({
    title: t.title, lead: t.lead, form, notice: officeId.saved[query['sudah'] ?? ''],
    children: (
      <>
        <DataTable caption={t.caption} quietCaption columns={COLUMNS} rows={rows} rowKey={(row) => row.id} />
        <AddForm form={problemsFor(form, 'add')} />
        <EndForm form={problemsFor(form, 'end')} rows={rows} />
      </>
    ),
  }),
  async send({ unit, actor }, fields) {
    const read = reading(fields as Form['values'])
    if (fields.act === 'add') {
      const one = { name: read.text('name', 120, officeId.fields.text(t.name, 120)), id: read.text('id', 40, t.codeWrong), validFrom: read.date('from', t.from) }
      if (one.id !== '' && !/^[a-z][a-z0-9-]*$/.test(one.id)) read.problem('id', t.codeWrong)
      const added = read.problems.length > 0 ? invalid(read.problems) : await addDivision(unit, actor, one)
      return added.ok ? ok({ goTo: `${PATH}?sudah=added` }) : added
    }
    const [id, last] = [read.text('division', 40, t.choose), read.date('last', t.endOn)]
    const ended = read.problems.length > 0 ? invalid(read.problems) : await endDivision(unit, actor, id, last)
    return ended.ok ? ok({ goTo: `${PATH}?sudah=ended` }) : ended
  },
})
