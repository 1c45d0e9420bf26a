import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { download, page } from '../../../platform/http/page.ts'
import { packedRoute } from '../../../platform/export/respond.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { FileField } from '../../../ui/fields/file-field.tsx'
import { exportLapor, importLapor } from '../exchange.ts'
import { complaintsId } from '../messages.id.ts'
import { deskScreen } from './desk.tsx'
import { yearBefore } from './front.page.tsx'
import { DESK } from './paths.ts'

const t = complaintsId.exchange
const PATH = `${DESK}/lapor`

/** Reports from LAPOR! come in by file, and go back with what became of them. */
export const exchangePage = page({
  path: PATH,
  right: 'complaint.exchange',
  fields: z.object({ file: z.instanceof(File).optional() }),
  read: async () => null,
  view: (_model, { actor, query }, form) => deskScreen({
    actor, tab: 'lapor', title: t.title, lead: t.lead, form, notice: query['baru'] === undefined ? undefined : t.done(Number(query['baru']) || 0, Number(query['ada']) || 0),
    children: (
      <>
        <Card title={t.import}>
          <form method="post" encType="multipart/form-data" class="stack" noValidate>
            <FileField name="file" label={t.file} hint={t.fileHint} accept=".csv,text/csv" error={problemOf(form.problems, 'file')} />
            <div><Button>{t.button}</Button></div>
          </form>
        </Card>
        <Card title={t.export}><p class="soft">{t.exportLead}</p><div class="row"><ButtonLink href={`${PATH}/csv`} icon="download" look="secondary" download>{t.export}</ButtonLink></div></Card>
      </>
    ),
  }),
  async send({ unit, tools, actor }, { file }) {
    if (!file) return invalid([{ field: 'file', message: t.fileNeeded }])
    const done = await importLapor(tools, unit, actor, file)
    return done.ok ? ok({ goTo: `${PATH}?baru=${done.value.fresh}&ada=${done.value.known}` }) : done
  },
})

export const exchangeDownload = packedRoute(download({
  path: `${PATH}/csv`,
  right: 'complaint.exchange',
  read: ({ unit, actor }) => exportLapor(unit, actor, yearBefore(unit.now)),
}))
