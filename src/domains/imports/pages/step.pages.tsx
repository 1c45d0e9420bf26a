import { ok } from '../../../kernel/result.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import type { Batch } from '../batch-store.ts'
import { importPages } from '../page-messages.id.ts'
import { importScreens as t } from '../screen-messages.id.ts'
import { beginUndo, closeBatch, leaveToWorker, stepsOf } from '../steer-batch.ts'
import { batchAccess, batchAsked } from './batch-access.ts'
import { StateTag, countOf, pathOf } from './batch-words.tsx'

/** The step can no longer be taken, or not yet. */
const notNow = (batch: Batch, title: string): Screen => ({
  title, variant: 'officer', narrow: true, back: { href: pathOf(batch), text: importPages.backToBatch },
  body: <><PageHeading title={title} over={batch.fileName} side={<StateTag state={batch.state} />} /><Notice tone="warning"><p>{t.notNow}</p></Notice></>,
})

type Question = { title: string; lead?: string; says: (string | false)[]; button: string }

/** What will happen, before it does. */
const asked = (batch: Batch, { title, lead, says, button }: Question): Screen => ({
  title, variant: 'officer', narrow: true, back: { href: pathOf(batch), text: importPages.backToBatch },
  body: (
    <>
      <PageHeading title={title} over={batch.fileName} lead={lead} />
      <Card><ul class="plain-list stack-s">{says.map((one) => one && <li key={one}>{one}</li>)}</ul></Card>
      <ActionBar>
        <Button look="danger">{button}</Button>
        <ButtonLink href={pathOf(batch)} look="secondary">{importPages.undoing.keep}</ButtonLink>
      </ActionBar>
    </>
  ),
})

/** Asks once more before a whole list is taken back. */
export const undoPage = page({
  path: '/petugas/impor/:id/batalkan',
  right: 'registry.import',
  access: batchAccess,
  read: batchAsked,
  view(batch) {
    const w = importPages.undoing
    if (!stepsOf(batch.state).includes('undo')) return notNow(batch, w.title)
    return asked(batch, {
      title: w.title, lead: w.what, button: w.button,
      says: [batch.state === 'importing' && w.half, w.made(countOf(batch.counts, 'new') + countOf(batch.counts, 'doubtful'), importPages.batch.what[batch.kind]), w.changed(countOf(batch.counts, 'changed')), w.same],
    })
  },
  async send({ unit, actor }, _fields, batch) {
    const begun = await beginUndo(unit, actor.officeId, actor.accountId, batch.id)
    if (!begun.ok) return begun
    await leaveToWorker(unit, batch.id)
    return ok({ goTo: pathOf(batch) })
  },
})

/** Asks once more before the file of a list is deleted. */
export const closePage = page({
  path: '/petugas/impor/:id/tutup',
  right: 'registry.import',
  access: batchAccess,
  read: batchAsked,
  view(batch) {
    const w = importPages.closing
    if (!stepsOf(batch.state).includes('close') || batch.closedAt) return notNow(batch, w.title)
    const isUnread = batch.state === 'columns' || batch.state === 'checked'
    const refused = countOf(batch.counts, 'refused')
    return asked(batch, {
      title: isUnread ? w.titleDiscard : w.title, button: isUnread ? w.buttonDiscard : w.button,
      says: [w.file(batch.fileName), refused > 0 && w.refused(refused), isUnread ? w.nothing : batch.state === 'imported' && w.stays],
    })
  },
  async sendApart({ tools, actor, params }) {
    const closed = await closeBatch(tools, actor.officeId, actor.accountId, params['id'] ?? '')
    return closed.ok ? ok({ goTo: pathOf(closed.value) }) : closed
  },
})
