import { z } from 'zod'
import { invalid, ok } from '../../../../kernel/result.ts'
import { page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { FileField } from '../../../../ui/fields/file-field.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Reference } from '../../../../ui/panel.tsx'
import { findLetterOf } from '../../../letters/index.ts'
import { keepSignedScan } from '../../commands/keep-scan.ts'
import { applicationsId } from '../../messages.id.ts'
import { findAccess, findApplication } from '../../store.ts'

const t = applicationsId.scan

/** Brings a letter signed by hand back into the program: print, sign, stamp, scan, keep. */
export const scanPage = page({
  path: '/petugas/permohonan/:id/pindaian',
  right: 'letter.keep-scan',
  access: ({ unit, params }) => findAccess(unit.tx, params['id'] ?? ''),
  fields: z.object({ file: z.instanceof(File).optional() }),
  async read({ unit, params }) {
    const application = await findApplication(unit.tx, params['id'] ?? '')
    const letter = application && await findLetterOf(unit.tx, application.id, unit.now)
    return application?.status === 'signing' && letter?.way === 'wet-ink' && letter.printed ? { application, letter } : undefined
  },
  view({ application, letter }, _ask, { problems }) {
    return {
      title: t.title, variant: 'officer', wrong: problems.length > 0, back: { href: `/petugas/permohonan/${application.id}`, text: application.reference },
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={t.title} lead={t.lead} />
          <Reference label={t.number} value={letter.number} />
          <div class="row"><ButtonLink href={`/surat/${letter.id}/pdf?bagian=cetakan`} look="secondary" icon="print" download>{t.print}</ButtonLink></div>
          <form method="post" encType="multipart/form-data" class="stack prose" noValidate>
            <FileField name="file" label={t.file} hint={t.fileHint} accept="application/pdf,image/jpeg" error={problemOf(problems, 'file')} />
            <div class="row"><Button icon="check">{t.button}</Button></div>
          </form>
        </>
      ),
    }
  },
  async send({ unit, tools, actor }, { file }, { application, letter }) {
    if (!file) return invalid([{ field: 'file', message: t.fileNeeded }])
    const kept = await keepSignedScan(tools, unit, actor, application.id, file)
    return kept.ok ? ok({ goTo: `/petugas/surat/${letter.id}` }) : kept
  },
})
