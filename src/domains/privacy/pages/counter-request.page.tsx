import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Result, invalid, ok } from '../../../kernel/result.ts'
import { longMoment } from '../../../kernel/wib.ts'
import { typedIn } from '../../../platform/http/form.ts'
import type { Allowed, Ask } from '../../../platform/http/context.ts'
import { type Sent, page } from '../../../platform/http/page.ts'
import { transact } from '../../../platform/db/unit.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Panel, Reference } from '../../../ui/panel.tsx'
import { countTries } from '../../accounts/index.ts'
import { findPersonByNationalId, readNationalId } from '../../registry/index.ts'
import { askRequest } from '../ask.ts'
import { citizenId } from '../citizen-words.id.ts'
import { CORRECTABLE, KINDS } from '../core/requests.ts'
import type { PrivacyRequest } from '../request-store.ts'
import { requestsId as t } from '../request-words.id.ts'
import { askFields } from './ask.page.tsx'
import { ROOT } from './frame.tsx'

const w = citizenId.ask
const PATH = `${ROOT}/baru`

const fields = z.object({ ...askFields, nationalId: z.string().default(''), kind: z.enum(KINDS, { error: t.kindNeeded }) })

const receipt = (request: PrivacyRequest): Sent => ({
  show: {
    title: t.slip, variant: 'officer',
    body: (
      <>
        <Panel tone="success" title={t.slip}>
          <Reference label={w.reference} value={request.reference} />
          <p>{w.due}: {longMoment(request.dueAt)}</p>
        </Panel>
        <div class="row"><ButtonLink href={PATH} look="secondary">{t.newTitle}</ButtonLink></div>
      </>
    ),
  },
})

/** A NIK never stands in an address: it is posted, and the receipt is the answer. */
async function record({ tools, actor }: Allowed<Ask>, { nationalId, ...asked }: z.output<typeof fields>): Promise<Result<Sent>> {
  const read = readNationalId(nationalId)
  if (!read.ok) return invalid([{ field: 'nationalId', message: read.error }])
  const limit = await countTries(tools, [['search-of-officer', actor.accountId]])
  if (!limit.allowed) return invalid([{ field: 'nationalId', message: t.tooManySearches }])
  return transact(tools.db, tools.clock, async (unit) => {
    const person = await findPersonByNationalId(unit.tx, tools.keys, actor.officeId, read.value.digits)
    if (!person) return invalid([{ field: 'nationalId', message: t.notFound }])
    unit.looked(actor.officeId, actor, 'privacy.request', { kind: 'person', id: person.id, personId: person.id })
    const done = await askRequest(unit, tools, actor, { ...asked, personId: person.id })
    return done.ok ? ok(receipt(done.value)) : done
  })
}

/** A request of somebody who came to the counter, with his card in the officer's hand. */
export const counterRequestPage = page({
  path: PATH,
  right: 'privacy.ask',
  fields,
  read: async ({ actor }) => (actor.kind === 'officer' ? {} : undefined),
  view: (_model, _ask, form) => ({
    title: t.newTitle, variant: 'officer', wrong: form.problems.length > 0,
    body: (
      <>
        <ErrorSummary problems={form.problems} />
        <PageHeading title={t.newTitle} lead={t.newLead} />
        <form method="post" class="stack prose" noValidate>
          <input type="hidden" name="formKey" value={typedIn(form, 'formKey') ?? randomUUID()} />
          <TextField name="nationalId" label={t.nationalId} inputMode="numeric" width={16} maxLength={24} value={typedIn(form, 'nationalId')} error={problemOf(form.problems, 'nationalId')} />
          <RadioGroup name="kind" label={t.kind} value={typedIn(form, 'kind')} error={problemOf(form.problems, 'kind')}
            choices={KINDS.map((value) => ({ value, label: w.kinds[value].short }))} />
          <SelectField name="field" label={w.field} hint={t.onlyCorrection} optional value={typedIn(form, 'field')} error={problemOf(form.problems, 'field')}
            choices={CORRECTABLE.map((value) => ({ value, label: w.fields[value] }))} />
          <TextField name="newValue" label={w.newValue} hint={w.newValueHint} optional maxLength={300} value={typedIn(form, 'newValue')} error={problemOf(form.problems, 'newValue')} />
          <TextArea name="words" label={w.words.correction} optional rows={3} maxLength={1000} value={typedIn(form, 'words')} error={problemOf(form.problems, 'words')} />
          <div class="row"><Button>{t.newButton}</Button></div>
        </form>
      </>
    ),
  }),
  sendApart: record,
})
