import type { Form } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { FileField } from '../../../ui/fields/file-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import type { KeptList } from '../kept-list.ts'
import { importPages } from '../page-messages.id.ts'
import { SOURCES } from '../source-codes.ts'

const w = importPages.upload
const ACCEPTED = '.csv,.txt,.tsv,.xlsx,.xlsm,.xls,.ods'

type UploadFormProps = { action: string; form: Form; kept: (token: string) => KeptList | undefined }

/** A file that was taken stays with the form when something else is to be mended; one that was refused does not. */
function keptFile({ values, problems }: Form, kept: UploadFormProps['kept']) {
  const token = values['file-kept']
  if (typeof token !== 'string' || values['remove'] !== undefined || problemOf(problems, 'file') !== undefined) return undefined
  const list = kept(token)
  return list && { token, fileName: list.fileName, detail: w.size(list.size) }
}

/** A list, where it comes from, and of which day it tells. The day has no default: a list taken for newer than it is would win over better ones. */
export function UploadForm({ action, form, kept }: UploadFormProps) {
  const typed = (name: string) => {
    const value = form.values[name]
    return typeof value === 'string' ? value : undefined
  }
  const error = (name: string) => problemOf(form.problems, name)
  return (
    <form method="post" action={action} encType="multipart/form-data" noValidate class="stack prose">
      <RadioGroup name="source" label={w.source} value={typed('source')} error={error('source')}
        choices={SOURCES.map((value) => ({ value, label: w.sources[value], hint: w.sourceHints[value] }))} />
      <TextField name="sender" label={w.sender} hint={w.senderHint} value={typed('sender')} error={error('sender')} suggestions={w.senders} maxLength={80} />
      <DateField name="observedOn" label={w.observedOn} hint={w.observedOnHint} error={error('observedOn')}
        value={{ day: typed('observedOn-day'), month: typed('observedOn-month'), year: typed('observedOn-year') }} />
      <FileField name="file" label={w.file} hint={w.fileHint} accept={ACCEPTED} error={error('file')} kept={keptFile(form, kept)} />
      <Button>{w.button}</Button>
    </form>
  )
}
