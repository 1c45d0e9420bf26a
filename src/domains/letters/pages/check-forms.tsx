import type { ComponentChildren } from 'preact'
import type { Problem } from '../../../kernel/result.ts'
import type { Language } from '../../../platform/http/context.ts'
import { Button } from '../../../ui/button.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { FileField } from '../../../ui/fields/file-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { CHECK_PAGE, KEYS_PATH, REVOKED_PATH, WORKER_PATH } from '../offline-assets.ts'
import { wordsFor } from './public-letter.tsx'

/** The frame the script of the checking page works in; without script it is only a frame. */
export function LetterCheck({ sha256, brief, children }: { sha256?: string | undefined; brief?: boolean; children: ComponentChildren }) {
  return (
    <div id="letter-check" class="stack" data-keys={KEYS_PATH} data-revoked={REVOKED_PATH} data-worker={WORKER_PATH} data-sha256={sha256} data-brief={brief ? '' : undefined}>
      <div class="letter-answer" role="status" />
      {children}
    </div>
  )
}

export function CodeForm({ lang, problems, text }: { lang: Language; problems: readonly Problem[]; text?: string | undefined }) {
  const t = wordsFor(lang).check
  return (
    <form method="post" action={CHECK_PAGE} class="stack" noValidate>
      <TextField name="text" label={t.text} hint={t.textHint} autoComplete="off" maxLength={1000} value={text} error={problemOf(problems, 'text')} />
      <div class="row"><Button icon="shield">{t.textButton}</Button></div>
    </form>
  )
}

/** @param code the letter that is open, so that another letter's file is not taken for it */
export function FileForm({ lang, problems, code }: { lang: Language; problems: readonly Problem[]; code?: string }) {
  const t = wordsFor(lang).check
  return (
    <form method="post" action={CHECK_PAGE} encType="multipart/form-data" class="stack" noValidate>
      {code && <input type="hidden" name="code" value={code} />}
      <FileField name="file" label={t.file} hint={t.fileHint} accept="application/pdf,image/jpeg" error={problemOf(problems, 'file')} />
      <div class="row"><Button look="secondary" icon="file">{t.fileButton}</Button></div>
    </form>
  )
}
