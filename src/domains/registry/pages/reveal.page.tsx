import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { findBusinessAccess } from '../business-store.ts'
import { PURPOSES, REVEALABLE, revealOwner, shownCookie, shownOn } from '../reveal.ts'
import { officerWords } from '../screen-messages.id.ts'
import { businessPath } from './step-pages.tsx'
import { fillFrom, pathInside, variantFor, wordsIn } from './wording.ts'

const w = officerWords.reveal
const fields = z.object({
  field: z.enum(REVEALABLE, { error: w.field }), here: z.string().optional(), purpose: z.enum(PURPOSES).optional().catch(undefined),
    asked: z.string().optional(),
})

/**
 * Opens one masked value for a few minutes. Officers say what for, once; their look is logged before the value is shown.
 * Owners see their own without a question. The value itself never stands in an address or a cookie.
 */
export const revealPage = page({
  path: '/usaha/:id/tampilkan',
  right: 'person.reveal',
  access: ({ unit, params }) => findBusinessAccess(unit.tx, params['id'] ?? ''),
  fields,
  read: ({ unit, params }) => findBusinessAccess(unit.tx, params['id'] ?? ''),
  view(_access, ask, form): Screen {
    const fill = fillFrom(form)
    const here = pathInside(fill('here')) ?? businessPath(ask, ask.params['id'] ?? '')
    const field = REVEALABLE.find((one) => one === fill('field')) ?? 'nationalId'
    // The first tap brings no purpose: it is a question then, not a mistake.
    const problems = fill('asked') ? form.problems : []
    return {
      title: w.title, variant: variantFor(ask), wrong: problems.length > 0,
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={w.title} lead={w.lead} over={`${w.field}: ${w.fields[field]}`} />
          <form method="post" noValidate class="stack">
            <input type="hidden" name="field" value={field} />
            <input type="hidden" name="here" value={here} />
            <input type="hidden" name="asked" value="1" />
            <RadioGroup name="purpose" label={w.title} error={problemOf(problems, 'purpose')} value={fill('purpose')}
              choices={PURPOSES.map((value) => ({ value, label: w.purposes[value] }))} />
            <div class="row">
              <Button>{w.button}</Button>
              <ButtonLink href={here} look="link">{wordsIn(ask.lang).wizard.cancel}</ButtonLink>
            </div>
          </form>
        </>
      ),
    }
  },
  async send(ask, { field, here, purpose }, { ownerId }) {
    const id = ask.params['id'] ?? ''
    const isOwner = ask.actor.personId === ownerId
    if (!purpose && !isOwner) return invalid([{ field: 'purpose', message: w.purposeNeeded }])
    await revealOwner(ask.unit, ask.tools, ask.actor, id, { fields: [field], purpose: purpose ?? 'correction' })
    const before = shownOn(ask, id)
    const shown = { fields: new Set([...before.fields, field]), purpose }
    return ok({
      goTo: pathInside(here) ?? businessPath(ask, id),
      cookies: [shownCookie(ask.tools.keys, ask.actor, ask.unit.now.epochMilliseconds, id, shown)],
    })
  },
})
