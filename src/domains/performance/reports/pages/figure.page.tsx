import { page } from '../../../../platform/http/page.ts'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { Bar } from '../../../../ui/bar.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Summary } from '../../../../ui/summary.tsx'
import type { FigureRow } from '../../core/figures.ts'
import { type DefinedFigure, type ReportContent, numberOf, rowKey } from '../../core/report-content.ts'
import { measureText } from '../../core/report-numbers.ts'
import { rowText } from '../../core/report-tables.ts'
import { reportPagesId as t } from '../../messages-report-pages.id.ts'
import { reportsId as words } from '../../messages-reports.id.ts'
import { contentOf, findReport, findReportAccess, listRemarks, listStands } from '../store.ts'
import { Said } from './report-view.tsx'
import { itemOf, nameOf, pathOf } from './report-words.tsx'

function casesLink(id: string, figure: string, { by }: FigureRow): string {
  const [dimension, key] = Object.entries(by)[0] ?? []
  const query = new URLSearchParams({ angka: figure, ...(dimension === undefined || key === undefined ? {} : { menurut: dimension, nilai: key }) })
  return pathOf(id, `berkas?${query}`)
}

/** Every row of a figure, with its bar and the cases behind it. */
export function FigureRows({ id, content, figure }: { id: string; content: ReportContent; figure: DefinedFigure }) {
  const unit = figure.unit === 'share' ? 'percent' : figure.unit
  const most = unit === 'percent' ? 100 : Math.max(1, ...figure.rows.filter(({ by }) => Object.keys(by).length > 0).map((row) => numberOf(figure.unit, row) ?? 0))
  const columns: Column<FigureRow>[] = [
    { key: 'row', header: words.columns.row, names: true, cell: (row) => rowText(content.names, rowKey(row)) },
    {
      key: 'value', header: words.columns.value, end: true,
      cell: (row) => <>{measureText(unit, numberOf(figure.unit, row))}{Object.keys(row.by).length > 0 && <Bar part={(numberOf(figure.unit, row) ?? 0) / most} />}</>,
    },
    ...(figure.unit === 'share' ? [{ key: 'of', header: words.columns.of, end: true, cell: ({ part = 0, whole = 0 }: FigureRow) => words.partOf(part, whole) }] : []),
    { key: 'cases', header: t.check.cases, quiet: true, cell: (row) => <a href={casesLink(id, figure.code, row)}>{t.check.cases}</a> },
  ]
  return <DataTable caption={figure.definition.name} quietCaption columns={columns} rows={figure.rows} rowKey={rowKey} />
}

/** One figure of a report: what it means, all its rows, what was said about it, and the way to the records behind each. */
export const figurePage = page({
  path: '/petugas/laporan/:id/angka/:code',
  right: 'report.read',
  access: ({ unit, params }) => findReportAccess(unit.tx, params['id'] ?? ''),
  async read({ unit: { tx }, params }) {
    const card = await findReport(tx, params['id'] ?? '')
    const content = card && await contentOf(tx, card)
    const item = content && itemOf(content, params['code'] ?? '')
    const stand = card && item && (await listStands(tx, card.id)).find(({ code }) => code === item.code)
    return stand && { card, content, item, stand, remarks: await listRemarks(tx, card.id) }
  },
  view({ card, content, item, stand, remarks }) {
    const figure = content.figures.find(({ code }) => code === item.code)
    return {
      title: item.name, variant: 'officer', back: { href: pathOf(card.id), text: nameOf(card) },
      body: (
        <>
          <PageHeading title={item.name} over={nameOf(card)} lead={item.meaning} />
          <p class="figure-value">{item.value}</p>
          <Said remarks={remarks} stand={stand} />
          {figure && <FigureRows id={card.id} content={content} figure={figure} />}
          <Summary rows={[
            ...(item.formula === '' ? [] : [{ label: words.columns.formula, value: item.formula }]),
            ...(figure ? [
              { label: words.columns.code, value: <code>{figure.code}</code> }, { label: words.columns.version, value: String(figure.version) },
              { label: words.columns.events, value: figure.definition.events.join(', ') }, { label: words.columns.owner, value: figure.definition.owner },
            ] : []),
          ]} />
          {!item.isOfLog && content.registry && <p class="soft">{t.one.notForLog} {content.registry.note}</p>}
        </>
      ),
    }
  },
})
