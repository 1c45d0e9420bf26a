import type { Actor } from '../../../kernel/rights.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { officersId } from '../messages-officers.id.ts'
import type { OpenSession } from '../session-store.ts'
import { accountWords } from '../words.ts'
import { SessionList } from './session-list.tsx'

const t = officersId.self

export type OfficerModel = { kind: 'officer'; login: string; sessions: OpenSession[] }

/** An officer's own account: roles, password, authenticator, open sessions. */
export function OfficerAccount({ model, actor }: { model: OfficerModel; actor: Actor }) {
  return (
    <>
      <PageHeading title={actor.name} over={t.title} lead={t.lead(model.login)} />
      <Card title={t.roles}>
        <DataTable caption={t.roles} quietCaption rows={actor.roles} rowKey={(held) => `${held.role} ${held.area ?? ''}`}
          columns={[
            { key: 'role', header: t.role, cell: (held) => officersId.roles[held.role] },
            { key: 'area', header: t.area, cell: (held) => held.area ?? t.wholeOffice },
          ]} />
      </Card>
      <Card title={t.security}>
        <div class="row">
          <ButtonLink href="/akun/sandi" look="secondary" icon="lock">{t.changePassword}</ButtonLink>
          <ButtonLink href="/akun/autentikator" look="secondary" icon="phone">{t.changeTotp}</ButtonLink>
        </div>
      </Card>
      <SessionList sessions={model.sessions} here={actor.sessionId} words={accountWords('id')} />
    </>
  )
}
