import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import type { UnitAsk } from '../../../platform/http/context.ts'
import { download, page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { withdrawRequest } from '../ask.ts'
import { COPY_FORMS, copyResponse } from '../copy-file.ts'
import { isOpen } from '../core/requests.ts'
import { findRequest } from '../request-store.ts'
import { citizenWords } from '../words.ts'
import { Answer, Downloads, requestRows } from './request-parts.tsx'
import { TONES } from './rights.page.tsx'

const PATH = '/akun/hak/:id'

/** What the right to a request depends on: whose data it is about. */
export async function requestAccess({ unit, params }: UnitAsk) {
  const request = await findRequest(unit.tx, params['id'] ?? '')
  return request && { officeId: request.officeId, ownerId: request.personId }
}

/** One request of one's own: how it stands, what was answered, the copy. */
export const requestPage = page({
  path: PATH,
  right: 'privacy.ask',
  access: requestAccess,
  fields: z.object({ do: z.literal('tarik') }),
  read: async ({ unit, params, actor }) => {
    const request = await findRequest(unit.tx, params['id'] ?? '')
    return request?.personId === actor.personId ? request : undefined
  },
  view(request, { lang, query, unit }) {
    const { ask: t } = citizenWords(lang)
    return {
      title: request.reference, variant: 'public', back: { href: '/akun/hak', text: t.title }, ...(query['selesai'] === 'kirim' ? { notice: t.sent } : {}),
      body: (
        <>
          <PageHeading title={t.kinds[request.kind].short} over={request.reference} side={<StatusTag tone={TONES[request.state]} text={t.states[request.state]} />} />
          <Downloads request={request} path={`/akun/hak/${request.id}`} now={unit.now} title={t.download} t={t} />
          {request.kind !== 'copy' && <Answer request={request} t={t} />}
          <Summary rows={requestRows(request, t)} />
          {isOpen(request.state) && (
            <form method="post"><input type="hidden" name="do" value="tarik" /><Button look="secondary">{t.withdraw}</Button></form>
          )}
        </>
      ),
    }
  },
  async send({ unit, actor }, _fields, request) {
    const done = await withdrawRequest(unit, actor, request)
    return done.ok ? ok({ goTo: '/akun/hak?selesai=tarik' }) : done
  },
})

const formOf = (text: string | undefined) => COPY_FORMS.find((one) => one === text)

/** The copy, for the one whose data it is. */
export const copyDownload = download({
  path: `${PATH}/salinan/:form`,
  right: 'privacy.ask',
  access: requestAccess,
  async read(ask) {
    const request = await findRequest(ask.unit.tx, ask.params['id'] ?? '')
    const form = formOf(ask.params['form'])
    return request && form && request.personId === ask.actor.personId ? copyResponse(ask, request, form) : undefined
  },
})

/** The same for the officer in charge, to be handed over to somebody who came to the counter. */
export const officeCopyDownload = download({
  path: '/petugas/data-pribadi/permintaan/:id/salinan/:form',
  right: 'privacy.decide',
  access: requestAccess,
  async read(ask) {
    const request = await findRequest(ask.unit.tx, ask.params['id'] ?? '')
    const form = formOf(ask.params['form'])
    return request && form && request.channel === 'counter' ? copyResponse(ask, request, form) : undefined
  },
})
