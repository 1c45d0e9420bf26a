import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { longMoment } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { findPersonCard, formatPhone, maskPhone } from '../../registry/index.ts'
import { getAccount } from '../account-store.ts'
import { officersId } from '../messages-officers.id.ts'
import { findPhoneChange } from '../phone-change-store.ts'
import { decideChange } from '../phone-change.ts'

const t = officersId.phone
const isUuid = (text: string) => z.uuid().safeParse(text).success

async function read({ unit, actor, params }: Allowed) {
  const id = params['id'] ?? ''
  const change = isUuid(id) ? await findPhoneChange(unit.tx, id) : undefined
  const person = change && change.officeId === actor.officeId ? await findPersonCard(unit.tx, change.personId) : undefined
  if (!change || !person) return undefined
  unit.looked(actor.officeId, actor, change.kind === 'detach' ? 'phone.detach' : 'phone.change', { kind: 'person', id: person.id, personId: person.id })
  return { change, person, requester: (await getAccount(unit.tx, change.requestedBy)).name }
}

export const phoneChangeDecidePage = page({
  path: '/petugas/ganti-nomor/permintaan/:id',
  right: 'phone.change',
  fields: z.object({ decision: z.enum(['setuju', 'tolak']) }),
  read,
  async send({ unit, tools, actor }, { decision }, { change }) {
    const decided = await decideChange(unit, tools.keys, actor, change.id, decision === 'setuju')
    return decided.ok ? ok({ goTo: `/petugas/ganti-nomor?selesai=${decision}` }) : decided
  },
  view({ change, person, requester }, { actor }) {
    const own = change.requestedBy === actor.accountId
    return {
      title: t.decideTitle, variant: 'officer', back: { href: '/petugas/ganti-nomor', text: t.title },
      body: (
        <>
          <PageHeading title={t.decideTitle} lead={t.decideLead} />
          <Summary rows={[
            { label: t.person, value: person.name },
            { label: t.kind, value: t.kinds[change.kind] },
            { label: t.current, value: person.phone ? maskPhone(person.phone) : t.noPhone },
            ...(change.newPhone === null ? [] : [{ label: t.newPhone, value: formatPhone(change.newPhone) }]),
            { label: t.evidence, value: t.evidences[change.evidence] },
            { label: t.by, value: requester },
            { label: t.asked, value: longMoment(change.requestedAt) },
          ]} />
          {change.decided ? <Notice tone="warning"><p>{t.decided}</p></Notice> : own ? <Notice tone="warning"><p>{t.sameOfficer}</p></Notice> : (
            <form method="post">
              <div class="row">
                <Button name="decision" value="setuju">{t.accept}</Button>
                <Button look="secondary" name="decision" value="tolak">{t.refuse}</Button>
              </div>
            </form>
          )}
        </>
      ),
    }
  },
})
