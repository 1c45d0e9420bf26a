import { wibDate } from '../../../kernel/wib.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { KeptBusiness } from '../business-store.ts'
import type { Quality } from '../core/completeness.ts'
import { labelOf } from '../field-text.ts'
import type { Labels } from '../labels.ts'
import type { PageWords } from '../page-messages.id.ts'
import type { Proposal } from '../proposals-store.ts'
import type { ScreenWords } from '../screen-messages.id.ts'

/** Where the record went, and whether this person may follow. */
export type Survivor = { id: string; name: string; registryNumber: string; mayRead: boolean }

/** A record that was merged says so first, and leads on. */
export function AbsorbedNotice({ survivor, path, words: { absorbed: t } }: { survivor: Survivor; path: (id: string) => string; words: PageWords }) {
  return (
    <Notice tone="warning" title={t.title}>
      <p>{survivor.mayRead ? t.kept : t.other}</p>
      {survivor.mayRead && <p><a href={path(survivor.id)}>{survivor.name}</a> <span class="mono">{survivor.registryNumber}</span></p>}
    </Notice>
  )
}

/** After a year somebody says whether all of it still holds; where nothing changed, by one button. */
export function StaleNotice({ business, quality, mayChange, words: { confirm: t, labels } }: { business: KeptBusiness; quality: Quality; mayChange: boolean; words: PageWords }) {
  if (!quality.needsUpdate) return null
  return (
    <Notice tone="warning" title={t.title}>
      <p>{t.lead(labels.day(wibDate(business.lastConfirmedAt)))}</p>
      {mayChange && <form method="post" action={`/usaha/${business.id}/benar`}><Button look="secondary">{t.button}</Button></form>}
    </Notice>
  )
}

/** To outgrow the micro scale is a success; who serves the owner from then on is told. Source: PP 7/2021, Pasal 35; who serves whom: registry notes, section 2 */
export function OutgrownNotice({ business, words: { outgrown: t }, scales }: { business: KeptBusiness; words: PageWords; scales: ScreenWords['scale']['is'] }) {
  if (business.scale === null || business.scale === 'micro') return null
  return (
    <Notice tone="success" title={t.title(scales[business.scale].toLowerCase())}>
      <p>{t.kept}</p>
      <div class="prose"><ul><li>{business.scale === 'small' ? t.province : t.ministry}</li><li>{t.letters}</li><li>{t.wrong}</li></ul></div>
      <p class="soft">{t.source}</p>
    </Notice>
  )
}

const fieldsOf = ({ sets }: Proposal, labels: Labels): string => [...new Set(Object.keys(sets).map((field) => labelOf(field, labels)))].join(', ')

type ProposalProps = { proposal: Proposal; businessId: string; mode: 'owner' | 'steward' | 'officer'; words: PageWords }

/** What the owner proposed: what waits, and how the last one ended. Stewards are led to it. */
export function ProposalNotice({ proposal, businessId, mode, words: { proposals: t, labels } }: ProposalProps) {
  const fields = fieldsOf(proposal, labels)
  if (proposal.state === 'pending') {
    return (
      <Notice tone="info" title={t.pendingTitle}>
        <p>{t.pending(fields)}</p>
        {mode === 'owner' && <form method="post" action={`/usaha/${businessId}/tarik`}><Button look="secondary" small>{t.withdraw}</Button></form>}
        {mode === 'steward' && <p><ButtonLink href={`/petugas/usulan/${proposal.id}`} look="secondary" small>{t.toSteward}</ButtonLink></p>}
      </Notice>
    )
  }
  if (mode !== 'owner' || proposal.state === 'withdrawn' || proposal.decidedAt === null) return null
  const isAccepted = proposal.state === 'accepted'
  return (
    <Notice tone={isAccepted ? 'success' : 'warning'} title={isAccepted ? t.acceptedTitle : t.rejectedTitle}>
      <p>{(isAccepted ? t.accepted : t.rejected)(fields, labels.moment(proposal.decidedAt))}</p>
      {proposal.note && <p>{t.note(proposal.note)}</p>}
    </Notice>
  )
}
