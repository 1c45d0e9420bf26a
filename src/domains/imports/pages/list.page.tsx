import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Problem, type Result, invalid, ok } from '../../../kernel/result.ts'
import { shortMoment, wibDate } from '../../../kernel/wib.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Sent, page } from '../../../platform/http/page.ts'
import { Card } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { type Batch, listBatches } from '../batch-store.ts'
import { type KeptList, listOfForm, openKeptList, readKeptList } from '../kept-list.ts'
import { importPages as w } from '../page-messages.id.ts'
import { importScreens as t } from '../screen-messages.id.ts'
import { SOURCES } from '../source-codes.ts'
import { StateTag, dayOf, partsOf, pathOf, rowsOf } from './batch-words.tsx'
import { UploadForm } from './upload-form.tsx'

const PATH = '/petugas/impor'

const fields = z.object({
  'file-kept': z.string().default(''), remove: z.string().optional(),
  source: z.string().default(''), sender: z.string().default(''),
  'observedOn-day': z.string().default(''), 'observedOn-month': z.string().default(''), 'observedOn-year': z.string().default(''),
})
type Typed = z.output<typeof fields>

/** The day of the three fields, undefined when it is none or has not come yet. */
function dayTyped(typed: Typed, today: Temporal.PlainDate): string | undefined {
  const parts = [typed['observedOn-year'], typed['observedOn-month'], typed['observedOn-day']].map((part) => part.trim())
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return undefined
  const [year = 0, month = 0, day = 0] = parts.map(Number)
  try {
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
    return year >= 1990 && Temporal.PlainDate.compare(date, today) <= 0 ? date.toString() : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

async function receive({ tools, actor }: Allowed, typed: Typed): Promise<Result<Sent>> {
  // The button beside the kept file: the form comes back without it.
  if (typed.remove !== undefined) return invalid([])
  const now = tools.clock()
  const problems: Problem[] = []
  const source = SOURCES.find((one) => one === typed.source)
  if (!source) problems.push({ field: 'source', message: w.upload.sourceNeeded })
  const sender = typed.sender.normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (sender === '' || sender.length > 80) problems.push({ field: 'sender', message: w.upload.senderNeeded })
  const observedOn = dayTyped(typed, wibDate(now))
  if (observedOn === undefined) problems.push({ field: 'observedOn', message: w.upload.observedOnWrong })
  const kept = readKeptList(tools.keys, now, actor.accountId, typed['file-kept'])
  if (!kept) problems.push({ field: 'file', message: t.chooseFile })
  if (!source || observedOn === undefined || problems.length > 0) return invalid(problems)
  const opened = await openKeptList(tools, kept, { officeId: actor.officeId, by: actor.accountId, source, sender, observedOn })
  return opened.ok ? ok({ goTo: nextOf(opened.value) }) : opened
}

const nextOf = (batch: Batch) => pathOf(batch, batch.state === 'columns' ? '/kolom' : '')

const COLUMNS: Column<Batch>[] = [
  {
    key: 'file', header: w.list.file,
    cell: (row) => <><a href={nextOf(row)}>{row.fileName}</a><br /><small class="soft">{w.list.observedOn(dayOf(row.observedOn))}</small></>,
  },
  { key: 'sender', header: w.list.sender, cell: (row) => row.sender },
  { key: 'when', header: w.list.when, cell: (row) => <time dateTime={row.createdAt.toString()}>{shortMoment(row.createdAt)}</time> },
  { key: 'state', header: w.list.state, cell: ({ state }) => <StateTag state={state} /> },
  {
    key: 'result', header: w.list.result,
    cell: ({ counts }) => (rowsOf(counts) === 0 ? '–' : w.brief(partsOf(counts).filter(({ count }) => count > 0))),
  },
]

type Model = { batches: Batch[]; kept: (token: string) => KeptList | undefined }

/** Imports of the office, and the form that begins one. */
export const listPage = page({
  path: PATH,
  right: 'registry.import',
  largeFile: ({ tools, actor }) => listOfForm(tools, actor.accountId),
  fields,
  read: async ({ unit, tools, actor }): Promise<Model> => ({
    batches: await listBatches(unit.tx, actor.officeId),
    kept: (token) => readKeptList(tools.keys, unit.now, actor.accountId, token),
  }),
  view: ({ batches, kept }, _ask, form) => ({
    title: w.title, variant: 'officer', wrong: form.problems.length > 0,
    body: (
      <>
        <ErrorSummary problems={form.problems} />
        <PageHeading title={w.title} lead={w.lead} />
        {batches.length === 0 ? <Card title={w.upload.title}><UploadForm action={PATH} form={form} kept={kept} /></Card>
          : <Disclosure summary={w.upload.another} open={Object.keys(form.values).length > 0}><UploadForm action={PATH} form={form} kept={kept} /></Disclosure>}
        <DataTable caption={w.list.title} columns={COLUMNS} rows={batches} rowKey={(row) => row.id}
          empty={<EmptyState icon="archive" title={w.list.none}><p>{w.list.noneTodo}</p></EmptyState>} />
      </>
    ),
  }),
  sendApart: receive,
})
