import { page } from '../../../platform/http/page.ts'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { LooksTable, listLooks } from '../../accounts/index.ts'
import { citizenWords } from '../words.ts'

const PATH = '/akun/siapa-melihat'
const SHOWN = 50

/** Every look at one's own record, by role and purpose, part by part. */
export const looksPage = page({
  path: PATH,
  right: 'account.self',
  async read({ unit, actor, query }) {
    if (actor.personId === undefined) return undefined
    const before = Number(query['sebelum']) || undefined
    return { before, ...await listLooks(unit.tx, actor.officeId, actor.personId, actor.accountId, { limit: SHOWN, before }) }
  },
  view({ looks, next, before }, { lang }) {
    const w = citizenWords(lang)
    return {
      title: w.looks.title, variant: 'public', back: { href: '/akun', text: w.account },
      body: (
        <>
          <PageHeading title={w.looks.title} lead={w.looks.lead} />
          <LooksTable looks={looks} lang={lang} />
          <Pagination previous={before === undefined ? undefined : PATH} next={next === undefined ? undefined : `${PATH}?sebelum=${next}`} />
          <p class="soft">{w.looks.ask}</p>
        </>
      ),
    }
  },
})
