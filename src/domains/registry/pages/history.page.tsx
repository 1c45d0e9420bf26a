import { Temporal } from 'temporal-polyfill'
import { sameTold } from '../../../kernel/ledger.ts'
import { longDate } from '../../../kernel/wib.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { type KeptBusiness, findBusiness, findBusinessAccess } from '../business-store.ts'
import { BUSINESS_FIELDS } from '../core/business-blocks.ts'
import { fieldText, labelOf } from '../field-text.ts'
import { type Looking, type Past, pastOf } from '../history.ts'
import { pastWords as w } from '../page-messages.id.ts'
import { shownOn } from '../reveal.ts'
import { dayParts, typedDay } from '../../../ui/fields/typed-day.ts'

type Wrong = { field: string; message: string }
type Model = { business: KeptBusiness; looking: Looking; past: Past; plain: boolean; wrong: Wrong[] }

/** A day as one text of the address (`per=2026-01-01`) or as typed in three parts. */
function dayOf(query: Record<string, string>, name: string, wrong: Wrong[]): string | undefined {
  const whole = query[name]?.trim()
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(whole ?? '') ?? []
  const found = whole ? typedDay({ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }, name) : typedDay(query, name)
  if (found === undefined || (whole && found === '')) wrong.push({ field: name, message: w.wrongDate })
  return found || undefined
}

async function readModel(ask: Allowed): Promise<Model | undefined> {
  const { unit, tools, actor, params, query } = ask
  const business = await findBusiness(unit.tx, tools.keys, params['id'] ?? '')
  if (!business) return undefined
  unit.looked(business.officeId, actor, 'business.read', { kind: 'business', id: business.id, personId: business.ownerId })
  const wrong: Wrong[] = []
  const looking = { trueOn: dayOf(query, 'per', wrong), knownAt: dayOf(query, 'diketahui', wrong) }
  return { business, looking, wrong, past: await pastOf(unit.tx, tools.keys, business.id, looking), plain: shownOn(ask, business.id).fields.has('money') }
}

type Line = { field: string; earlier: string; now: string; differs: boolean }

/** What differs first, each part in the order of the record. */
function linesOf({ past: { past, present, names }, plain }: Model): Line[] {
  const fields = BUSINESS_FIELDS.filter((field) => past.values[field] !== undefined || present.values[field] !== undefined)
  const lines = fields.map((field) => ({
    field, earlier: fieldText(field, past.values[field], names, plain), now: fieldText(field, present.values[field], names, plain),
    differs: !sameTold(past.values[field] ?? null, present.values[field] ?? null),
  }))
  return [...lines.filter(({ differs }) => differs), ...lines.filter(({ differs }) => !differs)]
}

const text = (value: string) => value || <span class="soft">{w.empty}</span>

const COLUMNS: Column<Line>[] = [
  { key: 'field', header: w.field, cell: ({ field }) => labelOf(field) },
  { key: 'earlier', header: w.earlier, cell: ({ earlier, differs }) => (differs ? <b>{text(earlier)}</b> : text(earlier)) },
  { key: 'now', header: w.now, cell: ({ now }) => text(now) },
  { key: 'mark', header: w.mark, quiet: true, cell: ({ differs }) => differs && <StatusTag tone="warning" text={w.differs} /> },
]

const dayText = (iso: string | undefined) => iso && longDate(Temporal.PlainDate.from(iso))

function Days({ looking, wrong }: Pick<Model, 'looking' | 'wrong'>) {
  return (
    <form class="stack">
      <div class="grid">
        <DateField name="per" label={w.trueOn} hint={w.trueOnHint} value={dayParts(looking.trueOn)} error={problemOf(wrong, 'per')} />
        <DateField name="diketahui" label={w.knownAt} hint={w.knownAtHint} value={dayParts(looking.knownAt)} error={problemOf(wrong, 'diketahui')} />
      </div>
      <div class="row"><Button look="secondary">{w.show}</Button></div>
    </form>
  )
}

/** The record as it was on any day, and as it was known on any day, beside what it is today. */
export const historyPage = page({
  path: '/petugas/usaha/:id/riwayat',
  right: 'business.read',
  access: ({ unit, params }) => findBusinessAccess(unit.tx, params['id'] ?? ''),
  read: readModel,
  view(model): Screen {
    const { business, looking, past, wrong } = model
    const lines = linesOf(model)
    const known = past.past.values['name'] !== undefined
    return {
      title: w.title, variant: 'officer', wrong: wrong.length > 0, back: { href: `/petugas/usaha/${business.id}`, text: business.record.name },
      body: (
        <>
          <ErrorSummary problems={wrong} />
          <PageHeading title={w.title} lead={w.lead(dayText(looking.trueOn), dayText(looking.knownAt))} over={<span class="mono">{business.registryNumber}</span>} />
          <Days looking={looking} wrong={wrong} />
          {known
            ? <><p>{w.count(lines.filter(({ differs }) => differs).length)}</p><DataTable caption={w.caption} quietCaption columns={COLUMNS} rows={lines} rowKey={({ field }) => field} /></>
            : <EmptyState icon="clock" title={w.notThen}><p>{w.notThenTodo}</p></EmptyState>}
        </>
      ),
    }
  },
})
