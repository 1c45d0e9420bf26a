import type { Form } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { CodeField } from '../../../ui/fields/code-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { REVOCATION_REASONS } from '../core/letter.ts'
import type { Letter } from '../letter-store.ts'
import { officeLetters } from '../office-messages.id.ts'

const t = officeLetters.revoke

/** Withdraws the letter; with the code from the authenticator when it was not given lately. */
export function RevokeForm({ form: { values, problems }, successors, needsCode }: { form: Form; successors: Letter[]; needsCode: boolean }) {
  const typed = (name: string) => { const value = values[name]; return typeof value === 'string' ? value : undefined }
  return (
    <Card title={t.title}>
      <p>{t.lead}</p>
      <form method="post" class="stack prose" noValidate>
        <RadioGroup name="reasonCode" label={t.reason} choices={REVOCATION_REASONS.map((value) => ({ value, label: t.reasons[value] }))}
          value={typed('reasonCode')} error={problemOf(problems, 'reasonCode')} />
        <TextArea name="note" label={t.note} hint={t.noteHint} rows={3} maxLength={500} value={typed('note')} error={problemOf(problems, 'note')} />
        {successors.length > 0 && (
          <SelectField name="replacedBy" label={t.successor} hint={t.successorHint} optional value={typed('replacedBy')} error={problemOf(problems, 'replacedBy')}
            choices={successors.map((one) => ({ value: one.id, label: one.number }))} />
        )}
        {needsCode && <CodeField name="otp" label={t.otp} error={problemOf(problems, 'otp')} />}
        <div class="row"><Button look="danger" icon="stop">{t.button}</Button></div>
      </form>
    </Card>
  )
}
