import { wibDate } from '../../../kernel/wib.ts'
import type { Language } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { dateText } from '../date-text.ts'
import { type ServiceDefinition } from '../core/definition.ts'
import { ruleText } from '../core/problems.ts'
import { findServiceOn } from '../store.ts'
import { paperEn } from '../paper-messages.en.ts'
import { paperId } from '../paper-messages.id.ts'
import { wordsFor } from './service-cards.tsx'

type Component = keyof ServiceDefinition['standard']

/** Service delivery, shown at once; the rest is also due to the public but read by few. Source: PermenPANRB 15/2014. */
const GROUP_A: Component[] = ['requirements', 'procedure', 'duration', 'fee', 'product', 'complaints']
const GROUP_B: Component[] = [
  'legalBasis', 'facilities', 'competence', 'internalControl', 'staffing', 'serviceGuarantee', 'safetyGuarantee', 'evaluation',
]

function Part({ service, part, lang }: { service: ServiceDefinition; part: Component; lang: Language }) {
  const content = service.standard[part]
  const List = part === 'procedure' ? 'ol' : 'ul'
  return (
    <>
      <h3>{wordsFor(lang).standard.parts[part]}</h3>
      {/* The standard is a legal text in Indonesian, on English pages too: screen readers must know. */}
      <div lang={lang === 'en' ? 'id' : undefined}>
        {typeof content === 'string' ? <p>{content}</p> : <List>{content.map((line) => <li key={line}>{line}</li>)}</List>}
      </div>
    </>
  )
}

function View({ service, lang }: { service: ServiceDefinition; lang: Language }) {
  const t = wordsFor(lang).standard
  const apply = <ButtonLink href={`/permohonan/baru?layanan=${service.code}`} icon="pen">{t.apply}</ButtonLink>
  return (
    <>
      <PageHeading title={service.name[lang]} over={service.code} lead={service.summary[lang]} />
      <div class="row">{apply}</div>
      <Card title={t.atAGlance}>
        <Summary rows={[
          { label: t.duration, value: t.days(service.limits.days) },
          { label: t.fee, value: service.standard.fee },
          { label: t.product, value: service.letter?.kind[lang] ?? service.standard.product },
          ...(service.letter ? [{ label: t.validity, value: t.lasts(service.letter.validity) }] : []),
        ]} />
      </Card>
      {service.eligibility.length > 0 && (
        <Card title={t.who}>
          <div class="prose"><ul>{service.eligibility.map((one) => <li key={one.code}>{ruleText(one.words[lang])}</li>)}</ul></div>
          <p><a href={`/permohonan/baru?layanan=${service.code}`}>{t.checkMine}</a></p>
        </Card>
      )}
      <Card title={t.before}>
        <div class="prose">
          <ul>{service.requirements.map((one) => <li key={one.key}><b>{one.label[lang]}</b>{one.hint && <span class="soft">. {one.hint[lang]}</span>}</li>)}</ul>
        </div>
      </Card>
      <section class="stack prose">
        {t.inIndonesian && <p class="soft">{t.inIndonesian}</p>}
        {GROUP_A.map((part) => <Part key={part} service={service} part={part} lang={lang} />)}
      </section>
      <Disclosure summary={t.more}>
        <div class="stack prose">{GROUP_B.map((part) => <Part key={part} service={service} part={part} lang={lang} />)}</div>
      </Disclosure>
      <p class="soft">{t.decree(service.decree.number, dateText(service.decree.date, lang))} {t.since(dateText(service.validFrom, lang), service.version)}</p>
      <div class="row">
        {apply}
        <ButtonLink href={`/layanan/${service.code.toLowerCase()}/formulir`} look="link" icon="print">{(lang === 'en' ? paperEn : paperId).link}</ButtonLink>
      </div>
    </>
  )
}

/** One service: its standard in force today, all 14 components. */
export const standardPage = page({
  path: '/layanan/:code',
  right: 'public',
  cacheSeconds: 15,
  read: async ({ unit, params }) => (await findServiceOn(unit.tx, params['code'] ?? '', wibDate(unit.now).toString()))?.definition,
  view: (service, { lang }) => ({ title: service.name[lang], variant: 'public', body: <View service={service} lang={lang} /> }),
})
