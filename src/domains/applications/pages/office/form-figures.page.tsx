import { Temporal } from 'temporal-polyfill'
import { longDate, wibDate } from '../../../../kernel/wib.ts'
import type { UnitAsk } from '../../../../platform/http/context.ts'
import { page } from '../../../../platform/http/page.ts'
import { Card } from '../../../../ui/card.tsx'
import { DataTable } from '../../../../ui/data-table.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Summary } from '../../../../ui/summary.tsx'
import { type FormFigures, readFormFigures } from '../../form-figures.ts'
import { officeWords } from '../../office-messages.id.ts'

const t = officeWords.filling

type Model = { month: Temporal.PlainYearMonth; figures: FormFigures }

function monthOf({ query, unit }: Pick<UnitAsk, 'query' | 'unit'>): Temporal.PlainYearMonth {
  const present = wibDate(unit.now).toPlainYearMonth()
  const asked = query['bulan'] ?? ''
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? Temporal.PlainYearMonth.from(asked) : present
}

/** `–` where there is nothing to divide by. */
const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round(1000 * part / whole) / 10}`.replace('.', ',').concat(' %'))

function View({ model: { month, figures } }: { model: Model }) {
  const { helped, known, typed } = figures
  const [sent, byOfficers] = [helped.reduce((sum, one) => sum + one.sent, 0), helped.reduce((sum, one) => sum + one.helped, 0)]
  const before = month.subtract({ months: 1 }).toString()
  return (
    <>
      <PageHeading title={t.title} lead={t.lead(longDate(month.toPlainDate({ day: 1 })).replace(/^\d+ /, ''))} />
      <p><a href={`?bulan=${before}`}>{t.before}</a></p>
      <Card title={t.known}>
        <Summary rows={[
          { label: t.shareKnown, value: share(known.prefilled, known.asked) }, { label: t.requests, value: String(known.requests) },
          { label: t.disputed, value: share(known.disputed, known.prefilled) },
        ]} />
      </Card>
      <Card title={t.paper}>
        <Summary rows={[
          { label: t.requests, value: String(typed.requests) }, { label: t.median, value: typed.minutes === null ? '–' : t.minutes(typed.minutes) },
          { label: t.withReason, value: String(typed.withReason) },
        ]} />
      </Card>
      <h2>{t.byVillage}</h2>
      <p>{t.all(byOfficers, sent, share(byOfficers, sent))}</p>
      <DataTable caption={t.byVillage} quietCaption rows={helped} rowKey={(one) => one.villageCode} empty={<EmptyState title={t.none} />} columns={[
        { key: 'village', header: t.village, cell: (one) => `${one.village}, ${one.district}` },
        { key: 'sent', header: t.sent, cell: (one) => one.sent, end: true },
        { key: 'helped', header: t.helped, cell: (one) => one.helped, end: true },
        { key: 'share', header: t.share, cell: (one) => share(one.helped, one.sent), end: true },
      ]} />
    </>
  )
}

/** How requests are filled in: what was known beforehand, what was helped and where, how long paper waits. */
export const formFiguresPage = page({
  path: '/petugas/pengisian',
  right: 'performance.read',
  async read(ask): Promise<Model> {
    const month = monthOf(ask)
    const period = { from: month.toPlainDate({ day: 1 }), to: month.toPlainDate({ day: month.daysInMonth }) }
    return { month, figures: await readFormFigures(ask.unit.tx, ask.actor.officeId, period) }
  },
  view: (model) => ({ title: t.title, variant: 'officer', body: <View model={model} /> }),
})
