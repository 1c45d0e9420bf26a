import type { Temporal } from 'temporal-polyfill'
import { formatRupiah } from '../../../kernel/rupiah.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { scaleOfBusiness } from '../core/business-check.ts'
import type { Business } from '../core/business-record.ts'
import type { ScreenWords } from '../screen-messages.id.ts'
import { wordsIn } from './wording.ts'

/** Reminds an officer whose answers these are. */
export function ForWhom({ ask, ownerName }: { ask: Allowed; ownerName: string }) {
  if (ask.actor.kind !== 'officer') return null
  const { wizard: w } = wordsIn(ask.lang)
  return <Notice title={w.forWhom(ownerName)}><p>{w.forWhomNote}</p></Notice>
}

/** What an old page of a draft shows after the business was saved: a way forward instead of an empty form. */
export function AlreadySaved({ businessId, ask }: { businessId: string; ask: Allowed }) {
  const { wizard: w } = wordsIn(ask.lang)
  const href = ask.actor.kind === 'officer' ? `/petugas/usaha/${businessId}` : `/usaha/${businessId}`
  return <Panel tone="success" title={w.alreadySaved}><ButtonLink href={href}>{w.toBusiness}</ButtonLink></Panel>
}

type ScaleProps = { record: Pick<Business,
  'capital' | 'annualSales' | 'salesYear' | 'startedOn'>; asOf: Temporal.PlainDate; words: ScreenWords; hidden?: boolean }

/** The scale and, in plain words, what it comes from. `hidden` leaves the amount out, the bound stays. Source: PP 7/2021, Pasal 35 */
export function ScaleCard({ record, asOf, words, hidden = false }: ScaleProps) {
  const w = words.scale
  const decision = scaleOfBusiness(record, asOf)
  if (!decision) return <Card title={words.check.scale} side={<StatusTag tone="neutral" text={w.none} />}><p>{w.noneWhy}</p></Card>
  const { scale, criterion, reason, above, upTo, source } = decision
  const amount = hidden ? words.sheet.hidden : formatRupiah(decision.amount)
  return (
    <Card title={words.check.scale} side={<StatusTag tone={scale === 'micro' ? 'success' : 'info'} text={w.is[scale]} />}>
      <p>{upTo === null ? w.above(w.basis[criterion], amount, formatRupiah(above ?? 0)) : w.upTo(w.basis[criterion], amount,
        formatRupiah(upTo))}</p>
      <p class="soft">{w.reason[reason]} {w.source(source)}</p>
    </Card>
  )
}
