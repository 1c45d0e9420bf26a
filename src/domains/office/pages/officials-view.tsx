import type { Temporal } from 'temporal-polyfill'
import type { Form } from '../../../platform/http/page.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { type Position, type Standing, holderOf, titleOf } from '../core/official.ts'
import { officeId } from '../messages.id.ts'
import type { Division } from '../settings-store.ts'
import type { Official } from '../store.ts'
import { again, dateAgain, spanText } from './form.ts'
import { ActForm, problemsFor } from './frame.tsx'

const t = officeId.officials
export const POSITIONS: readonly Position[] = ['office-head', 'secretary', 'division-head']
export const STANDINGS: readonly Standing[] = ['daily-acting', 'acting', 'definitive']

export type OfficialsModel = { today: Temporal.PlainDate; officials: Official[]; accounts: { id: string; name: string; login: string }[]; divisions: Division[] }

/** Whether someone fills his position today, and if not, why. */
function standingToday(one: Official, { officials, today }: OfficialsModel): { tone: Tone; text: string } {
  const day = today.toString()
  if (one.validFrom > day) return { tone: 'neutral', text: t.future }
  if (one.validTo !== null && one.validTo < day) return { tone: 'neutral', text: t.over }
  const valid = officials.filter((other) => other.validFrom <= day && (other.validTo === null || other.validTo >= day))
  const holder = holderOf(valid, one.position, one.divisionId ?? undefined)
  return holder?.id === one.id ? { tone: 'success', text: t.holder } : { tone: 'warning', text: t.replaced }
}

const columns = (model: OfficialsModel): Column<Official>[] => [
  { key: 'person', header: t.person, names: true, cell: (row) => <>{row.name}<br /><small class="soft">{titleOf(row)}</small></> },
  { key: 'position', header: t.position, cell: (row) => t.positions[row.position] ?? '' },
  { key: 'standing', header: t.standing, cell: (row) => t.standings[row.standing] ?? '' },
  { key: 'dates', header: t.dates, cell: (row) => <>{spanText(row.validFrom, row.validTo)}<br /><small class="soft">{row.decree}</small></> },
  { key: 'today', header: t.today, cell: (row) => <StatusTag {...standingToday(row, model)} /> },
]

function AppointForm({ model: { accounts, divisions }, form }: { model: OfficialsModel; form: Form }) {
  const error = (name: string) => problemOf(form.problems, name)
  return (
    <ActForm act="add" title={t.add} button={t.button} form={form}>
      <RadioGroup name="standing" label={t.standing} hint={t.standingHint} choices={STANDINGS.map((value) => ({ value, label: t.standings[value] ?? '' }))} value={again(form, 'standing')} error={error('standing')} />
      <SelectField name="position" label={t.position} choices={POSITIONS.map((value) => ({ value, label: t.positions[value] ?? '' }))} value={again(form, 'position')} error={error('position')} />
      <SelectField name="division" label={t.division} hint={t.divisionHint} choices={divisions.map(({ id, name }) => ({ value: id, label: name }))} value={again(form, 'division')} error={error('division')} optional />
      <SelectField name="account" label={t.account} hint={t.accountHint} choices={accounts.map(({ id, name, login }) => ({ value: id, label: `${name} (${login})` }))} value={again(form, 'account')} error={error('account')} />
      <TextField name="name" label={t.name} hint={t.nameHint} value={again(form, 'name')} maxLength={120} error={error('name')} />
      <TextField name="title" label={t.jobTitle} hint={t.jobTitleHint} value={again(form, 'title')} maxLength={120} error={error('title')} />
      <TextField name="rank" label={t.rank} hint={t.printed} value={again(form, 'rank')} maxLength={80} error={error('rank')} />
      <TextField name="number" label={t.number} hint={t.printed} inputMode="numeric" value={again(form, 'number')} maxLength={30} error={error('number')} />
      <TextField name="decree" label={t.decree} value={again(form, 'decree')} maxLength={120} error={error('decree')} />
      <DateField name="from" label={t.from} value={dateAgain(form, 'from')} error={error('from')} />
      <DateField name="to" label={t.to} hint={t.toHint} value={dateAgain(form, 'to')} error={error('to')} />
    </ActForm>
  )
}

function EndForm({ model: { officials, today }, form }: { model: OfficialsModel; form: Form }) {
  const running = officials.filter((one) => one.validTo === null || one.validTo >= today.toString())
  return (
    <ActForm act="end" title={t.end} button={t.endButton} form={form} danger>
      <SelectField name="official" label={t.endOne} choices={running.map((one) => ({ value: one.id, label: `${one.name}, ${titleOf(one)} (${spanText(one.validFrom, one.validTo)})` }))}
        value={again(form, 'official')} error={problemOf(form.problems, 'official')} />
      <DateField name="last" label={t.endOn} value={dateAgain(form, 'last')} error={problemOf(form.problems, 'last')} />
    </ActForm>
  )
}

export function OfficialsBody({ model, form }: { model: OfficialsModel; form: Form }) {
  return (
    <>
      <DataTable caption={t.caption} quietCaption columns={columns(model)} rows={model.officials} rowKey={(row) => row.id} />
      <AppointForm model={model} form={problemsFor(form, 'add')} />
      <EndForm model={model} form={problemsFor(form, 'end')} />
    </>
  )
}
