import { type Result, invalid, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { UnitAsk } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { findHomeOffice, listDistricts, type Office } from '../../office/index.ts'
import { listServicesOn } from '../../services/index.ts'
import type { Kind } from '../core/choices.ts'
import { keepEvidence } from '../evidence.ts'
import { fileTicket } from '../file-ticket.ts'
import { citizenWords } from '../words.ts'
import { CONSULT, FRONT, NEW, TRACK, kindIn, newPath } from './paths.ts'
import { Receipt } from './receipt.tsx'
import { AboutFields, type Choices, EvidenceField, FormKey, IdentityFields, LinkFields, PublishField, type ReportFields, StoryFields, reportFields, saidOf } from './report-fields.tsx'

type Model = { kind: Kind; office: Office; choices: Choices }

/** Services and districts to choose from. */
export async function choicesFor({ unit, lang }: Pick<UnitAsk, 'unit' | 'lang'>, office: Office): Promise<Choices> {
  return {
    services: (await listServicesOn(unit.tx, office.id, wibDate(unit.now).toString())).map(({ definition }) => ({ value: definition.code, label: definition.name[lang] })),
    regions: (await listDistricts(unit.tx, office.regionCode)).map(({ code, name }) => ({ value: code, label: name })),
  }
}

function ReportForm({ model: { kind, choices }, ask: { lang, actor }, form }: { model: Model; ask: UnitAsk; form: Form }) {
  const { form: t } = citizenWords(lang)
  const wrongLink = ['regionCode', 'serviceCode', 'applicationReference'].some((field) => form.problems.some((one) => one.field === field))
  return (
    <form method="post" encType="multipart/form-data" action={newPath(kind)} class="stack" noValidate>
      <FormKey form={form} />
      <StoryFields kind={kind} form={form} t={t} />
      {kind === 'complaint' && <AboutFields form={form} t={t} />}
      {kind !== 'consultation' && <Disclosure summary={t.more} open={wrongLink}><LinkFields kind={kind} form={form} t={t} choices={choices} /></Disclosure>}
      {kind !== 'consultation' && <EvidenceField form={form} t={t} />}
      <IdentityFields form={form} t={t} note={actor?.kind === 'citizen' ? <p class="soft">{t.signedIn(actor.name)}</p> : undefined} />
      {kind === 'consultation' && <PublishField form={form} t={t} />}
      <p class="soft">{t.privacy} <a href="/privasi">{t.privacyLink}</a></p>
      <div class="row"><Button>{t.send}</Button></div>
    </form>
  )
}

async function send(ask: UnitAsk, fields: ReportFields, { kind, office }: Model): Promise<Result<Sent>> {
  const { unit, tools, lang } = ask
  // An officer who reports something of his own is here as anybody else: what he types in for others has its own page.
  const actor = ask.actor?.kind === 'citizen' ? ask.actor : undefined
  const words = citizenWords(lang)
  if (!fields.identity) return invalid([{ field: 'identity', message: words.refusals.identityNeeded }])
  const file = fields.file && await keepEvidence(tools, unit, office.id, fields.file, 'file')
  if (file && !file.ok) return file
  const filed = await fileTicket(tools, unit, office.id, actor, {
    ...saidOf(fields), kind, identity: fields.identity, channel: actor && fields.identity === 'named' ? 'account' : 'web', files: file ? [file.value.id] : [], lang,
  })
  if (!filed.ok) return filed
  return ok({
    show: {
      title: words.receipt.title, variant: 'public', narrow: true,
      body: <><Receipt filed={filed.value} office={office} ask={ask} /><div class="row no-print"><ButtonLink href={`${TRACK}?nomor=${filed.value.ticket.reference}`}>{words.receipt.track}</ButtonLink></div></>,
    },
  })
}

/** One form for everything the public says, without login; what it asks depends on the kind. */
export const reportPage = page({
  path: NEW,
  right: 'public',
  limit: { name: 'ticket-from-address', most: 60, windowMs: 60 * 60_000, counts: 'posts' },
  fields: reportFields,
  async read(ask): Promise<Model | undefined> {
    const office = await findHomeOffice(ask.unit.tx)
    return office && { kind: kindIn(ask.query['jenis']), office, choices: await choicesFor(ask, office) }
  },
  view(model, ask, form) {
    const words = citizenWords(ask.lang)
    const isConsult = model.kind === 'consultation'
    return {
      title: words.kinds[model.kind].new, variant: 'public', narrow: true, wrong: form.problems.length > 0,
      back: isConsult ? { href: CONSULT, text: words.consult.title } : { href: FRONT, text: words.form.back },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={words.kinds[model.kind].new} lead={words.kinds[model.kind].about} />
          <ReportForm model={model} ask={ask} form={form} />
        </>
      ),
    }
  },
  send,
})
