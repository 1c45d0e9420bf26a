import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Problem, type Result, invalid, ok } from '../../../../kernel/result.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { type Sent, page } from '../../../../platform/http/page.ts'
import { Button } from '../../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../../ui/fields/choices.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import type { Standing } from '../../../services/index.ts'
import { channelOf, createDraft } from '../../commands/draft.ts'
import { admitEligible, readKnown } from '../../commands/known.ts'
import { findOwnDraft } from '../../own-store.ts'
import { beginAccess } from './begin-access.ts'
import { type BeginModel, aboutOf, fieldOf, readBegin, readingOf, subjectOf } from './begin-model.ts'
import { CooperativeSearch, First, RoundClosed, RoundOpen, Warnings } from './begin-parts.tsx'
import { wordsOf } from './case-file.ts'
import { EligibilityCard } from './eligibility-view.tsx'
import { firstPart, pathOf } from './form-parts.ts'
import { Helping, variantFor } from './frame.tsx'

/** The way to record a business and come back here. */
function recordPath({ service, owner }: BeginModel, { actor }: Allowed): string {
  const helped = actor.kind === 'officer' ? owner?.id : undefined
  const back = new URLSearchParams({ layanan: service.code, ...(helped ? { warga: helped } : {}) })
  return `/usaha/baru?${new URLSearchParams({ lanjut: `/permohonan/baru?${back}`, ...(helped ? { untuk: helped } : {}) })}`
}

const mayBegin = (standing: readonly Standing[]) => standing.every((one) => one.state !== 'unmet')

type BodyProps = { model: BeginModel; ask: Allowed; chosen: string | undefined; formKey: string; problems: Problem[] }

/** A service one asks for oneself: nothing is to be chosen. */
function OwnForm({ model, ask, formKey }: BodyProps) {
  return (
    <form method="post" noValidate class="stack">
      <input type="hidden" name="formKey" value={formKey} />
      <EligibilityCard standing={model.own} of={{ name: model.owner?.name ?? '' }} ask={ask} />
      {mayBegin(model.own) && <div class="row"><Button>{wordsOf(ask.lang).begin.begin}</Button></div>}
    </form>
  )
}

/** There is nothing to ask for yet: what to do first, by what the service is for. */
function NothingYet({ model, ask }: BodyProps) {
  const t = wordsOf(ask.lang).begin
  const helper = ask.actor.kind === 'officer'
  if (model.service.subject === 'business') return <First title={helper ? t.noneHelper : t.none} more={t.noneMore} href={recordPath(model, ask)} act={t.record} />
  const own = t.cooperative
  return helper
    ? <First icon="people" title={own.noneHelper} more={own.noneHelperMore} href={`/permohonan/baru?layanan=${model.service.code}`} act={own.search} />
    : <First icon="people" title={own.none} more={own.noneMore} href="/koperasi" act={own.record} />
}

function ChooseForm(props: BodyProps) {
  const { model, ask, chosen, formKey, problems } = props
  const t = wordsOf(ask.lang).begin
  const name = fieldOf(model.service)
  const said = name === 'koperasi' ? t.cooperative : t
  const open = model.choices.filter((one) => mayBegin(one.standing))
  // An officer has no list of the citizen's cooperatives to send him to.
  const other = name === 'usaha' ? recordPath(model, ask) : ask.actor.kind === 'officer' ? undefined : '/koperasi'
  return (
    <form method="post" noValidate class="stack">
      <input type="hidden" name="formKey" value={formKey} />
      {model.choices.map((choice) => <Warnings key={choice.id} choice={choice} ask={ask} />)}
      {open.length > 0 && <RadioGroup name={name} label={said.which} hint={said.hint} value={chosen} error={problemOf(problems, name)}
        choices={open.map((one) => ({ value: one.id, label: one.name, hint: one.place }))} />}
      {open.length > 0 && <div class="row"><Button>{t.begin}</Button></div>}
      {other && <p><a href={other}>{said.other}</a></p>}
    </form>
  )
}

function Body(props: BodyProps) {
  const { model: { owner, service, round, choices, mandateId }, ask } = props
  const t = wordsOf(ask.lang).begin
  const helper = ask.actor.kind === 'officer'
  if (round && !round.open) return <RoundClosed next={round.next} ask={ask} />
  if (!owner && service.subject === 'cooperative' && helper) return <CooperativeSearch model={props.model} ask={ask} />
  if (!owner) return <First icon="person" title={t.noPerson} more={t.noPersonMore} href="/petugas/bantu" act={t.choosePerson} />
  if (helper && !mandateId) return <First icon="person" title={t.noMandate} more={t.noMandateMore} href={`/petugas/bantu/${owner.id}`} act={t.choosePerson} />
  return (
    <>
      {round?.open && <RoundOpen round={round.open} ask={ask} />}
      {service.subject === 'person' ? <OwnForm {...props} /> : choices.length === 0 ? <NothingYet {...props} /> : <ChooseForm {...props} />}
    </>
  )
}

type Typed = { usaha: string; koperasi: string; formKey?: string | undefined }

async function begin(ask: Allowed, typed: Typed, { service, owner, mandateId, choices }: BeginModel): Promise<Result<Sent>> {
  const t = wordsOf(ask.lang).begin
  const field = fieldOf(service)
  const chosen = typed[field]
  const about = aboutOf(service, chosen)
  if (!owner || (about && !choices.some((one) => one.id === chosen))) {
    return invalid([{ field, message: field === 'koperasi' ? t.cooperative.chooseOne : t.chooseOne }])
  }
  if (ask.actor.kind === 'officer' && !mandateId) return invalid([{ field, message: t.noMandateMore }])
  const admitted = await admitEligible(readingOf(ask), subjectOf(service, owner.id, about), service, ask.lang)
  if (!admitted.ok) return admitted
  const begun = about && await findOwnDraft(ask.unit.tx, ask.actor.accountId, service.code, about, typed.formKey)
  if (begun) return ok({ goTo: `/permohonan/${begun}` })
  const draft = await createDraft(ask.unit, ask.actor, {
    serviceCode: service.code, ownerId: owner.id, ...about, channel: channelOf(ask.actor), mandateId, draftKey: typed.formKey,
  })
  if (!draft.ok) return draft
  // The form of a draft that was sent long ago, found again by going back.
  if (draft.value.status !== 'draft') return ok({ goTo: `/permohonan/${draft.value.id}` })
  const { known, facts, settled } = await readKnown(readingOf(ask), draft.value, service)
  return ok({ goTo: pathOf(draft.value.id, firstPart({ definition: service, application: draft.value, given: new Set(), facts, known, answers: settled.answers })) })
}

/** Begins an application: for which record, where it is for one. The same form sent twice, or begun again in another tab, is one draft. */
export const beginPage = page({
  path: '/permohonan/baru',
  right: 'application.create',
  access: beginAccess,
  fields: z.object({ usaha: z.string().default(''), koperasi: z.string().default(''), formKey: z.uuid().optional() }),
  read: readBegin,
  view(model, ask, form) {
    const t = wordsOf(ask.lang).begin
    const title = t.title(model.service.name[ask.lang])
    const typed = form.values[fieldOf(model.service)]
    const [only] = model.choices
    const chosen = typeof typed === 'string' ? typed : model.asked ?? (model.choices.length === 1 ? only?.id : undefined)
    const key = form.values['formKey']
    return {
      title, variant: variantFor(ask), wrong: form.problems.length > 0,
      back: { href: `/layanan/${model.service.code.toLowerCase()}`, text: model.service.name[ask.lang] },
      body: (
        <>
          {model.owner && <Helping ask={ask} name={model.owner.name} />}
          <ErrorSummary problems={form.problems} />
          <PageHeading title={title} lead={`${t.promise(model.service.limits.days)} ${t.time}`} />
          <Body model={model} ask={ask} chosen={chosen} formKey={typeof key === 'string' ? key : randomUUID()} problems={form.problems} />
        </>
      ),
    }
  },
  send: begin,
})
