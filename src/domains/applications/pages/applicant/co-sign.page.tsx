import { z } from 'zod'
import { ok } from '../../../../kernel/result.ts'
import { page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { coSign, coSignerOf } from '../../co-sign.ts'
import { accessOf, readCase, wordsOf } from './case-file.ts'
import { caseScreen } from './frame.tsx'

/** Where a second member of the board reads a cooperative's request and signs it. */
export const coSignPage = page({
  path: '/permohonan/:id/tanda-tangan-kedua',
  right: 'application.read',
  access: accessOf,
  fields: z.object({}),
  async read(ask) {
    const file = await readCase(ask)
    return file?.definition.coSigned ? { file, signer: await coSignerOf(ask.unit.tx, file.application) } : undefined
  },
  view({ file, signer }, ask) {
    const t = wordsOf(ask.lang).coSign
    const { id, reference, status, ownerId } = file.application
    const isOpen = status === 'draft' || status === 'returned'
    const isSender = ask.actor.personId === ownerId
    return caseScreen(ask, file, {
      title: t.title, wrong: false, back: `/permohonan/${id}`,
      body: (
        <>
          <PageHeading title={t.title} over={<span class="mono">{reference}</span>} lead={signer ? t.done : isSender ? t.askOther : t.lead} />
          <div class="row"><ButtonLink href={`/permohonan/${id}/periksa`} look="secondary">{t.look}</ButtonLink></div>
          {isOpen && !signer && !isSender && <form method="post"><Button icon="pen">{t.sign}</Button></form>}
        </>
      ),
    })
  },
  async send(ask, _fields, { file }) {
    const signed = await coSign(ask.unit, ask.actor, file.application.id)
    return signed.ok ? ok({ goTo: `/permohonan/${file.application.id}/tanda-tangan-kedua` }) : signed
  },
})
