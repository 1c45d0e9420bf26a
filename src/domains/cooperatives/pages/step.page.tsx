import { randomUUID } from 'node:crypto'
import { type Result, invalid, ok } from '../../../kernel/result.ts'
import type { Allowed, UnitAsk } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Stepper } from '../../../ui/stepper.tsx'
import { BackLink } from '../../../ui/way-back.tsx'
import { type Region, getOffice, listDistricts } from '../../office/index.ts'
import { isUuid } from '../cooperative-store.ts'
import { type Draft, type DraftData, beginDraft, findDraft, listDrafts, saveDraft } from '../draft-store.ts'
import { BoardForm, readBoard } from './board-form.tsx'
import { DistrictForm } from './district-form.tsx'
import { SectionFields, type Villages } from './section-form.tsx'
import { STEPS, type StepKey, sectionOf } from './sections.ts'
import { type Values, answersOf, typed } from './typed-answers.ts'
import { AlreadySaved } from './wizard-parts.tsx'
import { anyFields, isOfficer, listPath, variantFor, villagesFor, wordsIn } from './wording.ts'

/** A draft belongs to the account that began it. */
export async function draftAccess({ unit, params, actor }: UnitAsk) {
  const draft = await findDraft(unit.tx, params['draft'] ?? '')
  if (!draft || draft.accountId !== actor?.accountId) return undefined
  return { officeId: draft.officeId, enteredBy: draft.accountId, ...(actor.personId === undefined ? {} : { ownerId: actor.personId }) }
}

export const draftPath = (draft: Pick<Draft, 'id'>, key: string): string => `/koperasi/isian/${draft.id}/${key}`

type Lists = { districts: readonly Region[]; villages: Villages | undefined }

async function listsFor(ask: Allowed, key: StepKey, data: DraftData): Promise<Lists> {
  const { unit, actor, query } = ask
  const districts = key === 'kecamatan' ? await listDistricts(unit.tx, (await getOffice(unit.tx, actor.officeId)).regionCode) : []
  const villages = key === 'alamat' ? await villagesFor(
    ask, actor.officeId, query['kecamatan'] ?? data.districtCode ?? data.villageCode,
  ) : undefined
  return { districts, villages }
}

type StepModel = Lists & { step: StepKey; data: DraftData }

/** The questions of one step. */
function StepFields({ step, data, districts, villages, form, ask }: StepModel & { form: Form; ask: Allowed }) {
  const words = wordsIn(ask.lang)
  const officer = isOfficer(ask)
  const district = data.districtCode ?? data.villageCode?.slice(0, 8)
  if (step === 'kecamatan') return <DistrictForm districts={districts} code={district} form={form} words={words} />
  if (step === 'pengurus') return <BoardForm data={data} form={form} words={words} isOfficer={officer} />
  const section = sectionOf(step, 'record')
  // Who enters sees what he typed himself: nothing is masked in a draft.
  const shown = { data, form, words, isOfficer: false, villages, otherDistrict: 'kecamatan' }
  return section ? <SectionFields section={section} shown={{ ...shown, isOfficer: officer && step !== 'alamat' }} /> : null
}

/** What a step was told, to be laid over the draft. */
function toldOf(step: StepKey, values: Values, ask: Allowed, { districts, villages }: Lists): Result<DraftData> {
  const words = wordsIn(ask.lang)
  if (step === 'kecamatan') {
    const district = districts.find(({ code }) => code === values['districtCode'])
    return district ? ok({ districtCode: district.code }) : invalid([{ field: 'districtCode', message: words.wizard.chooseDistrict }])
  }
  if (step === 'pengurus') return readBoard(values, { isOfficer: isOfficer(ask), ownName: ask.actor.name, words })
  const section = sectionOf(step, 'record')
  if (!section) return invalid([])
  const known = step !== 'alamat' || villages?.villages.some(({ code }) => code === values['villageCode'])
  const { set, problems } = answersOf(section, known ? values : { ...values, villageCode: '' }, { isOfficer: false })
  return problems.length > 0 ? invalid(problems) : ok({
    ...set, ...(villages?.district ? { districtCode: villages.district.code } : {})
  } as DraftData)
}

/** Lays answers over a draft: null empties; a village of another district falls out, since it was chosen from another list. */
function laid(data: DraftData, told: DraftData): DraftData {
  // What this page asks is answered or left silent by it alone.
  const elsewhere = Object.entries(data.unknown ?? {}).filter(([key]) => !Object.hasOwn(told, key))
  const unknown = { ...Object.fromEntries(elsewhere), ...told.unknown }
  const after = Object.fromEntries(Object.entries({ ...data, ...told, unknown }).filter(([, value]) => value !== null
    && value !== undefined)) as DraftData
  if (told.districtCode && after.villageCode && !after.villageCode.startsWith(`${told.districtCode}.`)) delete after.villageCode
  return after
}

const CHECK = 'periksa'

function nextOf(step: StepKey, fromCheck: boolean): string {
  const following = STEPS[STEPS.indexOf(step) + 1] ?? CHECK
  if (!fromCheck) return following
  return step === 'kecamatan' ? `${following}?dari=${CHECK}` : CHECK
}

function stepScreen(model: StepModel & { draft?: Draft; drafts?: readonly Draft[] }, ask: Allowed, form: Form, back: string): Screen {
  const { step, draft, drafts = [] } = model
  const words = wordsIn(ask.lang)
  const w = words.wizard
  const ready = step !== 'alamat' || model.villages?.district !== undefined
  return {
    title: words.sections[step].ask, variant: variantFor(ask), wrong: form.problems.length > 0,
    body: (
      <>
        <Stepper at={STEPS.indexOf(step) + 1} of={STEPS.length + 1} part={words.sections[step].title} />
        <BackLink href={back} />
        <ErrorSummary problems={form.problems} />
        {drafts.map(({ id, data }) => (
          <Notice key={id} tone="warning" title={`${words.mine.unfinished}: ${data.name ?? words.mine.unnamed}`}>
            <p><a href={`/koperasi/isian/${id}/${CHECK}`}>{words.mine.goOn}</a></p>
          </Notice>
        ))}
        {step !== 'kecamatan' && <PageHeading title={words.sections[step].ask} />}
        {!ready && <p><ButtonLink href="kecamatan" look="secondary">{w.chooseDistrict}</ButtonLink></p>}
        {ready && (
          <form method="post" noValidate class="stack">
            <StepFields {...model} form={form} ask={ask} />
            {!draft && <input type="hidden" name="formKey" value={typed(form.values, 'formKey') ?? randomUUID()} />}
            {!draft && <p class="hint">{w.privacy} <a href="/privasi">{w.privacyLink}</a></p>}
            <div class="row"><Button>{w.next}</Button><ButtonLink href={listPath(ask)} look="link">{w.later}</ButtonLink></div>
          </form>
        )}
      </>
    ),
  }
}

/** The first page of a new cooperative. It is kept from here on: the next page has the address of the draft. */
const beginPage = page({
  path: '/koperasi/baru',
  right: 'cooperative.create',
  fields: anyFields,
  read: async ({ unit, actor }) => ({ drafts: await listDrafts(unit.tx, actor.accountId) }),
  view: ({ drafts }, ask, form) => stepScreen(
    { step: 'nama', data: {}, drafts, districts: [], villages: undefined }, ask, form, listPath(ask),
  ),
  async send(ask, values) {
    const told = toldOf('nama', values, ask, { districts: [], villages: undefined })
    if (!told.ok) return told
    const formKey = typed(values, 'formKey') ?? ''
    const id = await beginDraft(ask.unit.tx, ask.unit.now, {
      officeId: ask.actor.officeId, accountId: ask.actor.accountId, formKey: isUuid(formKey) ? formKey : randomUUID(),
      data: laid({}, told.value),
    })
    return ok({ goTo: draftPath({ id }, nextOf('nama', false)) })
  },
})

/** A page of a draft: `/koperasi/isian/{draft}/{step}`. Its answers are kept before the next page opens. */
const draftPage = (step: StepKey): Route => page({
  path: `/koperasi/isian/:draft/${step}`,
  right: 'cooperative.create',
  access: draftAccess,
  fields: anyFields,
  async read(ask): Promise<(StepModel & { draft: Draft }) | undefined> {
    const draft = await findDraft(ask.unit.tx, ask.params['draft'] ?? '')
    return draft && { step, draft, data: draft.data, ...await listsFor(ask, step, draft.data) }
  },
  view(model, ask, form): Screen {
    const { draft } = model
    if (draft.cooperativeId) return {
      title: wordsIn(ask.lang).wizard.alreadySaved, variant: variantFor(ask),
      body: <AlreadySaved cooperativeId={draft.cooperativeId} ask={ask} />,
    }
    const before = STEPS[STEPS.indexOf(step) - 1]
    return stepScreen(
      model, ask, form,
      ask.query['dari'] === CHECK || !before ? draftPath(draft, ask.query['dari'] === CHECK ? CHECK : 'nama') : draftPath(draft, before),
    )
  },
  async send(ask, values, model): Promise<Result<Sent>> {
    // Two tabs of one draft follow each other, so that no page's answers are lost.
    const draft = await findDraft(ask.unit.tx, model.draft.id, true)
    if (!draft || draft.cooperativeId) return ok({ goTo: draft ? draftPath(draft, CHECK) : listPath(ask) })
    const told = toldOf(step, values, ask, model)
    if (!told.ok) return told
    await saveDraft(ask.unit.tx, ask.unit.now, draft.id, laid(draft.data, told.value))
    return ok({ goTo: draftPath(draft, nextOf(step, ask.query['dari'] === CHECK)) })
  },
})

/** Entering a cooperative, page by page. */
export const stepPages: Route[] = [beginPage, ...STEPS.map(draftPage)]
