import { wibDate } from '../../../kernel/wib.ts'
import { officeWeekOn } from '../../../kernel/working-calendar.ts'
import { page } from '../../../platform/http/page.ts'
import { CardLink } from '../../../ui/card.tsx'
import { Hero } from '../../../ui/hero.tsx'
import { MarketStall } from '../../../ui/market-stall.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type Office, calendarOf, findHomeOffice } from '../../office/index.ts'
import type { ServiceDefinition } from '../core/definition.ts'
import { listServicesOn } from '../store.ts'
import { officeHoursText } from './office-hours.ts'
import { ServiceCards, wordsFor } from './service-cards.tsx'

type Model = { office: Office; hours: string; services: ServiceDefinition[] }

/** The promise in the headline: the shortest and the longest time limit of a letter, so that it holds for every letter. */
function promised(services: ServiceDefinition[]): { least: number; most: number } | undefined {
  const days = services.filter((one) => one.letter).map((one) => one.limits.days)
  return days.length === 0 ? undefined : { least: Math.min(...days), most: Math.max(...days) }
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
    return { office, services, hours: week ? officeHoursText(week, wordsFor(lang).everyDay) : '' }
  },
  view({ office, hours, services }, { lang }) {
    const t = wordsFor(lang).home
    const [only] = services
    const promise = promised(services)
    const applyTo = services.length === 1 && only ? `/permohonan/baru?layanan=${only.code}` : '/layanan'
    return {
      title: t.title, variant: 'public',
      hero: (
        <Hero title={promise ? t.headline(promise.least, promise.most) : t.headlinePlain} lead={t.lead} picture={<MarketStall />}>
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
          <ServiceCards services={services} lang={lang} />
          <Notice title={t.helpTitle}>
            <p>{t.help}</p>
            <p>{t.counter(`${office.address} ${office.postalCode}`)}</p>
            {hours && <p>{t.hours(hours)}</p>}
            {office.phone && <p>{t.phone(office.phone)}</p>}
          </Notice>
        </>
      ),
    }
  },
})
