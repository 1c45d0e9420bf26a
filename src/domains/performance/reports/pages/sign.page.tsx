import { z } from 'zod'
import { invalid, ok } from '../../../../kernel/result.ts'
import { page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { FileField } from '../../../../ui/fields/file-field.tsx'
import { TextArea } from '../../../../ui/fields/text-area.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Reference } from '../../../../ui/panel.tsx'
import { referenceOf } from '../../core/report-content.ts'
import { reportPagesId as t } from '../../messages-report-pages.id.ts'
import { reviseReport } from '../draft.ts'
import { keepReportScan, signReport } from '../sign.ts'
import { findReport, findReportAccess, listFiles } from '../store.ts'
import { nameOf, pathOf } from './report-words.tsx'

/** The head of office signs; the right asks for a second factor given a moment ago. */
export const signPage = page({
  path: '/petugas/laporan/:id/tanda-tangan',
  right: 'report.sign',
  access: ({ unit, params }) => findReportAccess(unit.tx, params['id'] ?? ''),
  fields: z.object({ passphrase: z.string().max(200).optional() }),
  async read({ unit, params, tools }) {
    const card = await findReport(unit.tx, params['id'] ?? '')
    return card && (card.state === 'locked' || card.state === 'signing') ? { card, asksPassphrase: tools.signer?.needsPassphrase === true } : undefined
  },
  view: ({ card, asksPassphrase }, _ask, { problems }) => ({
    title: t.sign.title, variant: 'officer', wrong: problems.length > 0, back: { href: pathOf(card.id), text: nameOf(card) },
    body: (
      <>
        <ErrorSummary problems={problems} />
        <PageHeading title={t.sign.title} over={nameOf(card)} lead={t.sign.lead} />
        <Reference label={t.list.report} value={referenceOf(card.period, card.version)} />
        <div class="row"><ButtonLink href={pathOf(card.id, 'unduh/pdf')} look="secondary" icon="file">{t.one.preview}</ButtonLink></div>
        <form method="post" class="stack prose" noValidate>
          {asksPassphrase && <TextField name="passphrase" type="password" label={t.sign.passphrase} autoComplete="off" error={problemOf(problems, 'passphrase')} />}
          <div class="row"><Button icon="pen">{t.sign.button}</Button></div>
        </form>
      </>
    ),
  }),
  async sendApart({ tools, actor, params }, { passphrase }) {
    const id = params['id'] ?? ''
    const signed = await signReport(tools, actor, id, passphrase || undefined)
    return signed.ok ? ok({ goTo: pathOf(id) }) : signed
  },
})

/** Brings a report signed by hand back into the program. */
export const scanPage = page({
  path: '/petugas/laporan/:id/pindaian',
  right: 'report.keep-scan',
  access: ({ unit, params }) => findReportAccess(unit.tx, params['id'] ?? ''),
  fields: z.object({ file: z.instanceof(File).optional() }),
  async read({ unit, params }) {
    const card = await findReport(unit.tx, params['id'] ?? '')
    const isPrinted = card && (await listFiles(unit.tx, card.id)).some(({ part }) => part === 'print')
    return card?.state === 'signing' && isPrinted ? card : undefined
  },
  view: (card, _ask, { problems }) => ({
    title: t.scan.title, variant: 'officer', wrong: problems.length > 0, back: { href: pathOf(card.id), text: nameOf(card) },
    body: (
      <>
        <ErrorSummary problems={problems} />
        <PageHeading title={t.scan.title} over={nameOf(card)} lead={t.scan.lead} />
        <div class="row"><ButtonLink href={pathOf(card.id, 'unduh/print')} look="secondary" icon="print" download>{t.one.print}</ButtonLink></div>
        <form method="post" encType="multipart/form-data" class="stack prose" noValidate>
          <FileField name="file" label={t.scan.file} hint={t.scan.hint} accept="application/pdf" error={problemOf(problems, 'file')} />
          <div class="row"><Button icon="check">{t.scan.button}</Button></div>
        </form>
      </>
    ),
  }),
  async send({ unit, tools, actor }, { file }, card) {
    if (!file) return invalid([{ field: 'file', message: t.scan.needed }])
    const kept = await keepReportScan(tools, unit, actor, card.id, file)
    return kept.ok ? ok({ goTo: pathOf(card.id) }) : kept
  },
})

/** Begins a new version of the last signed one. */
export const revisePage = page({
  path: '/petugas/laporan/:id/versi-baru',
  right: 'report.revise',
  access: ({ unit, params }) => findReportAccess(unit.tx, params['id'] ?? ''),
  fields: z.object({ reason: z.string().trim().min(1, t.revise.needed).max(500, t.revise.tooLong) }),
  read: ({ unit, params }) => findReport(unit.tx, params['id'] ?? ''),
  view: (card, _ask, { problems, values }) => ({
    title: t.revise.title, variant: 'officer', wrong: problems.length > 0, back: { href: pathOf(card.id), text: nameOf(card) },
    body: (
      <>
        <ErrorSummary problems={problems} />
        <PageHeading title={t.revise.title} over={nameOf(card)} lead={t.revise.lead} />
        <form method="post" class="stack prose" noValidate>
          <TextArea name="reason" label={t.revise.reason} rows={3} maxLength={500} value={typeof values['reason'] === 'string' ? values['reason'] : undefined} error={problemOf(problems, 'reason')} />
          <div class="row"><Button icon="check">{t.revise.button}</Button></div>
        </form>
      </>
    ),
  }),
  async sendApart({ tools, actor, params }, { reason }) {
    const made = await reviseReport(tools, actor, params['id'] ?? '', reason)
    return made.ok ? ok({ goTo: pathOf(made.value) }) : made
  },
})
