import type { ComponentChildren } from 'preact'
import { formatRupiah } from '../../../kernel/rupiah.ts'
import { shortMoment, wibDate } from '../../../kernel/wib.ts'
import { Card } from '../../../ui/card.tsx'
import { Checklist } from '../../../ui/checklist.tsx'
import { Summary, type SummaryRow } from '../../../ui/summary.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import type { Act } from '../../../kernel/ledger.ts'
import type { KeptBusiness } from '../business-store.ts'
import type { Source } from '../core/business-choices.ts'
import type { Quality } from '../core/completeness.ts'
import { choiceLabels } from '../messages.id.ts'
import type { Person } from '../person-store.ts'
import type { Shown } from '../reveal.ts'
import { type ScreenWords, sourceLabels } from '../screen-messages.id.ts'
import { startedText, workersText } from './business-text.ts'
import { MaskedNumber, moneyRow } from './masked-rows.tsx'
import type { StepKey } from './steps.ts'
import { ScaleCard } from './wizard-parts.tsx'

export type SheetModel = { business: KeptBusiness; owner: Person; quality: Quality; acts: Act[]; shown: Shown }

type Context = SheetModel & {
  words: ScreenWords
  /** The person whose data it is sees money plainly; all others see it masked until asked for. */
  isOwner: boolean
  /** Links to the pages where an answer is changed; undefined where this person may not. */
  change: (key: StepKey) => string | undefined
  /** This page, to come back to after a masked value was asked for. */
  here: string
}

const filled = (rows: (SummaryRow | undefined)[]): SummaryRow[] => rows.flatMap((row) => (row === undefined ? [] : [row]))
const optional = (label: string, value: ComponentChildren): SummaryRow | undefined => (value === undefined || value === '' ? undefined
  : { label, value })

function identityRows({ business, words: { sheet: s }, change }: Context): SummaryRow[] {
  const { record, registryNumber, kbliTitle } = business
  return filled([
    { label: s.number, value: <span class="mono">{registryNumber}</span> },
    { label: s.name, value: record.name, change: change('usaha') },
    optional(s.brand, record.brand),
    { label: s.product, value: record.mainProduct, change: change('usaha') },
    { label: s.activity, value: kbliTitle === null ? s.notYet : `${record.kbli} ${kbliTitle} (KBLI ${record.kbliVersion})`, change: change('kegiatan') },
    optional(s.description, record.description),
  ])
}

function placeRows({ business: { record, village, district }, words, change }: Context): SummaryRow[] {
  const { sheet: s } = words
  const { rt, rw, hamlet } = record
  return filled([
    { label: s.address, value: [record.address, rt && `RT ${rt}`, rw && `RW ${rw}`, hamlet
      && `${words.place.hamlet} ${hamlet}`].filter(Boolean).join(' '), change: change('alamat') },
    { label: s.village, value: village, change: change('alamat') },
    { label: s.district, value: district, change: change('kecamatan') },
    optional(s.placeKind, record.placeKind && choiceLabels.placeKind[record.placeKind]),
    optional(s.point, record.latitude === undefined ? undefined : `${record.latitude}, ${record.longitude}`),
  ])
}

function courseRows({ business: { record }, words, change }: Context): SummaryRow[] {
  const { sheet: s } = words
  return [
    { label: s.startedOn, value: record.startedOn ? startedText(record.startedOn) : s.notYet, change: change('mulai') },
    { label: s.workers, value: workersText(record, words), change: change('mulai') },
    { label: s.status, value: choiceLabels.status[record.status] },
  ]
}

function moneyRows(context: Context): SummaryRow[] {
  const { business: { record }, words, change } = context
  const { sheet: s } = words
  const told = (amount: number | null | undefined, reason: keyof typeof choiceLabels.unknown | undefined) =>
    (amount === null || amount === undefined ? (reason ? words.money[reason] : '') : formatRupiah(amount))
  const row = (label: string, text: string, key: StepKey) => moneyRow({ ...context, label, text, change: change(key) })
  return filled([
    row(s.capital, told(record.capital, record.unknown?.capital), 'modal'),
    row(record.salesYear ? s.sales(record.salesYear) : s.salesNoYear, told(record.annualSales, record.unknown?.annualSales), 'penjualan'),
    record.monthlySales === undefined ? undefined : row(s.monthly, formatRupiah(record.monthlySales), 'penjualan'),
  ])
}

function permitRows({ business: { record }, words: { sheet: s }, change }: Context): SummaryRow[] {
  return filled([
    { label: s.nib, value: record.nib, change: change('nib') },
    optional(s.pirt, record.pirt), optional(s.halal, record.halalNumber), optional(s.trademark, record.trademarkNumber),
  ])
}

const labelsOf = <Code extends string>(labels: Record<Code, string>, codes: readonly Code[] | undefined) =>
  codes?.map((code) => labels[code]).join(', ')

/** What is known beyond the core of the code book; empty for most businesses. */
function moreRows({ business: { record }, words: { sheet: s } }: Context): SummaryRow[] {
  const { legalForm, placeOwnership, productionMethod, bookkeeping, acceptsQris } = record
  return filled([
    optional(s.legalForm, legalForm && choiceLabels.legalForm[legalForm]),
    optional(s.placeOwnership, placeOwnership && choiceLabels.placeOwnership[placeOwnership]),
    optional(s.productionMethod, productionMethod && choiceLabels.productionMethod[productionMethod]),
    optional(s.bookkeeping, bookkeeping && choiceLabels.bookkeeping[bookkeeping]),
    optional(s.marketAreas, labelsOf(choiceLabels.marketAreas, record.marketAreas)),
    optional(s.salesChannels, labelsOf(choiceLabels.salesChannels, record.salesChannels)),
    optional(s.onlineShop, record.onlineShop),
    optional(s.qris, acceptsQris === undefined ? undefined : acceptsQris ? s.yes : s.no),
  ])
}

/** Who the owner is, numbers masked; a shown one says that the look was logged. Also for the page of a case. */
export function ownerRows({ owner, words: { sheet: s }, shown, here, isOwner, business }: Pick<Context,
  'owner' | 'words' | 'shown' | 'here' | 'isOwner' | 'business'>): SummaryRow[] {
  const number = (field: 'nationalId' | 'familyCardNumber' | 'phone' | 'npwp',
    label: string): SummaryRow | undefined => owner[field] === undefined ? undefined : {
    label,
    value: (
      <MaskedNumber field={field} label={label} person={owner} shown={shown} here={here} businessId={business.id}
        isOwner={isOwner} note={s.seen} />
    ),
  }
  return filled([
    { label: s.ownerName, value: owner.name },
    optional(s.gender, owner.gender && choiceLabels.gender[owner.gender]),
    number('nationalId', s.nationalId), number('familyCardNumber', s.familyCard), number('npwp', s.npwp), number('phone', s.phone),
  ])
}

function QualityCard({ quality, words: { sheet: s } }: Pick<Context, 'quality' | 'words'>) {
  return (
    <Card title={s.quality} side={<b>{s.qualityScore(quality.score)}</b>}>
      {quality.needsUpdate && <p>{s.stale}</p>}
      {quality.missing.length === 0 ? <p>{s.allThere}</p> : (
        <Checklist items={[...new Map(quality.missing.map((gap) => [gap.field, gap])).values()].map(({ field, unstated }) => ({
          state: unstated ? 'doubtful' : 'missing', label: s.missing[field] ?? s.otherField, ...(unstated ? { note: s.unstated } : {}),
        }))} />
      )}
    </Card>
  )
}

function whatWasSaid({ seq, sets }: Act, words: ScreenWords): string {
  const { sheet: s } = words
  return seq === 1 ? s.entered : s.changed([...new Set(Object.keys(sets).map((key) => s.fields[key] ?? s.otherField))].join(', '))
}

const isSource = (text: string): text is Source => text in sourceLabels

function HistoryCard({ acts, words }: Pick<Context, 'acts' | 'words'>) {
  return (
    <Card title={words.sheet.history}>
      <Timeline items={acts.map((act) => ({
        state: 'done', title: whatWasSaid(act, words), when: shortMoment(act.recordedAt), at: act.recordedAt.toString(),
        by: isSource(act.source) ? sourceLabels[act.source] : act.source,
      }))} />
    </Card>
  )
}

/** Everything the registry knows of a business, in the blocks of its code book. */
export function BusinessSheet(context: Context) {
  const { business, owner, words, isOwner, shown } = context
  const { sheet: s } = words
  const more = moreRows(context)
  return (
    <>
      <ScaleCard record={business.record} asOf={wibDate(business.updatedAt)} words={words}
        hidden={!isOwner && !shown.fields.has('money')} />
      <Card title={s.identity}><Summary rows={identityRows(context)} /></Card>
      <Card title={s.place}><Summary rows={placeRows(context)} /></Card>
      <Card title={s.course}><Summary rows={courseRows(context)} /></Card>
      <Card title={s.money}><Summary rows={moneyRows(context)} /></Card>
      <Card title={s.permits}><Summary rows={permitRows(context)} /></Card>
      <Card title={s.owner}>
        <Summary rows={ownerRows(context)} />
        {owner.nationalId && <p class="soft">{s.nationalId}: {s.unchecked}.</p>}
      </Card>
      {more.length > 0 && <Card title={s.more}><Summary rows={more} /></Card>}
      <QualityCard {...context} />
      <HistoryCard {...context} />
    </>
  )
}
