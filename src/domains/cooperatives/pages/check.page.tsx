import { type Result, invalid, ok } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Stepper } from '../../../ui/stepper.tsx'
import { Summary, type SummaryRow } from '../../../ui/summary.tsx'
import { BackLink } from '../../../ui/way-back.tsx'
import { findPlace } from '../../office/index.ts'
import type { Warning } from '../core/finding.ts'
import { type CooperativeRequest, cooperativeRequestSchema } from '../core/record.ts'
import { createCooperative } from '../create-cooperative.ts'
import { BOARD_ROLES, type Draft, type DraftData, deleteDraft, findDraft, finishDraft } from '../draft-store.ts'
import { checkAround } from '../surroundings.ts'
import { answerText } from './answer-text.ts'
import { STEPS, type StepKey, sectionOf } from './sections.ts'
import { draftAccess, draftPath } from './step.page.tsx'
import { AlreadySaved, WarningList } from './wizard-parts.tsx'
import { anyFields, cooperativePath, listPath, variantFor, wordsIn } from './wording.ts'

type Model = { draft: Draft; request: CooperativeRequest | undefined; missing: StepKey[]; warnings: Warning[]; place: string }

const AT = 'periksa'

/** On which page an answer is given. */
const stepOf = (field: string): StepKey => STEPS.find((step) => sectionOf(step, 'record')?.asks.some(({ key }) => key === field)) ?? 'nama'

function requestOf({ districtCode: _district, board = {}, ownRole: _own, ...record }: DraftData) {
  const positions = BOARD_ROLES.flatMap((role) => (board[role] === undefined ? [] : [{ organ: 'board' as const, role, name: board[role] }]))
  return cooperativeRequestSchema.safeParse({ ...record, positions })
}

async function readModel({ unit, params, actor }: Allowed): Promise<Model | undefined> {
  const draft = await findDraft(unit.tx, params['draft'] ?? '')
  if (!draft) return undefined
  const place = draft.data.villageCode ? await findPlace(unit.tx, draft.data.villageCode) : undefined
  const shown = { draft, place: place ? `${place.village}, ${place.district}` : '' }
  const read = requestOf(draft.data)
  const board: StepKey[] = actor.kind === 'citizen' && !draft.data.ownRole ? ['pengurus'] : []
  if (!read.success) {
    const missing = new Set([...read.error.issues.map(({ path }) => stepOf(String(path[0]))), ...board])
    return { ...shown, request: undefined, missing: STEPS.filter((step) => missing.has(step)), warnings: [] }
  }
  const { positions: _positions, bookYears: _years, ...record } = read.data
  const { problems, warnings } = await checkAround(unit, draft.officeId, { record, positions: [], bookYears: [] })
  const wrong = new Set([...problems.map(({ field }) => stepOf(field)), ...board])
  return { ...shown, request: read.data, missing: STEPS.filter((step) => wrong.has(step)), warnings }
}

function rowsOf({ draft, place }: Model, ask: Allowed): SummaryRow[] {
  const words = wordsIn(ask.lang)
  const { data } = draft
  return STEPS.flatMap((step): SummaryRow[] => {
    const change = draftPath(draft, `${step}?dari=${AT}`)
    if (step === 'kecamatan') return []
    if (step === 'pengurus') return BOARD_ROLES.map((role) => ({ label: words.board[role], value: data.board?.[role], change }))
    const asks = sectionOf(step, 'record')?.asks ?? []
    return asks.filter(({ optional, key }) => !optional || data[key as keyof DraftData] !== undefined
      || Object.hasOwn(data.unknown ?? {}, key)).map(({ key }) => ({
      label: new Map(Object.entries(words.fields)).get(key) ?? key,
      change: key === 'villageCode' ? draftPath(draft, `kecamatan?dari=${AT}`) : change,
      value: key === 'villageCode' ? place : answerText(data, key, words),
    }))
  })
}

function CheckBody({ model, ask, form }: { model: Model; ask: Allowed; form: Form }) {
  const words = wordsIn(ask.lang)
  const w = words.wizard
  const { draft, missing, warnings } = model
  return (
    <>
      <Stepper at={STEPS.length + 1} of={STEPS.length + 1} part={w.check} />
      <BackLink href={draftPath(draft, STEPS[STEPS.length - 1] ?? 'nama')} />
      <ErrorSummary problems={form.problems} />
      <PageHeading title={w.checkTitle} />
      {missing.length > 0 && (
        <Notice tone="warning" title={w.missing}>
          <ul>{missing.map((step) => <li key={step}><a href={mendHref(draft, step)}>{words.sections[step].ask}</a></li>)}</ul>
        </Notice>
      )}
      <WarningList warnings={warnings} words={words} saving />
      <Summary rows={rowsOf(model, ask)} />
      <form method="post" class="row">
        {missing.length === 0 && <Button name="do" value="save">{words.mine.add}</Button>}
        <ButtonLink href={listPath(ask)} look="link">{w.later}</ButtonLink>
        <Button name="do" value="discard" look="link">{w.discard}</Button>
      </form>
    </>
  )
}

/** Where a gap is filled; without a village the way begins at its district. */
const mendHref = (draft: Draft, step: StepKey) => draftPath(
  draft, `${step === 'alamat' && !draft.data.villageCode ? 'kecamatan' : step}?dari=${AT}`,
)

/** Saves the draft as a cooperative, once, however often the button is pressed. */
async function save(ask: Allowed, draftId: string): Promise<Result<Sent>> {
  const draft = await findDraft(ask.unit.tx, draftId, true)
  if (!draft) return ok({ goTo: listPath(ask) })
  if (draft.cooperativeId) return ok({ goTo: cooperativePath(ask, draft.cooperativeId) })
  const request = requestOf(draft.data)
  if (!request.success) return invalid(request.error.issues.map(({ message }) => ({ field: '', message })))
  const made = await createCooperative(ask.unit, ask.tools, ask.actor, request.data)
  if (!made.ok) return made.error.kind === 'invalid' ? invalid(made.error.problems.map(({ message }) => ({ field: '', message }))) : made
  await finishDraft(ask.unit.tx, ask.unit.now, draft.id, made.value.cooperative.id)
  return ok({ goTo: `${cooperativePath(ask, made.value.cooperative.id)}?tersimpan=1` })
}

/** The last page: everything at a glance, and one button. */
export const checkPage = page({
  path: `/koperasi/isian/:draft/${AT}`,
  right: 'cooperative.create',
  access: draftAccess,
  fields: anyFields,
  read: readModel,
  view(model, ask, form): Screen {
    const { cooperativeId } = model.draft
    const w = wordsIn(ask.lang).wizard
    return {
      title: cooperativeId ? w.alreadySaved : w.checkTitle, variant: variantFor(ask), wrong: form.problems.length > 0,
      body: cooperativeId ? <AlreadySaved cooperativeId={cooperativeId} ask={ask} /> : <CheckBody model={model} ask={ask} form={form} />,
    }
  },
  async send(ask, values, { draft }) {
    if (values['do'] !== 'discard') return save(ask, draft.id)
    await deleteDraft(ask.unit.tx, draft.id)
    return ok({ goTo: listPath(ask) })
  },
})
