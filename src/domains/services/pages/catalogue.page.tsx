import { wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { findHomeOffice } from '../../office/index.ts'
import { listServicesOn } from '../store.ts'
import { ServiceCards, wordsFor } from './service-cards.tsx'

/** All services of the office. */
export const cataloguePage = page({
  path: '/layanan',
  right: 'public',
  cacheSeconds: 15,
  async read({ unit }) {
    const office = await findHomeOffice(unit.tx)
    return office && (await listServicesOn(unit.tx, office.id, wibDate(unit.now).toString())).map((held) => held.definition)
  },
  view(services, { lang }) {
    const t = wordsFor(lang).catalogue
    return {
      title: t.title, variant: 'public',
      body: (
        <>
          <PageHeading title={t.title} lead={t.lead} />
          {services.length === 0 ? <EmptyState title={t.empty}><p>{t.emptyMore}</p></EmptyState> : <ServiceCards services={services} lang={lang} />}
        </>
      ),
    }
  },
})
