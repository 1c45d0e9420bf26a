import { z } from 'zod'
import { type Result, ok } from '../../../kernel/result.ts'
import { longMoment } from '../../../kernel/wib.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { DESK_PATHS } from '../../registry/index.ts'
import type { Batch } from '../batch-store.ts'
import { importPages } from '../page-messages.id.ts'
import { beginPass, leaveToWorker, stepsOf } from '../steer-batch.ts'
import { batchAccess } from './batch-access.ts'
import { type BatchModel, hasResult, readBatch } from './batch-model.ts'
import { ProgressCard, ResultTable, RowList } from './batch-parts.tsx'
import { StateTag, countOf, dayOf, pathOf, rowsOf } from './batch-words.tsx'

const w = importPages.batch
const REFRESH_SECONDS = 3

/** What the state means and what comes next, in a sentence or two. */
function Standing({ batch: { kind, state, counts, failure } }: { batch: Batch }) {
  const doubtful = countOf(counts, 'doubtful')
  switch (state) {
    case 'columns': return <Notice title={w.columns}><p>{w.columnsTodo}</p></Notice>
    case 'checked': return <Notice tone="warning" title={w.checked}><p>{w.checkedTodo}</p></Notice>
    case 'imported': return <Notice tone="success" title={w.imported}>{doubtful > 0 && <p>{w.doubtful(doubtful)} <a href={DESK_PATHS[kind]}>{w.toDoubles}</a></p>}</Notice>
    case 'undone': return <Notice title={w.undone}><p>{w.undoneResult(w.what[kind], counts.withdrawn ?? 0, counts.restored ?? 0, counts.kept ?? 0)}</p></Notice>
    case 'discarded': return <Notice title={w.discarded} />
    case 'failed': return <Notice tone="danger" title={w.failed}><p>{failure}</p><p>{w.failedTodo}</p>{rowsOf(counts) > 0 && <p>{w.failedHalf}</p>}</Notice>
    default: return null
  }
}

function Refused({ batch }: { batch: Batch }) {
  const refused = countOf(batch.counts, 'refused')
  if (refused === 0 || batch.storageKey === null) return null
  return (
    <div class="row row-apart">
      <p>{w.refusedTodo(refused)}</p>
      <ButtonLink href={pathOf(batch, '/ditolak')} look="secondary" small icon="download" download>{w.refused}</ButtonLink>
    </div>
  )
}

/** The steps that may be taken now; what cannot be taken back leads to a page that says what it does. */
function Steps({ batch }: { batch: Batch }) {
  const steps = stepsOf(batch.state).filter((step) => step !== 'close' || !batch.closedAt)
  if (steps.length === 0) return null
  const isUnread = batch.state === 'columns' || batch.state === 'checked'
  return (
    <ActionBar>
      {batch.state === 'columns' && <ButtonLink href={pathOf(batch, '/kolom')}>{w.toColumns}</ButtonLink>}
      {batch.state === 'checked' && (
        <>
          <Button name="act" value="import" icon="check">{w.importNow}</Button>
          <ButtonLink href={pathOf(batch, '/kolom')} look="secondary">{w.changeColumns}</ButtonLink>
          <Button name="act" value="check" look="secondary">{w.checkAgain}</Button>
        </>
      )}
      {steps.includes('close') && <ButtonLink href={pathOf(batch, '/tutup')} look={isUnread ? 'link' : 'secondary'}>{isUnread ? w.discard : w.close}</ButtonLink>}
      {steps.includes('undo') && !(batch.state === 'failed' && !hasResult(batch)) && <ButtonLink href={pathOf(batch, '/batalkan')} look="danger">{w.undo}</ButtonLink>}
    </ActionBar>
  )
}

const Facts = ({ batch }: { batch: Batch }) => (
  <Disclosure summary={w.facts}>
    <Summary rows={[
      { label: w.file, value: batch.fileName }, { label: w.size, value: importPages.upload.size(batch.fileSize) }, { label: w.sheet, value: batch.sheet },
      { label: w.kind, value: w.kinds[batch.kind] }, { label: importPages.upload.source, value: importPages.upload.sources[batch.source] },
      { label: w.uploaded, value: longMoment(batch.createdAt) },
    ]} />
  </Disclosure>
)

function view(model: BatchModel, _ask: unknown, form: Form): Screen {
  const { batch, progress } = model
  const isRead = !progress && hasResult(batch)
  return {
    title: `${importPages.title}: ${batch.fileName}`, variant: 'officer', wrong: form.problems.length > 0, back: { href: '/petugas/impor', text: importPages.back },
    ...(progress ? { refreshSeconds: REFRESH_SECONDS } : {}),
    body: (
      <>
        <ErrorSummary problems={form.problems} />
        <PageHeading title={batch.fileName} over={w.over(batch.sender, dayOf(batch.observedOn))} side={<StateTag state={batch.state} />} />
        {progress ? <ProgressCard batch={batch} progress={progress} /> : <Standing batch={batch} />}
        {batch.closedAt && <p class="soft">{w.closed(longMoment(batch.closedAt))}</p>}
        {isRead && <ResultTable batch={batch} />}
        {isRead && <Refused batch={batch} />}
        <Facts batch={batch} />
        {isRead && <RowList {...model} />}
        <Steps batch={batch} />
      </>
    ),
  }
}

async function send({ unit, actor }: Allowed, { act }: { act: 'check' | 'import' }, { batch }: BatchModel): Promise<Result<Sent>> {
  const begun = await beginPass(unit, actor.officeId, actor.accountId, batch.id, act)
  if (!begun.ok) return begun
  await leaveToWorker(unit, batch.id)
  return ok({ goTo: pathOf(batch) })
}

/** One list on its way: how far it is, what came of it, what may be done. */
export const batchPage = page({
  path: '/petugas/impor/:id',
  right: 'registry.import',
  access: batchAccess,
  fields: z.object({ act: z.enum(['check', 'import']) }),
  read: readBatch,
  view,
  send,
})
