import { z } from 'zod'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { listBudgets, setBudgets } from '../budget-store.ts'
import { deskId } from '../desk-messages.id.ts'
import { DESK } from './desk-frame.tsx'

const t = deskId.budget

const typed = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const most = z.string().trim().regex(/^\d{0,8}$/, t.wrong).transform((text) => (text === '' ? undefined : Number(text)))
  .refine((count) => count === undefined || count <= 10_000_000, t.wrong)

/** How many messages a month may go by a road that costs money. */
export const budgetPage = page({
  path: DESK.budget,
  right: 'message.budget',
  fields: z.object({ whatsapp: most, sms: most }),
  read: ({ unit, actor }) => listBudgets(unit.tx, actor.officeId, unit.now),
  view: (budgets, _ask, { values, problems }) => ({
    title: t.title, variant: 'officer', wrong: problems.length > 0, back: { href: DESK.providers, text: deskId.tabs.providers },
    body: (
      <>
        <ErrorSummary problems={problems} />
        <PageHeading title={t.title} lead={t.lead} />
        <form method="post" noValidate class="stack">
          {budgets.map(({ road, count, most: limit }) => (
            <TextField key={road} name={road} label={t.fields[road]} hint={t.hint(count)} inputMode="numeric" width={8} maxLength={8} optional
              value={typed(values[road]) ?? limit?.toString() ?? ''} error={problemOf(problems, road)} />
          ))}
          <div><Button>{t.save}</Button></div>
        </form>
      </>
    ),
  }),
  async send({ unit, actor }, limits) {
    await setBudgets(unit, actor, limits)
    return { ok: true, value: { goTo: `${DESK.providers}?selesai=batas` } }
  },
})
