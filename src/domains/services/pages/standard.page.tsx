import { wibDate } from '../../../kernel/wib.ts'
import type { Language } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { dateText } from '../date-text.ts'
import type { Requirement, ServiceDefinition } from '../core/definition.ts'
import { ruleText } from '../core/problems.ts'
import { findHomeOffice } from '../../office/index.ts'
import type { Measure, Measured } from '../measured.ts'
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

/** A paper, and whether everyone needs it. */
function Paper({ one, lang }: { one: Requirement; lang: Language }) {
  const t = wordsFor(lang).standard
  const notes = [
    ...(one.hint ? [one.hint[lang]] : []), ...(one.oneOf ? [t.oneOf] : []), ...(one.showWhen ? [t.sometimes] : []), ...(one.required || one.hint ? [] : [t.optional]),
  ]
  return <li><b>{one.label[lang]}</b>{notes.map((note) => <span class="soft" key={note}>. {note.replace(/\.$/, '')}</span>)}</li>
}

/** Who may ask, told before anyone begins. */
function Eligible({ service, lang }: { service: ServiceDefinition; lang: Language }) {
  const t = wordsFor(lang).standard
  return (
    <Card title={t.who}>
      <p>{t.subjects[service.subject]}{service.coSigned && ` ${t.coSigned}`}</p>
      {service.eligibility.length > 0 && <div class="prose"><ul>{service.eligibility.map((one) => <li key={one.code}>{ruleText(one.words[lang])}</li>)}</ul></div>}
      {service.eligibility.length > 0 && <p><a href={`/permohonan/baru?layanan=${service.code}`}>{t.checkMine}</a></p>}
      {service.inRounds && <p>{t.inRounds}</p>}
    </Card>
  )
}

function View({ service, measured, lang }: { service: ServiceDefinition; measured: Measured | undefined; lang: Language }) {
  const t = wordsFor(lang).standard
  const apply = <ButtonLink href={`/permohonan/baru?layanan=${service.code}`} icon="pen">{t.apply}</ButtonLink>
  return (
    <>
      <PageHeading title={service.name[lang]} over={service.code} lead={service.summary[lang]} />
      <div class="row">{apply}</div>
      <Card title={t.atAGlance}>
        <Summary rows={[
          { label: t.duration, value: t.days(service.limits.days) },
          ...(measured ? [{ label: t.reality, value: <>{t.measured(measured.hours, measured.month)} <a href="/kinerja">{t.seeFigures}</a></> }] : []),
          { label: t.fee, value: service.standard.fee },
          { label: t.product, value: service.letter?.kind[lang] ?? service.standard.product },
          ...(service.letter ? [{ label: t.validity, value: t.lasts(service.letter.validity) }] : []),
        ]} />
      </Card>
      <Eligible service={service} lang={lang} />
      <Card title={t.before}>
        {service.requirements.length === 0 ? <p>{t.noPapers}</p> : (
          <div class="prose">
            <ul>{service.requirements.map((one) => <Paper key={one.key} one={one} lang={lang} />)}</ul>
          </div>
        )}
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
export const standardPage = (measure: Measure) => page({
  path: '/layanan/:code',
  right: 'public',
  cacheSeconds: 15,
  async read({ unit, params, lang }) {
    const service = (await findServiceOn(unit.tx, params['code'] ?? '', wibDate(unit.now).toString()))?.definition
    const office = service && await findHomeOffice(unit.tx)
    return service && { service, measured: office && await measure(unit.tx, office.id, service.code, lang) }
  },
  view: ({ service, measured }, { lang }) => ({ title: service.name[lang], variant: 'public', body: <View service={service} measured={measured} lang={lang} /> }),
})
