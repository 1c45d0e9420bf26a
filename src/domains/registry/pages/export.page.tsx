import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { roleOf } from '../../../platform/db/unit.ts'
import { packedRoute, streamed } from '../../../platform/export/respond.ts'
import { MEDIA_TYPES } from '../../../platform/export/source.ts'
import { openTicket, sealTicket } from '../../../platform/export/ticket.ts'
import { tracedExport } from '../../../platform/export/traced.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, download, page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chips } from '../../../ui/chips.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { listBusinesses } from '../business-list.ts'
import { businessExport } from '../export/business-source.ts'
import { ticketSchema } from '../export/ticket.ts'
import { exportWords as w } from '../export-messages.id.ts'
import { listWords } from '../list-messages.id.ts'
import { codeLines, codesOf, filterAsked, loggedCodes } from '../search/asked.ts'
import { reachOf } from '../search/filter.ts'
import { ExportChoices, exportFields, takenFor } from './export-choices.tsx'
import { placesFor } from './list-places.ts'
import { EXPORT, LIST, type Query, chipsOf, filterOf, hrefWith } from './list-query.ts'

const fields = z.object(exportFields)

/** Which register is taken from: each has a page of its own. */
export const ExportTabs = ({ current }: { current: keyof typeof w.sets }) => (
  <Tabs label={w.setsLabel} items={[
    { href: EXPORT, text: w.sets.businesses, current: current === 'businesses' },
    { href: '/petugas/koperasi/ekspor', text: w.sets.cooperatives, current: current === 'cooperatives' },
  ]} />
)

/** What the filter in the address comes to; the same filter as the list has, so the same businesses. */
async function readPart({ unit: { tx, now }, actor, query }: Allowed) {
  const filter = filterOf(query, now)
  const isWhole = codeLines(filter).length === 0
  const list = isWhole ? undefined : await listBusinesses(tx, actor, { ...filter, sort: 'newest' }, { limit: 1, counted: true })
  const count = list?.count
  return { filter, isNothing: count?.n === 0 && !count.atLeast, list, chips: chipsOf(EXPORT, query, filter, (await placesFor(tx, actor, filter)).named) }
}

type Part = Awaited<ReturnType<typeof readPart>>

function Contents({ part: { list, isNothing, chips }, query }: { part: Part; query: Query }) {
  const { count, dropped } = list ?? {}
  return (
    <Card title={w.what}>
      {list ? <p>{isNothing ? w.nothing : w.part(count && count.n > 0 ? listWords.count(count.n, count.atLeast) : undefined)}</p> : <p>{w.whole}</p>}
      {dropped && dropped.length > 0 && <p>{listWords.dropped(dropped)}</p>}
      <Chips label={listWords.chips} remove={listWords.remove} items={chips} />
      <p><a href={hrefWith(LIST, query)}>{list ? w.narrow : w.wholeNarrow}</a></p>
    </Card>
  )
}

function ExportForm({ query, form }: { query: Query; form: Form }) {
  return (
    <form method="post" action={hrefWith(EXPORT, query)} noValidate class="stack">
      <ExportChoices form={form} query={query} numbersHint={w.numbersHint} />
      <Button>{w.button}</Button>
    </form>
  )
}

/** Chooses in which form a part of the registry leaves it and what for. Which part stands in the address, as on the list. */
const exportPage = page({
  path: EXPORT,
  right: 'registry.export',
  fields,
  read: readPart,
  view(part, { query }, form): Screen {
    const { problems } = form
    return {
      title: w.title, variant: 'officer', wrong: problems.length > 0, back: { href: hrefWith(LIST, query), text: listWords.title },
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={w.title} lead={w.lead} />
          <ExportTabs current="businesses" />
          <Contents part={part} query={query} />
          {!part.isNothing && <ExportForm query={query} form={form} />}
        </>
      ),
    }
  },
  async send({ unit, tools, actor }, typed, { filter }) {
    const taken = takenFor(typed)
    if (!taken.ok) return taken
    const ticket = sealTicket(tools.keys, unit.now.epochMilliseconds, {
      ...taken.value, set: 'businesses', account: actor.accountId, filter: codesOf(filter),
    })
    return ok({ goTo: `${EXPORT}/${ticket}` })
  },
})

async function readExport({ unit, tools, actor, params }: Allowed): Promise<Response | undefined> {
  const ticket = openTicket(tools.keys, unit.now.epochMilliseconds, actor.accountId, params['ticket'] ?? '', ticketSchema)
  const reach = reachOf(actor, 'registry.export')
  if (!ticket || reach.areas === 'own') return undefined
  const { format, purpose, numbersFor } = ticket
  const filter = filterAsked(ticket.filter, unit.now)
  const source = businessExport(tools, reach, filter, numbersFor !== undefined)
  const bytes = tracedExport(tools, {
    what: 'registry.export', officeId: actor.officeId, actor: actor.accountId, role: roleOf(actor), numbers: numbersFor !== undefined,
    purpose: numbersFor === undefined ? purpose : `${purpose} ${numbersFor}`, filter: loggedCodes(filter),
  }, source, format)
  return streamed(bytes, { type: MEDIA_TYPES[format], name: `${w.file(wibDate(unit.now).toString(), filter.village ?? filter.district)}.${format}` })
}

export const exportPages: Route[] = [exportPage, packedRoute(download({ path: `${EXPORT}/:ticket`, right: 'registry.export', read: readExport }))]
