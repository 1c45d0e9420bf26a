import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Result, invalid, ok } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { typedIn } from '../../../platform/http/form.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import type { Actor } from '../../../kernel/rights.ts'
import { type Office, getOffice, listVillages, typedDate } from '../../office/index.ts'
import { type CitizenWords, citizenId } from '../citizen-words.id.ts'
import { CHANNELS, type Channel, KINDS } from '../core/choices.ts'
import { keepEvidence } from '../evidence.ts'
import { fileTicket } from '../file-ticket.ts'
import { complaintsId } from '../messages.id.ts'
import { DESK } from './paths.ts'
import { Receipt } from './receipt.tsx'
import { AboutFields, type Choices, EvidenceField, FormKey, IdentityFields, LinkFields, PublishField, StoryFields, reportFields, saidOf } from './report-fields.tsx'
import { choicesFor } from './report.page.tsx'

const t = complaintsId.entry
const ENTRY = `${DESK}/baru`

/** By what somebody may have come whose words an officer types in. */
const AT_THE_DESK = ['counter', 'phone', 'letter', 'message'] as const satisfies readonly Channel[]

type Model = { office: Office; choices: Choices; channels: readonly Channel[] }

/** A village officer types in for his own village. */
const areaOf = (actor: Actor): string | undefined => (actor.roles.every((held) => held.area !== undefined) ? actor.roles[0]?.area : undefined)

async function read(ask: Allowed): Promise<Model | undefined> {
  if (ask.actor.kind !== 'officer') return undefined
  const office = await getOffice(ask.unit.tx, ask.actor.officeId)
  const choices = await choicesFor(ask, office)
  const area = areaOf(ask.actor)
  if (area === undefined) return { office, choices, channels: AT_THE_DESK }
  const district = area.split('.').slice(0, 3).join('.')
  const villages = (await listVillages(ask.unit.tx, district)).filter((one) => one.code === area || one.code.startsWith(`${area}.`))
  return { office, channels: ['village'], choices: { ...choices, regions: villages.map(({ code, name }) => ({ value: code, label: name })) } }
}

function EntryForm({ model, form }: { model: Model; form: Form }) {
  const words: CitizenWords['form'] = { ...citizenId.form, ...t.form, ...(model.channels.length > 1 ? {} : { region: t.regionVillage }) }
  const kind = KINDS.find((one) => one === typedIn(form, 'kind')) ?? 'complaint'
  return (
    <form method="post" encType="multipart/form-data" action={ENTRY} class="stack prose" noValidate>
      <FormKey form={form} />
      <RadioGroup name="kind" label={words.kind} value={typedIn(form, 'kind')} error={problemOf(form.problems, 'kind')} choices={KINDS.map((value) => ({ value, label: citizenId.kinds[value].name, hint: citizenId.kinds[value].about }))} />
      {model.channels.length > 1 && (
        <>
          <SelectField name="channel" label={t.channel} value={typedIn(form, 'channel')} error={problemOf(form.problems, 'channel')} choices={model.channels.map((value) => ({ value, label: complaintsId.channels[value] }))} />
          <DateField name="receivedOn" label={t.received} hint={t.receivedHint} optional error={problemOf(form.problems, 'receivedOn')}
            value={{ day: typedIn(form, 'receivedOn-day'), month: typedIn(form, 'receivedOn-month'), year: typedIn(form, 'receivedOn-year') }} />
        </>
      )}
      <StoryFields kind={kind} form={form} t={words} />
      <AboutFields form={form} t={words} />
      <LinkFields kind="complaint" form={form} t={words} choices={model.choices} />
      <EvidenceField form={form} t={words} />
      <IdentityFields form={form} t={words} />
      <PublishField form={form} t={words} />
      <div class="row"><Button>{words.send}</Button></div>
    </form>
  )
}

const part = z.string().max(4).default('')
const fields = reportFields.extend({ channel: z.string().optional(), 'receivedOn-day': part, 'receivedOn-month': part, 'receivedOn-year': part })
type EntryFields = z.output<typeof fields>

function receivedOn(typed: EntryFields): Result<Temporal.PlainDate | undefined> {
  const date = typedDate({ day: typed['receivedOn-day'], month: typed['receivedOn-month'], year: typed['receivedOn-year'] })
  if (date === '') return ok(undefined)
  return date ? ok(Temporal.PlainDate.from(date)) : invalid([{ field: 'receivedOn', message: citizenId.refusals.receivedWrong(30) }])
}

async function send(ask: Allowed, typed: EntryFields, { office, channels }: Model): Promise<Result<Sent>> {
  const { unit, tools, actor } = ask
  const channel = channels.length === 1 ? channels[0] : CHANNELS.find((one) => one === typed.channel && channels.includes(one))
  const received = receivedOn(typed)
  if (!received.ok) return received
  const [kind, identity] = [typed.kind, typed.identity]
  const problems = [
    ...(kind ? [] : [{ field: 'kind', message: citizenId.refusals.kindNeeded }]), ...(channel ? [] : [{ field: 'channel', message: t.channel }]),
    ...(identity ? [] : [{ field: 'identity', message: citizenId.refusals.identityNeeded }]),
  ]
  if (problems.length > 0 || !kind || !channel || !identity) return invalid(problems)
  const file = typed.file && await keepEvidence(tools, unit, office.id, typed.file, 'file')
  if (file && !file.ok) return file
  const area = areaOf(actor)
  const filed = await fileTicket(tools, unit, office.id, actor, {
    ...saidOf(typed), kind, identity, channel, files: file ? [file.value.id] : [], receivedOn: received.value, regionCode: typed.regionCode || (area?.split('.').length === 4 ? area : undefined),
  })
  if (!filed.ok) return filed
  return ok({
    show: {
      title: t.done, variant: 'officer',
      body: (
        <>
          <Receipt filed={filed.value} office={office} ask={{ ...ask, lang: 'id' }} />
          <Card title={t.slipLead}><p>{t.give}</p></Card>
          <div class="row no-print"><ButtonLink href={ENTRY} look="secondary">{t.again}</ButtonLink></div>
        </>
      ),
    },
  })
}

/** What somebody tells at the counter, by phone, by letter, or to the village officer: typed in, on the same clock. */
export const entryPage = page({
  path: ENTRY,
  right: 'complaint.file',
  fields,
  read,
  view: (model, { actor }, form) => ({
    title: t.title, variant: 'officer', wrong: form.problems.length > 0, ...(areaOf(actor) === undefined ? { back: { href: DESK, text: complaintsId.queue.title } } : {}),
    body: <><ErrorSummary problems={form.problems} /><PageHeading title={t.title} lead={t.lead} /><EntryForm model={model} form={form} /></>,
  }),
  send,
})
