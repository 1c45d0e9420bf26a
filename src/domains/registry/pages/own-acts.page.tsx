import { ok } from '../../../kernel/result.ts'
import { type Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { type KeptBusiness, findBusiness, findBusinessAccess } from '../business-store.ts'
import { confirmBusiness } from '../confirm-business.ts'
import { businessProposals } from '../business-proposals.ts'
import { findPendingProposal } from '../proposals-store.ts'
import { businessPath } from './step-pages.tsx'
import { pageWordsIn, variantFor } from './wording.ts'

const access = ({ unit, params }: Pick<Allowed, 'unit' | 'params'>) => findBusinessAccess(unit.tx, params['id'] ?? '')
const read = ({ unit, tools, params }: Allowed): Promise<KeptBusiness | undefined> => findBusiness(unit.tx, tools.keys, params['id'] ?? '')

/** The button of a page as a page of its own, for those who open its address. */
const buttonScreen = (business: KeptBusiness, ask: Allowed, title: string, button: string): Screen => ({
  title, variant: variantFor(ask), back: { href: businessPath(ask, business.id), text: business.record.name },
  body: <><PageHeading title={title} /><form method="post"><Button>{button}</Button></form></>,
})

/** "Data masih benar": nothing changed, and somebody looked. */
const confirmPage = page({
  path: '/usaha/:id/benar',
  right: 'business.update',
  access,
  read,
  view(business, ask): Screen {
    const { confirm: w } = pageWordsIn(ask.lang)
    return buttonScreen(business, ask, w.title, w.button)
  },
  async send(ask, _fields, business) {
    const done = await confirmBusiness(ask.unit, ask.tools, ask.actor, business.id)
    return done.ok ? ok({ goTo: `${businessPath(ask, business.id)}?dikonfirmasi=1` }) : done
  },
})

/** The owner takes back what waits for a steward. */
const withdrawPage = page({
  path: '/usaha/:id/tarik',
  right: 'business.update',
  access,
  read,
  view(business, ask): Screen {
    const { proposals: w } = pageWordsIn(ask.lang)
    return buttonScreen(business, ask, w.pendingTitle, w.withdraw)
  },
  async send(ask, _fields, business) {
    const home = businessPath(ask, business.id)
    const waiting = await findPendingProposal(ask.unit.tx, ask.tools.keys, business.id)
    if (!waiting) return ok({ goTo: home })
    const done = await businessProposals.withdraw(ask.unit, ask.tools, ask.actor, waiting.id)
    return done.ok ? ok({ goTo: `${home}?ditarik=1` }) : done
  },
})

export const ownActPages: Route[] = [confirmPage, withdrawPage]
