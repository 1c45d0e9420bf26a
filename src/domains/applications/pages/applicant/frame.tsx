import type { ComponentChildren } from 'preact'
import type { Allowed, Language, UnitAsk } from '../../../../platform/http/context.ts'
import type { Screen, Variant } from '../../../../platform/http/route.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { BackLink } from '../../../../ui/way-back.tsx'
import { type CaseFile, wordsOf } from './case-file.ts'

/** Officers stay in their frame when they fill in for a citizen. */
export const variantFor = ({ actor }: Pick<UnitAsk, 'actor'>): Variant => (actor?.kind === 'officer' ? 'officer' : 'applicant')

/** Says for whom an officer is filling in; nothing for the applicant himself. */
export function Helping({ ask, name }: { ask: Pick<Allowed, 'actor' | 'lang'>; name: string }) {
  if (ask.actor.kind !== 'officer') return null
  const t = wordsOf(ask.lang)
  return <Notice tone="warning" title={t.helping(name)}><p>{t.helpingMore}</p></Notice>
}

type CasePage = { title: string; wrong?: boolean; back?: string | undefined; body: ComponentChildren }

/** A page about one case. */
export function caseScreen(ask: Pick<Allowed, 'actor' | 'lang'>, file: CaseFile, page: CasePage): Screen {
  return {
    title: page.title, variant: variantFor(ask), wrong: page.wrong ?? false,
    body: (
      <>
        {page.back && <BackLink href={page.back} />}
        <Helping ask={ask} name={file.owner.name} />
        {page.body}
      </>
    ),
  }
}

/** Instead of a form whose part cannot be changed now: why, and where to go. */
export function closedScreen(ask: Pick<Allowed, 'actor' | 'lang'>, file: CaseFile): Screen {
  const t = wordsOf(ask.lang).closed
  const open = file.application.status === 'draft' || file.application.status === 'returned'
  return caseScreen(ask, file, {
    title: t.title,
    body: (
      <>
        <PageHeading title={t.title} lead={!file.mayEdit ? t.notYours : open ? t.notAsked : t.sent} />
        <div class="row"><ButtonLink href={`/permohonan/${file.application.id}`}>{t.toCase}</ButtonLink></div>
      </>
    ),
  })
}

/** "184 KB" */
export const sizeText = (bytes: number, lang: Language): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1).replace('.', lang === 'id' ? ',' : '.')} MB`
