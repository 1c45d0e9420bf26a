import { page } from '../../../platform/http/page.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { CardLink } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { SearchForm } from '../../../ui/search-form.tsx'
import { findHomeOffice } from '../../office/index.ts'
import { listFindable } from '../findable.ts'
import { search } from '../search.ts'
import { portalWords } from '../words.ts'

const LONGEST = 120

/** Finds services, answers, guidance, news and pages by plain words. */
export const searchPage = page({
  path: '/cari',
  right: 'public',
  cacheSeconds: 15,
  async read({ unit, query, lang }) {
    const asked = (query['q'] ?? '').trim().slice(0, LONGEST)
    const office = asked === '' ? undefined : await findHomeOffice(unit.tx)
    return { asked, found: office ? search(await listFindable(unit, office.id, lang), asked, lang) : [] }
  },
  view({ asked, found }, { lang }) {
    const t = portalWords(lang).search
    return {
      title: asked === '' ? t.title : t.found(found.length, asked), variant: 'public',
      body: (
        <>
          <PageHeading title={t.title} lead={t.lead} />
          <SearchForm action="/cari" name="q" label={t.field} value={asked} button={t.button} />
          {asked !== '' && found.length === 0 && (
            <EmptyState icon="search" title={t.none(asked)}><p>{t.noneMore}</p><div class="row"><ButtonLink href="/bantuan">{t.ask}</ButtonLink></div></EmptyState>
          )}
          {found.length > 0 && (
            <section class="stack" aria-live="polite">
              <p class="soft">{t.found(found.length, asked)}</p>
              {found.map((one) => <CardLink key={one.href} href={one.href} title={one.title} foot={t.kinds[one.kind]}>{one.text}</CardLink>)}
            </section>
          )}
        </>
      ),
    }
  },
})
