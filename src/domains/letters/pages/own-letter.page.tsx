import { page } from '../../../platform/http/page.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { findLetter, findLetterAccess } from '../letter-store.ts'
import { type PublicLetter, publicLetterOf } from '../public-letter.ts'
import { PublicFacts, StatusPanel, dayText, wordsFor } from './public-letter.tsx'
import type { Language } from '../../../platform/http/context.ts'

function Issued({ shown, address, lang }: { shown: PublicLetter; address: string; lang: Language }) {
  const t = wordsFor(lang).own
  const { letter, status } = shown
  const isUsable = status === 'valid'
  return (
    <>
      <StatusPanel shown={shown} lang={lang} />
      {isUsable
        ? <p>{letter.validUntil === null ? t.without : t.validUntil(dayText(letter.validUntil, lang))}</p>
        : status !== 'expired' && <Notice tone="warning"><p>{t.revoked}</p></Notice>}
      <div class="row"><ButtonLink href={`/surat/${letter.id}/pdf`} icon="download" look={isUsable ? 'primary' : 'secondary'} download>{t.download}</ButtonLink></div>
      {shown.uses && shown.uses.made < shown.uses.allowed && isUsable && <p><a href={`/surat/${letter.id}/pakai`}>{wordsFor(lang).uses.note}</a></p>}
      <PublicFacts shown={shown} lang={lang} own />
      <Card title={t.checkTitle}>
        <ul>{(letter.signature === 'wet-ink' ? t.checkWetInk : t.check).map((line) => <li key={line}>{line}</li>)}</ul>
        <p class="mono">{address}</p>
        <p><a href={`/v/${letter.code}`}>{t.publicPage}</a></p>
      </Card>
    </>
  )
}

/** The holder's own letter: take it away, and how to show it. */
export const ownLetterPage = page({
  path: '/surat/:id',
  right: 'letter.read',
  access: ({ unit, params }) => findLetterAccess(unit.tx, params['id'] ?? ''),
  async read({ unit, params, actor }) {
    const letter = await findLetter(unit.tx, params['id'] ?? '')
    if (!letter || letter.state === 'void') return undefined
    if (actor.kind === 'officer') unit.looked(letter.officeId, actor, 'letter.read', { kind: 'letter', id: letter.id, personId: letter.holderId })
    return publicLetterOf(unit.tx, letter, unit.now)
  },
  view(shown, { lang, tools }) {
    const t = wordsFor(lang).own
    const { letter } = shown
    return {
      title: t.title, variant: 'applicant', back: { href: `/permohonan/${letter.applicationId}`, text: letter.reference },
      body: letter.state === 'issued'
        ? <Issued shown={shown} address={`${tools.config.baseUrl}/v/${letter.code}`} lang={lang} />
        : <><PageHeading title={t.title} over={letter.number} /><Notice><p>{t.notYet}</p></Notice></>,
    }
  },
})
