import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Problem, invalid, ok } from '../../../../kernel/result.ts'
import { wibDate } from '../../../../kernel/wib.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../../ui/fields/choices.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { findMandate } from '../../../accounts/index.ts'
import { findLetterOf } from '../../../letters/index.ts'
import type { Subject } from '../../facts.ts'
import { type ListedBusiness, type PersonCard, findPersonCard, findStandingBusinessCard, listBusinesses } from '../../../registry/index.ts'
import { type Held, type ServiceDefinition, type Standing, dateText, findServiceOn, listServicesOn } from '../../../services/index.ts'
import { channelOf, createDraft } from '../../commands/draft.ts'
import { admitEligible, eligibilityFor, readKnown } from '../../commands/known.ts'
import { findOwnDraft, listIssuedFor } from '../../own-store.ts'
import { businessPath } from './answers-view.tsx'
import { beginAccess, ownerIdOf } from './begin-access.ts'
import { EligibilityCard } from './eligibility-view.tsx'
import { wordsOf } from './case-file.ts'
import { firstPart, pathOf } from './form-parts.ts'
import { Helping, variantFor } from './frame.tsx'

/** Letters are asked for one business of few; more than these nobody scrolls through. */
const MOST = 20

type Choice = ListedBusiness & { live: { caseId: string; until: string } | undefined; standing: Standing[] }
type Model = { service: ServiceDefinition; owner: PersonCard | undefined; mandateId: string | undefined; choices: Choice[]; asked: string | undefined; own: Standing[] }

async function liveLetter(ask: Allowed, businessId: string, serviceCode: string): Promise<Choice['live']> {
  for (const caseId of await listIssuedFor(ask.unit.tx, businessId, serviceCode)) {
    const letter = await findLetterOf(ask.unit.tx, caseId, ask.unit.now)
    if (letter?.status === 'valid' && letter.validUntil) return { caseId, until: letter.validUntil }
  }
  return undefined
}

/** The service of the address; where the office has only one, it need not be named. */
async function serviceOf({ unit, actor, query }: Allowed): Promise<Held | undefined> {
  const today = wibDate(unit.now).toString()
  if (query['layanan'] !== undefined) return findServiceOn(unit.tx, query['layanan'], today)
  const [only, another] = await listServicesOn(unit.tx, actor.officeId, today)
  return another ? undefined : only
}

const readingOf = ({ unit, tools }: Allowed) => ({ tx: unit.tx, keys: tools.keys, now: unit.now })
const subjectOf = (definition: ServiceDefinition, ownerId: string, businessId: string | null): Subject => ({ ownerId, businessId, serviceCode: definition.code })

async function readModel(ask: Allowed): Promise<Model | undefined> {
  const { unit, actor } = ask
  const held = await serviceOf(ask)
  if (!held) return undefined
  const ownerId = ownerIdOf(ask)
  const owner = ownerId === undefined ? undefined : await findPersonCard(unit.tx, ownerId)
  const mandate = owner && actor.kind === 'officer'
    ? await findMandate(unit.tx, unit.now, { personId: owner.id, officerId: actor.accountId }) : undefined
  const mayChoose = held.definition.subject === 'business' && owner && (actor.kind === 'citizen' || mandate)
  const { items } = mayChoose ? await listBusinesses(unit.tx, actor, { ownerId: owner.id }, { limit: MOST }) : { items: [] }
  const choices: Choice[] = []
  for (const one of items.filter(({ status }) => status === 'active' || status === 'paused')) {
    const standing = await eligibilityFor(readingOf(ask), subjectOf(held.definition, owner?.id ?? '', one.id), held.definition)
    choices.push({ ...one, live: await liveLetter(ask, one.id, held.definition.code), standing })
  }
  // A link to a record that was merged since leads to the one that stands for it.
  const asked = await findStandingBusinessCard(unit.tx, ask.query['usaha'] ?? '')
  const own = owner && held.definition.subject === 'person' ? await eligibilityFor(readingOf(ask), subjectOf(held.definition, owner.id, null), held.definition) : []
  return { own, service: held.definition, owner, mandateId: mandate?.id, choices, asked: asked?.id }
}

/** The way to record a business and come back here. */
function recordPath({ service, owner }: Model, { actor }: Allowed): string {
  const helped = actor.kind === 'officer' ? owner?.id : undefined
  const back = new URLSearchParams({ layanan: service.code, ...(helped ? { warga: helped } : {}) })
  return `/usaha/baru?${new URLSearchParams({ lanjut: `/permohonan/baru?${back}`, ...(helped ? { untuk: helped } : {}) })}`
}

/** What one should know of a business before choosing it: a letter that still holds, a scale that will be refused. */
function Warnings({ choice, ask }: { choice: Choice; ask: Allowed }) {
  const t = wordsOf(ask.lang).begin
  return (
    <>
      {choice.live && (
        <Notice title={t.live(choice.name, dateText(choice.live.until, ask.lang))}>
          <p>{t.liveMore}</p><p><a href={`/permohonan/${choice.live.caseId}`}>{t.seeLetter}</a></p>
        </Notice>
      )}
      <EligibilityCard standing={choice.standing} of={{ name: choice.name, businessId: choice.id }} ask={ask} />
      {choice.standing.length === 0 && choice.scale !== null && choice.scale !== 'micro' && (
        <Notice tone="warning" title={t.tooLarge(choice.name, t.scales[choice.scale] ?? choice.scale)}>
          <p>{t.tooLargeMore}</p><p><a href={businessPath(ask, choice.id)}>{t.fixData}</a></p>
        </Notice>
      )}
    </>
  )
}

/** Instead of the form: what has to be done first. */
function First({ title, more, href, act }: { title: string; more: string; href: string; act: string }) {
  return <EmptyState icon="store" title={title}><p>{more}</p><div class="row"><ButtonLink href={href}>{act}</ButtonLink></div></EmptyState>
}

const mayBegin = (standing: readonly Standing[]) => standing.every((one) => one.state !== 'unmet')

/** A service one asks for oneself: nothing is to be chosen. */
function OwnForm({ model, ask, formKey }: Pick<BodyProps, 'model' | 'ask' | 'formKey'>) {
  return (
    <form method="post" noValidate class="stack">
      <input type="hidden" name="formKey" value={formKey} />
      <EligibilityCard standing={model.own} of={{ name: model.owner?.name ?? '' }} ask={ask} />
      {mayBegin(model.own) && <div class="row"><Button>{wordsOf(ask.lang).begin.begin}</Button></div>}
    </form>
  )
}

type BodyProps = { model: Model; ask: Allowed; chosen: string | undefined; formKey: string; problems: Problem[] }

function Body({ model, ask, chosen, formKey, problems }: BodyProps) {
  const t = wordsOf(ask.lang).begin
  const { owner, choices } = model
  const helper = ask.actor.kind === 'officer'
  if (!owner) return <First title={t.noPerson} more={t.noPersonMore} href="/petugas/bantu" act={t.choosePerson} />
  if (helper && !model.mandateId) return <First title={t.noMandate} more={t.noMandateMore} href="/petugas/bantu" act={t.choosePerson} />
  if (model.service.subject === 'person') return <OwnForm model={model} ask={ask} formKey={formKey} />
  if (choices.length === 0) return <First title={helper ? t.noneHelper : t.none} more={t.noneMore} href={recordPath(model, ask)} act={t.record} />
  const open = choices.filter((one) => mayBegin(one.standing))
  return (
    <form method="post" noValidate class="stack">
      <input type="hidden" name="formKey" value={formKey} />
      {choices.map((choice) => <Warnings key={choice.id} choice={choice} ask={ask} />)}
      {open.length > 0 && <RadioGroup name="usaha" label={t.which} hint={t.hint} value={chosen} error={problemOf(problems, 'usaha')}
        choices={open.map((one) => ({ value: one.id, label: one.name, hint: `${one.village}, ${one.district}` }))} />}
      {open.length > 0 && <div class="row"><Button>{t.begin}</Button></div>}
      <p><a href={recordPath(model, ask)}>{t.other}</a></p>
    </form>
  )
}

/** Begins an application: for which business. The same form sent twice, or begun again in another tab, is one draft. */
export const beginPage = page({
  path: '/permohonan/baru',
  right: 'application.create',
  access: beginAccess,
  fields: z.object({ usaha: z.string().default(''), formKey: z.uuid().optional() }),
  read: readModel,
  view(model, ask, form) {
    const t = wordsOf(ask.lang).begin
    const title = t.title(model.service.name[ask.lang])
    const typed = form.values['usaha']
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
  async send(ask, { usaha, formKey }, { service, owner, mandateId, choices }) {
    const personal = service.subject === 'person'
    if (!owner || !(personal || choices.some((one) => one.id === usaha))) return invalid([{ field: 'usaha', message: wordsOf(ask.lang).begin.chooseOne }])
    if (personal && ask.actor.kind === 'officer' && !mandateId) return invalid([{ field: 'usaha', message: wordsOf(ask.lang).begin.noMandateMore }])
    const admitted = await admitEligible(readingOf(ask), subjectOf(service, owner.id, personal ? null : usaha), service, ask.lang)
    if (!admitted.ok) return admitted
    const begun = personal ? undefined : await findOwnDraft(ask.unit.tx, ask.actor.accountId, service.code, usaha, formKey)
    if (begun) return ok({ goTo: `/permohonan/${begun}` })
    const draft = await createDraft(ask.unit, ask.actor, {
      serviceCode: service.code, ownerId: owner.id, ...(personal ? {} : { businessId: usaha }), channel: channelOf(ask.actor), mandateId, draftKey: formKey,
    })
    if (!draft.ok) return draft
    // The form of a draft that was sent long ago, found again by going back.
    if (draft.value.status !== 'draft') return ok({ goTo: `/permohonan/${draft.value.id}` })
    const { known, facts, settled } = await readKnown(readingOf(ask), draft.value, service)
    return ok({ goTo: pathOf(draft.value.id, firstPart({ definition: service, application: draft.value, given: new Set(), facts, known, answers: settled.answers })) })
  },
})
