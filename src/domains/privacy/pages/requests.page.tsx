import type { Temporal } from 'temporal-polyfill'
import { formatInstant, shortMoment } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DueTag } from '../../../ui/due-tag.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { citizenId } from '../citizen-words.id.ts'
import { isOpen, pressing } from '../core/requests.ts'
import { type PrivacyRequest, listRequests } from '../request-store.ts'
import { requestsId as t } from '../request-words.id.ts'
import { ROOT, privacyScreen } from './frame.tsx'
import { TONES } from './rights.page.tsx'

const SHOWN = 100

/** How long is left of the clock, or how long it has been over. */
export function ClockTag({ dueAt, open, now }: { dueAt: Temporal.Instant; open: boolean; now: Temporal.Instant }) {
  const { is, hours } = pressing(dueAt, now, open)
  return <DueTag urgency={is} text={t.left[is]?.(hours) ?? ''} at={formatInstant(dueAt)} />
}

const columns = (now: Temporal.Instant) => [
  { key: 'reference', header: citizenId.ask.reference, names: true, cell: (one: PrivacyRequest) => <a href={`${ROOT}/permintaan/${one.id}`}>{one.reference}</a> },
  { key: 'kind', header: t.asked, cell: (one: PrivacyRequest) => citizenId.ask.kinds[one.kind].short },
  { key: 'when', header: citizenId.ask.when, cell: (one: PrivacyRequest) => shortMoment(one.receivedAt) },
  { key: 'channel', header: t.channel, cell: (one: PrivacyRequest) => t.channels[one.channel] },
  { key: 'state', header: citizenId.ask.state, cell: (one: PrivacyRequest) => <StatusTag tone={TONES[one.state]} text={citizenId.ask.states[one.state]} /> },
  { key: 'due', header: t.due, cell: (one: PrivacyRequest) => <ClockTag dueAt={one.dueAt} open={isOpen(one.state)} now={now} /> },
]

function afterOf(text: string | undefined): Date | undefined {
  const ms = Number(text)
  return text !== undefined && Number.isSafeInteger(ms) ? new Date(ms) : undefined
}

/** Requests of persons, the one owed first at the top. */
export const requestsPage = page({
  path: ROOT,
  right: 'privacy.decide',
  async read({ unit, actor, query }) {
    const open = query['saring'] !== 'selesai'
    const after = afterOf(query['sesudah'])
    return { open, isLater: after !== undefined, now: unit.now, ...await listRequests(unit.tx, actor.officeId, { open, after, limit: SHOWN }) }
  },
  view({ requests, next, open, isLater, now }) {
    const done = `${ROOT}?saring=selesai`
    return privacyScreen({
      tab: 'requests', title: t.title, lead: t.lead, side: <ButtonLink href={`${ROOT}/baru`} look="secondary" small>{t.newTitle}</ButtonLink>,
      children: (
        <>
          <Tabs label={t.filter} items={[{ href: ROOT, text: t.open, current: open }, { href: done, text: t.done, current: !open }]} />
          <DataTable caption={t.title} quietCaption columns={columns(now)} rows={requests} rowKey={(one) => one.id}
            empty={<EmptyState icon="check-circle" title={open ? t.none : t.noneDone} />} />
          <Pagination previous={isLater ? done : undefined} next={next && `${done}&sesudah=${next.getTime()}`} />
        </>
      ),
    })
  },
})
