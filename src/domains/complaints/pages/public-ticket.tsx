import type { ComponentChildren } from 'preact'
import { typedIn } from '../../../platform/http/form.ts'
import type { Form } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Clock } from '../../../ui/clock.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/fields/choices.tsx'
import { FileField } from '../../../ui/fields/file-field.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { FileItem } from '../../../ui/file-item.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { MOST_WORDS } from '../core/choices.ts'
import { reporterSteps } from '../core/life.ts'
import type { Entry } from '../entry-store.ts'
import type { Evidence } from '../file-store.ts'
import type { Ticket } from '../ticket.ts'
import { citizenWords } from '../words.ts'
import { TRACK } from './paths.ts'
import { TONE, type Told, dueOf, holderText, timelineOf } from './ticket-story.ts'

export type TicketView = { ticket: Ticket; entries: Entry[]; files: Evidence[]; holderRole: string | undefined }
type Props = { view: TicketView; told: Told; form: Form }

export const fileDetail = ({ mediaType, size }: Evidence): string => `${mediaType === 'application/pdf' ? 'PDF' : 'JPEG'}, ${Math.max(1, Math.round(size / 1024))} KB`

/** The ticket as its reporter sees it: who has it, until when, what was said, and what he can do now. */
export function PublicTicket({ view, told, form }: Props) {
  const { ticket, entries, files, holderRole } = view
  const words = citizenWords(told.lang)
  const t = words.ticket
  const holder = holderText(ticket, holderRole, told.lang)
  const due = dueOf(ticket, told)
  const isOpened = entries.some((one) => one.step === 'identity-open')
  return (
    <>
      <ErrorSummary problems={form.problems} />
      <PageHeading title={words.kinds[ticket.kind].name} over={<span class="mono">{ticket.reference}</span>} lead={words.now[ticket.state]}
        side={<StatusTag tone={TONE[ticket.state]} text={words.states[ticket.state]} />} />
      {holder && <p><b>{t.holder(holder)}</b></p>}
      {due && <Clock {...due} />}
      <LastWords view={view} told={told} />
      {isOpened && <Notice tone="warning" title={t.opened}><p>{t.openedMore}</p></Notice>}
      <ReporterActs {...{ view, told, form }} />
      <Card title={t.journey}><Timeline items={timelineOf(ticket, entries, told)} /></Card>
      <Card title={t.said}>
        <Summary rows={[
          { label: words.kinds[ticket.kind].name, value: ticket.words }, ...(ticket.wanted === '' ? [] : [{ label: t.wanted, value: ticket.wanted }]),
          ...(ticket.outcome ? [{ label: t.outcome, value: words.outcomes[ticket.outcome] }] : []),
        ]} />
        {ticket.score !== null && <p>{t.scored(t.scores[ticket.score - 1] ?? '')}</p>}
      </Card>
      {files.length > 0 && (
        <Card title={t.files}>
          {files.map((one, at) => <FileItem key={one.id} fileName={t.fileName(at + 1)} detail={`${one.fromOffice ? t.ours : t.yours}, ${fileDetail(one)}`} href={`${TRACK}/${ticket.reference}/berkas/${one.id}`} />)}
        </Card>
      )}
      {ticket.closedAt === null && <AddEvidence {...{ view, told, form }} />}
    </>
  )
}

/** What the office said last, before the reporter is asked about it. */
function LastWords({ view: { ticket, entries }, told }: Omit<Props, 'form'>) {
  const t = citizenWords(told.lang).ticket
  const last = entries.findLast((one) => one.to === ticket.state && one.from !== ticket.state && one.words !== '' && one.shown)
  const title = last && t.lastWords[last.step]
  if (!last || title === undefined) return null
  return <Card title={title}>{last.words.split(/\n+/).map((part, at) => <p key={`${at} ${part.slice(0, 20)}`}>{part}</p>)}</Card>
}

/** One act as a form of its own, so that each has one button. */
function Act({ act, title, button, children, upload }: { act: string; title: string; button: string; children: ComponentChildren; upload?: boolean }) {
  return (
    <Card title={title}>
      <form method="post" class="stack" noValidate {...(upload ? { encType: 'multipart/form-data' } : {})}>
        {children}
        <div class="row"><Button name="act" value={act} look={act === 'reopen' || act === 'evidence' ? 'secondary' : 'primary'}>{button}</Button></div>
      </form>
    </Card>
  )
}

function ReporterActs({ view: { ticket }, told, form }: Props) {
  const t = citizenWords(told.lang).ticket
  const steps = reporterSteps(ticket.state)
  return (
    <>
      {steps.includes('reply') && (
        <Act act="reply" title={t.replyTitle} button={t.replyButton}>
          <TextArea name="words" label={t.reply} rows={4} maxLength={MOST_WORDS} value={typedIn(form, 'words')} error={problemOf(form.problems, 'words')} />
        </Act>
      )}
      {steps.includes('accept') && (
        <Act act="accept" title={t.solvedTitle} button={t.solvedButton}>
          <RadioGroup name="score" label={t.score} choices={t.scores.map((label, at) => ({ value: String(at + 1), label }))} value={typedIn(form, 'score')} error={problemOf(form.problems, 'score')} />
          {ticket.kind === 'consultation' && <CheckboxGroup name="publish" label={t.solvedNote} choices={[{ value: 'yes', label: t.mayPublish }]} values={ticket.mayPublish ? ['yes'] : []} />}
        </Act>
      )}
      {steps.includes('reopen') && (
        <Act act="reopen" title={t.notTitle} button={t.notButton}>
          <TextArea name="words" label={t.not} rows={3} maxLength={MOST_WORDS} value={typedIn(form, 'words')} error={problemOf(form.problems, 'words')} />
        </Act>
      )}
    </>
  )
}

function AddEvidence({ told, form }: Props) {
  const t = citizenWords(told.lang).ticket
  return (
    <Act act="evidence" title={t.addTitle} button={t.addButton} upload>
      <FileField name="file" label={t.add} hint={citizenWords(told.lang).form.fileHint} accept="image/jpeg,image/png,application/pdf" error={problemOf(form.problems, 'file')} />
    </Act>
  )
}
