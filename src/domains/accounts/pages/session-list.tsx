import type { ComponentChildren } from 'preact'
import { shortMoment } from '../../../kernel/wib.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import type { OpenSession } from '../session-store.ts'
import type { accountWords } from '../words.ts'

/** One act of the account page, as a form of its own. */
export function Act({ name, id, children }: { name: string; id?: string; children: ComponentChildren }) {
  return (
    <form method="post" action="/akun">
      <input type="hidden" name="do" value={name} />
      {id && <input type="hidden" name="id" value={id} />}
      {children}
    </form>
  )
}

type SessionListProps = { sessions: OpenSession[]; here: string | undefined; words: ReturnType<typeof accountWords> }

export function SessionList({ sessions, here, words }: SessionListProps) {
  return (
    <Card title={words.sessions}>
      <DataTable caption={words.sessions} quietCaption rows={sessions} rowKey={(session) => session.id}
        columns={[
          { key: 'name', header: words.session, cell: (session) => (session.id === here ? <b>{words.here}</b> : words[session.kind]) },
          { key: 'since', header: words.since, cell: (session) => shortMoment(session.since) },
          { key: 'seen', header: words.lastSeen, cell: (session) => shortMoment(session.lastSeenAt) },
          {
            key: 'act', header: words.action, quiet: true,
            cell: (session) => session.id !== here && <Act name="sesi" id={session.id}><Button look="link" small>{words.end}</Button></Act>,
          },
        ]} />
      {sessions.length > 1 && <Act name="sesi-lain"><Button look="secondary" small>{words.endOthers}</Button></Act>}
    </Card>
  )
}
