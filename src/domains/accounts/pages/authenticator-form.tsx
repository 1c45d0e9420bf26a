import type { Problem } from '../../../kernel/result.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { CodeField } from '../../../ui/fields/code-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { officersId } from '../messages-officers.id.ts'

const t = officersId.signIn

type FormProps = { action: string; problems: readonly Problem[]; demo: boolean; heading?: boolean; back?: string; button?: string }

/** Asks for the code an authenticator shows. */
export function AuthenticatorForm({ action, problems, demo, heading, back, button }: FormProps) {
  return (
    <>
      <ErrorSummary problems={problems} />
      <form method="post" action={action} noValidate class="stack">
        {back && <input type="hidden" name="kembali" value={back} />}
        <CodeField name="code" label={t.code} hint={t.codeHint} heading={heading} error={problemOf(problems, 'code')} />
        <Button>{button ?? t.next}</Button>
      </form>
      {demo && <Notice><p>{t.demoHint} <a href="/pesan-demo">{t.demoLink}</a></p></Notice>}
    </>
  )
}
