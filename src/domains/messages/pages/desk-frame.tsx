import type { ComponentChildren } from 'preact'
import { type Actor, may } from '../../../kernel/rights.ts'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { deskId as t } from '../desk-messages.id.ts'

export const DESK = { tasks: '/petugas/pesan', underWay: '/petugas/pesan/jalan', providers: '/petugas/pesan/layanan', budget: '/petugas/pesan/batas' } as const
export type DeskTab = 'tasks' | 'underWay' | 'providers'

type DeskProps = { tab: DeskTab; actor: Actor; lead: string; counts: { tasks: number; underWay: number } | undefined; children: ComponentChildren }

/** Head and tabs of the messages' desk; a village officer has the tasks of his village and nothing else. */
export function Desk({ tab, actor, lead, counts, children }: DeskProps) {
  const all = may(actor, 'message.retry', {}, 0).ok
  return (
    <>
      <PageHeading title={t.title} lead={lead} />
      {all && counts && (
        <Tabs label={t.tabs.label} items={[
          { href: DESK.tasks, text: t.tabs.tasks, current: tab === 'tasks', count: counts.tasks },
          { href: DESK.underWay, text: t.tabs.underWay, current: tab === 'underWay', count: counts.underWay },
          { href: DESK.providers, text: t.tabs.providers, current: tab === 'providers' },
        ]} />
      )}
      {children}
    </>
  )
}
