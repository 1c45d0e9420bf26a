import { z } from 'zod'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { COOKIES } from '../session-open.ts'
import { confirmSecondFact, disputeNumber } from '../sign-in.ts'
import { findTicket } from '../ticket-store.ts'
import { signInWords } from '../words.ts'
import { beginAgain } from './begin-again.tsx'

/** Shows nothing of the account: whoever holds the number now may be a stranger to it. */
export const secondFactPage = page({
  path: '/masuk/pastikan',
  right: 'public',
  fields: z.object({ nationalId: z.string().default(''), notMine: z.string().optional() }),
  async read({ unit, tools, cookies }) {
    const ticket = await findTicket(unit.tx, tools.keys, unit.now, 'sign-in', cookies[COOKIES.ticket])
    return { asked: ticket?.stage === 'second-fact' }
  },
  sendApart: (ask, { nationalId, notMine }) => (notMine === undefined ? confirmSecondFact(ask, nationalId) : disputeNumber(ask)),
  view({ asked }, { lang, tools }, { problems }) {
    const words = signInWords(lang)
    if (!asked) return beginAgain(lang, '/masuk')
    return {
      title: words.factTitle, variant: 'applicant', wrong: problems.length > 0,
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={words.factTitle} lead={words.factLead} />
          <form method="post" action="/masuk/pastikan" noValidate class="stack">
            <TextField name="nationalId" label={words.nationalId} hint={words.nationalIdHint} inputMode="numeric" autoComplete="off" width={16} maxLength={24}
              error={problemOf(problems, 'nationalId')} />
            <p class="soft">{words.factOnce}</p>
            <Button>{words.confirm}</Button>
          </form>
          {tools.config.demo && <Notice><p>{words.demoFact}</p></Notice>}
          <Disclosure summary={words.notMine}>
            <p>{words.notMineBody}</p>
            <form method="post" action="/masuk/pastikan"><Button look="secondary" small name="notMine" value="1">{words.notMine}</Button></form>
          </Disclosure>
        </>
      ),
    }
  },
})
