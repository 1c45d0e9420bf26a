import type { ComponentChildren } from 'preact'
import type { Problem } from '../kernel/result.ts'
import { ErrorSummary } from './error-summary.tsx'
import { PageHeading } from './page-heading.tsx'
import type { NavItem } from './site.ts'
import { Tabs } from './tabs.tsx'

/** The body of a page at an officer's desk: what is wrong, the heading, and the ways to the desk's other pages. */
export function Desk({ problems, title, lead, side, tabs, children }: {
  problems: readonly Problem[]; title: string; lead?: string | undefined; side?: ComponentChildren; tabs?: { label: string; items: NavItem[] } | undefined; children: ComponentChildren
}) {
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHeading title={title} {...(lead ? { lead } : {})} side={side} />
      {tabs && <Tabs {...tabs} />}
      {children}
    </>
  )
}
