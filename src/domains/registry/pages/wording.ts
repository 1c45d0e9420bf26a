import { localPath } from '../../../kernel/local-path.ts'
import type { Language, UnitAsk } from '../../../platform/http/context.ts'
import type { Form } from '../../../platform/http/page.ts'
import type { Variant } from '../../../platform/http/route.ts'
import { labelsEn } from '../labels.en.ts'
import { type Labels, labelsId } from '../labels.ts'
import { pageEn } from '../page-messages.en.ts'
import { type PageWords, pageId } from '../page-messages.id.ts'
import { screenEn } from '../screen-messages.en.ts'
import { type ScreenWords, screenId } from '../screen-messages.id.ts'
import type { Fill } from './steps.ts'

export const wordsIn = (lang: Language): ScreenWords => (lang === 'en' ? screenEn : screenId)

export const labelsIn = (lang: Language): Labels => (lang === 'en' ? labelsEn : labelsId)

export const pageWordsIn = (lang: Language): PageWords => (lang === 'en' ? pageEn : pageId)

/** Officers stay in their frame when they fill in for a citizen. */
export const variantFor = ({ actor }: Pick<UnitAsk, 'actor'>): Variant => (actor?.kind === 'officer' ? 'officer' : 'applicant')

/** Fills a field with what was typed when the form came back, else with what is kept. */
export const fillFrom = (form: Form): Fill => (name, kept) => {
  const typed = form.values[name]
  if (Object.keys(form.values).length > 0) return typeof typed === 'string' ? typed : undefined
  return kept === undefined || kept === null ? undefined : String(kept)
}

const INSIDE = 'http://inside.invalid'

/** A path of this site to go on to, or undefined. */
export const pathInside = (text: string | undefined): string | undefined => localPath(text, '') || undefined

/** The way on with the new business: `/permohonan/baru?layanan=UM-02&usaha=<id>`. */
export function withBusiness(path: string, businessId: string): string {
  const url = new URL(path, INSIDE)
  url.searchParams.set('usaha', businessId)
  return `${url.pathname}${url.search}`
}
