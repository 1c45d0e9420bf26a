import { formatInstant, shortMoment } from '../../../../kernel/wib.ts'
import { fromDb } from '../../../../platform/db/unit.ts'
import { page } from '../../../../platform/http/page.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { DueTag } from '../../../../ui/due-tag.tsx'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import { SearchForm } from '../../../../ui/search-form.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { type ReportTask, listReportTasks, taskText } from '../../../performance/index.ts'
import { turnOf } from '../../core/life.ts'
import { type QueueView, QUEUE_VIEWS, divisionsOf } from '../../core/queue.ts'
import { applicationsId } from '../../messages.id.ts'
import { officeWords } from '../../office-messages.id.ts'
import { type Desk, type QueuePart, type QueueRow, countQueue, listQueue, openDesk, searchQueue } from '../../queue-store.ts'
import { dueWords } from './due-words.ts'
import { TONE_OF_STATUS } from './status-tone.ts'

const t = officeWords.queue
const SHOWN = 25
const REPORTS_SHOWN = 2

/** What the views are called in addresses. */
const IN_ADDRESS: Record<QueueView, string> = {
  turn: 'tugas', division: 'bidang', late: 'terlambat', returned: 'dikembalikan', assigned: 'milik-saya', following: 'pihak-luar', done: 'selesai',
}

const viewOf = (text: string | undefined): QueueView => QUEUE_VIEWS.find((view) => IN_ADDRESS[view] === text) ?? 'turn'

/** Who has the case now: the officer it was handed to, else the desk whose turn it is. */
function holderOf(row: QueueRow, { lifeOf }: Desk): string {
  if (row.status === 'returned') return officeWords.applicant
  const [turn] = turnOf({ ...lifeOf(row.definitionId), status: row.status, accepted: true, initialsGiven: row.initialsGiven })
  const desk = turn ? officeWords.roles[turn] ?? '' : '–'
  return row.holder ? `${row.holder} (${desk})` : desk
}

const marks = (row: QueueRow) => [
  t.channel[row.channel], ...(row.returnedCount > 0 ? [t.returnedTimes(row.returnedCount)] : []),
].filter(Boolean).join(' · ')

function columns(desk: Desk, view: QueueView | undefined): Column<QueueRow>[] {
  return [
    {
      key: 'case', header: t.columns.case, names: true,
      cell: (row) => (
        <>
          <a href={`/petugas/permohonan/${row.id}`}>{row.business ?? t.noBusiness}</a><br />
          {row.owner}<br />
          <small class="soft"><span class="mono">{row.reference}</span>{marks(row) && ` · ${marks(row)}`}</small>
        </>
      ),
    },
    { key: 'village', header: t.columns.village, cell: (row) => [row.village, row.district].filter(Boolean).join(', ') || '–' },
    { key: 'status', header: t.columns.status, cell: (row) => <StatusTag tone={TONE_OF_STATUS[row.status]} text={applicationsId.status[row.status]} /> },
    { key: 'holder', header: t.columns.holder, cell: (row) => holderOf(row, desk) },
    view === 'done'
      ? { key: 'decided', header: t.columns.decided, cell: (row) => (row.decidedAt ? shortMoment(fromDb(row.decidedAt)) : '–') }
      : {
          key: 'due', header: t.columns.due, cell: (row) => {
            const due = row.dueAt === null ? null : fromDb(row.dueAt)
            const { urgency, text } = dueWords(row.status, due, desk.now)
            return <DueTag urgency={urgency} text={text} at={due ? formatInstant(due) : undefined} />
          },
        },
  ]
}

const mayInitial = ({ actor }: Desk): boolean => actor.roles.some(({ role }) => role === 'division-head' || role === 'secretary')

type Model = { desk: Desk; counts: Record<QueueView, number> | undefined; view: QueueView; part: QueuePart; typed: string; tasks: ReportTask[] }

/** Periodic reports that wait for this officer: the latest two, and how many more. */
function Reports({ tasks }: Pick<Model, 'tasks'>) {
  if (tasks.length === 0) return null
  return (
    <Notice>
      {tasks.slice(0, REPORTS_SHOWN).map((task) => <p key={`${task.reportId} ${task.desk}`}><a href={`/petugas/laporan/${task.reportId}`}>{taskText(task)}</a></p>)}
      {tasks.length > REPORTS_SHOWN && <p><a href="/petugas/laporan">{t.moreReports(tasks.length - REPORTS_SHOWN)}</a></p>}
    </Notice>
  )
}

function Found({ desk, part, typed }: Model) {
  return (
    <>
      <DataTable
        caption={t.found(part.rows.length, typed)} columns={columns(desk, undefined)} rows={part.rows} rowKey={(row) => row.id}
        empty={<EmptyState icon="search" title={t.nothingFound}><p>{t.nothingFoundTodo}</p></EmptyState>}
      />
      <p><a href="/petugas">{t.back}</a></p>
    </>
  )
}

function Part({ desk, counts, view, part, isFirst }: Model & { isFirst: boolean }) {
  const address = `/petugas?saring=${IN_ADDRESS[view]}`
  return (
    <>
      <Tabs label={t.filter} items={QUEUE_VIEWS.map((one) => ({
        href: `/petugas?saring=${IN_ADDRESS[one]}`, text: one === 'division' && divisionsOf(desk.actor.roles) === 'all' ? t.wholeOffice : t.views[one],
        current: one === view, count: counts?.[one],
      }))} />
      <DataTable
        caption={t.views[view]} quietCaption columns={columns(desk, view)} rows={part.rows} rowKey={(row) => row.id}
        empty={<EmptyState icon={view === 'late' ? 'check-circle' : 'inbox'} title={t.empty[view].title}><p>{t.empty[view].todo}</p></EmptyState>}
      />
      {part.rows.length > 0 && (
        <Pagination position={t.position(part.rows.length, counts?.[view] ?? part.rows.length)} next={part.next && `${address}&sesudah=${part.next}`}
          previous={isFirst ? undefined : address} />
      )}
    </>
  )
}

/** Everything that waits, by the moment it is due. */
export const queuePage = page({
  path: '/petugas',
  right: 'queue.read',
  async read({ unit, actor, query }): Promise<Model> {
    const desk = await openDesk(unit.tx, actor, unit.now)
    const view = viewOf(query['saring'])
    const typed = (query['q'] ?? '').trim().slice(0, 100)
    const part = typed === ''
      ? await listQueue(unit.tx, desk, view, { after: query['sesudah'], limit: SHOWN })
      : { rows: await searchQueue(unit.tx, actor, unit.now, typed), next: undefined }
    const counts = typed === '' ? await countQueue(unit.tx, desk) : undefined
    return { desk, counts, view, part, typed, tasks: await listReportTasks(unit.tx, actor.accountId) }
  },
  view: (model, { query }) => ({
    title: t.title, variant: 'officer',
    body: (
      <>
        <PageHeading title={t.title} lead={t.lead} side={mayInitial(model.desk) && <ButtonLink href="/petugas/paraf" look="secondary" icon="check">{t.initialAll}</ButtonLink>} />
        <Reports tasks={model.tasks} />
        <SearchForm action="/petugas" name="q" label={t.search} hint={t.searchHint} value={model.typed} />
        {model.typed === '' ? <Part {...model} isFirst={query['sesudah'] === undefined} /> : <Found {...model} />}
      </>
    ),
  }),
})
