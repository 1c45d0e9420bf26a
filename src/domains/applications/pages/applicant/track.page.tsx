import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Result, invalid, ok } from '../../../../kernel/result.ts'
import { typedIn } from '../../../../platform/http/form.ts'
import type { Language, UnitAsk } from '../../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../../platform/http/page.ts'
import { holdsPass, passOf } from '../../../../platform/secrets/pass.ts'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Clock } from '../../../../ui/clock.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import { countTries } from '../../../accounts/index.ts'
import { type ServiceDefinition, getDefinition } from '../../../services/index.ts'
import { clockOf } from '../../commands/steps.ts'
import type { ServiceClock } from '../../../../kernel/service-clock.ts'
import { readReference } from '../../core/reference.ts'
import { type Application, type CaseEvent, findByReference, listEvents } from '../../store.ts'
import { findTracked } from '../../track.ts'
import { caseWordsOf, wordsOf } from './case-file.ts'
import { TONE, dueOf, holderOfCase, timelineOf } from './case-story.ts'

const COOKIE = 'lacak'
/** Long enough to come back to the page the same morning. */
const LASTS_S = 4 * 60 * 60

const mayRead = ({ tools, cookies, unit }: UnitAsk, reference: string): boolean => holdsPass(tools.keys, 'track-pass', reference, cookies[COOKIE] ?? '', unit.now)

type Tracked = { application: Application; definition: ServiceDefinition; events: CaseEvent[]; clock: ServiceClock | undefined }

/** A try counts before it is made; a wrong reference and wrong digits look the same. */
async function track({ tools, ip, lang }: UnitAsk, typed: { nomor: string; angka: string }): Promise<Result<Sent>> {
  const t = wordsOf(lang).track
  const reference = readReference(typed.nomor)
  const digits = typed.angka.replaceAll(/\D/g, '')
  const problems = [
    ...(reference ? [] : [{ field: 'nomor', message: t.referenceNeeded }]),
    ...(digits.length === 4 ? [] : [{ field: 'angka', message: t.digitsNeeded }]),
  ]
  if (!reference || problems.length > 0) return invalid(problems)
  const verdict = await countTries(tools, [['track-from-address', ip], ['track-of-reference', reference]])
  const now = tools.clock()
  if (!verdict.allowed) return invalid([{ field: 'nomor', message: t.tooOften(Math.max(1, Math.ceil(now.until(verdict.retryAt).total('minutes')))) }])
  const found = await findTracked(tools.db, tools.keys, reference, digits)
  if (!found) return invalid([{ field: 'nomor', message: t.wrong }])
  const untilS = Math.floor(now.epochMilliseconds / 1000) + LASTS_S
  return ok({ goTo: `/lacak/${reference}`, cookies: [{ name: COOKIE, value: passOf(tools.keys, 'track-pass', reference, untilS), maxAgeS: LASTS_S }] })
}

function TrackForm({ lang, form, reference }: { lang: Language; form: Form; reference: string | undefined }) {
  const t = wordsOf(lang).track
  return (
    <form method="post" action="/lacak" noValidate class="stack">
      <TextField name="nomor" label={t.reference} hint={t.referenceHint} value={typedIn(form, 'nomor') ?? reference} error={problemOf(form.problems, 'nomor')}
        autoComplete="off" width={16} maxLength={40} />
      <TextField name="angka" label={t.digits} hint={t.digitsHint} value={typedIn(form, 'angka')} error={problemOf(form.problems, 'angka')}
        inputMode="numeric" autoComplete="off" width={4} maxLength={8} />
      <div class="row"><Button icon="search">{t.button}</Button></div>
    </form>
  )
}

function Found({ tracked: { application, definition, events, clock }, lang, now }: { tracked: Tracked; lang: Language; now: Temporal.Instant }) {
  const words = wordsOf(lang)
  const told = { lang, now, toApplicant: false }
  const holder = holderOfCase(application, definition, lang)
  const due = clock && dueOf(application, definition, clock, told)
  return (
    <>
      <PageHeading title={definition.name[lang]} over={<span class="mono">{application.reference}</span>} lead={words.track.whatNow[application.status]}
        side={<StatusTag tone={TONE[application.status]} text={caseWordsOf(lang).status[application.status]} />} />
      {holder && <p><b>{words.case.heldBy(holder === 'applicant' ? words.applicant : holder)}</b></p>}
      {due && <Clock {...due} />}
      <Card title={words.case.journey}><Timeline items={timelineOf({ application, definition }, events.filter((one) => one.step !== 'create'), told)} /></Card>
      <Card title={words.track.own}><p><a href={`/permohonan/${application.id}`}>{words.track.signIn}</a></p></Card>
      <p><a href="/lacak">{words.track.again}</a></p>
    </>
  )
}

/** Tracking without signing in: begins with an empty form. */
export const trackPage = page({
  path: '/lacak',
  right: 'public',
  cacheSeconds: 15,
  fields: z.object({ nomor: z.string().default(''), angka: z.string().default('') }),
  read: async () => null,
  view(_, { lang, query }, form) {
    const t = wordsOf(lang).track
    return {
      title: t.title, variant: 'public', wrong: form.problems.length > 0,
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={t.title} lead={t.lead} />
          <TrackForm lang={lang} form={form} reference={query['nomor']} />
          <p class="soft">{t.noPhone}</p>
          <p><a href="/pengaduan/lacak">{t.ticket}</a></p>
        </>
      ),
    }
  },
  sendApart: track,
})

/** The state of one case for a browser that named its digits; for any other the form, with the reference filled in. */
export const trackedPage = page({
  path: '/lacak/:reference',
  right: 'public',
  async read(ask): Promise<Tracked | 'ask' | undefined> {
    const reference = readReference(ask.params['reference'] ?? '')
    if (!reference) return undefined
    if (!mayRead(ask, reference)) return 'ask'
    const application = await findByReference(ask.unit.tx, reference)
    if (!application) return undefined
    const definition = await getDefinition(ask.unit.tx, application.definitionId)
    const clock = await clockOf(ask.unit, application, definition)
    return { application, definition, clock: clock.ok ? clock.value : undefined, events: await listEvents(ask.unit.tx, application.id) }
  },
  view(tracked, { lang, params, unit }, form) {
    const t = wordsOf(lang).track
    return {
      title: t.title, variant: 'public',
      body: tracked === 'ask'
        ? <><PageHeading title={t.title} lead={t.lead} /><TrackForm lang={lang} form={form} reference={params['reference']} /><p class="soft">{t.noPhone}</p></>
        : <Found tracked={tracked} lang={lang} now={unit.now} />,
    }
  },
})
