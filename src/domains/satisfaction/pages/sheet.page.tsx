import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { answerByLink, formToday } from '../answer.ts'
import { typedCode } from '../core/link-code.ts'
import { findInvitation } from '../invitation-store.ts'
import { findServiceOn } from '../../services/index.ts'
import { citizenWords } from '../words.ts'
import { SurveyFields, sheetOf } from './survey-form.tsx'

export const THANKS = '/skm/terima-kasih'
export const RESULTS = '/skm/hasil'
export const DONE = '/skm/tindak-lanjut'

const ended = (title: string, lead: string, to: string): Screen => ({
  title, variant: 'public', narrow: true, body: <><PageHeading title={title} lead={lead} /><div class="row"><ButtonLink href={RESULTS} look="secondary">{to}</ButtonLink></div></>,
})

/** The same thanks for a first and a second sending: whoever looks over a shoulder learns nothing. */
const thanksScreen = (lang: 'id' | 'en'): Screen => {
  const t = citizenWords(lang).thanks
  return {
    title: t.title, variant: 'public', narrow: true,
    body: (
      <>
        <Panel tone="success" title={t.title}><p>{t.lead}</p></Panel>
        <div class="row"><ButtonLink href={RESULTS} look="secondary">{t.results}</ButtonLink><ButtonLink href={DONE} look="link">{t.done}</ButtonLink></div>
      </>
    ),
  }
}

/** After a sheet was sent. */
export const thanksPage = page({ path: THANKS, right: 'public', read: async () => ({}), view: (_model, { lang }) => thanksScreen(lang) })

/** The survey by the link of a case: nine questions on one page, without a name. */
export const sheetPage = page({
  path: '/skm/:token',
  right: 'public',
  limit: { name: 'survey-link', most: 60, windowMs: 10 * 60_000, counts: 'misses' },
  fields: z.looseObject({}),
  async read({ unit, tools, params }) {
    const today = wibDate(unit.now)
    const found = await findInvitation(unit.tx, tools.keys, typedCode(params['token'] ?? ''), today)
    const form = found && await formToday(unit)
    if (!found || !form) return undefined
    const service = await findServiceOn(unit.tx, found.serviceCode, today.toString())
    return { found, ...form, service: service?.definition.name }
  },
  view({ found, questionnaire, service }, { lang }, form) {
    const t = citizenWords(lang)
    if (found.state === 'spent') return thanksScreen(lang)
    if (found.state === 'expired') return ended(t.link.expired, t.link.expiredLead, t.link.results)
    return {
      title: t.form.title, variant: 'public', narrow: true, wrong: form.problems.length > 0,
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={t.form.title} over={service?.[lang]} lead={t.form.lead(questionnaire.elements.length)} />
          <form method="post" class="stack" noValidate><SurveyFields questionnaire={questionnaire} variant={found.variant} lang={lang} form={form} /></form>
        </>
      ),
    }
  },
  absent: ({ lang }) => {
    const t = citizenWords(lang).link
    return ended(t.unknown, t.unknownLead, t.results)
  },
  async send({ unit, tools, params, lang }, fields, { found, officeId, questionnaire }) {
    if (found.state === 'spent') return ok({ goTo: THANKS })
    const sheet = sheetOf(fields, questionnaire, lang)
    if (!sheet.ok) return sheet
    const kept = await answerByLink({ tools, unit, officeId, lang }, params['token'] ?? '', sheet.value)
    return kept.ok ? ok({ goTo: THANKS }) : kept
  },
})
