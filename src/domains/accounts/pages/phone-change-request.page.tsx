import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { PhoneField } from '../../../ui/fields/phone-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { findPersonCard, maskPhone } from '../../registry/index.ts'
import { officersId } from '../messages-officers.id.ts'
import { EVIDENCE } from '../phone-change-store.ts'
import { requestPhoneChange } from '../phone-change.ts'
import { personAccess } from './person-access.ts'
import { typed } from './typed.ts'

const t = officersId.phone

async function read({ unit, actor, params, query }: Allowed) {
  const person = await findPersonCard(unit.tx, params['personId'] ?? '')
  const detach = query['lepas'] === '1'
  if (person) unit.looked(actor.officeId, actor, detach ? 'phone.detach' : 'phone.change', { kind: 'person', id: person.id, personId: person.id })
  return person && { person, detach }
}

export const phoneChangeRequestPage = page({
  path: '/petugas/ganti-nomor/orang/:personId',
  right: 'phone.change',
  access: personAccess,
  fields: z.object({ newPhone: z.string().default(''), evidence: z.enum(EVIDENCE, { message: t.evidenceNeeded }), detach: z.string().optional() }),
  read,
  async send({ unit, actor, params }, { newPhone, evidence, detach }) {
    const asked = await requestPhoneChange(unit, actor, {
      personId: params['personId'] ?? '', evidence, ...(detach === undefined ? { newPhone } : {}),
    })
    return asked.ok ? ok({ goTo: '/petugas/ganti-nomor?selesai=minta' }) : asked
  },
  view({ person, detach: asked }, _ask, { values, problems }) {
    const detach = asked || typed(values, 'detach') !== undefined
    const title = detach ? t.detachTitle : t.personTitle
    return {
      title, variant: 'officer', wrong: problems.length > 0, back: { href: '/petugas/ganti-nomor', text: t.title },
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={title} {...(detach ? { lead: t.detachLead } : {})} />
          <Summary rows={[{ label: t.person, value: person.name }, { label: t.current, value: person.phone ? maskPhone(person.phone) : t.noPhone }]} />
          <form method="post" noValidate class="stack">
            {detach ? <input type="hidden" name="detach" value="1" />
              : <PhoneField name="newPhone" label={t.newPhone} hint={t.newPhoneHint} value={typed(values, 'newPhone')} error={problemOf(problems, 'newPhone')} />}
            <RadioGroup name="evidence" label={t.evidence} value={typed(values, 'evidence')} error={problemOf(problems, 'evidence')}
              choices={EVIDENCE.map((value) => ({ value, label: t.evidences[value] ?? value }))} />
            <Button>{detach ? t.requestDetach : t.request}</Button>
          </form>
        </>
      ),
    }
  },
})
