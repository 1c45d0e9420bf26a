import { formatInstant } from '../../../../kernel/wib.ts'
import { fromDb } from '../../../../platform/db/unit.ts'
import { page } from '../../../../platform/http/page.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { DueTag } from '../../../../ui/due-tag.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { getDefinition } from '../../../services/index.ts'
import { applicationsId } from '../../messages.id.ts'
import { type QueueRow, listQueue, openDesk } from '../../queue-store.ts'
import { stepWords } from '../../step-messages.id.ts'
import { dueWords } from './due-words.ts'
import { TONE_OF_STATUS } from './status-tone.ts'
import type { Temporal } from 'temporal-polyfill'

const t = stepWords.tasks
const SHOWN = 50

function Task({ row, service, now }: { row: QueueRow; service: string; now: Temporal.Instant }) {
  const due = row.dueAt === null ? null : fromDb(row.dueAt)
  const { urgency, text } = dueWords(row.status, due, now)
  return (
    <Card title={row.business ?? row.owner} side={<StatusTag tone={TONE_OF_STATUS[row.status]} text={applicationsId.status[row.status]} />}>
      <p class="soft">{service} · <span class="mono">{row.reference}</span></p>
      {row.village && <p>{t.place([row.village, row.district].filter(Boolean).join(', '))}</p>}
      <p><DueTag urgency={urgency} text={text} at={due ? formatInstant(due) : undefined} /></p>
      <div class="row"><ButtonLink href={`/petugas/permohonan/${row.id}`} small>{t.open}<span class="visually-hidden"> {row.reference}</span></ButtonLink></div>
    </Card>
  )
}

/** What waits for somebody of the field, as cards for a phone: what was handed to him, and what his desk has its turn with. */
export const tasksPage = page({
  path: '/petugas/tugas',
  right: 'task.list',
  async read({ unit, actor }) {
    const desk = await openDesk(unit.tx, actor, unit.now)
    const parts = [await listQueue(unit.tx, desk, 'assigned', { limit: SHOWN }), await listQueue(unit.tx, desk, 'turn', { limit: SHOWN }), await listQueue(unit.tx, desk, 'following', { limit: SHOWN })]
    const rows = [...new Map(parts.flatMap((part) => part.rows).map((row) => [row.id, row])).values()]
    const named: { row: QueueRow; service: string }[] = []
    for (const row of rows.toSorted((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0))) named.push({ row, service: (await getDefinition(unit.tx, row.definitionId)).name.id })
    return { rows: named, now: unit.now }
  },
  view: ({ rows, now }) => ({
    title: t.title, variant: 'officer',
    body: (
      <>
        <PageHeading title={t.title} lead={t.lead} />
        {rows.length === 0 ? <EmptyState icon="inbox" title={t.none}><p>{t.noneTodo}</p></EmptyState> : rows.map(({ row, service }) => <Task key={row.id} row={row} service={service} now={now} />)}
      </>
    ),
  }),
})
