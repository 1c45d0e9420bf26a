import type { ComponentChildren } from 'preact'
import { wibDate } from '../../../kernel/wib.ts'
import type { Language } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import { qrSvg } from '../../../platform/typeset/qr.ts'
import { PageHeading } from '../../../ui/page-heading.tsx'
import type { Field } from '../core/answers.ts'
import type { Question, Requirement, ServiceDefinition } from '../core/definition.ts'
import { paperEn } from '../paper-messages.en.ts'
import { type PaperWords, paperId } from '../paper-messages.id.ts'
import { findServiceOn } from '../store.ts'

const wordsFor = (lang: Language): PaperWords => (lang === 'en' ? paperEn : paperId)

/** On paper entries are written one below the other; more than these do not fit on a page. */
const MOST_ENTRIES = 9

const Box = ({ children }: { children: ComponentChildren }) => <li><span class="paper-box" aria-hidden="true" />{children}</li>
const Line = ({ label, short }: { label: string; short?: boolean }) => <p class={short ? 'paper-line paper-short' : 'paper-line'}><span>{label}</span></p>

/** Room for one answer: boxes to mark, a line, or several for a long text. */
function Room({ question, lang }: { question: Field; lang: Language }) {
  const t = wordsFor(lang)
  if (question.type === 'boolean') return <ul class="paper-choices"><Box>{t.yes}</Box><Box>{t.no}</Box></ul>
  if (question.options) {
    return (
      <>
        <p class="hint">{question.type === 'choices' ? t.pickSome : t.pickOne}</p>
        <ul class="paper-choices">{question.options.map((one) => <Box key={one.value}>{one.label[lang]}</Box>)}</ul>
      </>
    )
  }
  const unit = question.unit ? question.unit[lang] : question.type === 'money' ? 'Rp' : ''
  return (question.maxLength ?? 80) > 120 ? <><Line label="" /><Line label="" /></> : <Line label={unit} />
}

function Entries({ question, lang }: { question: Question; lang: Language }) {
  const { of = [], least = 0, most = MOST_ENTRIES } = question
  const t = wordsFor(lang)
  const shown = Math.min(MOST_ENTRIES, Math.max(least, 3), most)
  return (
    <>
      {least > 0 && <p class="hint">{t.least(least)}</p>}
      <ol class="paper-entries">
        {Array.from({ length: shown }, (_, at) => (
          <li key={at}>{of.map((one) => <div key={one.key}><b>{one.label[lang]}</b><Room question={one} lang={lang} /></div>)}</li>
        ))}
      </ol>
    </>
  )
}

function Asked({ question, lang }: { question: Question; lang: Language }) {
  const t = wordsFor(lang)
  const notes = [question.required ? '' : t.optional, question.prefill ? t.known : '', question.showWhen ? t.only : '', question.hint?.[lang] ?? ''].filter(Boolean)
  return (
    <div class="paper-question">
      <h3>{question.label[lang]}</h3>
      {notes.length > 0 && <p class="hint">{notes.join('. ')}</p>}
      {question.type === 'group' ? <Entries question={question} lang={lang} /> : <Room question={question} lang={lang} />}
    </div>
  )
}

const paperText = (one: Requirement, lang: Language): string => {
  const t = wordsFor(lang)
  const notes = [one.required ? '' : t.ifAny, one.oneOf ? t.oneEnough : '', one.showWhen ? t.only.toLowerCase().replace(/\.$/, '') : ''].filter(Boolean)
  return notes.length > 0 ? `${one.label[lang]} (${notes.join(', ')})` : one.label[lang]
}

type Props = { service: ServiceDefinition; lang: Language; address: string }

function Form({ service, lang, address }: Props) {
  const t = wordsFor(lang)
  const asked = service.questions.filter((one) => !one.mustBeTrue)
  const statements = service.questions.filter((one) => one.mustBeTrue)
  return (
    <div class="paper">
      <div class="paper-head">
        <PageHeading title={t.title(service.name[lang])} over={t.edition(service.code, service.version)} lead={t.lead} />
        <span class="paper-qr" role="img" aria-label={t.qr} dangerouslySetInnerHTML={{ __html: qrSvg(address) }} />
      </div>
      <p class="soft no-print">{t.print}</p>
      <h2>{t.applicant}</h2>
      <Line label={t.name} /><Line label={t.nationalId} /><Line label={t.phone} /><Line label={t.village} />
      {service.subject !== 'person' && <Line label={service.subject === 'cooperative' ? t.cooperative : t.business} />}
      <h2>{t.questions}</h2>
      {asked.map((one) => <Asked key={one.key} question={one} lang={lang} />)}
      {service.requirements.length > 0 && <h2>{t.papers}</h2>}
      <ul class="paper-choices paper-column">{service.requirements.map((one) => <Box key={one.key}>{paperText(one, lang)}</Box>)}</ul>
      <h2>{t.statements}</h2>
      <ul class="paper-choices paper-column">{statements.map((one) => <Box key={one.key}>{one.label[lang]}</Box>)}<Box>{t.consent}</Box></ul>
      <Line label={t.place} short /><Line label={t.signature} short />
      <div class="paper-office">
        <h2>{t.received}</h2>
        <Line label={t.receivedOn} short /><Line label={t.receivedAt} short /><Line label={t.receivedBy} /><Line label={t.typedAs} />
      </div>
    </div>
  )
}

/** The paper twin of a service: the same questions with room for a pen, its code and edition, and a corner for whoever takes it in. */
export const paperFormPage = page({
  path: '/layanan/:code/formulir',
  right: 'public',
  cacheSeconds: 15,
  read: async ({ unit, params }) => (await findServiceOn(unit.tx, params['code'] ?? '', wibDate(unit.now).toString()))?.definition,
  view: (service, { lang, tools }) => ({
    title: wordsFor(lang).title(service.name[lang]), variant: 'public', back: { href: `/layanan/${service.code.toLowerCase()}`, text: service.name[lang] },
    body: <Form service={service} lang={lang} address={`${tools.config.baseUrl}/layanan/${service.code.toLowerCase()}?versi=${service.version}`} />,
  }),
})
