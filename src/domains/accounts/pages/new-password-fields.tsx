import type { Problem } from '../../../kernel/result.ts'
import { problemOf } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { officersId } from '../messages-officers.id.ts'

const t = officersId.password

export function NewPasswordFields({ problems }: { problems: readonly Problem[] }) {
  return (
    <>
      <TextField name="password" type="password" label={t.fresh} hint={t.freshHint} autoComplete="new-password" error={problemOf(problems, 'password')} />
      <TextField name="repeated" type="password" label={t.repeat} autoComplete="new-password" error={problemOf(problems, 'repeated')} />
    </>
  )
}
