import { z } from 'zod'
import { invalid, ok } from '../../../../kernel/result.ts'
import { page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { TextArea } from '../../../../ui/fields/text-area.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { possibleSteps, takeStep } from '../../commands/steps.ts'
import { accessOf, readCase, wordsOf } from './case-file.ts'
import { caseScreen } from './frame.tsx'

const MOST = 500

/** Taking a case back is asked once more, on a page of its own. */
export const withdrawPage = page({
  path: '/permohonan/:id/tarik',
  right: 'application.withdraw',
  access: accessOf,
  // The sentence is in the reader's language, so the length is judged where that is known.
  fields: z.object({ note: z.string().default('') }),
  async read(ask) {
    const file = await readCase(ask)
    return file && { file, possible: possibleSteps(ask.actor, file.application, file.definition).includes('withdraw') }
  },
  view({ file, possible }, ask, form) {
    const t = wordsOf(ask.lang).withdraw
    const { id, status, reference } = file.application
    const draft = status === 'draft'
    const title = draft ? t.titleDraft : t.title
    const typed = form.values['note']
    return caseScreen(ask, file, {
      title, wrong: form.problems.length > 0, back: `/permohonan/${id}`,
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={title} over={<span class="mono">{reference}</span>} lead={possible ? (draft ? t.leadDraft : t.lead) : t.notNow} />
          {possible && (
            <form method="post" class="stack" noValidate>
              {!draft && (
                <TextArea name="note" label={t.why} hint={t.whyHint} optional rows={3}
                  value={typeof typed === 'string' ? typed : ''} error={problemOf(form.problems, 'note')} />
              )}
              <div class="row">
                <Button look="danger">{draft ? t.yesDraft : t.yes}</Button>
                <ButtonLink href={`/permohonan/${id}`} look="secondary">{t.no}</ButtonLink>
              </div>
            </form>
          )}
        </>
      ),
    })
  },
  async send(ask, { note }, { file }) {
    const { id, status } = file.application
    if (status === 'withdrawn') return ok({ goTo: `/permohonan/${id}` })
    if (note.length > MOST) return invalid([{ field: 'note', message: wordsOf(ask.lang).withdraw.tooLong }])
    const taken = await takeStep(ask.tools, ask.unit, ask.actor, id, { step: 'withdraw', note: note.replaceAll('\0', '') })
    return taken.ok ? ok({ goTo: `/permohonan/${id}` }) : taken
  },
})
