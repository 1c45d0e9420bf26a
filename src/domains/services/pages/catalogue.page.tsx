import { wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { SearchForm } from '../../../ui/search-form.tsx'
import { findHomeOffice } from '../../office/index.ts'
import type { Measure, Measured } from '../measured.ts'
import { listServicesOn } from '../store.ts'
import { ServiceCards, wordsFor } from './service-cards.tsx'

const SUBJECTS = ['business', 'cooperative', 'person'] as const

/** All services of the office by whom they are for, with what was promised beside what was measured. */
export const cataloguePage = (measure: Measure) => page({
  path: '/layanan',
  right: 'public',
  cacheSeconds: 15,
  async read({ unit, lang }) {
    const office = await findHomeOffice(unit.tx)
    if (!office) return undefined
    const services = (await listServicesOn(unit.tx, office.id, wibDate(unit.now).toString())).map((held) => held.definition)
    const measured = new Map<string, Measured>()
    for (const { code } of services) {
      const told = await measure(unit.tx, office.id, code, lang)
      if (told) measured.set(code, told)
    }
    return { services, measured }
  },
  view({ services, measured }, { lang }) {
    const t = wordsFor(lang).catalogue
    const groups = SUBJECTS.map((subject) => ({ subject, list: services.filter((one) => one.subject === subject) })).filter(({ list }) => list.length > 0)
    return {
      title: t.title, variant: 'public',
      body: (
        <>
          <PageHeading title={t.title} lead={t.lead} />
          <SearchForm action="/cari" name="q" label={t.search} hint={t.searchHint} button={t.searchButton} />
          {services.length === 0 && <EmptyState title={t.empty}><p>{t.emptyMore}</p></EmptyState>}
          {groups.map(({ subject, list }) => (
            <section key={subject} class="stack">
              {groups.length > 1 && <h2>{t.subjects[subject]}</h2>}
              <ServiceCards services={list} lang={lang} measured={measured} />
            </section>
          ))}
          <p><a href="/bantuan">{t.help}</a></p>
        </>
      ),
    }
  },
})
