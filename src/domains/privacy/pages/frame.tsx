import type { ComponentChildren } from 'preact'
import type { Screen } from '../../../platform/http/route.ts'
import type { Form } from '../../../platform/http/page.ts'
import { Desk } from '../../../ui/desk.tsx'
import { privacyId } from '../messages.id.ts'

export const ROOT = '/petugas/data-pribadi'
const TABS = { requests: ROOT, flags: `${ROOT}/lihat`, breaches: `${ROOT}/kebocoran`, register: `${ROOT}/catatan` } as const
export type Tab = keyof typeof TABS

const EMPTY: Form = { values: {}, problems: [] }

/** A page of the officer in charge of personal data, with the ways to its neighbours. */
export function privacyScreen({ tab, title, lead, side, form = EMPTY, notice, back, children }: {
  tab: Tab; title: string; lead?: string; side?: ComponentChildren; form?: Form; notice?: string | undefined; back?: Screen['back']; children: ComponentChildren
}): Screen {
  return {
    title, variant: 'officer', wrong: form.problems.length > 0, ...(notice ? { notice } : {}), ...(back ? { back } : {}),
    body: (
      <Desk problems={form.problems} title={title} lead={lead} side={side}
        tabs={back ? undefined : { label: privacyId.tabs.label, items: (Object.keys(TABS) as Tab[]).map((one) => ({ href: TABS[one], text: privacyId.tabs[one], current: one === tab })) }}>
        {children}
      </Desk>
    ),
  }
}
