import type { Temporal } from 'temporal-polyfill'
import { type Actor, may } from '../../../../kernel/rights.ts'
import type { Form } from '../../../../platform/http/page.ts'
import type { Screen } from '../../../../platform/http/route.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { SplitView } from '../../../../ui/split-view.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { Breadcrumbs } from '../../../../ui/way-back.tsx'
import { CaseMessages } from '../../../messages/index.ts'
import { DoublesList } from '../../../registry/index.ts'
import { resourceOf } from '../../commands/steps.ts'
import { IN_QUEUE } from '../../core/queue.ts'
import { applicationsId } from '../../messages.id.ts'
import { officeWords } from '../../office-messages.id.ts'
import { CaseClock, FilesCard, RemarksCard, RequirementsCard, TimelineCard } from './case-files.tsx'
import type { CaseModel } from './case-model.ts'
import { CooperativeCard, PartsCards, StageDue } from './case-parts.tsx'
import { AnswersCard, BusinessCard, EarlierCard, OwnerCard } from './case-sheet.tsx'
import { AssignForm, LostWords, Steps } from './case-steps.tsx'
import { TONE_OF_STATUS } from './status-tone.ts'

const t = officeWords

export type CaseShow = {
  actor: Actor
  now: Temporal.Instant
  form: Form
  /** Somebody else was quicker: the page shows the newer state and what was typed on the older one. */
  isStale: boolean
  /** The step that was just taken, from the address. */
  done: string | undefined
}

function Next({ model, done }: { model: CaseModel; done: string | undefined }) {
  if (done === undefined || !t.steps.done[done]) return null
  return model.next
    ? <p><ButtonLink href={`/petugas/permohonan/${model.next.id}`}>{t.steps.next}</ButtonLink></p>
    : <p>{t.steps.nextNone} <a href="/petugas">{t.queue.back}</a></p>
}

/** Keys that lead through the page; links, so that they also work by tabbing. */
function Keys({ model }: { model: CaseModel }) {
  const places = [
    { key: 's', href: '#langkah' },
    ...(model.steps.includes('return') ? [{ key: 'k', href: '#kembalikan' }] : []),
    ...(model.steps.includes('reject') ? [{ key: 't', href: '#tolak' }] : []),
    ...(model.next ? [{ key: 'n', href: `/petugas/permohonan/${model.next.id}` }] : []),
    { key: 'b', href: '/petugas' },
  ]
  return (
    <nav class="no-print soft" aria-label={t.steps.keys}>
      <p>{t.steps.keys}. {t.steps.keysLead}</p>
      <p class="row">
        {places.map(({ key, href }) => <span key={key}><kbd>{key.toUpperCase()}</kbd> <a href={href} accesskey={key}>{t.steps.keyList[key]}</a></span>)}
      </p>
    </nav>
  )
}

const titleOf = ({ business, parts, owner }: CaseModel): string => business?.record.name ?? parts.cooperative?.name ?? owner.name

function Body({ model, show }: { model: CaseModel; show: CaseShow }) {
  const { application, definition } = model
  const { actor, form, now } = show
  const mayAssign = IN_QUEUE.includes(application.status) && may(actor, 'application.assign', resourceOf(application, definition), now.epochMilliseconds).ok
  return (
    <>
      <Breadcrumbs links={[{ href: '/petugas', text: t.queue.title }]} />
      <PageHeading title={titleOf(model)} over={<>{definition.name.id} · <span class="mono">{application.reference}</span></>}
        side={<>
          <StatusTag tone={TONE_OF_STATUS[application.status]} text={applicationsId.status[application.status]} />
          {model.steps.length > 0 && <ButtonLink href="#langkah" look="secondary" small icon="down">{t.steps.title}</ButtonLink>}
        </>}
        lead={model.letter && <a href={`/petugas/surat/${model.letter.id}`}>{t.sheet.letter(model.letter.number)}</a>} />
      <Next model={model} done={show.done} />
      {show.isStale && (
        <Notice tone="warning" title={t.steps.changed} live><p>{t.steps.changedTodo}</p><LostWords model={model} form={form} /></Notice>
      )}
      <ErrorSummary problems={form.problems} />
      <CaseClock model={model} now={now} />
      <StageDue model={model} now={now} />
      {model.doubles.length > 0 && <DoublesList doubles={model.doubles} />}
      <SplitView secondLabel={t.sheet.files} first={<>
        <AnswersCard model={model} />
        {model.parts.cooperative ? <CooperativeCard cooperative={model.parts.cooperative} /> : definition.subject === 'business' && <BusinessCard model={model} />}
        <OwnerCard model={model} />
        <RequirementsCard model={model} />
      </>} second={<FilesCard model={model} />} />
      <PartsCards model={model} parts={model.parts} />
      <RemarksCard model={model} />
      <div id="langkah" class="stack">
        <Steps model={model} form={form} actor={actor} />
        {application.status === 'signing' && model.steps.includes('sign') && (
          <p><a href={`/petugas/permohonan/${application.id}/batalkan-nomor`}>{t.abandon.link}</a></p>
        )}
        {mayAssign && <AssignForm model={model} actor={actor} problems={form.problems} />}
      </div>
      <div class="grid">
        <TimelineCard model={model} />
        <EarlierCard model={model} />
        <CaseMessages stories={model.stories} replies={model.replies} lang="id" reader="officer" />
      </div>
      <Keys model={model} />
    </>
  )
}

/** One case on one page: first what to know, then what to do, then what was. */
export function caseScreen(model: CaseModel, show: CaseShow): Screen {
  const said = show.done === undefined ? undefined : t.steps.done[show.done]
  return {
    title: `${titleOf(model)} · ${model.application.reference}`, variant: 'officer', wrong: show.form.problems.length > 0,
    ...(said === undefined ? {} : { notice: said }),
    body: <Body model={model} show={show} />,
  }
}
