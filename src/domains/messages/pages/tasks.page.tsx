import { z } from 'zod'
import { type Actor, may } from '../../../kernel/rights.ts'
import { shortMoment } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { maskPhone } from '../../registry/index.ts'
import { deskId } from '../desk-messages.id.ts'
import { countDesk } from '../history-store.ts'
import { messageNames } from '../message-names.ts'
import { TASK_STEPS, type Task, listTasks, takeTask } from '../task-store.ts'
import { DESK, Desk } from './desk-frame.tsx'

const SHOWN = 50
const t = deskId.tasks

function masked({ channel, address }: Task): string {
  if (address === '') return ''
  return channel === 'phone' ? maskPhone(address) : address.replace(/^(.).*(?=@)/, '$1***')
}

/** Long addresses break behind their dots and strokes. */
const breakable = (text: string) => text.split(/(?<=[/.@])(?=\S)/).flatMap((part, at) => (at === 0 ? [part] : [<wbr />, part]))

function Person({ row }: { row: Task }) {
  return (
    <>
      {row.personName ?? t.noPerson}{row.villageName && <>, {row.villageName}</>}<br />
      <span class="soft">{row.carrier ? t.carrier(row.carrier) : t.counter}, {t.since(shortMoment(row.createdAt))}</span>
    </>
  )
}

function Why({ row }: { row: Task }) {
  const address = masked(row)
  return (
    <>
      {address !== '' && <><span class="mono">{breakable(address)}</span><br /></>}
      {row.state === 'slip' ? t.paper : deskId.failure(row.lastFailure)} {row.attempts > 0 && `${t.attempts(row.attempts)}.`}
    </>
  )
}

function Todo({ row, mayRetry }: { row: Task; mayRetry: boolean }) {
  return (
    <form method="post" class="row">
      <input type="hidden" name="id" value={row.id} />
      <ButtonLink href={`/petugas/pesan/${row.id}/cetak`} look="secondary" small icon="print">{t.print}</ButtonLink>
      {mayRetry && row.state === 'failed' && <Button name="act" value="retry" look="secondary" small>{t.retry}</Button>}
      <Button name="act" value="settle" look="link" small>{t.settle}</Button>
      {mayRetry && <ButtonLink href={`/petugas/pesan/${row.id}`} look="link" small>{t.story}</ButtonLink>}
    </form>
  )
}

const columnsFor = (mayRetry: boolean): Column<Task>[] => [
  { key: 'message', header: t.columns.message, names: true, cell: (row) => messageNames(row.template, 'id') },
  { key: 'person', header: t.columns.person, cell: (row) => <Person row={row} /> },
  { key: 'text', header: t.columns.text, cell: (row) => <>{breakable(row.body)}<br /><span class="soft"><Why row={row} /></span></> },
  { key: 'todo', header: t.columns.todo, quiet: true, cell: (row) => <Todo row={row} mayRetry={mayRetry} /> },
]

const canRetry = (actor: Actor): boolean => may(actor, 'message.retry', {}, 0).ok

/** Who was not reached: a task for the counter, or for the officer of the person's village. */
export const tasksPage = page({
  path: DESK.tasks,
  right: 'message.deliver',
  fields: z.object({ id: z.uuid(), act: z.enum(TASK_STEPS) }),
  read: async ({ unit, actor }) => ({ rows: await listTasks(unit, actor, SHOWN), counts: canRetry(actor) ? await countDesk(unit.tx, actor.officeId) : undefined }),
  view({ rows, counts }, { actor, query }) {
    const mayRetry = canRetry(actor)
    const done = t.done[query['selesai'] ?? '']
    return {
      title: deskId.title, variant: 'officer', ...(done === undefined ? {} : { notice: done }),
      body: (
        <Desk tab="tasks" actor={actor} counts={counts} lead={mayRetry ? t.lead : t.leadVillage}>
          <DataTable
            caption={t.caption} quietCaption columns={columnsFor(mayRetry)} rows={rows} rowKey={(row) => row.id}
            empty={<EmptyState icon="check-circle" title={t.empty}><p>{t.emptyLead}</p></EmptyState>}
          />
          {rows.length === SHOWN && <p class="soft">{t.more(SHOWN)}</p>}
        </Desk>
      ),
    }
  },
  async send({ unit, actor }, { id, act }) {
    const taken = await takeTask(unit, actor, id, act)
    return taken.ok ? { ok: true, value: { goTo: `${DESK.tasks}?selesai=${act}` } } : taken
  },
})
