import { shortMoment } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { Card, CardLink } from '../../../ui/card.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { breachesOf } from '../breach-store.ts'
import { KINDS, type RequestState, isOpen } from '../core/requests.ts'
import { listOwnRequests } from '../request-store.ts'
import { citizenWords } from '../words.ts'

export const TONES: Record<RequestState, Tone> = { received: 'info', examining: 'info', granted: 'success', partly: 'success', refused: 'danger', withdrawn: 'neutral' }

/** What a person may ask about his data, and what he has asked. */
export const rightsPage = page({
  path: '/akun/hak',
  right: 'account.self',
  async read({ unit, actor }) {
    if (actor.personId === undefined) return undefined
    return { requests: await listOwnRequests(unit.tx, actor.personId), breaches: await breachesOf(unit.tx, actor.personId) }
  },
  view({ requests, breaches }, { lang, query }) {
    const w = citizenWords(lang)
    const t = w.ask
    return {
      title: t.title, variant: 'public', back: { href: '/akun', text: w.account }, ...(query['selesai'] === 'tarik' ? { notice: t.withdrawn } : {}),
      body: (
        <>
          <PageHeading title={t.title} lead={t.lead} />
          {breaches.length > 0 && (
            <Notice tone="warning" title={t.breaches}>
              <p>{t.breachesLead}</p>
              <ul>{breaches.map((one) => <li key={one.id}><a href={`/akun/kebocoran/${one.id}`}>{one.reference}, {shortMoment(one.discoveredAt)}</a></li>)}</ul>
            </Notice>
          )}
          <div class="grid">
            {KINDS.map((kind) => <CardLink key={kind} href={`/akun/hak/minta/${t.kinds[kind].path}`} title={t.kinds[kind].title}>{t.kinds[kind].about}</CardLink>)}
          </div>
          <Card title={t.own}>
            <DataTable caption={t.own} quietCaption rows={requests} rowKey={(one) => one.id} empty={<EmptyState title={t.none} />} columns={[
              { key: 'reference', header: t.reference, names: true, cell: (one) => <a href={`/akun/hak/${one.id}`}>{one.reference}</a> },
              { key: 'kind', header: t.what, cell: (one) => t.kinds[one.kind].short },
              { key: 'when', header: t.when, cell: (one) => shortMoment(one.receivedAt) },
              { key: 'state', header: t.state, cell: (one) => <StatusTag tone={TONES[one.state]} text={t.states[one.state]} /> },
              { key: 'due', header: t.due, cell: (one) => (isOpen(one.state) ? shortMoment(one.dueAt) : '–') },
            ]} />
          </Card>
        </>
      ),
    }
  },
})
