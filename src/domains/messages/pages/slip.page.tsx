import { z } from 'zod'
import { longDate, wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { PrintSlip } from '../../../ui/print-slip.tsx'
import { getOffice } from '../../office/index.ts'
import { referenceIn } from '../core/reply.ts'
import { deskId } from '../desk-messages.id.ts'
import { messageNames } from '../message-names.ts'
import { findTask, takeTask } from '../task-store.ts'
import { DESK } from './desk-frame.tsx'

const t = deskId.slip

/** A message on paper, as good a road as the phone: printed, brought by hand, and marked when it was handed over. */
export const slipPage = page({
  path: '/petugas/pesan/:id/cetak',
  right: 'message.deliver',
  fields: z.object({ act: z.literal('hand-over') }),
  async read({ unit, actor, params }) {
    const task = await findTask(unit, actor, params['id'] ?? '')
    if (task?.personId) unit.looked(actor.officeId, actor, 'message.slip', { kind: 'message', id: task.id, personId: task.personId })
    return task && { task, office: await getOffice(unit.tx, actor.officeId) }
  },
  view: ({ task, office }) => ({
    title: deskId.tasks.print, variant: 'officer', back: { href: DESK.tasks, text: t.back },
    body: (
      <>
        <div class="no-print"><PageHeading title={deskId.tasks.print} lead={t.lead} /></div>
        <PrintSlip site={{ office: office.name, region: office.government.replace('Pemerintah ', '') }} title={task.language === 'en' ? t.titleEn : t.title}
          reference={{ label: t.number, value: referenceIn(task.body) ?? task.id.slice(0, 8).toUpperCase() }}
          rows={[
            { label: t.kind, value: messageNames(task.template, task.language) },
            ...(task.personName === null ? [] : [{ label: t.to, value: task.personName }]),
            ...(task.villageName === null ? [] : [{ label: t.village, value: task.villageName }]),
            { label: t.date, value: longDate(wibDate(task.createdAt)) },
          ]} foot={t.foot}>
          <p><b>{task.body}</b></p>
          <dl><div><dt>{t.received}</dt><dd>{t.blank}</dd></div></dl>
        </PrintSlip>
        <p class="soft no-print">{t.print}</p>
        <form method="post" class="row no-print"><Button name="act" value="hand-over">{t.handOver}</Button></form>
      </>
    ),
  }),
  async send({ unit, actor, params }) {
    const taken = await takeTask(unit, actor, params['id'] ?? '', 'hand-over')
    return taken.ok ? { ok: true, value: { goTo: `${DESK.tasks}?selesai=hand-over` } } : taken
  },
})
