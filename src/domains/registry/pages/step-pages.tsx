import { type Result, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { Allowed, UnitAsk } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Stepper } from '../../../ui/stepper.tsx'
import { BackLink } from '../../../ui/way-back.tsx'
import { type KeptBusiness, findBusiness, findBusinessAccess } from '../business-store.ts'
import { changeBusiness } from '../change-business.ts'
import type { Entered } from '../create-business.ts'
import { type Draft, type DraftData, findDraft, saveDraft } from '../draft-store.ts'
import { findPerson } from '../person-store.ts'
import { traceReveal } from '../reveal.ts'
import { AlreadySaved, ForWhom } from './wizard-parts.tsx'
import { STEP_KEYS, type Step, type Told, textFields } from './steps.ts'
import { fillFrom, variantFor, wordsIn } from './wording.ts'

/** A draft belongs to its owner, and to the officer who began it for him. */
export async function draftAccess({ unit, params, actor }: UnitAsk) {
  const draft = await findDraft(unit.tx, params['draft'] ?? '')
  if (!draft || (actor?.kind === 'officer' && draft.accountId !== actor.accountId)) return undefined
  return { officeId: draft.officeId, ownerId: draft.ownerId }
}

const stepAsk = (ask: Allowed, officeId: string, data: DraftData) =>
  ({ tx: ask.unit.tx, officeId, data, query: ask.query, today: wibDate(ask.unit.now), words: wordsIn(ask.lang) })

type Framed<M> = { step: Step<M>; more: M; data: DraftData; ask: Allowed; form: Form }

/** The form of one step, the same for entering and for changing. */
function StepForm<M>({ step, more, data, ask, form, send, away,
  version }: Framed<M> & { send: string; away: { href: string; text: string }; version?: number }) {
  const words = wordsIn(ask.lang)
  const shown = { data, more, words, form, fill: fillFrom(form), today: wibDate(ask.unit.now), path: ask.path, query: ask.query }
  return (
    <>
      <ErrorSummary problems={form.problems} />
      {step.key !== 'kecamatan' && <PageHeading title={step.title(words)} />}
      {step.before?.(shown)}
      {!step.isEmpty?.(more) && (
        <form method="post" noValidate class="stack">
          {step.fields(shown)}
          {version !== undefined && <input type="hidden" name="version" value={version} />}
          <div class="row">
            <Button>{send}</Button>
            <ButtonLink href={away.href} look="link">{away.text}</ButtonLink>
          </div>
        </form>
      )}
    </>
  )
}

const LAST = 'periksa'
const pathOf = (draft: Draft, key: string) => `/usaha/isian/${draft.id}/${key}`

function nextOf(key: (typeof STEP_KEYS)[number], fromCheck: boolean): string {
  const following = STEP_KEYS[STEP_KEYS.indexOf(key) + 1] ?? LAST
  if (!fromCheck) return following
  return key === 'kecamatan' ? `${following}?dari=periksa` : LAST
}

type DraftModel<M> = { draft: Draft; more: M; ownerName: string }

/** A page of a draft: `/usaha/isian/{draft}/{step}`. Its answers are kept before the next page opens. */
function draftPage<M>(step: Step<M>): Route {
  return page({
    path: `/usaha/isian/:draft/${step.key}`,
    right: 'business.create',
    access: draftAccess,
    fields: textFields,
    async read(ask): Promise<DraftModel<M> | undefined> {
      const draft = await findDraft(ask.unit.tx, ask.params['draft'] ?? '')
      const owner = draft && await findPerson(ask.unit.tx, ask.tools.keys, draft.ownerId)
      return draft && owner && { draft, more: await step.read(stepAsk(ask, draft.officeId, draft.data)), ownerName: owner.name }
    },
    view({ draft, more, ownerName }, ask, form): Screen {
      const words = wordsIn(ask.lang)
      const at = STEP_KEYS.indexOf(step.key)
      const before = STEP_KEYS[at - 1]
      const fromCheck = ask.query['dari'] === LAST
      const back = fromCheck ? pathOf(draft, LAST) : before ? pathOf(draft, before) : '/usaha'
      if (draft.businessId) {
        const body = <AlreadySaved businessId={draft.businessId} ask={ask} />
        return { title: words.wizard.alreadySaved, variant: variantFor(ask), body }
      }
      return {
        title: step.title(words), variant: variantFor(ask), wrong: form.problems.length > 0,
        body: (
          <>
            <Stepper at={at + 1} of={STEP_KEYS.length + 1} part={words.wizard.steps[step.key]} />
            <BackLink href={back} />
            <ForWhom ask={ask} ownerName={ownerName} />
            <StepForm step={step} more={more} data={draft.data} ask={ask} form={form} send={words.wizard.next}
              away={{ href: ask.actor.kind === 'officer' ? '/petugas/usaha' : '/usaha', text: words.wizard.later }} />
          </>
        ),
      }
    },
    async send(ask, values, { draft: { id }, more }): Promise<Result<Sent>> {
      // Two tabs of one draft follow each other, so that no page's answers are lost.
      const draft = await findDraft(ask.unit.tx, id, true)
      if (!draft) return ok({ goTo: '/usaha' })
      if (draft.businessId) return ok({ goTo: `/usaha/${draft.businessId}` })
      const told = step.answers(values, { data: draft.data, more, today: wibDate(ask.unit.now), words: wordsIn(ask.lang) })
      if (!told.ok) return told
      await saveDraft(ask.unit.tx, ask.unit.now, draft.id, laid(draft.data, told.value))
      return ok({ goTo: pathOf(draft, nextOf(step.key, ask.query['dari'] === LAST)) })
    },
  })
}

/** Lays answers over a draft; a village of another district falls out, since it was chosen from another list. */
export function laid(data: DraftData, { set, clear = [] }: Told): DraftData {
  const after: DraftData = { ...data, ...set }
  const unknown = { ...data.unknown, ...set.unknown }
  for (const field of ['capital', 'annualSales'] as const) if (set[field] !== undefined && set[field] !== null) delete unknown[field]
  if (Object.keys(unknown).length > 0) after.unknown = unknown
  else delete after.unknown
  for (const field of clear) delete after[field]
  if (set.districtCode && after.villageCode && !after.villageCode.startsWith(`${set.districtCode}.`)) delete after.villageCode
  return after
}

type EditModel<M> = { business: KeptBusiness; more: M }

/** Where a business is looked at: officers have their own page. */
export const businessPath = (ask: Pick<UnitAsk, 'actor'>, id: string): string => (ask.actor?.kind === 'officer' ? `/petugas/usaha/${id}`
  : `/usaha/${id}`)

/** How a saved change is answered on the page it leads back to: it waits, it deserves a second look, or it is simply kept. */
export const answerMark = ({ proposal, warnings }: Pick<Entered, 'proposal' | 'warnings'>): string =>
  (proposal?.status === 'pending' ? 'diusulkan' : warnings.length > 0 ? 'perhatikan' : 'tersimpan')

/** The same page for a business that is kept: `/usaha/{id}/ubah/{step}`. */
function editPage<M>(step: Step<M>): Route {
  return page({
    path: `/usaha/:id/ubah/${step.key}`,
    right: 'business.update',
    access: ({ unit, params }) => findBusinessAccess(unit.tx, params['id'] ?? ''),
    fields: textFields,
    async read(ask): Promise<EditModel<M> | undefined> {
      const business = await findBusiness(ask.unit.tx, ask.tools.keys, ask.params['id'] ?? '')
      if (!business) return undefined
      const { id, ownerId, officeId } = business
      if (step.shows) traceReveal(ask.unit, ask.actor, { businessId: id, personId: ownerId, officeId }, [step.shows], 'correction')
      return { business, more: await step.read(stepAsk(ask, officeId, business.record)) }
    },
    view({ business, more }, ask, form): Screen {
      const words = wordsIn(ask.lang)
      const home = businessPath(ask, business.id)
      return {
        title: step.title(words), variant: variantFor(ask), wrong: form.problems.length > 0,
        body: (
          <>
            <BackLink href={home} text={business.record.name} />
            <StepForm step={step} more={more} data={business.record} ask={ask} form={form} version={business.version}
              send={step.key === 'kecamatan' ? words.wizard.next : words.wizard.save} away={{ href: home, text: words.wizard.cancel }} />
          </>
        ),
      }
    },
    async send(ask, values, { business, more }): Promise<Result<Sent>> {
      const told = step.answers(values, { data: business.record, more, today: wibDate(ask.unit.now), words: wordsIn(ask.lang) })
      if (!told.ok) return told
      const { set: { districtCode, ...set }, clear } = told.value
      if (step.key === 'kecamatan') return ok({ goTo: `/usaha/${business.id}/ubah/alamat?kecamatan=${districtCode}` })
      const version = Number(values['version'])
      const changed = await changeBusiness(ask.unit, ask.tools, ask.actor, business.id, { ...set, clear, ...(Number.isInteger(version)
        ? { version } : {}) })
      if (!changed.ok) return changed
      return ok({ goTo: `${businessPath(ask, business.id)}?${answerMark(changed.value)}=1` })
    },
  })
}

/** The two addresses of a step: in a draft, and for a business that is kept. */
export const stepPages = <M,>(step: Step<M>): Route[] => [draftPage(step), editPage(step)]
