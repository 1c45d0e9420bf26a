import type { Temporal } from 'temporal-polyfill'
import type { Actor, Role } from '../../../../kernel/rights.ts'
import { formatInstant } from '../../../../kernel/wib.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { fromDb } from '../../../../platform/db/unit.ts'
import { DueTag } from '../../../../ui/due-tag.tsx'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import type { Tone } from '../../../../ui/tone.ts'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import type { Step } from '../../core/life.ts'
import { officeWords } from '../../office-messages.id.ts'
import { type QueuePart, listQueue, openDesk } from '../../queue-store.ts'
import { isUuid } from '../../store.ts'
import { dueWords } from './due-words.ts'

const t = officeWords.batch

/** As many stand on one page: what can be read with care in one sitting, and shorter than any timeout when each is signed. */
export const MOST_AT_ONCE = 50

/** Cases that wait for this step of someone in one of these roles, the most pressing first. Other work of the same desk stands in its queue. */
export async function waitingFor(tx: Tx, actor: Actor, { step, roles }: { step: Step; roles: readonly Role[] }, now: Temporal.Instant): Promise<QueuePart> {
  const desk = await openDesk(tx, { ...actor, roles: actor.roles.filter((held) => roles.includes(held.role)) }, now)
  const lifeOf = (id: string) => {
    const whole = desk.lifeOf(id)
    return { ...whole, life: whole.life.filter((stage) => stage.exits.some((exit) => exit.step === step)) }
  }
  return listQueue(tx, { ...desk, lifeOf }, 'turn', { limit: MOST_AT_ONCE })
}

/** What came of one case of a batch, in words. */
export type BatchResult = { id: string; reference: string; tone: Tone; text: string; message?: string | undefined }

export function Results({ caption, results }: { caption: string; results: readonly BatchResult[] }) {
  const columns: Column<BatchResult>[] = [
    { key: 'case', header: t.columns.case, names: true, cell: (row) => <a class="mono" href={`/petugas/permohonan/${row.id}`}>{row.reference}</a> },
    { key: 'result', header: t.columns.result, cell: (row) => <><StatusTag tone={row.tone} text={row.text} />{row.message && <p>{row.message}</p>}</> },
  ]
  return <DataTable caption={caption} columns={columns} rows={results} rowKey={(row) => row.id} />
}

type PickProps = { part: QueuePart; now: Temporal.Instant; picked: ReadonlySet<string>; caption: string; empty: { title: string; todo: string }; path: string; canPick: boolean }

type Row = QueuePart['rows'][number]

/** A list with a box for each; stands inside the form that acts on the ticked ones. */
export function PickList({ part, now, picked, caption, empty, path, canPick }: PickProps) {
  const columns: Column<Row>[] = [
    ...(canPick ? [{
      key: 'pick', header: t.columns.pick, quiet: true,
      cell: (row: Row) => (
        <span class="choice">
          <input type="checkbox" id={`pick-${row.id}`} name="id" value={row.id} checked={picked.has(row.id)} aria-label={t.pickOne(row.reference)} />
        </span>
      ),
    }] : []),
    {
      key: 'case', header: t.columns.case, names: true,
      cell: (row) => (
        <>
          <a href={`/petugas/permohonan/${row.id}`}>{row.business ?? officeWords.queue.noBusiness}</a><br />{row.owner}<br />
          <small class="soft mono">{row.reference}</small>{row.status === 'signing' && <><br /><small>{t.retry}</small></>}
        </>
      ),
    },
    { key: 'draft', header: t.columns.draft, cell: (row) => <a href={`/petugas/permohonan/${row.id}/pratinjau.pdf`}>{t.draft}<span class="visually-hidden"> {row.reference}</span></a> },
    {
      key: 'due', header: t.columns.due,
      cell: (row) => {
        const due = row.dueAt === null ? null : fromDb(row.dueAt)
        const { urgency, text } = dueWords(row.status, due, now)
        return <DueTag urgency={urgency} text={text} at={due ? formatInstant(due) : undefined} />
      },
    },
  ]
  return (
    <>
      {canPick && part.rows.length > 1 && (
        <p class="row"><a href={`${path}?pilih=semua`}>{t.all}</a>{picked.size > 0 && <a href={path}>{t.none}</a>}</p>
      )}
      <DataTable caption={caption} columns={columns} rows={part.rows} rowKey={(row) => row.id} empty={<EmptyState icon="pen" title={empty.title}><p>{empty.todo}</p></EmptyState>} />
      {part.next && <p class="soft">{t.more(MOST_AT_ONCE)}</p>}
    </>
  )
}

/** Which boxes are ticked: those that were sent, else all or the one the address names. */
export function pickedOf(part: QueuePart, sent: readonly string[] | undefined, query: string | undefined): Set<string> {
  if (sent) return new Set(sent)
  return new Set(part.rows.flatMap(({ id }) => (query === 'semua' || query === id ? [id] : [])))
}

/** Ids as sent, without what cannot be one and without repeats. */
export const idsOf = (sent: readonly string[]): string[] => [...new Set(sent.filter(isUuid))].slice(0, MOST_AT_ONCE)
