import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { areasFor } from '../../../kernel/rights.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { typedIn, typedParts } from '../../../platform/http/form.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Desk } from '../../../ui/desk.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { typedDay } from '../../../ui/fields/typed-day.ts'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { type HeldRound, type RoundState, createRound, listRounds, listServicesOn, roundState } from '../../services/index.ts'
import { programmesId } from '../messages.id.ts'
import { spanText } from './dates.ts'

export const PATH = '/petugas/program'
const t = programmesId.office

export const TONE = { planned: 'info', open: 'success', closed: 'neutral', cancelled: 'danger' } as const satisfies Record<RoundState, string>

type Row = HeldRound & { service: string; state: RoundState }

const COLUMNS: Column<Row>[] = [
  { key: 'name', header: t.columns.name, names: true, cell: (row) => <a href={`${PATH}/${row.id}`}>{row.name}</a> },
  { key: 'service', header: t.columns.service, cell: (row) => <>{row.service}<br /><small class="soft mono">{row.serviceCode}</small></> },
  { key: 'dates', header: t.columns.dates, cell: (row) => spanText(row.opensOn, row.closesOn) },
  { key: 'quota', header: t.columns.quota, end: true, cell: (row) => row.quota },
  { key: 'state', header: t.columns.state, cell: (row) => <StatusTag tone={TONE[row.state]} text={programmesId.state[row.state]} /> },
]

function NewRound({ form, services }: { form: Form; services: { value: string; label: string }[] }) {
  const error = (name: string) => problemOf(form.problems, name)
  return (
    <Card title={t.add}>
      <form method="post" class="stack prose" noValidate>
        <SelectField name="serviceCode" label={t.service} choices={services} value={typedIn(form, 'serviceCode')} error={error('serviceCode')} />
        <TextField name="name" label={t.name} hint={t.nameHint} maxLength={80} value={typedIn(form, 'name')} error={error('name')} />
        <DateField name="opensOn" label={t.opensOn} value={typedParts(form, 'opensOn')} error={error('opensOn')} />
        <DateField name="closesOn" label={t.closesOn} value={typedParts(form, 'closesOn')} error={error('closesOn')} />
        <TextField name="quota" label={t.quota} value={typedIn(form, 'quota')} error={error('quota')} />
        <TextField name="basis" label={t.basis} hint={t.basisHint} maxLength={300} value={typedIn(form, 'basis')} error={error('basis')} />
        <div><Button>{t.button}</Button></div>
      </form>
    </Card>
  )
}

/** All rounds of the office, and the form that announces one. */
export const roundsPage = page({
  path: PATH,
  right: 'round.read',
  async read({ unit, actor }) {
    const today = wibDate(unit.now).toString()
    const services = (await listServicesOn(unit.tx, actor.officeId, today)).map((held) => held.definition).filter((one) => one.inRounds)
    const rounds = (await listRounds(unit.tx, actor.officeId)).map((one): Row => (
      { ...one, state: roundState(one, today), service: services.find((service) => service.code === one.serviceCode)?.name.id ?? one.serviceCode }
    ))
    return { rounds, services: services.map((one) => ({ value: one.code, label: one.name.id })) }
  },
  view: ({ rounds, services }, { actor, query }, form) => ({
    title: t.title, variant: 'officer', wrong: form.problems.length > 0, ...(query['sudah'] === 'umum' ? { notice: t.announced } : {}),
    body: (
      <Desk problems={form.problems} title={t.title} lead={t.lead}>
        <DataTable caption={t.title} quietCaption columns={COLUMNS} rows={rounds} rowKey={(row) => row.id}
          empty={<EmptyState icon="people" title={t.none}><p>{t.noneMore}</p></EmptyState>} />
        {areasFor(actor, 'round.manage') === 'all' && <NewRound form={form} services={services} />}
      </Desk>
    ),
  }),
  fields: z.record(z.string(), z.string()),
  async send({ unit, actor }, fields) {
    if (areasFor(actor, 'round.manage') !== 'all') return { ok: false, error: { kind: 'forbidden', code: 'not-your-task', message: '' } }
    const text = (name: string) => (fields[name] ?? '').trim()
    const [opensOn, closesOn] = [typedDay(fields, 'opensOn'), typedDay(fields, 'closesOn')]
    const quota = /^\d{1,6}$/.test(text('quota')) ? Number(text('quota')) : 0
    const problems = [
      ...(text('serviceCode') === '' ? [{ field: 'serviceCode', message: t.serviceNeeded }] : []),
      ...['name', 'basis'].filter((name) => text(name).length < 3).map((field) => ({ field, message: t.needed })),
      ...(opensOn ? [] : [{ field: 'opensOn', message: t.dayNeeded }]), ...(closesOn ? [] : [{ field: 'closesOn', message: t.dayNeeded }]),
      ...(quota === 0 ? [{ field: 'quota', message: t.quotaNeeded }] : []),
    ]
    if (problems.length > 0 || !opensOn || !closesOn) return invalid(problems)
    const made = await createRound(unit, actor, { serviceCode: text('serviceCode'), name: text('name'), opensOn, closesOn, quota, basis: text('basis') })
    return made.ok ? ok({ goTo: `${PATH}?sudah=umum` }) : made
  },
})
