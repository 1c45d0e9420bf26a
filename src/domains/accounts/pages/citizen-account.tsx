import { Temporal } from 'temporal-polyfill'
import { longDate, longMoment, shortMoment } from '../../../kernel/wib.ts'
import type { Language } from '../../../platform/http/context.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Masked } from '../../../ui/masked.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { type Person, type Revealable, formatPhone, maskPhone, maskSixteenDigits } from '../../registry/index.ts'
import type { Device } from '../device-store.ts'
import type { Look } from '../looks-store.ts'
import type { HeldMandate } from '../mandate-store.ts'
import type { NoticeReading } from '../notice-store.ts'
import type { OpenSession } from '../session-store.ts'
import { accountWords } from '../words.ts'
import { LooksTable } from './looks-table.tsx'
import { Act, SessionList } from './session-list.tsx'

/** What a person may have shown in full on this page. */
export const OWN_FIELDS = ['nationalId', 'familyCardNumber', 'phone'] as const

export type CitizenModel = {
  kind: 'citizen'
  person: Person
  shown: ReadonlySet<Revealable>
  looks: Look[]
  notice: { reading: NoticeReading | undefined; version: number }
  consents: HeldMandate[]
  sessions: OpenSession[]
  devices: Device[]
}

type Words = ReturnType<typeof accountWords>

function identityRows({ person, shown }: CitizenModel, words: Words) {
  const masked = (field: Revealable, label: string, full: string | undefined, mask: string) => ({
    label, value: full && <Masked label={label} value={shown.has(field) ? full : mask}
      {...(shown.has(field) ? { note: words.shownUntil } : { reveal: { action: '/akun', fields: { do: 'lihat', field } } })} />,
  })
  const born = person.birthDate ? longDate(Temporal.PlainDate.from(person.birthDate)) : ''
  return [
    { label: words.name, value: person.name },
    masked('nationalId', words.nationalId, person.nationalId, maskSixteenDigits(person.nationalId ?? '')),
    masked('familyCardNumber', words.familyCardNumber, person.familyCardNumber, maskSixteenDigits(person.familyCardNumber ?? '')),
    masked('phone', words.phone, person.phone ? formatPhone(person.phone) : undefined, maskPhone(person.phone ?? '')),
    { label: words.email, value: person.email },
    { label: words.gender, value: person.gender && words.genders[person.gender] },
    { label: words.birth, value: [person.birthPlace, born].filter(Boolean).join(', ') },
    { label: words.address, value: person.address },
  ]
}

function Looks({ looks, words, lang }: { looks: Look[]; words: Words; lang: Language }) {
  return (
    <Card title={words.looks}>
      <p class="soft">{words.looksLead}</p>
      <LooksTable looks={looks} lang={lang} />
      <div class="row">
        <ButtonLink href="/akun/siapa-melihat" look="secondary" small>{words.allLooks}</ButtonLink>
      </div>
    </Card>
  )
}

function Rights({ words }: { words: Words }) {
  return (
    <Card title={words.rights}>
      <p>{words.rightsLead}</p>
      <div class="row"><ButtonLink href="/akun/hak" look="secondary" small>{words.rightsOpen}</ButtonLink></div>
    </Card>
  )
}

function Messages({ words }: { words: Words }) {
  return (
    <Card title={words.messages}>
      <p>{words.messagesLead}</p>
      <div class="row"><ButtonLink href="/akun/pesan" look="secondary" small>{words.messagesOpen}</ButtonLink></div>
    </Card>
  )
}

function NoticeCard({ notice: { reading, version }, words }: { notice: CitizenModel['notice']; words: Words }) {
  const current = reading?.version === version
  return (
    <Card title={words.notice}>
      <p>{reading ? words.noticeRead(reading.version, longMoment(reading.at)) : words.noticeNone} {reading && !current && words.noticeNew}</p>
      <div class="row">
        <a href="/privasi">{words.noticeOpen}</a>
        {!current && <Act name="pemberitahuan"><Button look="secondary" small>{words.noticeAccept}</Button></Act>}
      </div>
    </Card>
  )
}

/** Who may help this person, and the way to take it back. */
function Consents({ consents, words }: { consents: HeldMandate[]; words: Words }) {
  return (
    <Card title={words.consents}>
      <p class="soft">{words.consentsLead}</p>
      <DataTable caption={words.consents} quietCaption rows={consents} rowKey={({ id }) => id} empty={<EmptyState title={words.noConsents} />} columns={[
        { key: 'officer', header: words.consentTo, names: true, cell: (one) => words.roles[one.role ?? ''] ?? '–' },
        { key: 'method', header: words.consentBy, cell: (one) => words.consentMethods[one.method] },
        { key: 'given', header: words.since, cell: (one) => shortMoment(one.givenAt) },
        { key: 'until', header: words.consentUntil, cell: (one) => shortMoment(one.until) },
        { key: 'act', header: words.action, quiet: true, cell: (one) => <Act name="persetujuan" id={one.id}><Button look="link" small>{words.withdrawConsent}</Button></Act> },
      ]} />
      <p class="soft">{words.consentsMore}</p>
    </Card>
  )
}

function Devices({ devices, words }: { devices: Device[]; words: Words }) {
  return (
    <Card title={words.devices}>
      <p class="soft">{words.devicesLead}</p>
      <DataTable caption={words.devices} quietCaption rows={devices} rowKey={(device) => device.id} empty={<EmptyState title={words.noDevices} />}
        columns={[
          { key: 'name', header: words.device, cell: (device) => (device.here ? <b>{words.here}</b> : words.device) },
          { key: 'since', header: words.since, cell: (device) => shortMoment(device.since) },
          { key: 'seen', header: words.lastSeen, cell: (device) => shortMoment(device.lastSeenAt) },
          { key: 'act', header: words.action, quiet: true, cell: (device) => <Act name="perangkat" id={device.id}><Button look="link" small>{words.forget}</Button></Act> },
        ]} />
    </Card>
  )
}

/** "Data saya": what is kept, who looked at it, where the account is open. */
export function CitizenAccount({ model, lang, sessionId }: { model: CitizenModel; lang: Language; sessionId: string | undefined }) {
  const words = accountWords(lang)
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <Card title={words.identity}>
        <Summary rows={identityRows(model, words)} />
        <p class="soft">{words.wrong}</p>
      </Card>
      <Looks looks={model.looks} words={words} lang={lang} />
      <Messages words={words} />
      <Rights words={words} />
      <NoticeCard notice={model.notice} words={words} />
      <Consents consents={model.consents} words={words} />
      <SessionList sessions={model.sessions} here={sessionId} words={words} />
      <Devices devices={model.devices} words={words} />
    </>
  )
}
