import type { Temporal } from 'temporal-polyfill'
import { formatInstant } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { DueTag } from '../../../ui/due-tag.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { dueWords } from '../../applications/index.ts'
import { type Board, type BoardLine, nameOf } from '../board-model.ts'
import type { Holder, Holding } from '../core/board.ts'
import { supervisionId } from '../messages.id.ts'
import { HAND_OVER_PATH, addressOf } from './address.ts'

const t = supervisionId.board

function Ages({ age }: Pick<BoardLine, 'age'>) {
  if (age === undefined) return <>–</>
  return <>{t.office(t.hours(age.officeMinutes))}{age.applicantMinutes > 0 && <><br />{t.ofApplicant(t.hours(age.applicantMinutes))}</>}</>
}

/** What every list of cases begins with. */
export const FIRST_COLUMNS = [
  {
    key: 'case', header: t.columns.case, names: true,
    cell: (line: BoardLine) => (
      <>
        <a href={`/petugas/permohonan/${line.id}`}>{line.business ?? t.noBusiness}</a><br />
        {line.owner}<br />
        <small class="soft"><span class="mono">{line.reference}</span>{line.returnedCount > 0 && ` · ${t.returnedTimes(line.returnedCount)}`}</small>
      </>
    ),
  },
  { key: 'waits', header: t.columns.waits, cell: (line: BoardLine) => line.waits },
  { key: 'age', header: t.columns.age, cell: (line: BoardLine) => <Ages age={line.age} /> },
]

function columnsOf(now: Temporal.Instant, mayHandOver: boolean): Column<BoardLine>[] {
  return [
    ...FIRST_COLUMNS,
    {
      key: 'due', header: t.columns.due, cell: (line) => {
        const due = line.dueAt && fromDb(line.dueAt)
        const { urgency, text } = dueWords(line.status, due, now)
        return <DueTag urgency={urgency} text={text} at={due ? formatInstant(due) : undefined} />
      },
    },
    ...(mayHandOver ? [{
      key: 'todo', header: t.columns.todo, quiet: true,
      cell: (line: BoardLine) => <ButtonLink href={`${HAND_OVER_PATH}?berkas=${line.id}`} look="secondary" small>{supervisionId.handOver.link}</ButtonLink>,
    }] : []),
  ]
}

/** Cases of one part of the board. */
export function CaseList({ caption, lines, now, mayHandOver }: { caption: string; lines: readonly BoardLine[]; now: Temporal.Instant; mayHandOver: boolean }) {
  return (
    <DataTable caption={caption} columns={columnsOf(now, mayHandOver)} rows={lines} rowKey={(line) => line.id}
      empty={<EmptyState icon="check-circle" title={t.empty.title}><p>{t.empty.todo}</p></EmptyState>} />
  )
}

function HolderName({ holder, board }: { holder: Holder; board: Board }) {
  if (holder.kind === 'applicant') return <a href={addressOf({ view: 'applicant' })}>{supervisionId.applicant}</a>
  if (holder.kind === 'officer') return <a href={addressOf({ view: 'all', holderId: holder.id })}>{nameOf(board.staff, holder.id)}</a>
  if (holder.kind === 'beyond') return <>{supervisionId.beyond[holder.who]}</>
  return <a href={addressOf({ view: 'all', desk: holder.role })}>{t.holders.desk(supervisionId.roles[holder.role] ?? '')}</a>
}

/** Who holds what, one line for each. */
export function Holders({ board, mayHandOver }: { board: Board; mayHandOver: boolean }) {
  const { columns } = t.holders
  const shown: Column<Holding>[] = [
    { key: 'who', header: columns.who, names: true, cell: ({ holder }) => <HolderName holder={holder} board={board} /> },
    {
      key: 'open', header: columns.open,
      cell: (one) => <>{t.holders.open(one.open)}{one.late > 0 && <>, <b>{t.holders.late(one.late)}</b></>}{one.today > 0 && `, ${t.holders.today(one.today)}`}</>,
    },
    ...(mayHandOver ? [{
      key: 'todo', header: columns.todo, quiet: true,
      cell: ({ holder }: Holding) => holder.kind === 'officer'
        && <ButtonLink href={`${HAND_OVER_PATH}?dari=${holder.id}`} look="secondary" small>{supervisionId.handOver.all}</ButtonLink>,
    }] : []),
  ]
  if (board.holdings.length === 0) return null
  return (
    <Card title={t.holders.title}>
      <DataTable caption={t.holders.caption} quietCaption columns={shown} rows={board.holdings}
        rowKey={({ holder }) => (holder.kind === 'officer' ? holder.id : holder.kind === 'desk' ? holder.role : holder.kind === 'beyond' ? holder.who : holder.kind)} />
    </Card>
  )
}

/** Steps that stand still when one person is away. */
export function Risks({ board }: { board: Board }) {
  const { columns } = t.risks
  return (
    <Disclosure summary={t.risks.summary(board.risks.length)} open={board.risks.some((risk) => risk.kind === 'nobody' && risk.waiting > 0)}>
      <p>{t.risks.lead}</p>
      <DataTable caption={t.risks.caption} quietCaption rows={board.risks} rowKey={(risk) => `${risk.role} ${risk.divisionId ?? ''}`} columns={[
        {
          key: 'step', header: columns.step, names: true,
          cell: (risk) => t.risks.step(supervisionId.roles[risk.role] ?? '', risk.divisionId === undefined ? undefined : board.divisions.get(risk.divisionId) ?? risk.divisionId),
        },
        {
          key: 'who', header: columns.who,
          cell: (risk) => <StatusTag tone={risk.kind === 'nobody' ? 'danger' : 'warning'} text={risk.kind === 'nobody' ? t.risks.nobody : t.risks.single(risk.name ?? '')} />,
        },
        { key: 'waiting', header: columns.waiting, cell: (risk) => t.risks.waiting(risk.waiting) },
      ]} />
    </Disclosure>
  )
}
