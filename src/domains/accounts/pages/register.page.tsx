import { z } from 'zod'
import { type UnitAsk } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/fields/choices.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { accountsId } from '../messages.id.ts'
import { nationalIdField } from './national-id-field.ts'
import { getNotice } from '../notice-store.ts'
import { register } from '../register.ts'
import { COOKIES } from '../session-open.ts'
import { findTicket } from '../ticket-store.ts'
import { signInWords } from '../words.ts'
import { beginAgain } from './begin-again.tsx'
import { typed } from './typed.ts'

const t = accountsId.signIn

async function read({ unit, tools, cookies }: UnitAsk) {
  const ticket = await findTicket(unit.tx, tools.keys, unit.now, 'sign-in', cookies[COOKIES.ticket])
  return { notice: ticket?.stage === 'register' ? await getNotice(unit.tx, unit.now) : undefined }
}

export const registerPage = page({
  path: '/masuk/daftar',
  right: 'public',
  fields: z.object({
    name: z.string({ message: t.nameNeeded }).trim().min(2, t.nameNeeded).max(120, t.nameNeeded).regex(/\p{L}{2}/u, t.nameNeeded),
    nationalId: nationalIdField,
    gender: z.enum(['female', 'male'], { message: t.genderNeeded }),
    notice: z.literal('yes', { message: t.noticeNeeded }),
  }),
  read,
  sendApart: (ask, { name, nationalId, gender }) => register(ask, { name, nationalId, gender }),
  view({ notice }, { lang }, { values, problems }) {
    const words = signInWords(lang)
    if (!notice) return beginAgain(lang, '/masuk')
    return {
      title: words.registerTitle, variant: 'applicant', wrong: problems.length > 0,
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={words.registerTitle} lead={words.registerLead} />
          <form method="post" action="/masuk/daftar" noValidate class="stack">
            <TextField name="name" label={words.name} hint={words.nameHint} autoComplete="name" maxLength={120} value={typed(values, 'name')} error={problemOf(problems, 'name')} />
            <TextField name="nationalId" label={words.nationalId} hint={words.nationalIdHint} inputMode="numeric" autoComplete="off" width={16} maxLength={24}
              value={typed(values, 'nationalId')} error={problemOf(problems, 'nationalId')} />
            <RadioGroup name="gender" label={words.gender} value={typed(values, 'gender')} error={problemOf(problems, 'gender')}
              choices={[{ value: 'female', label: words.female }, { value: 'male', label: words.male }]} />
            <Card title={words.noticeTitle}>
              <ul>{notice.short.map((line) => <li key={line.id}>{line[lang]}</li>)}</ul>
              <p><a href="/privasi">{words.noticeMore}</a></p>
            </Card>
            <CheckboxGroup name="notice" label={words.noticeTitle} error={problemOf(problems, 'notice')} values={[typed(values, 'notice') ?? '']}
              choices={[{ value: 'yes', label: words.noticeAccept }]} />
            <Button>{words.register}</Button>
          </form>
        </>
      ),
    }
  },
})
