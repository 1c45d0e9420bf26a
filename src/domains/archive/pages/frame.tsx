import type { ComponentChildren } from 'preact'
import type { Form } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
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
      <>
        <ErrorSummary problems={form.problems} />
        <PageHeading title={title} {...(lead ? { lead } : {})} side={side} />
        {!back && <Tabs label={t.tabs.label} items={(Object.keys(TABS) as Tab[]).map((one) => ({ href: TABS[one], text: t.tabs[one], current: one === tab }))} />}
        {children}
      </>
    ),
  }
}

export const typedIn = ({ values }: Form, name: string): string | undefined => {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
