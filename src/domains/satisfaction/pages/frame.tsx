import type { ComponentChildren } from 'preact'
import type { Form } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { type Actor, type Operation, may } from '../../../kernel/rights.ts'
import { Desk } from '../../../ui/desk.tsx'
import { officeId } from '../office-words.id.ts'

export const DESK = '/petugas/skm'
type Tab = 'results' | 'counter' | 'paper' | 'suggestions' | 'plan' | 'questionnaire'
const TABS: Record<Tab, { href: string; right: Operation }> = {
  results: { href: DESK, right: 'survey.read' }, counter: { href: `${DESK}/loket`, right: 'survey.enter' }, paper: { href: `${DESK}/kertas`, right: 'survey.enter' },
  suggestions: { href: `${DESK}/saran`, right: 'survey.read' }, plan: { href: `${DESK}/rencana`, right: 'survey.read' }, questionnaire: { href: `${DESK}/kuesioner`, right: 'survey.read' },
}

export const mayDo = (actor: Actor, right: Operation): boolean => may(actor, right, {}, 0).ok

const EMPTY: Form = { values: {}, problems: [] }

/** A page of the officers' desk of the survey, with the ways to those of its neighbours that this officer may open. */
export function surveyScreen({ actor, tab, title, lead, side, form = EMPTY, notice, back, children }: {
  actor: Actor; tab: Tab; title: string; lead?: string; side?: ComponentChildren; form?: Form; notice?: string | undefined; back?: Screen['back']; children: ComponentChildren
}): Screen {
  const items = (Object.keys(TABS) as Tab[]).filter((one) => mayDo(actor, TABS[one].right)).map((one) => ({ href: TABS[one].href, text: officeId.tabs[one], current: one === tab }))
  return {
    title, variant: 'officer', wrong: form.problems.length > 0, ...(notice ? { notice } : {}), ...(back ? { back } : {}),
    body: <Desk problems={form.problems} title={title} lead={lead} side={side} tabs={back ? undefined : { label: officeId.tabs.label, items }}>{children}</Desk>,
  }
}
