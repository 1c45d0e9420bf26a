import type { ComponentChildren } from 'preact'
import type { Form } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Desk } from '../../../ui/desk.tsx'
import { archiveId as t } from '../messages.id.ts'

export const ROOT = '/petugas/arsip'
const TABS = { lists: ROOT, schedule: `${ROOT}/jadwal`, holds: `${ROOT}/ditahan`, stubs: `${ROOT}/musnah` } as const
export type Tab = keyof typeof TABS

/** A page about archives, with the ways to its neighbours. */
export function archiveScreen({ tab, title, lead, side, form, notice, back, children }: {
  tab: Tab; title: string; lead?: string; side?: ComponentChildren; form: Form; notice?: string | undefined; back?: Screen['back']; children: ComponentChildren
}): Screen {
  return {
    title, variant: 'officer', wrong: form.problems.length > 0, ...(notice ? { notice } : {}), ...(back ? { back } : {}),
    body: (
      <Desk problems={form.problems} title={title} lead={lead} side={side}
        tabs={back ? undefined : { label: t.tabs.label, items: (Object.keys(TABS) as Tab[]).map((one) => ({ href: TABS[one], text: t.tabs[one], current: one === tab })) }}>
        {children}
      </Desk>
    ),
  }
}
