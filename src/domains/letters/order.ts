import type { LetterWords } from './core/letter-content.ts'
import type { LetterFacts } from './core/letter-code.ts'
import type { ValidityRule } from './core/letter.ts'

/** What a case asks to be written: everything of the letter but its number, dates, code, signer and way of signing. */
export type LetterOrder = {
  officeId: string
  applicationId: string
  /** Number of the case, for messages. */
  reference: string
  holderId: string
  businessId: string | null
  cooperativeId: string | null
  /** Village of the business or cooperative, for rights by area. */
  villageCode: string | null
  /** Code of the service, such as UM-02. */
  kind: string
  title: string
  classification: string
  /** Template and version, such as `um-02/v1`. */
  template: string
  validity: ValidityRule
  /** How often it may be used; `null` without bound. */
  uses: number | null
  /** What for, for the public check and the register. */
  purpose: string
  /** The person it was written for. */
  holder: string
  /** The business or cooperative it is about; empty when it is about the person alone. */
  business: string
  scale: LetterFacts['scale']
  /** Village and district in words, for the code. */
  place: string
  words: LetterWords
}

/** What is kept of a letter for the public check and the register: the facts in the code, title and purpose, and the names uncut. */
export type KeptFacts = LetterFacts & { title: string; purpose: string; businessFull: string; holderFull: string }
