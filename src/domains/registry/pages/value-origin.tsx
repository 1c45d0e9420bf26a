import type { ComponentChildren } from 'preact'
import type { Folded } from '../../../kernel/ledger.ts'
import type { Names } from '../field-names.ts'
import { fieldText } from '../field-text.ts'
import type { PageWords } from '../page-messages.id.ts'
import { originText } from './origin-text.ts'

/** What is known of where the values of a record come from. */
export type Origins = {
  folded: Folded; names: Names
  /** Sources stand beside every value, not only what other sources say instead. */
  shown: boolean
  /** Sums are shown as they are. */
  plain: boolean
}

/** A value with its source, time and who, and with what other sources say instead. */
export function WithOrigin({ fields, origins, words, children }: { fields: readonly string[]; origins: Origins; words: PageWords; children: ComponentChildren }) {
  const { folded, names, shown, plain } = origins
  const origin = fields.map((field) => folded.origins[field]).find((act) => act !== undefined)
  const rivals = fields.flatMap((field) => (folded.rivals[field] ?? []).map(({ value, act }) => ({ text: fieldText(field, value, names, plain, words.labels), from: originText(act, names.accounts, words.labels) })))
    .filter(({ text }) => text !== '')
  return (
    <>
      {children}
      {shown && origin && <><br /><small class="soft">{words.origins.from(originText(origin, names.accounts, words.labels))}</small></>}
      {rivals.map(({ text, from }) => <span key={`${from} ${text}`}><br /><small class="soft">{words.origins.according(from, text)}</small></span>)}
    </>
  )
}
