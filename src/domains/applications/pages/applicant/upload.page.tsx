import { z } from 'zod'
import { type Problem, invalid, ok } from '../../../../kernel/result.ts'
import type { Allowed, Language } from '../../../../platform/http/context.ts'
import { type Form, page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { FileField } from '../../../../ui/fields/file-field.tsx'
import { FileItem } from '../../../../ui/file-item.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Stepper } from '../../../../ui/stepper.tsx'
import type { Requirement } from '../../../services/index.ts'
import type { Given } from '../../attachment-store.ts'
import { keepUpload } from '../../attachments.ts'
import { editApplication, isOpen } from '../../commands/draft.ts'
import { type CaseFile, accessOf, formWordsOf, isEditable, readCase, wordsOf } from './case-file.ts'
import { FROM_CHECK, isFromCheck, partAfter, partBefore, pathOf, stepOf } from './form-parts.ts'
import { caseScreen, closedScreen, sizeText } from './frame.tsx'

type Model = { file: CaseFile; requirement: Requirement; kept: Given | undefined; open: boolean }
type Page = Model & { ask: Allowed; form: Form }

/** Why a file was not taken, in the reader's language; the code says which sentence. */
const inWords = ({ code, problems }: { code: string; problems: Problem[] }, lang: Language): Problem[] =>
  problems.map((one) => ({ ...one, message: wordsOf(lang).files.fault(code, one.message) }))

const ACCEPT = 'image/jpeg,image/png,application/pdf'

const nextPath = ({ ask, file, requirement }: Pick<Page, 'ask' | 'file' | 'requirement'>): string =>
  pathOf(file.application.id, isFromCheck(ask.query) ? { kind: 'check' } : partAfter(file.state, { kind: 'file', key: requirement.key }))

const Upload = ({ page: { ask, requirement, form }, label, heading }: { page: Page; label: string; heading?: boolean }) => {
  const t = wordsOf(ask.lang).files
  const hint = <>{heading && requirement.hint && <>{requirement.hint[ask.lang]} </>}{t.formats}</>
  return <FileField name="file" label={label} heading={heading} accept={ACCEPT} error={problemOf(form.problems, 'file')} hint={hint} />
}

/** Nothing is there yet: the question, and ways around it where there are some. */
function Missing({ page: one }: { page: Page }) {
  const { ask, file, requirement } = one
  const words = wordsOf(ask.lang)
  const others = file.definition.requirements
    .filter((other) => other.key !== requirement.key && other.oneOf !== undefined && other.oneOf === requirement.oneOf)
  return (
    <>
      <form method="post" encType="multipart/form-data" noValidate class="stack">
        <Upload page={one} label={requirement.label[ask.lang]} heading />
        {requirement.picture && (
          <figure>
            <img src={`/gambar/layanan/${requirement.picture}`} alt={formWordsOf(ask.lang).picture} width="280" height="200" loading="lazy" />
            <figcaption class="soft">{formWordsOf(ask.lang).picture}</figcaption>
          </figure>
        )}
        <div class="row">
          <Button>{words.files.save}</Button>
          {!requirement.required && <ButtonLink href={nextPath(one)} look="secondary">{words.optionalFile}</ButtonLink>}
        </div>
      </form>
      {others.map((other) => (
        <Notice key={other.key}>
          <p>{words.files.orOther(other.label[ask.lang])}</p>
          <p><a href={pathOf(file.application.id, { kind: 'file', key: other.key })}>{words.files.useOther(other.label[ask.lang])}</a></p>
        </Notice>
      ))}
    </>
  )
}

/** It is there: shown, so that an unreadable photo is seen by the applicant first and not by the counter tomorrow. */
function Kept({ page: one, kept }: { page: Page; kept: Given }) {
  const { ask, requirement, form } = one
  const words = wordsOf(ask.lang)
  const t = words.files
  const label = requirement.label[ask.lang]
  const isPicture = kept.mediaType !== 'application/pdf'
  return (
    <>
      <PageHeading title={label} />
      <Notice tone="success" live title={t.kept(label)}>{isPicture && <p>{t.readable}</p>}</Notice>
      {isPicture && <img src={`/berkas/${kept.id}`} alt={t.preview(label)} width="360" />}
      <FileItem fileName={t.preview(label)} detail={t.kind(kept.mediaType, sizeText(kept.size, ask.lang), kept.pages)} href={`/berkas/${kept.id}`} />
      <div class="row"><ButtonLink href={nextPath(one)}>{t.keep}</ButtonLink></div>
      <Disclosure summary={t.replace} open={form.problems.length > 0}>
        <form method="post" encType="multipart/form-data" noValidate class="stack">
          <Upload page={one} label={t.replaceLabel(label)} />
          <div class="row">
            <Button look="secondary">{t.replaceSave}</Button>
            <Button look="link" name="remove" value="yes">{t.remove}</Button>
          </div>
        </form>
      </Disclosure>
    </>
  )
}

/** One paper of the form. What was chosen is stored at once, so nothing that fails later can lose it. */
export const uploadPage = page({
  path: '/permohonan/:id/berkas/:requirement',
  right: 'application.edit',
  access: accessOf,
  // A browser without a chosen file may send an empty text in its place.
  fields: z.object({
    file: z.unknown().optional().transform((given) => (given instanceof File ? given : undefined)), remove: z.literal('yes').optional(),
  }),
  async read(ask): Promise<Model | undefined> {
    const file = await readCase(ask)
    const requirement = file?.definition.requirements.find((one) => one.key === ask.params['requirement'])
    return file && requirement && {
      file, requirement, kept: file.given.find((one) => one.requirement === requirement.key),
      open: isEditable(file) && isOpen(file.application, file.definition, requirement.key),
    }
  },
  view(model, ask, form) {
    const { file, requirement, kept, open } = model
    if (!open) return closedScreen(ask, file)
    const part = { kind: 'file', key: requirement.key } as const
    const before = partBefore(file.state, part)
    const one = { ...model, ask, form }
    const { id } = file.application
    return caseScreen(ask, file, {
      title: requirement.label[ask.lang], wrong: form.problems.length > 0,
      back: isFromCheck(ask.query) ? pathOf(id, { kind: 'check' }) : before ? pathOf(id, before) : `/permohonan/${id}`,
      body: (
        <>
          <Stepper {...stepOf(file.state, part)} part={wordsOf(ask.lang).part[part.kind]} />
          <ErrorSummary problems={form.problems} />
          {kept ? <Kept page={one} kept={kept} /> : <Missing page={one} />}
          {file.application.status === 'draft' && <p><a href={pathOf(id, { kind: 'files' })}>{wordsOf(ask.lang).files.all}</a></p>}
        </>
      ),
    })
  },
  async send(ask, { file: upload, remove }, { file, requirement, open }) {
    const { application } = file
    if (!open) return ok({ goTo: `/permohonan/${application.id}` })
    const here = `${pathOf(application.id, { kind: 'file', key: requirement.key })}${isFromCheck(ask.query) ? FROM_CHECK : ''}`
    if (remove) {
      const removed = await editApplication(ask.unit, ask.tools.keys, ask.actor, application.id, { removed: [requirement.key] })
      return removed.ok ? ok({ goTo: here }) : removed
    }
    if (!upload) return invalid([{ field: 'file', message: wordsOf(ask.lang).files.needed }])
    const stored = await keepUpload(ask.tools, ask.unit, ask.actor, upload, 'file', application.ownerId)
    if (!stored.ok) return stored.error.kind === 'invalid' ? invalid(inWords(stored.error, ask.lang), stored.error.code) : stored
    const edited = await editApplication(ask.unit, ask.tools.keys, ask.actor, application.id, { attachments: { [requirement.key]: stored.value.id } })
    return edited.ok ? ok({ goTo: here }) : edited
  },
})
