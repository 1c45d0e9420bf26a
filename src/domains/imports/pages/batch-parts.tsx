import { Bar } from '../../../ui/bar.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { type Batch, type BatchRow, OUTCOMES } from '../batch-store.ts'
import { importPages as w } from '../page-messages.id.ts'
import type { BatchModel, Progress } from './batch-model.ts'
import { ALL_OUTCOMES, OutcomeTag, countOf, partsOf, pathOf, rowsOf } from './batch-words.tsx'

/** Work that goes on in the background. */
export function ProgressCard({ batch, progress: { done, of, minutesLeft } }: { batch: Batch; progress: Progress }) {
  const { state } = batch
  if (state !== 'checking' && state !== 'importing' && state !== 'undoing') return null
  const count = of === undefined ? w.progress.done(done) : state === 'undoing' ? w.progress.undoneOf(done, of) : w.progress.doneOf(done, of)
  return (
    <Card title={w.progress[state]}>
      {of !== undefined && of > 0 && <Bar part={done / of} />}
      <p role="status">{done === 0 ? w.progress.waiting : count}{minutesLeft !== undefined && ` ${w.progress.left(minutesLeft)}`}</p>
      <p class="soft">{w.progress.goesOn}</p>
      <p><ButtonLink href={pathOf(batch)} look="secondary" small>{w.progress.reload}</ButtonLink></p>
    </Card>
  )
}

/** Five counts that make up the rows of the list, and what each means. */
export function ResultTable({ batch: { counts, state } }: { batch: Batch }) {
  const rows = rowsOf(counts)
  const meaning = state === 'checked' ? 'trial' : 'done'
  const columns: Column<BatchRow['outcome']>[] = [
    { key: 'outcome', header: w.result.outcome, names: true, cell: (outcome) => <OutcomeTag outcome={outcome} /> },
    { key: 'count', header: w.result.count, end: true, cell: (outcome) => w.count(countOf(counts, outcome)) },
    { key: 'share', header: w.result.share, cell: (outcome) => <Bar part={rows === 0 ? 0 : countOf(counts, outcome) / rows} /> },
    { key: 'meaning', header: w.result.meaning, cell: (outcome) => w.outcomes[outcome][meaning] },
  ]
  return (
    <>
      <DataTable caption={w.result.title} columns={columns} rows={OUTCOMES} rowKey={(outcome) => outcome} />
      <p><b>{w.result.sum(rows, partsOf(counts))}</b> {w.result.passedOver(countOf(counts, 'passed-over'))}</p>
    </>
  )
}

const RECORDS: Record<Batch['kind'], string> = { business: '/petugas/usaha', cooperative: '/petugas/koperasi' }

const rowColumns = ({ known, batch }: BatchModel): Column<BatchRow>[] => [
  { key: 'number', header: w.rows.number, end: true, cell: ({ number }) => w.count(number) },
  {
    key: 'name', header: w.rows.name, names: true,
    cell: ({ title, subjectId, outcome }) => {
      const name = title === '' ? <span class="soft">{outcome === 'passed-over' || batch.closedAt ? '–' : w.rows.nameless}</span> : title
      return subjectId !== null && known.has(subjectId) ? <a href={`${RECORDS[batch.kind]}/${subjectId}`}>{name}</a> : name
    },
  },
  { key: 'outcome', header: w.rows.outcome, cell: ({ outcome }) => <OutcomeTag outcome={outcome} /> },
  {
    key: 'reasons', header: w.rows.reasons,
    cell: ({ reasons }) => (reasons.length === 0 ? <span class="soft">{w.rows.nothingToSay}</span>
      : <ul class="plain-list stack-s">{reasons.map(({ sentence }) => <li key={sentence}>{sentence}</li>)}</ul>),
  },
]

/** Every row of the file and what became of it, those that are no data too. */
export function RowList(model: BatchModel) {
  const { batch: { counts }, outcome, rows, next, isFirst } = model
  const query = (code: string | undefined, after?: number) =>
    `?${new URLSearchParams({ ...(code === undefined ? {} : { hasil: code }), ...(after === undefined ? {} : { sesudah: String(after) }) })}#baris`
  const code = outcome && w.outcomes[outcome].code
  const [first, last] = [rows[0], rows.at(-1)]
  return (
    <section id="baris" class="stack">
      <h2>{w.rows.title}</h2>
      <Tabs label={w.rows.filter} items={[
        { href: query(undefined), text: w.rows.all, current: outcome === undefined, count: rowsOf(counts) + countOf(counts, 'passed-over') },
        ...ALL_OUTCOMES.map((one) => ({ href: query(w.outcomes[one].code), text: w.outcomes[one].name, current: one === outcome, count: countOf(counts, one) })),
      ]} />
      <DataTable caption={w.rows.title} quietCaption columns={rowColumns(model)} rows={rows} rowKey={({ number }) => String(number)}
        empty={<EmptyState title={w.rows.none}><p>{w.rows.noneTodo}</p></EmptyState>} />
      {first && last && <Pagination position={w.rows.from(first.number, last.number)} next={next === undefined ? undefined : query(code, next)} />}
      {!isFirst && <p><a href={query(code)}>{w.rows.firstPage}</a></p>}
    </section>
  )
}
