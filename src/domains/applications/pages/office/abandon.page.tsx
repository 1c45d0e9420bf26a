import { ok } from '../../../../kernel/result.ts'
import { page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Reference } from '../../../../ui/panel.tsx'
import { findLetterOf } from '../../../letters/index.ts'
import { abandonSigning } from '../../commands/sign.ts'
import { officeWords } from '../../office-messages.id.ts'
import { findAccess, findApplication } from '../../store.ts'
import { SIGN_PATH } from './sign-view.tsx'

const t = officeWords.abandon

/** Gives up a signing that cannot succeed: the number is spent and stays in the register as void. */
export const abandonPage = page({
  path: '/petugas/permohonan/:id/batalkan-nomor',
  right: 'application.sign',
  access: ({ unit, params }) => findAccess(unit.tx, params['id'] ?? ''),
  async read({ unit, params }) {
    const application = await findApplication(unit.tx, params['id'] ?? '')
    const letter = application && await findLetterOf(unit.tx, application.id, unit.now)
    return application?.status === 'signing' && letter ? { application, letter } : undefined
  },
  view({ application, letter }) {
    const back = `/petugas/permohonan/${application.id}`
    return {
      title: t.title, variant: 'officer', back: { href: back, text: application.reference },
      body: (
        <>
          <PageHeading title={t.title} lead={t.lead} />
          <Reference label={t.number} value={letter.number} />
          <Notice tone="warning"><p>{t.warning}</p></Notice>
          <form method="post" class="row">
            <Button look="danger">{t.button}</Button>
            <ButtonLink href={SIGN_PATH} look="secondary">{t.retry}</ButtonLink>
          </form>
        </>
      ),
    }
  },
  async send({ unit, actor }, _fields, { application }) {
    const abandoned = await abandonSigning(unit, actor, application.id)
    return abandoned.ok ? ok({ goTo: `/petugas/permohonan/${application.id}` }) : abandoned
  },
})
