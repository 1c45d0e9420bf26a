import type { ComponentChildren } from 'preact'
import { Temporal } from 'temporal-polyfill'
import { formatRupiah } from '../../../kernel/rupiah.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { Card } from '../../../ui/card.tsx'
import { Checklist } from '../../../ui/checklist.tsx'
import { Summary, type SummaryRow } from '../../../ui/summary.tsx'
import type { KeptBusiness } from '../business-store.ts'
import { type BlockKey, OWNER_FIELDS } from '../core/business-blocks.ts'
import type { Quality } from '../core/completeness.ts'
import { choicesOf } from '../field-text.ts'
import type { PageWords } from '../page-messages.id.ts'
import type { Person } from '../person-store.ts'
import type { Shown } from '../reveal.ts'
import type { ScreenWords } from '../screen-messages.id.ts'
import { BlocksCard } from './blocks-card.tsx'
import { startedText, workersText } from './business-text.ts'
import { MaskedNumber, moneyRow } from './masked-rows.tsx'
import type { StepKey } from './steps.ts'
import { type Origins, WithOrigin } from './value-origin.tsx'
import { ScaleCard } from './wizard-parts.tsx'

export type SheetModel = { business: KeptBusiness; owner: Person; quality: Quality; shown: Shown; origins: Origins }

type Context = SheetModel & {
  words: ScreenWords
  past: PageWords
  /** The person whose data it is sees money plainly; all others see it masked until asked for. */
  isOwner: boolean
  /** Links to the pages where an answer is changed; undefined where this person may not. */
  change: (key: StepKey | 'status') => string | undefined
  formOf: (block: BlockKey | 'pemilik') => string | undefined
  /** This page, to come back to after a masked value was asked for. */
  here: string
  /** Photos stand beside the place they show. */
  photos: ComponentChildren
}

const filled = (rows: (SummaryRow | undefined)[]): SummaryRow[] => rows.flatMap((row) => (row === undefined ? [] : [row]))
const optional = (label: string, value: ComponentChildren): SummaryRow | undefined => (value === undefined || value === '' ? undefined
  : { label, value })

/** A value that says where it comes from: the fields it shows, the most telling first. */
const told = ({ origins, past }: Context, fields: readonly string[], value: ComponentChildren): ComponentChildren =>
  (value === undefined || value === null || value === '' ? undefined : <WithOrigin fields={fields} origins={origins} words={past}>{value}</WithOrigin>)

function identityRows(context: Context): SummaryRow[] {
  const { business: { record, registryNumber, kbliTitle }, words: { sheet: s }, change } = context
  const activity = kbliTitle === null ? s.notYet : told(context, ['kbli'], `${record.kbli} ${kbliTitle} (KBLI ${record.kbliVersion})`)
  return [
    { label: s.number, value: <span class="mono">{registryNumber}</span> },
    { label: s.name, value: told(context, ['name'], record.name), change: change('usaha') },
    { label: s.product, value: told(context, ['mainProduct'], record.mainProduct), change: change('usaha') },
    { label: s.activity, value: activity, change: change('kegiatan') },
  ]
}

function placeRows(context: Context): SummaryRow[] {
  const { business: { record, village, district }, words, change } = context
  const { sheet: s } = words
  const { rt, rw, hamlet } = record
  const address = [record.address, rt && `RT ${rt}`, rw && `RW ${rw}`, hamlet && `${words.place.hamlet} ${hamlet}`].filter(Boolean).join(' ')
  return filled([
    { label: s.address, value: told(context, ['address', 'rt', 'rw', 'hamlet'], address), change: change('alamat') },
    { label: s.village, value: told(context, ['villageCode'], village), change: change('alamat') },
    { label: s.district, value: district, change: change('kecamatan') },
    optional(s.point, told(context, ['latitude', 'longitude'], record.latitude === undefined ? undefined : `${record.latitude}, ${record.longitude}`)),
  ])
}

function courseRows(context: Context): SummaryRow[] {
  const { business: { record }, words, past, change, origins } = context
  const { sheet: s } = words
  const label = past.labels.choices.status[record.status]
  const since = record.status === 'active' ? undefined : origins.folded.origins['status']?.validFrom
  return [
    { label: s.startedOn, value: record.startedOn ? told(context, ['startedOn'], startedText(record.startedOn, past.labels)) : s.notYet, change: change('mulai') },
    {
      label: s.workers, value: told(context, ['workersPaidMale', 'workersPaidFemale', 'workersUnpaidMale', 'workersUnpaidFemale'], workersText(record, words)),
      change: change('mulai'),
    },
    { label: s.status, value: told(context, ['status'], since ? past.status.sinceText(label, past.labels.day(Temporal.PlainDate.from(since))) : label), change: change('status') },
  ]
}

function moneyRows(context: Context): SummaryRow[] {
  const { business: { record }, words, change } = context
  const { sheet: s } = words
  const amount = (sum: number | null | undefined, reason: 'unknown' | 'refused' | undefined) =>
    (sum === null || sum === undefined ? (reason ? words.money[reason] : '') : formatRupiah(sum))
  const row = (field: string, label: string, text: string, key: StepKey): SummaryRow => {
    const { value, ...rest } = moneyRow({ ...context, label, text, change: change(key) })
    return { ...rest, value: told(context, [field], value) }
  }
  return filled([
    row('capital', s.capital, amount(record.capital, record.unknown?.capital), 'modal'),
    row('annualSales', record.salesYear ? s.sales(record.salesYear) : s.salesNoYear, amount(record.annualSales, record.unknown?.annualSales), 'penjualan'),
    record.monthlySales === undefined ? undefined : row('monthlySales', s.monthly, formatRupiah(record.monthlySales), 'penjualan'),
  ])
}

function permitRows(context: Context): SummaryRow[] {
  const { business: { record }, words: { sheet: s }, change } = context
  return filled([
    { label: s.nib, value: told(context, ['nib'], record.nib), change: change('nib') },
    optional(s.pirt, told(context, ['pirt'], record.pirt)), optional(s.halal, told(context, ['halalNumber'], record.halalNumber)),
    optional(s.trademark, told(context, ['trademarkNumber'], record.trademarkNumber)),
  ])
}

/** Who the owner is, numbers masked; a shown one says that the look was logged. */
function ownerRows({ owner, words: { sheet: s }, past, shown, here, isOwner, business }: Context): SummaryRow[] {
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
    optional(s.gender, owner.gender && past.labels.choices.gender[owner.gender]),
    number('nationalId', s.nationalId), number('familyCardNumber', s.familyCard), number('npwp', s.npwp), number('phone', s.phone),
    ...OWNER_FIELDS.map((field) => {
      const value = owner[field]
      const text = typeof value === 'boolean' ? (value ? s.yes : s.no) : value && (choicesOf(field, past.labels)[value] ?? value)
      return optional(past.labels.owner[field], text)
    }),
  ])
}

function QualityCard({ quality, words: { sheet: s } }: Pick<Context, 'quality' | 'words'>) {
  return (
    <Card title={s.quality} side={<b>{s.qualityScore(quality.score)}</b>}>
      {quality.missing.length === 0 ? <p>{s.allThere}</p> : (
        <Checklist items={[...new Map(quality.missing.map((gap) => [gap.field, gap])).values()].map(({ field, unstated }) => ({
          state: unstated ? 'doubtful' : 'missing', label: s.missing[field] ?? s.otherField, ...(unstated ? { note: s.unstated } : {}),
        }))} />
      )}
    </Card>
  )
}

/** Everything the registry knows of a business, in the blocks of its code book. */
export function BusinessSheet(context: Context) {
  const { business, owner, words, past, isOwner, shown, origins, formOf } = context
  const { sheet: s } = words
  const ownerForm = formOf('pemilik')
  return (
    <>
      <ScaleCard record={business.record} asOf={wibDate(business.updatedAt)} words={words}
        hidden={!isOwner && !shown.fields.has('money')} />
      <Card title={s.identity}><Summary rows={identityRows(context)} /></Card>
      <Card title={s.place}><Summary rows={placeRows(context)} /></Card>
      {context.photos}
      <Card title={s.course}><Summary rows={courseRows(context)} /></Card>
      <Card title={s.money}><Summary rows={moneyRows(context)} /></Card>
      <Card title={s.permits}><Summary rows={permitRows(context)} /></Card>
      <Card title={s.owner}>
        <Summary rows={ownerRows(context)} />
        {owner.nationalId && <p class="soft">{s.nationalId}: {s.unchecked}.</p>}
        {ownerForm && <p><a href={ownerForm}>{past.more.fill}<span class="visually-hidden"> {s.owner}</span></a></p>}
      </Card>
      <BlocksCard origins={origins} words={past} formOf={formOf} />
      <QualityCard {...context} />
    </>
  )
}
