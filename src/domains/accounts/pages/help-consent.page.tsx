import { z } from 'zod'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/fields/choices.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { findPersonCard, maskPhone } from '../../registry/index.ts'
import { askConsent } from '../help.ts'
import { CONSENT_METHODS } from '../mandate-store.ts'
import { officersId } from '../messages-officers.id.ts'
import { getNotice } from '../notice-store.ts'
import { personAccess } from './person-access.ts'
import { typed } from './typed.ts'

const t = officersId.help

async function read({ unit, actor, params }: Allowed) {
  const person = await findPersonCard(unit.tx, params['personId'] ?? '')
  if (person) unit.looked(actor.officeId, actor, 'citizen.help', { kind: 'person', id: person.id, personId: person.id })
  return person && { person, notice: await getNotice(unit.tx, unit.now) }
}

export const helpConsentPage = page({
  path: '/petugas/bantu/:personId',
  right: 'citizen.help',
  access: personAccess,
  fields: z.object({
    notice: z.literal('yes', { message: t.noticeNeeded }),
    method: z.enum(CONSENT_METHODS, { message: t.methodNeeded }),
    note: z.string().trim().max(200).default(''),
  }),
  read,
  sendApart: (ask, { method, note }) => askConsent(ask, { personId: ask.params['personId'] ?? '', method, note }),
  view: ({ person, notice }, _ask, { values, problems }) => ({
    title: t.consentTitle, variant: 'officer', wrong: problems.length > 0, back: { href: '/petugas/bantu', text: t.title },
    body: (
      <>
        <ErrorSummary problems={problems} />
        <PageHeading title={person.name} over={t.consentTitle} lead={t.consentLead} />
        <Summary rows={[{ label: t.phone, value: person.phone ? maskPhone(person.phone) : officersId.phone.noPhone }]} />
        <p><a href={`/petugas/bantu/${person.id}/pesan`}>{t.messages}</a></p>
        <form method="post" noValidate class="stack">
          <Card title={t.notice}><ul>{notice.short.map((line) => <li key={line.id}>{line.id}</li>)}</ul></Card>
          <CheckboxGroup name="notice" label={t.notice} values={[typed(values, 'notice') ?? '']} error={problemOf(problems, 'notice')}
            choices={[{ value: 'yes', label: t.noticeRead }]} />
          <RadioGroup name="method" label={t.method} value={typed(values, 'method')} error={problemOf(problems, 'method')}
            choices={CONSENT_METHODS.map((value) => ({ value, label: t.methods[value] ?? value, hint: t.methodHints[value] }))} />
          <TextField name="note" label={t.note} hint={t.noteHint} optional maxLength={200} value={typed(values, 'note')} error={problemOf(problems, 'note')} />
          <Button>{t.record}</Button>
        </form>
      </>
    ),
  }),
})
