import type { Temporal } from 'temporal-polyfill'
import type { Form } from '../../../../platform/http/page.ts'
import type { Screen } from '../../../../platform/http/route.ts'
import { Button } from '../../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { CodeField } from '../../../../ui/fields/code-field.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { type Official, titleOf } from '../../../office/index.ts'
import { officeWords } from '../../office-messages.id.ts'
import type { QueuePart } from '../../queue-store.ts'
import { type BatchResult, PickList, Results, pickedOf } from './batch.tsx'
import { ticked } from './case-form.ts'

const t = officeWords.sign
export const SIGN_PATH = '/petugas/tanda-tangan'

export type SignModel = { part: QueuePart; now: Temporal.Instant; accountId: string; signer: Official | undefined; asksCode: boolean; asksPassphrase: boolean }
export type SignShow = { form: Form; query: string | undefined; results: readonly BatchResult[] }

/** Who signs today; the head of office himself may not while somebody acts for him. */
function Signer({ signer, accountId }: SignModel) {
  if (!signer) return <Notice tone="danger"><p>{t.nobody}</p></Notice>
  if (signer.accountId === accountId) return <p>{t.as(titleOf(signer))}</p>
  return <Notice tone="warning" title={t.notYou(signer.name, titleOf(signer))}><p>{t.notYouTodo}</p></Notice>
}

function Confirm({ model: { asksCode, asksPassphrase }, form }: { model: SignModel; form: Form }) {
  return (
    <>
      {asksCode && <CodeField name="code" label={t.code} hint={t.codeHint} error={problemOf(form.problems, 'code')} />}
      {asksPassphrase && <TextField name="passphrase" type="password" label={t.passphrase} hint={t.passphraseHint} autoComplete="off" error={problemOf(form.problems, 'passphrase')} />}
      <div><Button icon="pen">{t.button}</Button></div>
    </>
  )
}

export function signScreen(model: SignModel, { form, query, results }: SignShow): Screen {
  const { part, now, signer, accountId } = model
  const canPick = signer?.accountId === accountId
  const issued = results.filter((one) => one.tone === 'success').length
  const sent = form.problems.length > 0 ? ticked(form.values, 'id') : undefined
  return {
    title: t.title, variant: 'officer', wrong: form.problems.length > 0,
    ...(results.length > 0 ? { notice: t.summary(issued, results.length) } : {}),
    body: (
      <>
        <PageHeading title={t.title} lead={t.lead} />
        <ErrorSummary problems={form.problems} />
        {results.length > 0 && <Results caption={t.results} results={results} />}
        <Signer {...model} />
        <form method="post" class="stack" action={SIGN_PATH}>
          <PickList part={part} now={now} picked={pickedOf(part, sent, query)} caption={t.caption} empty={{ title: t.empty, todo: t.emptyTodo }} path={SIGN_PATH} canPick={canPick} />
          {canPick && part.rows.length > 0 && <Confirm model={model} form={form} />}
        </form>
      </>
    ),
  }
}
