import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { roleOf } from '../../../platform/db/unit.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { shownCookie, shownOn } from '../../registry/index.ts'
import { accessOf } from '../access.ts'
import { officerWords, screenId } from '../screen-messages.id.ts'
import { typed } from './typed-answers.ts'
import { cooperativePath } from './wording.ts'

const w = officerWords.reveal
const PURPOSES = ['verification', 'contact', 'correction', 'inspection'] as const
const fields = z.object({
  field: z.enum(['phone', 'npwp'], { error: w.noField }), purpose: z.enum(PURPOSES).optional().catch(undefined),
  asked: z.string().optional(),
})

/**
 * Opens telephone or tax number for a few minutes, for a purpose; the opening is an event of its own. The value never stands in an address.
 */
export const revealPage = page({
  path: '/koperasi/:id/tampilkan',
  right: 'person.reveal',
  access: accessOf,
  fields,
  read: accessOf,
  view(_access, ask, form): Screen {
    const field = typed(form.values, 'field') === 'npwp' ? 'npwp' : 'phone'
    // The first tap brings no purpose: it is a question then, not a mistake.
    const problems = typed(form.values, 'asked') ? form.problems : []
    return {
      title: w.title, variant: 'officer', wrong: problems.length > 0,
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={w.title} lead={w.lead} over={screenId.fields[field]} />
          <form method="post" noValidate class="stack">
            <input type="hidden" name="field" value={field} />
            <input type="hidden" name="asked" value="1" />
            <RadioGroup name="purpose" label={w.title} error={problemOf(problems, 'purpose')} value={typed(form.values, 'purpose')}
              choices={PURPOSES.map((value) => ({ value, label: w.purposes[value] }))} />
            <div class="row">
              <Button>{w.button}</Button>
              <ButtonLink href={cooperativePath(ask, ask.params['id'] ?? '')} look="link">{screenId.wizard.cancel}</ButtonLink>
            </div>
          </form>
        </>
      ),
    }
  },
  async send(ask, { field, purpose }) {
    if (!purpose) return invalid([{ field: 'purpose', message: w.needed }])
    const { unit, tools, actor, params } = ask
    const id = params['id'] ?? ''
    unit.record(
      actor.officeId,
      {
        what: 'cooperative.reveal', kind: 'cooperative', subject: id, actor: actor.accountId, role: roleOf(actor), data: { field, purpose },
      },
    )
    const shown = { fields: new Set([...shownOn(ask, id).fields, field]), purpose }
    return ok({ goTo: cooperativePath(ask, id), cookies: [shownCookie(tools.keys, actor, unit.now.epochMilliseconds, id, shown)] })
  },
})
