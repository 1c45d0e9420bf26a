import { type DemoCode, listDemoTotpCodes } from '../domains/accounts/index.ts'
import { type DemoMessage, listDemoMessages } from '../domains/messages/index.ts'
import { findHomeOffice } from '../domains/office/index.ts'
import { formatPhone } from '../domains/registry/index.ts'
import { shortMoment } from '../kernel/wib.ts'
import { page } from '../platform/http/page.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { demoMessagesEn } from './demo-messages.en.ts'
import { demoMessagesId } from './demo-messages.id.ts'

const WORDS = { id: demoMessagesId, en: demoMessagesEn }
type Words = typeof demoMessagesId
const SHOWN = 60

/** "123 456" is read and typed more surely than "123456". */
const inGroups = (code: string) => code.replace(/(\d{3})(?=\d)/g, '$1 ')

const columnsOf = (t: Words): Column<DemoCode>[] => [
  { key: 'login', header: t.columns.login, cell: (row) => <span class="mono">{row.login}</span> },
  { key: 'name', header: t.columns.name, cell: (row) => row.name },
  { key: 'code', header: t.columns.code, cell: (row) => (row.code === undefined ? <span class="soft">{t.spent}</span> : <strong class="mono">{inGroups(row.code)}</strong>) },
]

function Message({ one, newest, t }: { one: DemoMessage; newest: boolean; t: Words }) {
  return (
    <li class="stack-s">
      <p class="row"><span class="soft">{shortMoment(one.createdAt)}</span>{newest && <StatusTag tone="info" text={t.newest} />}</p>
      {one.subject && <p><strong>{one.subject}</strong></p>}
      <p>{one.body === '' ? <span class="soft">{t.codeGone}</span> : one.body}</p>
    </li>
  )
}

function Messages({ messages, t }: { messages: DemoMessage[]; t: Words }) {
  if (messages.length === 0) return <EmptyState icon="phone" title={t.noMessages}><p>{t.noMessagesTodo}</p></EmptyState>
  const [newest] = messages
  const byAddress = Map.groupBy(messages, (one) => one.address)
  return (
    <>
      {[...byAddress].map(([address, list]) => (
        <Card key={address} title={formatPhone(address)}>
          <ul class="stack">{list.map((one) => <Message key={one.id} one={one} newest={one === newest} t={t} />)}</ul>
        </Card>
      ))}
      {messages.length === SHOWN && <p class="soft">{t.shown(SHOWN)}</p>}
    </>
  )
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
          <p class="soft">{t.readAt(shortMoment(now))}</p>
          <section class="stack">
            <h2>{t.messages}</h2>
            <Messages messages={messages} t={t} />
          </section>
          <section class="stack">
            <h2>{t.codes}</h2>
            <p>{t.codesLead} <a href="/masuk">{t.signIn}</a></p>
            <DataTable caption={t.codes} quietCaption columns={columnsOf(t)} rows={codes} rowKey={(row) => row.login} />
          </section>
        </div>
      ),
    }
  },
})
