import { type Result, forbidden, invalid, ok } from '../../../kernel/result.ts'
import { formatRupiah } from '../../../kernel/rupiah.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Sent, page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Stepper } from '../../../ui/stepper.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { BackLink } from '../../../ui/way-back.tsx'
import { findPlace } from '../../office/index.ts'
import { ownerOfPerson, surroundingsOf } from '../business-context.ts'
import { type Warning, checkBusiness } from '../core/business-check.ts'
import { type Business, businessSchema } from '../core/business-record.ts'
import { createBusiness } from '../create-business.ts'
import { type Draft, type DraftData, deleteDraft, findDraft, finishDraft } from '../draft-store.ts'
import { kbliTitle } from '../kbli-store.ts'
import { type Person, findPerson } from '../person-store.ts'
import type { Labels } from '../labels.ts'
import type { ScreenWords } from '../screen-messages.id.ts'
import { mayFillInFor } from './begin.page.tsx'
import { draftAccess } from './step-pages.tsx'
import { STEP_KEYS, type StepKey, textFields } from './steps.ts'
import { AlreadySaved, ForWhom, ScaleCard } from './wizard-parts.tsx'
import { startedText, workersText } from './business-text.ts'
import { labelsIn, variantFor, withBusiness, wordsIn } from './wording.ts'

/** On which page an answer is given. */
const STEP_OF: Record<string, StepKey> = {
  name: 'usaha', mainProduct: 'usaha', kbli: 'kegiatan', kbliVersion: 'kegiatan', villageCode: 'alamat', address: 'alamat', rt: 'alamat',
    rw: 'alamat',
  hamlet: 'alamat', startedOn: 'mulai', capital: 'modal', annualSales: 'penjualan', salesYear: 'penjualan', monthlySales: 'penjualan',
    nib: 'nib',
}

type Model = { draft: Draft; owner: Person; record: Business | undefined; missing: StepKey[]; warnings: Warning[]; place: string;
  kbliTitle: string }

const recordOf = ({ districtCode: _district, ...data }: DraftData) => businessSchema.safeParse(data)

async function readModel({ unit, tools, params }: Allowed): Promise<Model | undefined> {
  const draft = await findDraft(unit.tx, params['draft'] ?? '')
  const owner = draft && await findPerson(unit.tx, tools.keys, draft.ownerId)
  if (!draft || !owner) return undefined
  const { villageCode, kbli, kbliVersion = '2020' } = draft.data
  const village = villageCode ? await findPlace(unit.tx, villageCode) : undefined
  const shown = { draft, owner, place: village ? `${village.village}, ${village.district}` : '', kbliTitle: (kbli
    && await kbliTitle(unit.tx, kbliVersion, kbli)) || '' }
  const read = recordOf(draft.data)
  if (!read.success) {
    const missing = new Set(read.error.issues.map(({ path }) => STEP_OF[String(path[0])] ?? 'usaha'))
    return { ...shown, record: undefined, missing: STEP_KEYS.filter((key) => missing.has(key)), warnings: [] }
  }
  const around = await surroundingsOf(unit.tx, unit.now, draft.officeId, read.data, owner)
  const known = ownerOfPerson(owner)
  const { problems, warnings } = checkBusiness(read.data, { ...around.context, ...(known ? { owner: known } : {}) })
  const wrong = new Set(problems.map(({ field }) => STEP_OF[field] ?? 'usaha'))
  return { ...shown, record: read.data, missing: STEP_KEYS.filter((key) => wrong.has(key)), warnings }
}

function amountText(data: DraftData, field: 'capital' | 'annualSales', words: ScreenWords): string {
  const amount = data[field]
  const reason = data.unknown?.[field]
  return amount === undefined || amount === null ? (reason ? words.money[reason] : '') : formatRupiah(amount)
}

function rowsOf({ draft: { id, data }, place, kbliTitle: title }: Model, words: ScreenWords, labels: Labels) {
  const s = words.sheet
  const change = (key: StepKey) => `/usaha/isian/${id}/${key}?dari=periksa`
  return [
    { label: s.name, value: data.name, change: change('usaha') },
    { label: s.product, value: data.mainProduct, change: change('usaha') },
    { label: s.activity, value: title ? `${data.kbli} ${title}` : '', change: change('kegiatan') },
    { label: s.village, value: place, change: change('kecamatan') },
    { label: s.address, value: [data.address, data.rt && `RT ${data.rt}`, data.rw && `RW ${data.rw}`, data.hamlet
      && `${words.place.hamlet} ${data.hamlet}`].filter(Boolean).join(' '), change: change('alamat') },
    { label: s.startedOn, value: data.startedOn ? startedText(data.startedOn, labels) : '', change: change('mulai') },
    { label: s.workers, value: workersText(data, words), change: change('mulai') },
    { label: s.capital, value: amountText(data, 'capital', words), change: change('modal') },
    { label: data.salesYear ? s.sales(data.salesYear) : s.salesNoYear, value: amountText(data, 'annualSales', words),
      change: change('penjualan') },
    { label: s.nib, value: data.nib, change: change('nib') },
  ]
}

function CheckBody({ model, ask, problems }: { model: Model; ask: Allowed; problems: { field: string; message: string }[] }) {
  const words = wordsIn(ask.lang)
  const { draft, record, missing, warnings, owner } = model
  return (
    <>
      <Stepper at={STEP_KEYS.length + 1} of={STEP_KEYS.length + 1} part={words.wizard.steps.periksa} />
      <BackLink href={`/usaha/isian/${draft.id}/${STEP_KEYS.at(-1)}`} />
      <ErrorSummary problems={problems} />
      <PageHeading title={words.check.title} />
      <ForWhom ask={ask} ownerName={owner.name} />
      {missing.length > 0 && (
        <Notice tone="warning" title={words.check.missing}>
          <ul>{missing.map((key) => <li key={key}><a href={mendHref(draft, key)}>{titleOf(key, words)}</a></li>)}</ul>
        </Notice>
      )}
      {record && <ScaleCard record={record} asOf={wibDate(ask.unit.now)} words={words} />}
      <WarningList warnings={warnings} words={words} />
      <Summary rows={rowsOf(model, words, labelsIn(ask.lang))} />
      <form method="post" class="row">
        {missing.length === 0 && <Button name="do" value="save">{words.check.save}</Button>}
        <ButtonLink href={ask.actor.kind === 'officer' ? '/petugas/usaha' : '/usaha'} look="link">{words.wizard.later}</ButtonLink>
        <Button name="do" value="discard" look="link">{words.wizard.discard}</Button>
      </form>
    </>
  )
}

/** Where a gap is filled; without a village the way begins at its district. */
const mendHref = (draft: Draft, key: StepKey) =>
  `/usaha/isian/${draft.id}/${key === 'alamat' && !draft.data.villageCode ? 'kecamatan' : key}?dari=periksa`

function titleOf(key: StepKey, words: ScreenWords): string {
  return {
    usaha: words.name.title, kegiatan: words.activity.title, kecamatan: words.district.title, alamat: words.place.title,
      mulai: words.start.title,
    modal: words.money.capitalTitle, penjualan: words.money.salesTitle, nib: words.nib.title,
  }[key]
}

/** What may be true but deserves a second look. */
export function WarningList({ warnings, words }: { warnings: Warning[]; words: ScreenWords }) {
  if (warnings.length === 0) return null
  return (
    <Notice tone="warning" title={words.check.warnings}>
      <ul>{warnings.map(({ field, message }) => <li key={`${field} ${message}`}>{message}</li>)}</ul>
      <p>{words.check.warningsNote}</p>
    </Notice>
  )
}

/** Saves the draft as a business, once, however often the button is pressed. */
async function save(ask: Allowed, draftId: string): Promise<Result<Sent>> {
  const { unit, tools, actor } = ask
  const draft = await findDraft(unit.tx, draftId, true)
  const home = (id: string) => (draft?.goOn ? withBusiness(draft.goOn, id) : actor.kind === 'officer' ? `/petugas/usaha/${id}?tersimpan=1`
    : `/usaha/${id}?tersimpan=1`)
  if (!draft) return ok({ goTo: '/usaha' })
  if (draft.businessId) return ok({ goTo: home(draft.businessId) })
  if (!await mayFillInFor(ask, draft.ownerId)) return forbidden('no-mandate', wordsIn(ask.lang).wizard.noMandate)
  const record = recordOf(draft.data)
  if (!record.success) return invalid(record.error.issues.map(({ message }) => ({ field: '', message })))
  const made = await createBusiness(unit, tools, actor, record.data, draft.ownerId)
  if (!made.ok) return made.error.kind === 'invalid' ? invalid(made.error.problems.map(({ message }) => ({ field: '', message }))) : made
  await finishDraft(unit.tx, unit.now, draft.id, made.value.business.id)
  return ok({ goTo: home(made.value.business.id) })
}

/** The last page: everything at a glance, the scale with its reason, and one button. */
export const checkPage = page({
  path: '/usaha/isian/:draft/periksa',
  right: 'business.create',
  access: draftAccess,
  fields: textFields,
  read: readModel,
  view(model, ask, form): Screen {
    const words = wordsIn(ask.lang)
    const { businessId } = model.draft
    return {
      title: businessId ? words.wizard.alreadySaved : words.check.title, variant: variantFor(ask), wrong: form.problems.length > 0,
      body: businessId
        ? <AlreadySaved businessId={businessId} ask={ask} />
        : <CheckBody model={model} ask={ask}
        problems={form.problems} />,
    }
  },
  async send(ask, values, { draft }) {
    if (values['do'] !== 'discard') return save(ask, draft.id)
    await deleteDraft(ask.unit.tx, draft.id)
    return ok({ goTo: ask.actor.kind === 'officer' ? '/petugas/usaha' : '/usaha' })
  },
})
