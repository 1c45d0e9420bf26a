import type { Problem } from '../../../kernel/result.ts'
import { toDataURL } from 'qrcode'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { officersId } from '../messages-officers.id.ts'
import { totpAddress } from '../totp.ts'
import { AuthenticatorForm } from './authenticator-form.tsx'

const t = officersId.totp

/** The QR of a secret as a picture in the page itself: the policy allows `data:`, and the secret never has an address. */
export const enrolmentPicture = (login: string, secret: string): Promise<string> =>
  toDataURL(totpAddress(login, secret), { margin: 2, width: 240, errorCorrectionLevel: 'M' })

type EnrolmentProps = { title: string; secret: string; picture: string; action: string; problems: readonly Problem[] }

/** Shows a new secret to an authenticator and asks for the code it then shows. */
export function Enrolment({ title, secret, picture, action, problems }: EnrolmentProps) {
  return (
    <>
      <PageHeading title={title} lead={t.lead} />
      <p><img src={picture} alt={t.picture} width="240" height="240" /></p>
      <p>{t.secret}<br /><span class="mono">{secret.match(/.{1,4}/g)?.join(' ')}</span></p>
      <AuthenticatorForm action={action} problems={problems} demo={false} button={t.confirm} />
    </>
  )
}
