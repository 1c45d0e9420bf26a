import { z } from 'zod'
import { type Result, invalid, notFound, ok } from '../../../kernel/result.ts'
import { typedIn } from '../../../platform/http/form.ts'
import type { UnitAsk } from '../../../platform/http/context.ts'
import { type Form, type Sent, download, page } from '../../../platform/http/page.ts'
import { holdsPass } from '../../../platform/secrets/pass.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { readTicket } from '../core/reference.ts'
import { keepEvidence, fileResponse } from '../evidence.ts'
import { listEntries } from '../entry-store.ts'
import { listFiles } from '../file-store.ts'
import { addEvidence, setMayPublish, takeReporterStep } from '../reporter-steps.ts'
import { ownerIndex } from '../reporter.ts'
import { listOfficers } from '../staff-store.ts'
import { findByReference } from '../ticket-store.ts'
import type { Ticket } from '../ticket.ts'
import { PASS, tryTicket } from '../track.ts'
import { citizenWords } from '../words.ts'
import { TRACK } from './paths.ts'
import { PublicTicket, type TicketView } from './public-ticket.tsx'

const COOKIE = 'tiket'

function TrackForm({ ask: { lang, query }, form, reference }: { ask: Pick<UnitAsk, 'lang' | 'query'>; form: Form; reference?: string | undefined }) {
  const t = citizenWords(lang).track
  return (
    <>
      <ErrorSummary problems={form.problems} />
      <PageHeading title={t.title} lead={t.lead} />
      <form method="post" action={TRACK} noValidate class="stack">
        <TextField name="nomor" label={t.reference} hint={t.referenceHint} value={typedIn(form, 'nomor') ?? reference ?? query['nomor']} error={problemOf(form.problems, 'nomor')} autoComplete="off" width={16} maxLength={40} />
        <TextField name="kode" label={t.secret} hint={t.secretHint} value={typedIn(form, 'kode')} error={problemOf(form.problems, 'kode')} inputMode="numeric" autoComplete="off" width={8} maxLength={12} />
        <div class="row"><Button icon="search">{t.button}</Button></div>
      </form>
      <p class="soft">{t.lost}</p>
      <p><a href="/lacak">{t.application}</a></p>
    </>
  )
}

/** Following a ticket without signing in: begins with an empty form. */
export const trackPage = page({
  path: TRACK,
  right: 'public',
  fields: z.object({ nomor: z.string().max(60).default(''), kode: z.string().max(20).default('') }),
  read: async () => null,
  view: (_, ask, form) => ({ title: citizenWords(ask.lang).track.title, variant: 'public', narrow: true, wrong: form.problems.length > 0, body: <TrackForm ask={ask} form={form} /> }),
  async sendApart(ask, { nomor, kode }): Promise<Result<Sent>> {
    const t = citizenWords(ask.lang).track
    const tried = await tryTicket(ask, nomor, kode)
    if (tried.ok) return ok({ goTo: `${TRACK}/${tried.reference}`, cookies: [{ name: COOKIE, value: tried.pass, maxAgeS: tried.lastsS }] })
    const message = { reference: t.referenceNeeded, secret: t.secretNeeded, wrong: t.wrong, often: t.tooOften(tried.minutes) }[tried.why]
    return invalid([{ field: tried.why === 'secret' ? 'kode' : 'nomor', message }])
  },
})

/** Is this the reporter? Whoever named the secret, or is signed in as the one who filed it. */
function isReporter({ tools, cookies, actor, unit }: UnitAsk, ticket: Ticket): boolean {
  if (holdsPass(tools.keys, PASS, ticket.reference, cookies[COOKIE] ?? '', unit.now)) return true
  if (actor?.kind !== 'citizen' || actor.personId === undefined) return false
  return ticket.ownerId === actor.personId || (ticket.ownerIndex?.equals(ownerIndex(tools.keys, actor.personId)) ?? false)
}

async function reported(ask: UnitAsk): Promise<Ticket | 'ask' | undefined> {
  const reference = readTicket(ask.params['reference'] ?? '')
  if (reference === undefined) return undefined
  const ticket = await findByReference(ask.unit.tx, reference)
  // Without the secret one that is there and one that is not look the same.
  return ticket && isReporter(ask, ticket) ? ticket : 'ask'
}

/** A ticket with what its reporter may see of it. */
export async function viewOf({ unit }: Pick<UnitAsk, 'unit'>, ticket: Ticket): Promise<TicketView> {
  const holder = ticket.assignedTo === null ? undefined : (await listOfficers(unit, ticket.officeId)).find((one) => one.id === ticket.assignedTo)
  return { ticket, entries: await listEntries(unit.tx, ticket.id), files: await listFiles(unit.tx, ticket.id), holderRole: holder?.roles[0] }
}

const acts = z.object({
  act: z.enum(['reply', 'accept', 'reopen', 'evidence']), words: z.string().default(''), score: z.string().optional(), publish: z.string().optional(), file: z.instanceof(File).optional(),
})

async function act(ask: UnitAsk, fields: z.output<typeof acts>, ticket: Ticket): Promise<Result<Ticket>> {
  const { unit, tools, lang } = ask
  const by = { role: 'reporter' }
  if (fields.act === 'evidence') {
    if (!fields.file) return invalid([{ field: 'file', message: citizenWords(lang).ticket.addNeeded }])
    const kept = await keepEvidence(tools, unit, ticket.officeId, fields.file, 'file')
    return kept.ok ? addEvidence(unit, ticket.id, by, [kept.value.id], lang) : kept
  }
  const done = await takeReporterStep(unit, ticket.id, by, { step: fields.act, words: fields.words, score: Number(fields.score) || undefined, lang })
  if (done.ok && fields.act === 'accept' && ticket.kind === 'consultation') await setMayPublish(unit, ticket.id, fields.publish === 'yes')
  return done
}

/** One ticket for its reporter, with all he can do; for any other the form, with the number filled in. */
export const trackedPage = page({
  path: `${TRACK}/:reference`,
  right: 'public',
  limit: { name: 'ticket-act-from-address', most: 120, windowMs: 60 * 60_000, counts: 'posts' },
  fields: acts,
  async read(ask): Promise<TicketView | 'ask' | undefined> {
    const ticket = await reported(ask)
    return ticket === undefined || ticket === 'ask' ? ticket : viewOf(ask, ticket)
  },
  view(view, ask, form) {
    const words = citizenWords(ask.lang)
    return {
      title: view === 'ask' ? words.track.title : view.ticket.reference, variant: 'public', narrow: true, wrong: form.problems.length > 0,
      ...(ask.query['terkirim'] === undefined ? {} : { notice: words.ticket.sent }),
      body: view === 'ask' ? <TrackForm ask={ask} form={form} reference={ask.params['reference']} /> : (
        <>
          <PublicTicket view={view} told={{ lang: ask.lang, now: ask.unit.now }} form={form} />
          <p><a href={TRACK}>{words.track.again}</a></p>
        </>
      ),
    }
  },
  async send(ask, fields, view): Promise<Result<Sent>> {
    if (view === 'ask') return notFound('not-found', citizenWords(ask.lang).refusals.gone)
    const done = await act(ask, fields, view.ticket)
    return done.ok ? ok({ goTo: `${TRACK}/${view.ticket.reference}?terkirim` }) : done
  },
})

/** A file of a ticket for its reporter: his own and those of the answer. */
export const trackedFile = download({
  path: `${TRACK}/:reference/berkas/:file`,
  right: 'public',
  async read(ask) {
    const ticket = await reported(ask)
    return ticket === undefined || ticket === 'ask' ? undefined : fileResponse(ask.tools, ask.unit, ticket.id, ask.params['file'] ?? '')
  },
})
