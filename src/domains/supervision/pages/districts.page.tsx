import { formatInstant, shortMoment } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import { page } from '../../../platform/http/page.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { BackLink } from '../../../ui/way-back.tsx'
import { type BoardView, NO_DISTRICT } from '../../applications/index.ts'
import { type DistrictLine, readDistricts } from '../board-model.ts'
import { supervisionId } from '../messages.id.ts'
import { BOARD_PATH, DISTRICTS_PATH, addressOf } from './address.ts'

const t = supervisionId.districts

/** A number that leads to its cases; nothing to open where there are none. */
function Count({ count, view, line }: { count: number; view: BoardView; line: DistrictLine }) {
  if (count === 0) return <>0</>
  return <a href={addressOf({ view, district: line.district ?? NO_DISTRICT })}>{count}<span class="visually-hidden"> {t.of(supervisionId.board.views[view], line.name)}</span></a>
}

const counted = (key: 'open' | 'late' | 'today' | 'applicant', view: BoardView): Column<DistrictLine> =>
  ({ key, header: t.columns[key], end: true, cell: (line) => <Count count={line[key]} view={view} line={line} /> })

const COLUMNS: Column<DistrictLine>[] = [
  { key: 'district', header: t.columns.district, names: true, cell: (line) => <a href={addressOf({ view: 'all', district: line.district ?? NO_DISTRICT })}>{line.name}</a> },
  counted('open', 'all'), counted('late', 'late'), counted('today', 'today'), counted('applicant', 'applicant'),
  {
    key: 'due', header: t.columns.due,
    cell: ({ oldestDue }) => (oldestDue ? <time datetime={formatInstant(fromDb(oldestDue))}>{shortMoment(fromDb(oldestDue))}</time> : '–'),
  },
]

/** What is open, late and due today, by the district of the village a case is of; with the reach of whoever looks. */
export const districtsPage = page({
  path: DISTRICTS_PATH,
  right: 'supervision.read',
  read: ({ unit, actor }) => readDistricts(unit.tx, actor, unit.now),
  view: (lines) => ({
    title: t.title, variant: 'officer',
    body: (
      <>
        <BackLink href={BOARD_PATH} />
        <PageHeading title={t.title} lead={t.lead} />
        <DataTable caption={t.caption} quietCaption columns={COLUMNS} rows={lines} rowKey={({ district }) => district ?? NO_DISTRICT}
          empty={<EmptyState icon="check-circle" title={supervisionId.board.empty.title} />} />
      </>
    ),
  }),
})
