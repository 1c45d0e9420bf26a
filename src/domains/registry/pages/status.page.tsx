import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { type KeptBusiness, findBusiness, findBusinessAccess } from '../business-store.ts'
import { changeBusiness } from '../change-business.ts'
import { answerMark, businessPath } from './step-pages.tsx'
import { textFields } from './steps.ts'
import { typedDay } from '../../../ui/fields/typed-day.ts'
import { fillFrom, labelsIn, pageWordsIn, variantFor, wordsIn } from './wording.ts'

/** That a record is a double is found out by comparing, never told here. */
const TOLD = ['active', 'paused', 'closed', 'moved-away'] as const
const BY_OFFICERS = [...TOLD, 'not-found'] as const

/** Whether the business still runs, and since when. */
export const statusPage = page({
  path: '/usaha/:id/status',
  right: 'business.update',
  access: ({ unit, params }) => findBusinessAccess(unit.tx, params['id'] ?? ''),
  fields: textFields,
  read: ({ unit, tools, params }): Promise<KeptBusiness | undefined> => findBusiness(unit.tx, tools.keys, params['id'] ?? ''),
  view(business, ask, form): Screen {
    const w = pageWordsIn(ask.lang).status
    const words = wordsIn(ask.lang)
    const fill = fillFrom(form)
    const offered = ask.actor.kind === 'officer' ? BY_OFFICERS : TOLD
    const home = businessPath(ask, business.id)
    return {
      title: w.title, variant: variantFor(ask), wrong: form.problems.length > 0, back: { href: home, text: business.record.name },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={w.title} lead={w.lead} />
          <form method="post" noValidate class="stack">
            <input type="hidden" name="version" value={business.version} />
            <RadioGroup name="status" label={w.label} value={fill('status', business.record.status)} error={problemOf(form.problems, 'status')}
              choices={offered.map((value) => ({ value, label: labelsIn(ask.lang).choices.status[value], hint: w.hints[value] }))} />
            <DateField name="since" label={w.since} hint={w.sinceHint} optional error={problemOf(form.problems, 'since')}
              value={{ day: fill('since-day'), month: fill('since-month'), year: fill('since-year') }} />
            <div class="row"><Button>{words.wizard.save}</Button><ButtonLink href={home} look="link">{words.wizard.cancel}</ButtonLink></div>
          </form>
        </>
      ),
    }
  },
  async send(ask, values, business) {
    const w = pageWordsIn(ask.lang).status
    const status = z.enum(ask.actor.kind === 'officer' ? BY_OFFICERS : TOLD).safeParse(values['status'])
    if (!status.success) return invalid([{ field: 'status', message: w.choose }])
    const since = typedDay(values, 'since')
    if (since === undefined || since > wibDate(ask.unit.now).toString()) return invalid([{ field: 'since', message: w.wrongDate }])
    const version = Number(values['version'])
    const changed = await changeBusiness(ask.unit, ask.tools, ask.actor, business.id, {
      status: status.data, ...(since === '' ? {} : { validFrom: since }), ...(Number.isInteger(version) ? { version } : {}),
    })
    return changed.ok ? ok({ goTo: `${businessPath(ask, business.id)}?${answerMark(changed.value)}=1` }) : changed
  },
})
