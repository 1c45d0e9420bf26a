import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { areasFor } from '../../../kernel/rights.ts'
import { longDate, wibDate } from '../../../kernel/wib.ts'
import { typedIn } from '../../../platform/http/form.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { archiveId } from '../messages.id.ts'
import { type RuleInForce, proposedSchedule, rulesOn, setPeriod } from '../schedule-store.ts'
import { ROOT, archiveScreen } from './frame.tsx'

const t = archiveId.schedule
const PATH = `${ROOT}/jadwal`
const FINALS = ['destroy', 'permanent', 'review'] as const

const COLUMNS: Column<RuleInForce>[] = [
  { key: 'kind', header: t.kind, names: true, cell: (one) => one.title },
  { key: 'code', header: t.code, cell: (one) => <span class="mono">{one.classification}</span> },
  { key: 'keep', header: t.keep, cell: (one) => archiveId.periods(one.activeMonths, one.inactiveMonths) },
  { key: 'trigger', header: t.trigger, cell: (one) => one.trigger },
  { key: 'final', header: t.final, cell: (one) => <>{t.finals[one.final]}<br /><small class="soft">{t.ways[one.way]}</small></> },
  {
    key: 'basis', header: t.basis,
    cell: (one) => <>{one.basis}<br /><small class="soft">{one.own && one.since ? t.own(longDate(Temporal.PlainDate.from(one.since))) : t.proposed}</small></>,
  },
]

const months = z.string().trim().regex(/^\d{1,4}$/, t.monthsWrong).transform(Number).refine((count) => count <= 1200, t.monthsWrong)

export const periodFields = z.object({
  kind: z.string().min(1, t.kindNeeded), classification: z.string().trim().min(1, t.codeNeeded).max(40, t.codeNeeded), activeMonths: months, inactiveMonths: months,
  final: z.enum(FINALS, { error: t.finalNeeded }), basis: z.string().trim().min(5, t.basisNeeded).max(300, t.basisNeeded),
})

const SetForm = ({ form, rules }: { form: Form; rules: RuleInForce[] }) => (
  <Disclosure summary={t.set} open={form.problems.length > 0}>
    <form method="post" class="stack prose" noValidate>
      <SelectField name="kind" label={t.which} value={typedIn(form, 'kind')} error={problemOf(form.problems, 'kind')}
        choices={rules.filter((one) => one.way === 'list').map(({ kind, title }) => ({ value: kind, label: title }))} />
      <TextField name="classification" label={t.code} width={16} maxLength={40} value={typedIn(form, 'classification')} error={problemOf(form.problems, 'classification')} />
      <TextField name="activeMonths" label={t.active} inputMode="numeric" width={4} value={typedIn(form, 'activeMonths')} error={problemOf(form.problems, 'activeMonths')} />
      <TextField name="inactiveMonths" label={t.inactive} inputMode="numeric" width={4} value={typedIn(form, 'inactiveMonths')} error={problemOf(form.problems, 'inactiveMonths')} />
      <SelectField name="final" label={t.final} choices={FINALS.map((value) => ({ value, label: t.finals[value] }))} value={typedIn(form, 'final')} error={problemOf(form.problems, 'final')} />
      <TextField name="basis" label={t.basis} hint={t.basisHint} maxLength={300} value={typedIn(form, 'basis')} error={problemOf(form.problems, 'basis')} />
      <div class="row"><Button>{t.button}</Button></div>
    </form>
  </Disclosure>
)

/** How long each kind of record is kept, from where the period comes, and how sure it is. */
export const schedulePage = page({
  path: PATH,
  right: 'archive.read',
  read: async ({ unit, actor }) => ({ rules: await rulesOn(unit.tx, actor.officeId, wibDate(unit.now)), note: (await proposedSchedule()).note }),
  view: ({ rules, note }, { actor, query }, form) => archiveScreen({
    tab: 'schedule', title: t.title, form, notice: archiveId.saved[query['sudah'] ?? ''],
    children: (
      <>
        {rules.some((one) => !one.own) && <Notice tone="warning"><p>{note}</p></Notice>}
        {areasFor(actor, 'archive.propose') === 'all' && <SetForm form={form} rules={rules} />}
        <DataTable caption={t.title} quietCaption columns={COLUMNS} rows={rules} rowKey={(one) => one.kind} />
      </>
    ),
  }),
  fields: periodFields,
  async send({ unit, actor }, fields) {
    if (areasFor(actor, 'archive.propose') !== 'all') return { ok: false, error: { kind: 'forbidden', code: 'not-your-task', message: '' } }
    const set = await setPeriod(unit, actor, fields)
    return set.ok ? ok({ goTo: `${PATH}?sudah=period` }) : set
  },
})
