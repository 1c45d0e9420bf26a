import { Temporal } from 'temporal-polyfill'
import { fromDb } from '../../../../platform/db/unit.ts'
import { wibDate } from '../../../../kernel/wib.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { page } from '../../../../platform/http/page.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Clock } from '../../../../ui/clock.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { Summary } from '../../../../ui/summary.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import { type LetterCard, findLetterOf } from '../../../letters/index.ts'
import { CaseMessages, type CaseReply, type MessageStory, listCaseMessages, listReplies } from '../../../messages/index.ts'
import { type Place, calendarOf } from '../../../office/index.ts'
import { surveyOf } from '../../../satisfaction/index.ts'
import { clockOf, possibleSteps } from '../../commands/steps.ts'
import type { ServiceClock } from '../../../../kernel/service-clock.ts'
import { renewalWindow } from '../../core/renewal.ts'
import { OPEN, type Status, type Step } from '../../core/life.ts'
import { type CaseEvent, type Remark, listEvents, listRemarks } from '../../store.ts'
import { AnswersCard, PapersCard, SubjectCard } from './answers-view.tsx'
import { type CaseFile, accessOf, caseWordsOf, formWordsOf, placeOf, readCase, wordsOf } from './case-file.ts'
import { TONE, dueOf, holderOfCase, mendUntil, timelineOf, urgencyOf } from './case-story.ts'
import { type ServiceDefinition, dateText } from '../../../services/index.ts'
import { SurveyCard } from './survey-card.tsx'
import { firstUnfinished, pathOf } from './form-parts.ts'
import { caseScreen } from './frame.tsx'
import { Mending } from './mending.tsx'

export type CaseModel = {
  file: CaseFile; events: CaseEvent[]; remarks: Remark[]; letter: LetterCard | undefined; clock: ServiceClock | undefined
  stories: MessageStory[]; replies: CaseReply[]; steps: Step[]; place: Place | undefined; until: Temporal.PlainDate | undefined
  survey: Awaited<ReturnType<typeof surveyOf>>
}
type Seen = CaseModel & { ask: Allowed }

/** May it be asked for again in one confirmation now? */
function isRenewable({ status, validUntil }: LetterCard, { letter }: ServiceDefinition, now: Temporal.Instant): boolean {
  if (letter?.renewable !== true || validUntil === null || (status !== 'valid' && status !== 'expired')) return false
  return renewalWindow(Temporal.PlainDate.from(validUntil), wibDate(now)) === 'open'
}

function Letter({ letter, definition, ask }: { letter: LetterCard; definition: ServiceDefinition; ask: Allowed }) {
  const t = wordsOf(ask.lang).case
  return (
    <Card title={t.letter}
      side={<StatusTag tone={letter.status === 'valid' ? 'success' : 'danger'} text={t.letterWords[letter.status] ?? letter.status} />}>
      <Summary rows={[
        { label: t.number, value: letter.number },
        ...(letter.validUntil ? [{ label: t.validUntil, value: dateText(letter.validUntil, ask.lang) }] : []),
      ]} />
      <div class="row">
        <ButtonLink href={`/surat/${letter.id}/pdf`} icon="download">{t.download}</ButtonLink>
        <ButtonLink href={`/v/${letter.code}`} look="secondary" icon="shield">{t.check}</ButtonLink>
        {isRenewable(letter, definition, ask.unit.now) && <ButtonLink href={`/permohonan/perpanjang/${letter.id}`} look="secondary">{formWordsOf(ask.lang).renew.link}</ButtonLink>}
      </div>
    </Card>
  )
}

/** Has the applicant objected before? Then the same link leads to what became of it. */
const objected = (events: readonly CaseEvent[]): boolean => events.some((event) => event.step === 'object')

function Rejected({ seen: { file: { definition, application: { id } }, remarks, events, ask } }: { seen: Seen }) {
  const t = wordsOf(ask.lang).case
  const remark = remarks.findLast((one) => one.step === 'reject')
  const reason = definition.reasons.reject.find((one) => one.code === remark?.reasonCode)?.label[ask.lang]
  return (
    <>
      <Notice tone="danger" title={t.rejectedBecause}>
        {reason && <p><b>{reason}</b></p>}
        {remark?.note && <p>{remark.note}</p>}
      </Notice>
      <Card title={t.rejectedNext}>
        <div class="prose"><ul>{t.rejectedWays(definition.standard.complaints).map((line) => <li key={line}>{line}</li>)}</ul></div>
        <div class="row">
          <ButtonLink href={`/permohonan/baru?layanan=${definition.code}`} look="secondary">{t.again}</ButtonLink>
          <ButtonLink href={`/permohonan/${id}/keberatan`} look="secondary">{objected(events) ? t.objectionSeen : t.objection}</ButtonLink>
        </div>
      </Card>
    </>
  )
}

function Draft({ file: { application, definition, state, mayEdit }, ask }: Pick<Seen, 'file' | 'ask'>) {
  const t = wordsOf(ask.lang).case
  const until = wibDate(fromDb(application.updatedAt)).add({ days: definition.limits.draftDays })
  return (
    <>
      <p>{t.draftUntil(dateText(until, ask.lang))}</p>
      {mayEdit && <div class="row"><ButtonLink href={pathOf(application.id, firstUnfinished(state))}>{t.resume}</ButtonLink></div>}
    </>
  )
}

/** A letter, or an answer that is late: whether the term still runs is said on the page of the objection. */
function isObjectable(status: Status, clock: ServiceClock | undefined, now: Temporal.Instant): boolean {
  if (status === 'issued') return true
  const due = clock?.dueAt ?? clock?.intakeDueAt
  return OPEN.includes(status) && due !== null && due !== undefined && urgencyOf(due, now) === 'late'
}

/** Links to what else can be done; withdrawing only while it can be. */
function Ways({ file: { application }, steps, clock, events, ask }: Pick<Seen, 'file' | 'steps' | 'clock' | 'events' | 'ask'>) {
  const t = wordsOf(ask.lang).case
  const sent = application.submittedAt !== null
  if (!sent && !steps.includes('withdraw')) return null
  return (
    <div class="row">
      {sent && <ButtonLink href={`/permohonan/${application.id}/tanda-terima`} look="secondary" icon="print">{t.receipt}</ButtonLink>}
      {(isObjectable(application.status, clock, ask.unit.now) || (application.status !== 'rejected' && objected(events)))
        && <ButtonLink href={`/permohonan/${application.id}/keberatan`} look="link">{objected(events) ? t.objectionSeen : t.objection}</ButtonLink>}
      {steps.includes('withdraw') && <ButtonLink href={`/permohonan/${application.id}/tarik`} look="link">{sent ? t.withdraw : t.drop}</ButtonLink>}
    </div>
  )
}

function Head({ seen: { file: { application, definition }, clock, ask } }: { seen: Seen }) {
  const t = wordsOf(ask.lang).case
  const holder = holderOfCase(application, definition, ask.lang)
  const due = clock && dueOf(application, definition, clock, { lang: ask.lang, now: ask.unit.now, toApplicant: true })
  return (
    <>
      <PageHeading title={definition.name[ask.lang]} over={<span class="mono">{application.reference}</span>}
        lead={t.whatNow[application.status]} side={<StatusTag tone={TONE[application.status]} text={caseWordsOf(ask.lang).status[application.status]} />} />
      {holder && application.status !== 'draft' && <p><b>{holder === 'applicant' ? t.withYou : t.heldBy(holder)}</b></p>}
      {due && <Clock {...due} />}
    </>
  )
}

/** One case as its applicant sees it: how it stands, who has it, until when, what to do. */
export const casePage = page({
  path: '/permohonan/:id',
  right: 'application.read',
  access: accessOf,
  async read(ask): Promise<CaseModel | undefined> {
    const file = await readCase(ask)
    if (!file) return undefined
    const { unit, actor } = ask
    const { application, definition } = file
    const clock = await clockOf(unit, application, definition)
    return {
      file, events: await listEvents(unit.tx, application.id), remarks: await listRemarks(unit.tx, application.id),
      letter: await findLetterOf(unit.tx, application.id, unit.now), clock: clock.ok ? clock.value : undefined,
      stories: await listCaseMessages(unit.tx, application.id), replies: await listReplies(unit.tx, application.id),
      steps: possibleSteps(actor, application, definition), place: await placeOf(ask, file),
      until: mendUntil(application, definition, await calendarOf(unit.tx, application.officeId)),
      // Only for the owner himself: who helps him must not learn whether he answered.
      survey: actor.personId === application.ownerId ? await surveyOf(ask.tools, unit.tx, application.id) : undefined,
    }
  },
  view(model, ask) {
    const { file, events, letter } = model
    const { application } = file
    const t = wordsOf(ask.lang).case
    const seen = { ...model, ask }
    return caseScreen(ask, file, {
      title: application.reference, back: '/permohonan',
      body: (
        <>
          <Head seen={seen} />
          {application.status === 'draft' && <Draft file={file} ask={ask} />}
          {application.status === 'returned' && <Mending {...seen} />}
          {application.status === 'rejected' && <Rejected seen={seen} />}
          {letter?.state === 'issued' && <Letter letter={letter} definition={file.definition} ask={ask} />}
          {model.survey && <SurveyCard {...model.survey} lang={ask.lang} />}
          <Card title={t.journey}>
            <Timeline items={timelineOf(file, events, { lang: ask.lang, now: ask.unit.now, toApplicant: ask.actor.kind === 'citizen' })} />
          </Card>
          <CaseMessages stories={model.stories} replies={model.replies} lang={ask.lang} reader={ask.actor.kind === 'citizen' ? 'applicant' : 'officer'} />
          <Disclosure summary={t.details}>
            <div class="stack">
              <SubjectCard file={file} place={model.place} ask={ask} />
              <AnswersCard file={file} lang={ask.lang} />
              <PapersCard file={file} lang={ask.lang} />
            </div>
          </Disclosure>
          <Ways file={file} steps={model.steps} clock={model.clock} events={events} ask={ask} />
        </>
      ),
    })
  },
})
