import { z } from 'zod'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { PhoneField } from '../../../ui/fields/phone-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { areasFor } from '../../../kernel/rights.ts'
import { findPlace, listVillages } from '../../office/index.ts'
import { maskSixteenDigits } from '../../registry/index.ts'
import { createCitizen, findHelpTicket } from '../help.ts'
import { accountsId } from '../messages.id.ts'
import { officersId } from '../messages-officers.id.ts'
import { beginAgain } from './begin-again.tsx'
import { typed } from './typed.ts'

const t = officersId.help

/** The villages an officer with an area may choose from; the counter is not asked, the business tells its village later. */
async function villagesFor({ unit, actor }: Allowed): Promise<{ value: string; label: string }[]> {
  const areas = areasFor(actor, 'citizen.help')
  if (typeof areas === 'string') return []
  const found = await Promise.all(areas.map(async (code) => {
    const village = await findPlace(unit.tx, code)
    return village ? [{ code, name: village.village }] : listVillages(unit.tx, code)
  }))
  return found.flat().map(({ code, name }) => ({ value: code, label: name }))
}

export const helpNewPage = page({
  path: '/petugas/bantu/baru',
  right: 'citizen.help',
  fields: z.object({
    name: z.string({ message: t.nameNeeded }).trim().min(2, t.nameNeeded).max(120, t.nameNeeded).regex(/\p{L}{2}/u, t.nameNeeded),
    gender: z.enum(['female', 'male'], { message: t.genderNeeded }),
    phone: z.string().default(''),
    villageCode: z.string().max(20).optional(),
  }),
  read: async (ask) => ({ nationalId: await findHelpTicket(ask.unit, ask), villages: await villagesFor(ask) }),
  send: (ask, { name, gender, phone, villageCode }) => createCitizen(ask, { name, gender, phone, ...(villageCode ? { villageCode } : {}) }),
  view({ nationalId, villages }, { lang }, { values, problems }) {
    if (!nationalId) return beginAgain(lang, '/petugas/bantu')
    return {
      title: t.newTitle, variant: 'officer', wrong: problems.length > 0, back: { href: '/petugas/bantu', text: t.title },
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={t.newTitle} lead={t.newLead} />
          <Summary rows={[{ label: 'NIK', value: <span class="mono">{maskSixteenDigits(nationalId)}</span> }]} />
          <form method="post" action="/petugas/bantu/baru" noValidate class="stack">
            <TextField name="name" label={t.name} maxLength={120} value={typed(values, 'name')} error={problemOf(problems, 'name')} />
            <RadioGroup name="gender" label={t.gender} value={typed(values, 'gender')} error={problemOf(problems, 'gender')}
              choices={[{ value: 'female', label: accountsId.signIn.female }, { value: 'male', label: accountsId.signIn.male }]} />
            <PhoneField name="phone" label={t.phone} hint={t.phoneHint} optional value={typed(values, 'phone')} error={problemOf(problems, 'phone')} />
            {villages.length > 0 && (
              <SelectField name="villageCode" label={t.village} choices={villages} value={typed(values, 'villageCode') ?? (villages.length === 1 ? villages[0]?.value : undefined)}
                error={problemOf(problems, 'villageCode')} />
            )}
            <Button>{t.saveNew}</Button>
          </form>
        </>
      ),
    }
  },
})
