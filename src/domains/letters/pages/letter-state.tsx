import type { Temporal } from 'temporal-polyfill'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { LetterStatus } from '../core/letter.ts'
import { type Letter, statusOfLetter } from '../letter-store.ts'
import { lettersId } from '../messages.id.ts'
import { officeLetters as t } from '../office-messages.id.ts'

const TONE: Record<LetterStatus, Tone> = { valid: 'success', expired: 'neutral', replaced: 'warning', revoked: 'danger' }

/** How a letter stands for officers: on its way, worth something, or not. */
export function LetterTag({ letter, now }: { letter: Letter; now: Temporal.Instant }) {
  if (letter.state === 'signing') return <StatusTag tone="info" text={t.state.signing} />
  if (letter.state === 'void') return <StatusTag tone="neutral" text={t.state.void} />
  const status = statusOfLetter(letter, now)
  return <StatusTag tone={TONE[status]} text={lettersId.status[status]} />
}

/** Why a number has no letter, or not yet; undefined when there is nothing to explain. */
export function troubleOf(letter: Letter): string | undefined {
  const failed = letter.lastFailure === null ? '' : `${t.failure(letter.lastFailure)} ${t.attempts(letter.attempts)}.`
  if (letter.state === 'void') return `${t.letter.voidReason} ${failed}`.trim()
  if (letter.state === 'issued') return undefined
  return letter.signature === 'wet-ink' && letter.storageKey !== null ? t.waitsForScan : failed || undefined
}
