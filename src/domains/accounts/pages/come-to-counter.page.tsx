import { page } from '../../../platform/http/page.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { findHomeOffice } from '../../office/index.ts'
import { signInWords } from '../words.ts'

/** The same page for every reason: it tells nobody what is on record. */
export const comeToCounterPage = page({
  path: '/masuk/loket',
  right: 'public',
  async read({ unit }) {
    const office = await findHomeOffice(unit.tx)
    return { address: office ? `${office.name}, ${office.address} ${office.postalCode}` : '' }
  },
  view({ address }, { lang }) {
    const words = signInWords(lang)
    return {
      title: words.counterTitle, variant: 'applicant',
      body: (
        <>
          <Panel tone="warning" title={words.counterTitle}>
            <p>{words.counterLead}</p>
            <p>{words.counterTodo}</p>
            {address && <p><b>{words.counterHours}</b>: {address}</p>}
          </Panel>
          <ButtonLink href="/" look="secondary">{words.toHome}</ButtonLink>
        </>
      ),
    }
  },
})
