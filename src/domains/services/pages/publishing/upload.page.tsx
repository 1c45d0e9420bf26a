import { z } from 'zod'
import { jsonOf } from '../../../../kernel/json.ts'
import { type Problem, type Result, invalid, ok } from '../../../../kernel/result.ts'
import { type Form, page } from '../../../../platform/http/page.ts'
import { Button } from '../../../../ui/button.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { FileField } from '../../../../ui/fields/file-field.tsx'
import { TextArea } from '../../../../ui/fields/text-area.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { publishingId as t } from '../../messages-publishing.id.ts'
import { MOST_BYTES, proposeDefinition, readProposed } from '../../propose.ts'
import { FlawTable, ROOT, proposalPath, publishingScreen, typedOr } from './frame.tsx'

const FIELDS = new Set(['file', 'note'])

/** Flaws of the file are a table of their own: their places are parts of the file, not fields of this form. */
function view(form: Form, checked = false) {
  const flaws = form.problems.filter(({ field }) => !FIELDS.has(field))
  const own: Problem[] = [...form.problems.filter(({ field }) => FIELDS.has(field)), ...flaws.slice(0, 1).map(({ field }) => ({ field, message: t.flaws(flaws.length) }))]
  return publishingScreen({
    title: t.upload, lead: t.uploadLead, form: { ...form, problems: own }, back: { href: ROOT, text: t.backToServices },
    children: (
      <>
        {checked && <Notice tone="success" live><p>{t.checked}</p></Notice>}
        <FlawTable problems={flaws} />
        <form method="post" encType="multipart/form-data" class="stack prose" noValidate>
          <FileField name="file" label={t.file} hint={t.fileHint} accept="application/json,.json" error={problemOf(own, 'file')} />
          <TextArea name="note" label={t.note} hint={t.noteHint} rows={3} maxLength={500} value={typedOr(form, 'note', '')} error={problemOf(form.problems, 'note')} />
          <div class="row">
            <Button name="do" value="propose">{t.propose}</Button>
            <Button name="do" value="check" look="secondary">{t.check}</Button>
          </div>
        </form>
      </>
    ),
  })
}

async function readFile(file: unknown): Promise<Result<unknown>> {
  if (!(file instanceof File)) return invalid([{ field: 'file', message: t.fileNeeded }])
  if (file.size > MOST_BYTES) return invalid([{ field: 'file', message: t.tooLarge }])
  const json = jsonOf(await file.text())
  return json === undefined ? invalid([{ field: 'file', message: t.notJson }]) : ok(json)
}

/** Checks or proposes a definition from a file, of a service that is there or of a new one. */
export const uploadPage = page({
  path: `${ROOT}/unggah`,
  right: 'service.propose',
  fields: z.looseObject({ do: z.enum(['check', 'propose']), note: z.string().max(500).default(''), file: z.unknown() }),
  read: async () => ({}),
  view: (_model, _ask, form) => view(form),
  async send({ unit, actor }, fields) {
    const json = await readFile(fields.file)
    if (!json.ok) return json
    if (fields.do === 'propose') {
      const done = await proposeDefinition(unit, actor, json.value, fields.note)
      return done.ok ? ok({ goTo: `${proposalPath(done.value.id)}?sudah=usul` }) : done
    }
    const read = await readProposed(unit, actor.officeId, json.value)
    return read.ok ? ok({ show: view({ values: { note: fields.note }, problems: [] }, true) }) : invalid(read.error.map(({ place, message }) => ({ field: place, message })))
  },
})
