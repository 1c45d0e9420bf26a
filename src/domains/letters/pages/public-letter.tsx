import { Temporal } from 'temporal-polyfill'
import type { ComponentChildren } from 'preact'
import { longDate, wibDate } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import type { Language } from '../../../platform/http/context.ts'
import { Panel } from '../../../ui/panel.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { type LetterStatus, maskHolder } from '../core/letter.ts'
import { lettersEn } from '../messages.en.ts'
import { lettersId } from '../messages.id.ts'
import type { PublicLetter } from '../public-letter.ts'

export const wordsFor = (lang: Language): typeof lettersId => (lang === 'en' ? lettersEn : lettersId)

const TONE: Record<LetterStatus, Tone> = { valid: 'success', expired: 'warning', replaced: 'warning', revoked: 'danger' }

/** A day in the language of the page. */
export function dayText(iso: string, lang: Language): string {
  const date = Temporal.PlainDate.from(iso)
  return lang === 'en' ? date.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }) : longDate(date)
}

function Explained({ letter, status, office, successor }: PublicLetter, lang: Language): ComponentChildren {
  const t = wordsFor(lang)
  if (letter.state === 'void') return t.public.void
  if (successor) return <>{t.public.replaced} <a href={`/v/${successor.code}`}>{successor.number}</a></>
  if (status === 'revoked' && letter.revokedAt && letter.revokeReason) {
    return t.public.revoked(dayText(wibDate(fromDb(letter.revokedAt)).toString(), lang), t.reason[letter.revokeReason])
  }
  if (status === 'expired' && letter.validUntil) return t.public.expired(dayText(letter.validUntil, lang))
  return t.public.lead(office)
}

/** How the letter stands: the largest thing on the page. A sample letter never looks like a good one. */
export function StatusPanel({ shown, lang }: { shown: PublicLetter; lang: Language }) {
  const t = wordsFor(lang)
  const { letter, status } = shown
  const isSample = letter.signature === 'test'
  const good = status === 'valid'
  return (
    <Panel tone={good && isSample ? 'warning' : TONE[status]} title={good && isSample ? t.public.validTest : t.public.title[status]}>
      {shown.uses && shown.uses.made >= shown.uses.allowed && <p><strong>{t.uses.usedUp(shown.uses.allowed)}</strong></p>}
      {isSample && <p><strong>{t.public.testLead}</strong></p>}
      {!(good && isSample) && <p>{Explained(shown, lang)}</p>}
    </Panel>
  )
}

/** The part of "Kupang, Jabon" that may be told: the district. */
const districtOf = (place: string): string => place.split(', ').at(-1) ?? place

/**
 * What whoever holds the letter compares with it; no NIK, no address, no money.
 * @param own shown to the holder himself: the name stands whole
 */
export function PublicFacts({ shown: { letter, uses }, lang, own }: { shown: PublicLetter; lang: Language; own?: true }) {
  const t = wordsFor(lang)
  const { facts } = letter
  const rows: [string, string][] = [
    [t.public.kind, facts.title],
    [t.public.number, letter.number],
    [t.public.issuedOn, dayText(facts.issuedOn, lang)],
    [t.public.validUntil, letter.validUntil === null ? t.public.without : dayText(letter.validUntil, lang)],
    ...(uses ? [[t.public.uses, t.uses.count(uses.made, uses.allowed)] as [string, string]] : []),
    [t.public.holder, own ? facts.holderFull : maskHolder(facts.holderFull)],
    ...(facts.businessFull === '' ? [] : [[t.public.business, facts.businessFull] as [string, string]]),
    [t.public.district, districtOf(facts.place)],
    ...(facts.scale === 'none' ? [] : [[t.public.scale, t.scale[facts.scale]] as [string, string]]),
    ...(facts.purpose === '' ? [] : [[t.public.purpose, facts.purpose] as [string, string]]),
    [t.public.signature, t.signature[letter.signature]],
  ]
  return <dl class="facts">{rows.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
}
