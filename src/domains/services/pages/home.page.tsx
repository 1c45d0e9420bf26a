import { wibDate } from '../../../kernel/wib.ts'
import { officeWeekOn } from '../../../kernel/working-calendar.ts'
import { page } from '../../../platform/http/page.ts'
import { CardLink } from '../../../ui/card.tsx'
import { Hero } from '../../../ui/hero.tsx'
import { MarketStall } from '../../../ui/market-stall.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type Office, calendarOf, findHomeOffice } from '../../office/index.ts'
import { SearchForm } from '../../../ui/search-form.tsx'
import type { ServicesWords } from '../messages.id.ts'
import type { ServiceDefinition } from '../core/definition.ts'
import { listServicesOn } from '../store.ts'
import { officeHours } from '../office-hours.ts'
import { ServiceCards, wordsFor } from './service-cards.tsx'

type Model = { office: Office; hours: string; services: ServiceDefinition[] }

/** The front page shows so many services; the others are one tap away. */
const SHOWN = 6

/** What most people come for stands first: letters for a business, then other help for one, then the rest. */
const byWish = (a: ServiceDefinition, b: ServiceDefinition): number => rankOf(a) - rankOf(b)
const rankOf = ({ subject, letter }: ServiceDefinition): number => (subject === 'business' ? (letter ? 0 : 1) : 2)

/** The promise in the headline. Of several services the shortest letter for a business is named as that: "from". */
function headline(services: readonly ServiceDefinition[], t: ServicesWords['home']): string {
  const [only] = services
  if (!only) return t.headlinePlain
  if (services.length === 1) return t.headline(only.limits.days)
  const letters = services.filter((one) => one.subject === 'business' && one.letter !== undefined)
  return letters.length === 0 ? t.headlinePlain : t.headlineFrom(Math.min(...letters.map((one) => one.limits.days)))
}

/** The front page: what can be done here, what is promised, where people help. */
export const homePage = page({
  path: '/',
  right: 'public',
  cacheSeconds: 15,
  async read({ unit, lang }): Promise<Model | undefined> {
    const office = await findHomeOffice(unit.tx)
    if (!office) return undefined
    const today = wibDate(unit.now).toString()
    const week = officeWeekOn((await calendarOf(unit.tx, office.id)).weeks, today)
    const services = (await listServicesOn(unit.tx, office.id, today)).map((held) => held.definition)
    return { office, services, hours: week ? officeHours(week, lang) : '' }
  },
  view({ office, hours, services }, { lang }) {
    const { home: t, catalogue: more } = wordsFor(lang)
    const [only] = services
    const applyTo = services.length === 1 && only ? `/permohonan/baru?layanan=${only.code}` : '/layanan'
    return {
      title: t.title, variant: 'public',
      hero: (
        <Hero title={headline(services, t)} lead={t.lead} picture={<MarketStall />}>
          <div class="grid">
            <CardLink href={applyTo} title={t.apply} icon="pen">{t.applyMore}</CardLink>
            <CardLink href="/lacak" title={t.track} icon="search">{t.trackMore}</CardLink>
            <CardLink href="/verifikasi" title={t.verify} icon="shield">{t.verifyMore}</CardLink>
          </div>
        </Hero>
      ),
      body: (
        <>
          <h2>{t.services}</h2>
          <SearchForm action="/cari" name="q" label={more.search} hint={more.searchHint} button={more.searchButton} />
          <ServiceCards services={services.toSorted(byWish).slice(0, SHOWN)} lang={lang} />
          {services.length > SHOWN && <p><a href="/layanan">{more.all(services.length)}</a></p>}
          <p><a href="/bantuan">{more.help}</a> · <a href="/berita">{more.news}</a></p>
          <Notice title={t.helpTitle}>
            <p>{t.help}</p>
            <p><a href="/konsultasi">{t.ask}</a> · <a href="/pengaduan">{t.complain}</a></p>
            <p>{t.counter(`${office.address} ${office.postalCode}`)}</p>
            {hours && <p>{t.hours(hours)}</p>}
            {office.phone && <p>{t.phone(office.phone)}</p>}
          </Notice>
        </>
      ),
    }
  },
})
