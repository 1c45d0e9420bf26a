import { Masked } from '../../../ui/masked.tsx'
import type { SummaryRow } from '../../../ui/summary.tsx'
import { masksOf } from '../answer.ts'
import type { KeptBusiness } from '../business-store.ts'
import { formatPhone } from '../core/phone.ts'
import type { Person } from '../person-store.ts'
import type { Revealable, Shown } from '../reveal.ts'
import type { ScreenWords } from '../screen-messages.id.ts'

/** The form behind "Tampilkan": once a purpose was given it is kept for some minutes, so that the next value is one tap away. */
export function revealForm(businessId: string, field: Revealable, here: string, { purpose }: Shown) {
  return { action: `/usaha/${businessId}/tampilkan`, fields: { field, here, ...(purpose ? { purpose } : {}) } }
}

type NumberProps = {
  field: 'nationalId' | 'familyCardNumber' | 'phone' | 'npwp'; label: string; person: Person; shown: Shown; here: string; businessId: string
  isOwner: boolean; note: string
}

/** One number of a person: masked with a way to ask, or whole where this session has asked. */
export function MaskedNumber({ field, label, person, shown, here, businessId, isOwner, note }: NumberProps) {
  const plain = person[field] ?? ''
  if (shown.fields.has(field)) {
    return <Masked label={label} value={field === 'phone' ? formatPhone(plain) : plain} {...(isOwner ? {} : { note })} />
  }
  return <Masked label={label} value={masksOf(person)[field] ?? ''} reveal={revealForm(businessId, field, here, shown)} />
}

type MoneyProps = {
  label: string; text: string; change: string | undefined; isOwner: boolean; shown: Shown; here: string; words: ScreenWords;
  business: KeptBusiness
}

/** A sum of the business: plain for its owner, masked for officers until asked for. */
export function moneyRow({ label, text, change, isOwner, shown, here, words: { sheet: s }, business }: MoneyProps): SummaryRow {
  if (isOwner || text === '' || !/\d/.test(text)) return { label, value: text, change }
  const value = shown.fields.has('money')
    ? <Masked label={label} value={text} note={s.seen} />
    : <Masked label={label} value={s.hidden} reveal={revealForm(business.id, 'money', here, shown)} />
  return { label, value, change }
}
