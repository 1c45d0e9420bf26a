import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { typedIn } from '../../../platform/http/form.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { askRequest } from '../ask.ts'
import type { CitizenWords } from '../citizen-words.id.ts'
import { CORRECTABLE, KINDS, type RequestKind } from '../core/requests.ts'
import { citizenWords } from '../words.ts'

const KEY = z.uuid().catch(() => randomUUID())
export const askFields = {
  field: z.string().optional(), newValue: z.string().max(1000).optional(), words: z.string().max(1000).default(''), formKey: KEY,
}

/** The questions of a request; the same for the person himself and at the counter. */
export function AskFields({ kind, form, t }: { kind: RequestKind; form: Form; t: CitizenWords['ask'] }) {
  return (
    <>
      <input type="hidden" name="formKey" value={typedIn(form, 'formKey') ?? randomUUID()} />
      {kind === 'correction' && (
        <>
          <SelectField name="field" label={t.field} choices={CORRECTABLE.map((value) => ({ value, label: t.fields[value] }))} value={typedIn(form, 'field')}
            error={problemOf(form.problems, 'field')} />
          <TextField name="newValue" label={t.newValue} hint={t.newValueHint} maxLength={300} value={typedIn(form, 'newValue')} error={problemOf(form.problems, 'newValue')} />
        </>
      )}
      {kind !== 'copy' && (
        <TextArea name="words" label={t.words[kind]} hint={t.wordsHint[kind]} optional rows={4} maxLength={1000} value={typedIn(form, 'words')} error={problemOf(form.problems, 'words')} />
      )}
    </>
  )
}

const kindOf = (path: string | undefined, t: CitizenWords['ask']): RequestKind | undefined => KINDS.find((kind) => t.kinds[kind].path === path)

/** One request, asked on one page. */
export const askPage = page({
  path: '/akun/hak/minta/:kind',
  right: 'privacy.ask',
  fields: z.object(askFields),
  async read({ actor, params, lang }) {
    const kind = kindOf(params['kind'], citizenWords(lang).ask)
    return kind && actor.personId !== undefined ? { kind, personId: actor.personId } : undefined
  },
  view({ kind }, { lang }, form) {
    const { ask: t } = citizenWords(lang)
    return {
      title: t.kinds[kind].title, variant: 'applicant', narrow: true, wrong: form.problems.length > 0, back: { href: '/akun/hak', text: t.title },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={t.kinds[kind].title} lead={t.kinds[kind].about} />
          <Notice><p>{t.before[kind]}</p></Notice>
          <form method="post" class="stack" noValidate>
            <AskFields kind={kind} form={form} t={t} />
            <div class="row"><Button>{t.send[kind]}</Button></div>
          </form>
        </>
      ),
    }
  },
  async send({ unit, tools, actor }, fields, { kind, personId }) {
    const asked = await askRequest(unit, tools, actor, { personId, kind, ...fields })
    return asked.ok ? ok({ goTo: `/akun/hak/${asked.value.id}?selesai=kirim` }) : asked
  },
})
