import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { typedIn } from '../../../platform/http/form.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { quarterOf, surveyPeriod } from '../core/survey-period.ts'
import { officeId } from '../office-words.id.ts'
import { listSuggestions, moderate } from '../suggestion-store.ts'
import { listPeriods } from '../survey-results.ts'
import { DESK, mayDo, surveyScreen } from './frame.tsx'
import { namesFor } from './names.ts'
import { periodText } from './number-words.ts'

const t = officeId.suggestions
const PATH = `${DESK}/saran`
const TONES = { new: 'info', public: 'success', hidden: 'neutral' } as const

const fields = z.object({ to: z.enum(['public', 'hidden']), reason: z.string().max(200).default('') })

/** One suggestion: released for everybody, or hidden with a reason. */
export const suggestionPage = page({
  path: `${PATH}/:quarter/:id`,
  right: 'survey.moderate',
  access: async ({ actor }) => ({ officeId: actor?.officeId ?? '' }),
  fields,
  async read({ unit, actor, params }) {
    const period = surveyPeriod(params['quarter'] ?? '')
    if (period?.kind !== 'quarter') return undefined
    const one = (await listSuggestions(unit.tx, actor.officeId, period.key, period)).find(({ id }) => id === params['id'])
    return one && { one, period }
  },
  view: ({ one, period }, { actor }, form) => surveyScreen({
    actor, tab: 'suggestions', title: t.words, form, back: { href: `${PATH}?triwulan=${period.key}`, text: t.title }, side: <StatusTag tone={TONES[one.state]} text={t.states[one.state] ?? one.state} />,
    children: (
      <>
        <section class="card"><p>{one.words}</p></section>
        {one.reason !== null && <p class="soft">{t.hiddenBecause(one.reason)}</p>}
        {one.state !== 'public' && <form method="post" class="row"><Button name="to" value="public" look="secondary">{t.release}</Button></form>}
        {one.state !== 'hidden' && (
          <form method="post" class="stack prose" noValidate>
            <TextField name="reason" label={t.reason} maxLength={200} value={typedIn(form, 'reason')} error={problemOf(form.problems, 'reason')} />
            <div class="row"><Button name="to" value="hidden" look="secondary">{t.hide}</Button></div>
          </form>
        )}
      </>
    ),
  }),
  async send({ unit, actor }, { to, reason }, { one, period }) {
    const done = await moderate(unit, actor, one.id, to, reason)
    return done.ok ? ok({ goTo: `${PATH}?triwulan=${period.key}&sudah=1` }) : done
  },
})

/** Suggestions of a quarter, read and decided on by hand. */
export const suggestionsPage = page({
  path: PATH,
  right: 'survey.read',
  access: async ({ actor }) => ({ officeId: actor?.officeId ?? '' }),
  async read({ unit, actor, query }) {
    const period = surveyPeriod(query['triwulan'] || quarterOf(wibDate(unit.now)))
    if (period?.kind !== 'quarter') return undefined
    return {
      period, quarters: (await listPeriods(unit.tx, actor.officeId, unit.now)).filter(({ kind }) => kind === 'quarter'), names: await namesFor(unit.tx, actor.officeId, unit.now, 'id'),
      suggestions: await listSuggestions(unit.tx, actor.officeId, period.key, period),
    }
  },
  view: ({ period, quarters, names, suggestions }, { actor, query }) => surveyScreen({
    actor, tab: 'suggestions', title: t.title, lead: t.lead, notice: query['sudah'] === undefined ? undefined : t.saved,
    children: (
      <>
        <form action={PATH} class="search">
          <SelectField name="triwulan" label={t.quarter} value={period.key} choices={quarters.map((one) => ({ value: one.key, label: periodText(one, 'id') }))} />
          <Button look="secondary">{t.show}</Button>
        </form>
        {suggestions.length === 0 && <EmptyState title={t.none}><p>{t.noneMore}</p></EmptyState>}
        {suggestions.map((one) => (
          <section class="card" key={one.id}>
            <p class="row"><StatusTag tone={TONES[one.state]} text={t.states[one.state] ?? one.state} /><span class="soft">{names.services.get(one.serviceCode) ?? one.serviceCode}</span></p>
            <p>{one.words}</p>
            {one.reason !== null && <p class="soft">{t.hiddenBecause(one.reason)}</p>}
            {mayDo(actor, 'survey.moderate') && <p><a href={`${PATH}/${one.quarter}/${one.id}`}>{t.todo}<span class="visually-hidden">: {one.words}</span></a></p>}
          </section>
        ))}
      </>
    ),
  }),
})
