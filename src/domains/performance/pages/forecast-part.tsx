import { Temporal } from 'temporal-polyfill'
import { longMoment, shortMoment } from '../../../kernel/wib.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { boardId } from '../board-words.id.ts'
import type { Remedy } from '../core/forecast.ts'
import type { Score } from '../core/forecast-error.ts'
import { countText } from '../figure-text.ts'
import { performanceId } from '../messages.id.ts'
import type { Board } from '../read-board.ts'

const w = boardId.forecast
const MOST_SHOWN = 20

const momentText = (ms: number | undefined) => (ms === undefined ? '–' : shortMoment(Temporal.Instant.fromEpochMilliseconds(ms)))
const remedyText = (remedy: Remedy) => (remedy.kind === 'order' ? w.order : w.officer(performanceId.stage[remedy.stage]))
const n = (count: number) => countText(count, 'id')

const testedText = ({ called, right, late, asked }: Score) =>
  (asked === 0 ? w.untested : late === 0 && called === 0 ? w.testedNone(n(asked)) : w.tested(n(called), n(right), n(late)))

/** Which open cases will be late, what would help most, and how far such a forecast can be trusted. */
export function ForecastPart({ board: { facts: { forecast }, references } }: { board: Pick<Board, 'facts' | 'references'> }) {
  if (!forecast) return <section class="card" id="perkiraan"><h2>{w.title}</h2><p>{w.none}</p></section>
  const { open, late, remedies, tested } = forecast.found
  const mine = late.filter(({ id }) => references.has(id))
  return (
    <section class="card" id="perkiraan">
      <h2>{w.title}</h2>
      <p class="lead">{late.length === 0 ? w.noneLate(n(open)) : w.late(n(late.length), n(open))}</p>
      {late.length > 0 && <p>{remedies.length > 0 ? w.remedies : w.nothingHelps}</p>}
      {remedies.length > 0 && <ul>{remedies.slice(0, 3).map((one) => <li key={JSON.stringify(one.remedy)}>{remedyText(one.remedy)}: {w.left(n(one.late))}</li>)}</ul>}
      {mine.length > 0 && <DataTable caption={w.title} quietCaption rows={mine.slice(0, MOST_SHOWN)} rowKey={({ id }) => id} columns={[
        { key: 'case', header: w.case, cell: ({ id }) => <a class="mono" href={`/petugas/permohonan/${id}`}>{references.get(id)}</a> },
        { key: 'stage', header: w.stage, cell: ({ stage }) => performanceId.stage[stage] },
        { key: 'due', header: w.due, cell: ({ dueMs }) => momentText(dueMs) },
        { key: 'end', header: w.end, cell: ({ endMs }) => momentText(endMs) },
      ]} />}
      {mine.length > MOST_SHOWN && <p>{w.more(n(mine.length - MOST_SHOWN))} <a href="/petugas?saring=bidang">{w.queue}</a></p>}
      <p class="soft">{w.how(longMoment(forecast.at))} {testedText(tested)}</p>
    </section>
  )
}
