import type { Problem } from '../../../kernel/result.ts'
import type { Form } from '../../../platform/http/page.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { CellSelect } from '../../../ui/fields/cell-select.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { DATE_ORDERS, FACTORS } from '../choose-columns.ts'
import { type RecordKind, isSum } from '../core/fields.ts'
import { importPages } from '../page-messages.id.ts'
import type { ColumnView } from './columns-model.ts'
import { FIELD_CHOICES } from './field-choices.ts'

const w = importPages.columns

const STANDINGS: Record<ColumnView['standing'], { tone: Tone; text: string } | undefined> = {
  sure: { tone: 'success', text: w.sure }, unsure: { tone: 'warning', text: w.unsureTag }, 'by-hand': { tone: 'info', text: w.byHand }, empty: undefined,
}

type Filling = { kind: RecordKind; values: Form['values']; problems: readonly Problem[] }

/** What was chosen and sent, else what is kept. */
const fill = ({ values }: Filling, name: string, kept: string): string => {
  const sent = values[name]
  return typeof sent === 'string' ? sent : kept
}

function Choice({ column: { at, header, form, field, factor, dateOrder }, filling }: { column: ColumnView; filling: Filling }) {
  return (
    <div class="stack-s">
      <CellSelect name={`column-${at}`} label={w.choose(header)} none={w.notUsed} groups={FIELD_CHOICES[filling.kind]}
        value={fill(filling, `column-${at}`, field ?? '')} error={problemOf(filling.problems, `column-${at}`)} />
      {(form === 'date' || form === 'birth') && (
        <CellSelect name={`order-${at}`} label={w.order(header)} choices={DATE_ORDERS.map((value) => ({ value, label: w.orders[value] }))}
          value={fill(filling, `order-${at}`, dateOrder === 'mdy' ? 'mdy' : 'dmy')} />
      )}
      {isSum(form) && (
        <CellSelect name={`factor-${at}`} label={w.factor(header)} choices={FACTORS.map((value) => ({ value: String(value), label: w.factors[value] }))}
          value={fill(filling, `factor-${at}`, String(factor ?? 1))} />
      )}
    </div>
  )
}

const tableColumns = (filling: Filling): Column<ColumnView>[] => [
  { key: 'column', header: w.column, names: true, cell: ({ letters, header }) => <>{header} <small class="soft">({letters})</small></> },
  {
    key: 'samples', header: w.samples,
    cell: ({ samples }) => (samples.length === 0 ? <span class="soft">{w.noSamples}</span> : <ul class="plain-list">{samples.map((one) => <li key={one}>{one}</li>)}</ul>),
  },
  { key: 'field', header: w.field, cell: (column) => <Choice column={column} filling={filling} /> },
  {
    key: 'why', header: w.why,
    cell: ({ standing, reason }) => {
      const told = STANDINGS[standing]
      return <>{told && <p><StatusTag tone={told.tone} text={told.text} /></p>}<p class="soft">{reason}</p></>
    },
  },
]

/** The columns of a list, those that want a look first. */
export function ColumnTables({ columns, ...filling }: Filling & { columns: readonly ColumnView[] }) {
  const groups = [
    { caption: w.unsure, rows: columns.filter(({ standing }) => standing === 'unsure') },
    { caption: w.known, rows: columns.filter(({ standing }) => standing === 'sure' || standing === 'by-hand') },
    { caption: w.empty, rows: columns.filter(({ standing }) => standing === 'empty') },
  ]
  const cells = tableColumns(filling)
  return <>{groups.map(({ caption, rows }) => rows.length > 0 && <DataTable key={caption(0)} caption={caption(rows.length)} columns={cells} rows={rows} rowKey={({ at }) => String(at)} />)}</>
}
