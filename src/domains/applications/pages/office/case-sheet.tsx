import type { ComponentChild } from 'preact'
import { Temporal } from 'temporal-polyfill'
import { formatRupiah } from '../../../../kernel/rupiah.ts'
import { longDate, longMoment, shortDate, wibDate } from '../../../../kernel/wib.ts'
import { fromDb } from '../../../../platform/db/unit.ts'
import { Card } from '../../../../ui/card.tsx'
import { Masked } from '../../../../ui/masked.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { Summary, type SummaryRow } from '../../../../ui/summary.tsx'
import { type Revealable, formatPhone, maskPhone, maskSixteenDigits } from '../../../registry/index.ts'
import { type Question, isAsked, isEntries } from '../../../services/index.ts'
import { answerText, entryText } from '../applicant/answer-text.ts'
import { applicationsId } from '../../messages.id.ts'
import { officeWords } from '../../office-messages.id.ts'
import type { CaseModel } from './case-model.ts'

const t = officeWords.sheet

const dateText = (iso: string): string => longDate(Temporal.PlainDate.from(iso))

type SecretProps = { model: CaseModel; field: Revealable; label: string; whole: string; hidden: string; name?: string }

/** A number of the owner: hidden until asked for, and then the asking is in the log that he can read. */
function Secret({ model, field, label, whole, hidden }: SecretProps) {
  if (model.shown.fields.has(field)) return <Masked label={label} value={whole} note={t.seen} />
  const purpose = field === 'phone' ? 'contact' : 'verification'
  return <Masked label={label} value={hidden} reveal={{ action: `/petugas/permohonan/${model.application.id}`, fields: { act: 'reveal', field, purpose } }} />
}

function ownerRows(model: CaseModel): SummaryRow[] {
  const { owner, home } = model
  const { nationalId, familyCardNumber, phone } = owner
  const address = [owner.address, home?.village, home?.district].filter(Boolean).join(', ')
  return [
    { label: t.name, value: owner.name },
    { label: t.nationalId, value: nationalId && <Secret model={model} field="nationalId" label={t.nationalId} whole={nationalId} hidden={maskSixteenDigits(nationalId)} /> },
    {
      label: t.familyCard,
      value: familyCardNumber && <Secret model={model} field="familyCardNumber" label={t.familyCard} whole={familyCardNumber} hidden={maskSixteenDigits(familyCardNumber)} />,
    },
    { label: t.phone, value: phone && <Secret model={model} field="phone" label={t.phone} whole={formatPhone(phone)} hidden={maskPhone(phone)} /> },
    { label: t.gender, value: owner.gender && t.genders[owner.gender] },
    { label: t.birth, value: [owner.birthPlace, owner.birthDate && dateText(owner.birthDate)].filter(Boolean).join(', ') },
    { label: t.home, value: address },
  ]
}

export function OwnerCard({ model }: { model: CaseModel }) {
  return <Card title={t.owner}><Summary rows={ownerRows(model)} /></Card>
}

export function BusinessCard({ model }: { model: CaseModel }) {
  const { business } = model
  if (!business) return <Card title={t.business}><p>{t.noBusiness}</p></Card>
  const { record } = business
  const money = (amount: number | null, label: string) =>
    (amount === null ? t.unstated : <Secret model={model} field="money" label={label} whole={formatRupiah(amount)} hidden={t.hiddenMoney} />)
  return (
    <>
      <Card title={t.business} side={<StatusTag tone={business.verifiedBy ? 'success' : 'neutral'} text={business.verifiedBy ? t.verifiedBusiness : t.newBusiness} />}>
        <Summary rows={[
          { label: t.businessName, value: <a href={`/petugas/usaha/${business.id}`}>{record.name}</a> },
          { label: t.registry, value: <span class="mono">{business.registryNumber}</span> },
          { label: t.activity, value: business.kbliTitle === null ? t.unstated : `${record.kbli} ${business.kbliTitle} (KBLI ${record.kbliVersion})` },
          { label: t.product, value: record.mainProduct },
          { label: t.place, value: [record.address, record.rt && `RT ${record.rt}`, record.rw && `RW ${record.rw}`, business.village, business.district].filter(Boolean).join(', ') },
          { label: t.since, value: record.startedOn ? dateText(record.startedOn) : t.unstated },
          { label: t.nib, value: record.nib },
        ]} />
      </Card>
      <Card title={t.money}>
        <Summary rows={[
          { label: t.capital, value: money(record.capital, t.capital) },
          { label: t.sales(record.salesYear), value: money(record.annualSales, t.sales(record.salesYear)) },
          {
            label: t.scale,
            value: business.scale && t.scaleText(t.scales[business.scale] ?? '', t.criteria[business.scaleCriterion ?? ''] ?? ''),
          },
        ]} />
      </Card>
    </>
  )
}

/** An answer; under one that the applicant disputes what the registry says, so that both are seen. */
function answerOf({ application, form }: CaseModel, question: Question): ComponentChild {
  const answer = application.answers[question.key]
  if (question.type === 'group' && isEntries(answer)) return <ol>{answer.map((entry, at) => <li key={at}>{entryText(question, entry, 'id')}</li>)}</ol>
  const text = answerText(question, answer, 'id')
  const noted = form.notes.known[question.key]
  if (!noted) return text
  const origin = noted.state === 'disputed' ? t.disputed(answerText(question, noted.said, 'id') ?? '', noted.from) : t.known(noted.from)
  return <>{text}<br />{noted.state === 'disputed' ? <b>{origin}</b> : <span class="soft">{origin}</span>}</>
}

/** Of a paper form that was typed in: when it was handed in, and why it waited. */
function receivedRow({ form: { notes } }: CaseModel): SummaryRow[] {
  if (notes.receivedAt === null) return []
  const value = <>{longMoment(fromDb(notes.receivedAt))}{notes.receivedReason !== null && <><br />{t.receivedLate(notes.receivedReason)}</>}</>
  return [{ label: t.received, value }]
}

export function AnswersCard({ model }: { model: CaseModel }) {
  const { application, definition, form } = model
  const asked = definition.questions.filter((question) => isAsked(question, application.answers, form.facts))
  return (
    <Card title={t.answers}>
      <Summary rows={[...receivedRow(model), ...asked.map((question) => ({ label: question.label.id, value: answerOf(model, question) }))]} />
    </Card>
  )
}

export function EarlierCard({ model: { earlier } }: { model: CaseModel }) {
  return (
    <Card title={t.earlier}>
      {earlier.length === 0 ? <p>{t.noEarlier}</p> : (
        <div class="prose">
          <ul>
            {earlier.map((one) => (
              <li key={one.id}>
                <a class="mono" href={`/petugas/permohonan/${one.id}`}>{one.reference}</a> {t.earlierOne(one.serviceCode, applicationsId.status[one.status])}
                <span class="soft"> · {shortDate(wibDate(fromDb(one.createdAt)))}{one.isSameBusiness && ` · ${t.sameBusiness}`}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  )
}
