import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { may } from '../../../kernel/rights.ts'
import { typedIn } from '../../../platform/http/form.ts'
import { page } from '../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { CATEGORIES, KINDS } from '../core/choices.ts'
import { readTicket } from '../core/reference.ts'
import { type Filter, type Page, VIEWS, type View, countViews, listTickets } from '../list-store.ts'
import { complaintsId } from '../messages.id.ts'
import { listOfficers } from '../staff-store.ts'
import { findByReference } from '../ticket-store.ts'
import { type Ticket, resourceOf } from '../ticket.ts'
import { citizenId } from '../citizen-words.id.ts'
import { TicketDue, deskScreen } from './desk.tsx'
import { DESK } from './paths.ts'
import { TONE } from './ticket-story.ts'

const t = complaintsId.queue
const SHOWN = 50

const VIEW_IN_ADDRESS: Record<View, string> = { open: 'berjalan', mine: 'saya', unassigned: 'belum', late: 'terlambat', waiting: 'pelapor', inspection: 'koperasi', ended: 'selesai' }

function filterOf(query: Record<string, string>): Filter {
  return {
    view: VIEWS.find((view) => VIEW_IN_ADDRESS[view] === query['lihat']) ?? 'open', kind: KINDS.find((kind) => kind === query['jenis']), category: CATEGORIES.find((one) => one === query['kategori']),
  }
}

function addressOf({ view, kind, category }: Filter, after?: string): string {
  const query = new URLSearchParams({ lihat: VIEW_IN_ADDRESS[view], ...(kind ? { jenis: kind } : {}), ...(category ? { kategori: category } : {}), ...(after ? { sesudah: after } : {}) })
  return `${DESK}?${query.toString()}`
}

type Model = Page & { filter: Filter; counts: Record<View, number>; names: ReadonlyMap<string, string>; now: Temporal.Instant; isLater: boolean }

const columns = ({ names, now }: Model) => [
  {
    key: 'reference', header: t.reference, names: true,
    cell: (one: Ticket) => <><a href={`${DESK}/${one.id}`}><span class="mono">{one.reference}</span></a>{one.openTo !== null && <> <StatusTag tone="warning" text={t.confidential} /></>}</>,
  },
  { key: 'due', header: t.due, cell: (one: Ticket) => <TicketDue ticket={one} now={now} /> },
  { key: 'kind', header: t.kind, cell: (one: Ticket) => citizenId.kinds[one.kind].name },
  { key: 'category', header: t.category, cell: (one: Ticket) => (one.category ? citizenId.categories[one.category] : <span class="soft">{t.unverified}</span>) },
  { key: 'state', header: t.state, cell: (one: Ticket) => <StatusTag tone={TONE[one.state]} text={citizenId.states[one.state]} /> },
  { key: 'holder', header: t.holder, cell: (one: Ticket) => (one.assignedTo === null ? <span class="soft">{t.nobody}</span> : names.get(one.assignedTo) ?? '') },
]

function Narrow({ filter }: { filter: Filter }) {
  return (
    <form class="row" action={DESK}>
      <input type="hidden" name="lihat" value={VIEW_IN_ADDRESS[filter.view]} />
      <SelectField name="jenis" label={t.kind} unchosen={t.all} value={filter.kind} choices={KINDS.map((value) => ({ value, label: citizenId.kinds[value].name }))} />
      <SelectField name="kategori" label={t.category} unchosen={t.all} value={filter.category} choices={CATEGORIES.map((value) => ({ value, label: citizenId.categories[value] }))} />
      <Button look="secondary">{t.filter}</Button>
    </form>
  )
}

/** Tickets of the office by what is due first: those this officer may know of. */
export const queuePage = page({
  path: DESK,
  right: 'complaint.list',
  fields: z.object({ nomor: z.string().max(40).default('') }),
  async read({ unit, actor, query }): Promise<Model> {
    const filter = filterOf(query)
    const staff = await listOfficers(unit, actor.officeId)
    return {
      filter, now: unit.now, isLater: query['sesudah'] !== undefined, counts: await countViews(unit.tx, actor, unit.now), names: new Map(staff.map((one) => [one.id, one.name])),
      ...await listTickets(unit.tx, actor, filter, { now: unit.now, limit: SHOWN, after: query['sesudah'] }),
    }
  },
  view(model, { actor }, form) {
    const { filter, counts, tickets, next, isLater } = model
    return deskScreen({
      actor, tab: 'list', title: t.title, lead: t.lead, form, side: <ButtonLink href={`${DESK}/baru`} small icon="pen">{t.new}</ButtonLink>,
      children: (
        <>
          <Tabs label={t.viewsLabel} items={VIEWS.map((view) => ({ href: addressOf({ ...filter, view }), text: t.views[view] ?? '', current: view === filter.view, ...(view === 'ended' ? {} : { count: counts[view] }) }))} />
          <Narrow filter={filter} />
          <DataTable caption={t.title} quietCaption columns={columns(model)} rows={tickets} rowKey={(one) => one.id} empty={<EmptyState icon="check-circle" title={t.empty}><p>{t.emptyTodo}</p></EmptyState>} />
          <Pagination previous={isLater ? addressOf(filter) : undefined} next={next && addressOf(filter, next)} />
          <form method="post" action={DESK} class="row" noValidate>
            <TextField name="nomor" label={t.search} width={16} maxLength={40} value={typedIn(form, 'nomor')} error={problemOf(form.problems, 'nomor')} />
            <Button look="secondary" icon="search">{t.searchButton}</Button>
          </form>
        </>
      ),
    })
  },
  async send({ unit, actor }, { nomor }) {
    const reference = readTicket(nomor)
    const ticket = reference === undefined ? undefined : await findByReference(unit.tx, reference)
    // One he may not see and one that is not there look the same.
    if (!ticket || !may(actor, 'complaint.read', resourceOf(ticket), unit.now.epochMilliseconds).ok) return invalid([{ field: 'nomor', message: t.notFound }])
    return ok({ goTo: `${DESK}/${ticket.id}` })
  },
})
