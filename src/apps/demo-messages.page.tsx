import { type DemoCode, listDemoTotpCodes } from '../domains/accounts/index.ts'
import { type DemoMessage, listDemoMessages } from '../domains/messages/index.ts'
import { findHomeOffice } from '../domains/office/index.ts'
import { formatPhone } from '../domains/registry/index.ts'
import { shortMoment } from '../kernel/wib.ts'
import { page } from '../platform/http/page.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { Summary } from '../ui/summary.tsx'
import { demoMessagesEn } from './demo-messages.en.ts'
import { demoMessagesId } from './demo-messages.id.ts'

const WORDS = { id: demoMessagesId, en: demoMessagesEn }
type Words = typeof demoMessagesId
const SHOWN = 60

/** "123 456" is read and typed more surely than "123456". */
const inGroups = (code: string) => code.replace(/(\d{3})(?=\d)/g, '$1 ')

/** A long address breaks behind its dots and at the sign. */
const breakable = (address: string) => address.split(/(?<=[.@])/).flatMap((part, at) => (at === 0 ? [part] : [<wbr />, part]))

function Message({ one, newest, t }: { one: DemoMessage; newest: boolean; t: Words }) {
  return (
    <article class="stack-s">
      <p class="row"><span class="soft">{shortMoment(one.createdAt)}</span>{newest && <StatusTag tone="info" text={t.newest} />}</p>
      {one.subject && <p><strong>{one.subject}</strong></p>}
      <p>{one.body === '' ? <span class="soft">{t.codeGone}</span> : one.body}</p>
    </article>
  )
}

function Messages({ messages, t }: { messages: DemoMessage[]; t: Words }) {
  if (messages.length === 0) return <EmptyState icon="phone" title={t.noMessages}><p>{t.noMessagesTodo}</p></EmptyState>
  const [newest] = messages
  const byAddress = Map.groupBy(messages, (one) => one.address)
  return (
    <>
      {[...byAddress].map(([address, list]) => (
        <Card key={address}>
          <div class="stack">
            <h3>{breakable(formatPhone(address))}</h3>
            {list.map((one) => <Message key={one.id} one={one} newest={one === newest} t={t} />)}
          </div>
        </Card>
      ))}
      {messages.length === SHOWN && <p class="soft">{t.shown(SHOWN)}</p>}
    </>
  )
}

/** All codes on one screen of a phone. */
function Codes({ codes, t }: { codes: DemoCode[]; t: Words }) {
  const rows = codes.map(({ login, name, code }) => ({
    label: `${login} (${name})`, value: code === undefined ? <span class="soft">{t.spent}</span> : <strong class="mono">{inGroups(code)}</strong>,
  }))
  return <Card><Summary rows={rows} /></Card>
}

/** What a stranger needs first in the demo: the codes to sign in with. Outside the demo there is no such page. */
export const demoMessagesPage = page({
  path: '/pesan-demo',
  right: 'public',
  async read({ unit: { tx, now }, tools }) {
    if (!tools.config.demo) return undefined
    const office = await findHomeOffice(tx)
    if (!office?.demo) return undefined
    return { now, messages: await listDemoMessages(tx, office.id, SHOWN), codes: await listDemoTotpCodes(tx, tools.keys, now, office.id) }
  },
  view: ({ now, messages, codes }, { lang, path }) => {
    const t = WORDS[lang]
    return {
      title: t.title, variant: 'public',
      body: (
        <div class="stack">
          <PageHeading title={t.title} lead={t.lead} side={<ButtonLink href={path}>{t.refresh}</ButtonLink>} />
          <p class="row"><span class="soft">{t.readAt(shortMoment(now))}</span><a href="#warga">{t.messages}</a><a href="#petugas">{t.codes}</a></p>
          <section class="stack" id="warga">
            <h2>{t.messages}</h2>
            <Messages messages={messages} t={t} />
          </section>
          <section class="stack" id="petugas">
            <h2>{t.codes}</h2>
            <p>{t.codesLead} <a href="/masuk">{t.signIn}</a></p>
            <Codes codes={codes} t={t} />
          </section>
        </div>
      ),
    }
  },
})
