import { z } from 'zod'
import { invalid, ok } from '../../../../kernel/result.ts'
import { may } from '../../../../kernel/rights.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { findMandate } from '../../../accounts/index.ts'
import { resourceOf } from '../../commands/steps.ts'
import { type Application, findByReference } from '../../store.ts'
import { formId } from './form-messages.id.ts'

const t = formId.resume

/** A draft this officer may see: of his area, and still a draft. Anything else is as if it were not there. */
async function draftOf(ask: Allowed, reference: string): Promise<Application | undefined> {
  const found = await findByReference(ask.unit.tx, reference.trim().toUpperCase())
  if (found?.status !== 'draft') return undefined
  return may(ask.actor, 'application.edit', resourceOf(found), ask.unit.now.epochMilliseconds).ok ? found : undefined
}

/** Takes up at the counter or in the village what a citizen began at home: by its number, and with his consent. */
export const resumePage = page({
  path: '/permohonan/lanjutkan',
  right: 'citizen.help',
  fields: z.object({ reference: z.string().max(40).default('') }),
  // Only the citizen of whom consent is missing: his name is not shown before it is given.
  read: async (ask) => ({ person: ask.query['warga'] }),
  view({ person }, _ask, { values, problems }) {
    const typed = values['reference']
    return {
      title: t.title, variant: 'officer', wrong: problems.length > 0,
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={t.title} lead={t.lead} />
          {person !== undefined && (
            <Notice tone="warning" title={t.consent}>
              <p>{t.consentMore}</p>
              <div class="row"><ButtonLink href={`/petugas/bantu/${encodeURIComponent(person)}`} look="secondary">{t.toConsent}</ButtonLink></div>
            </Notice>
          )}
          <form method="post" noValidate class="stack">
            <TextField name="reference" label={t.reference} hint={t.referenceHint} autoComplete="off" width={16} maxLength={40}
              value={typeof typed === 'string' ? typed : ''} error={problemOf(problems, 'reference')} />
            <div class="row"><Button>{t.find}</Button></div>
          </form>
        </>
      ),
    }
  },
  async send(ask, { reference }) {
    const draft = await draftOf(ask, reference)
    if (!draft) return invalid([{ field: 'reference', message: t.none }])
    const { unit, actor } = ask
    const mandate = await findMandate(unit.tx, unit.now, { personId: draft.ownerId, officerId: actor.accountId })
    return ok({ goTo: mandate || draft.enteredBy === actor.accountId ? `/permohonan/${draft.id}` : `/permohonan/lanjutkan?warga=${draft.ownerId}` })
  },
})
