import { dayOffKinds } from '../../../kernel/days-off.ts'
import type { Form } from '../../../platform/http/page.ts'
import { Card } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import type { KeptDayOff, KeptWeek } from '../calendar-store.ts'
import { formatHours } from '../core/hours.ts'
import { officeId } from '../messages.id.ts'
import { again, dateAgain, dayText, spanText } from './form.ts'
import { ActForm, problemsFor } from './frame.tsx'

const t = officeId.calendar

export type CalendarModel = { year: number; years: number[]; days: KeptDayOff[]; weeks: KeptWeek[] }

const DAY_COLUMNS: Column<KeptDayOff>[] = [
  { key: 'date', header: t.date, names: true, cell: (row) => dayText(row.date) },
  { key: 'name', header: t.name, cell: (row) => row.name },
  { key: 'kind', header: t.kind, cell: (row) => t.kinds[row.kind] ?? row.kind },
  { key: 'basis', header: officeId.fields.basis, cell: (row) => row.basis },
]

const WEEK_COLUMNS: Column<KeptWeek>[] = [
  { key: 'dates', header: t.from, names: true, cell: (row) => spanText(row.validFrom, row.validTo) },
  {
    key: 'hours', header: t.hours,
    cell: (row) => row.week.map((hours, at) => <div key={t.days[at]}>{t.days[at]} {formatHours(hours) || t.closed}</div>),
  },
  { key: 'basis', header: officeId.fields.basis, cell: (row) => row.basis },
]

/** Every form asks for a basis; its name bears the form's, since an id stands once on a page. */
function Basis({ act, form }: { act: string; form: Form }) {
  const name = `${act}-basis`
  return <TextField name={name} label={officeId.fields.basis} hint={officeId.fields.basisHint} value={again(form, name)} maxLength={200} error={problemOf(form.problems, name)} />
}

function AddDay({ form }: { form: Form }) {
  return (
    <ActForm act="add" title={t.add} button={t.addButton} form={form}>
      <DateField name="date" label={t.date} value={dateAgain(form, 'date')} error={problemOf(form.problems, 'date')} />
      <TextField name="name" label={t.addName} value={again(form, 'name')} maxLength={100} error={problemOf(form.problems, 'name')} />
      <SelectField name="kind" label={t.kind} choices={dayOffKinds.map((kind) => ({ value: kind, label: t.kinds[kind] ?? kind }))} value={again(form, 'kind')} error={problemOf(form.problems, 'kind')} />
      <Basis act="add" form={form} />
    </ActForm>
  )
}

function RemoveDay({ form, days }: { form: Form; days: KeptDayOff[] }) {
  return (
    <ActForm act="remove" title={t.removeTitle} button={t.remove} form={form} danger>
      <p>{t.removeLead}</p>
      <SelectField name="day" label={t.removeDay} choices={days.map((day) => ({ value: day.date, label: `${dayText(day.date)}: ${day.name}` }))} value={again(form, 'day')} error={problemOf(form.problems, 'day')} />
      <Basis act="remove" form={form} />
    </ActForm>
  )
}

function AddWeek({ form }: { form: Form }) {
  return (
    <ActForm act="week" title={t.addWeek} button={t.addButton} form={form}>
      <p>{t.weekHint}</p>
      <DateField name="from" label={t.from} value={dateAgain(form, 'from')} error={problemOf(form.problems, 'from')} />
      <DateField name="to" label={t.to} hint={t.toHint} value={dateAgain(form, 'to')} error={problemOf(form.problems, 'to')} optional />
      {t.days.map((day, at) => (
        <TextField key={day} name={`hours-${at + 1}`} label={day} hint={at === 0 ? t.hourHint : undefined} width={16} value={again(form, `hours-${at + 1}`)} error={problemOf(form.problems, `hours-${at + 1}`)} />
      ))}
      <Basis act="week" form={form} />
    </ActForm>
  )
}

export function CalendarBody({ model: { year, years, days, weeks }, form }: { model: CalendarModel; form: Form }) {
  return (
    <>
      <Tabs label={t.years} items={years.map((one) => ({ href: `/admin/kalender?tahun=${one}`, text: String(one), current: one === year }))} />
      <AddDay form={problemsFor(form, 'add')} />
      {days.length > 0 && <RemoveDay form={problemsFor(form, 'remove')} days={days} />}
      <DataTable caption={t.caption(year)} columns={DAY_COLUMNS} rows={days} rowKey={(row) => row.date}
        empty={<EmptyState icon="calendar" title={t.empty(year)}><p>{t.emptyTodo}</p></EmptyState>} />
      <Card title={t.weeks}>
        <AddWeek form={problemsFor(form, 'week')} />
        <DataTable caption={t.weekCaption} quietCaption columns={WEEK_COLUMNS} rows={weeks} rowKey={(row) => row.validFrom} />
      </Card>
    </>
  )
}
