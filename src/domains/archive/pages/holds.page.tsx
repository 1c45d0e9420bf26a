import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { areasFor } from '../../../kernel/rights.ts'
import { shortMoment } from '../../../kernel/wib.ts'
import { typedIn } from '../../../platform/http/form.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { type Hold, liftHold, listHolds, placeHold } from '../holds.ts'
import { type Stub, listStubs } from '../list-store.ts'
import { archiveId } from '../messages.id.ts'
import { ROOT, archiveScreen } from './frame.tsx'

const t = archiveId.holds
const PATH = `${ROOT}/ditahan`

const columns = (may: boolean): Column<Hold>[] => [
  { key: 'record', header: t.record, names: true, cell: (one) => <><span class="mono">{one.label}</span> <small class="soft">{archiveId.kindNames[one.kind]}</small></> },
  { key: 'reason', header: t.reason, cell: (one) => one.reason },
  { key: 'since', header: t.since, cell: (one) => shortMoment(one.placedAt) },
  ...(may ? [{
    key: 'act', header: t.act, quiet: true,
    cell: (one: Hold) => <form method="post"><input type="hidden" name="id" value={one.id} /><Button name="do" value="lift" look="link" small>{t.lift}</Button></form>,
  }] : []),
]

/** Records held back from destruction. */
export const holdsPage = page({
  path: PATH,
  right: 'archive.read',
  read: ({ unit, actor }) => listHolds(unit.tx, actor.officeId),
  view(holds, { actor, query }, form) {
    const may = areasFor(actor, 'archive.propose') === 'all'
    return archiveScreen({
      tab: 'holds', title: t.title, lead: t.lead, form, notice: archiveId.saved[query['sudah'] ?? ''],
      children: (
        <>
          <DataTable caption={t.title} quietCaption columns={columns(may)} rows={holds} rowKey={(one) => one.id} empty={<EmptyState icon="archive" title={t.none} />} />
          {may && (
            <Card title={t.place}>
              <form method="post" class="stack prose" noValidate>
                <TextField name="number" label={t.number} maxLength={80} value={typedIn(form, 'number')} error={problemOf(form.problems, 'number')} />
                <TextField name="reason" label={t.reason} maxLength={200} value={typedIn(form, 'reason')} error={problemOf(form.problems, 'reason')} />
                <div class="row"><Button name="do" value="hold">{t.button}</Button></div>
              </form>
            </Card>
          )}
        </>
      ),
    })
  },
  fields: z.object({ do: z.enum(['hold', 'lift']), number: z.string().max(80).default(''), reason: z.string().max(200).default(''), id: z.uuid().optional() }),
  async send({ unit, actor }, fields) {
    if (areasFor(actor, 'archive.propose') !== 'all') return { ok: false, error: { kind: 'forbidden', code: 'not-your-task', message: '' } }
    const done = fields.do === 'hold' ? await placeHold(unit, actor, fields.number, fields.reason) : await liftHold(unit, actor, fields.id ?? '')
    return done.ok ? ok({ goTo: `${PATH}?sudah=${fields.do}` }) : done
  },
})

const s = archiveId.stubs

const STUBS: Column<Stub>[] = [
  { key: 'label', header: archiveId.columns.label, names: true, cell: (one) => <span class="mono">{one.label}</span> },
  { key: 'kind', header: archiveId.columns.kind, cell: (one) => archiveId.kindNames[one.kind] ?? one.kind },
  { key: 'code', header: archiveId.columns.classification, cell: (one) => one.classification },
  { key: 'when', header: s.when, cell: (one) => shortMoment(one.destroyedAt) },
  { key: 'minutes', header: s.minutes, cell: (one) => one.minutesNumber },
  { key: 'digest', header: s.digest, cell: (one) => <small class="mono">{one.digest ? `${one.digest.slice(0, 16)}…` : '–'}</small> },
]

/** What remains of destroyed records. */
export const stubsPage = page({
  path: `${ROOT}/musnah`,
  right: 'archive.read',
  read: ({ unit, actor }) => listStubs(unit.tx, actor.officeId),
  view: (stubs, _ask, form) => archiveScreen({
    tab: 'stubs', title: s.title, lead: s.lead, form,
    children: <DataTable caption={s.title} quietCaption columns={STUBS} rows={stubs} rowKey={(one) => `${one.kind} ${one.label}`} empty={<EmptyState icon="archive" title={s.none} />} />,
  }),
})
