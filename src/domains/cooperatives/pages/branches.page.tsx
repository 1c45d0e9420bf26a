import { invalid } from '../../../kernel/result.ts'
import { may } from '../../../kernel/rights.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { typedParts } from '../../../platform/http/form.ts'
import { page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { accessOf } from '../access.ts'
import { type KeptCooperative, findCooperative } from '../cooperative-store.ts'
import { BRANCH_KINDS } from '../core/choices.ts'
import { type Branch, branchSchema } from '../core/record.ts'
import { cooperativeMessages as t } from '../messages.id.ts'
import type { ScreenWords } from '../screen-messages.id.ts'
import { dateText } from './answer-text.ts'
import { sendChange } from './edit.page.tsx'
import { typed, typedDate } from './typed-answers.ts'
import { anyFields, cooperativePath, variantFor, wordsIn } from './wording.ts'

const pathOf = (id: string) => `/koperasi/${id}/cabang`

/** A branch with its place in the list, which the version of the record keeps true. */
type Placed = Branch & { at: number }
type ListModel = { kept: KeptCooperative; branches: Placed[]; mayChange: boolean }

const placed = ({ record: { branches = [] } }: KeptCooperative): Placed[] => branches.map((branch, at) => ({ ...branch, at }))
const readKept = ({ unit, params }: Allowed): Promise<KeptCooperative | undefined> => findCooperative(unit.tx, params['id'] ?? '')

const columnsFor = ({ kept, mayChange }: ListModel, words: ScreenWords, today: string): Column<Placed>[] => {
  const w = words.branches
  const isClosed = ({ closedOn }: Placed) => closedOn !== undefined && closedOn <= today
  return [
    { key: 'name', header: w.name, names: true, cell: ({ name, address }) => <>{name}{address && <><br /><small class="soft">{address}</small></>}</> },
    { key: 'kind', header: w.kind, cell: ({ kind }) => words.choices.branchKind[kind] },
    { key: 'opened', header: w.openedOn, cell: ({ openedOn }) => (openedOn ? dateText(openedOn, words) : '–') },
    {
      key: 'state', header: w.state,
      cell: (row) => (isClosed(row) ? <StatusTag tone="neutral" text={w.closed(dateText(row.closedOn ?? today, words))} /> : <StatusTag tone="success" text={w.open} />),
    },
    ...(mayChange ? [{
      key: 'act', header: w.act, quiet: true,
      cell: (row: Placed) => (isClosed(row) ? null : (
        <ButtonLink href={`${pathOf(kept.id)}/${row.at}/tutup`} look="secondary" small>{w.close}<span class="visually-hidden"> {row.name}</span></ButtonLink>
      )),
    }] : []),
  ]
}

/** Offices besides the main one. */
const branchesPage = page({
  path: '/koperasi/:id/cabang',
  right: 'cooperative.read',
  access: accessOf,
  async read(ask): Promise<ListModel | undefined> {
    const kept = await readKept(ask)
    const access = kept && await accessOf(ask)
    if (!kept || !access) return undefined
    const mayChange = kept.mergedInto === null && may(ask.actor, 'cooperative.update', access, ask.unit.now.epochMilliseconds).ok
    return { kept, branches: placed(kept), mayChange }
  },
  view(model, ask): Screen {
    const { kept, branches, mayChange } = model
    const words = wordsIn(ask.lang)
    const w = words.branches
    return {
      title: w.title, variant: variantFor(ask), back: { href: cooperativePath(ask, kept.id), text: kept.record.name },
      body: (
        <>
          <PageHeading title={w.title} lead={w.lead}
            side={mayChange && <ButtonLink href={`${pathOf(kept.id)}/tambah`} look="secondary" small icon="store">{w.add}</ButtonLink>} />
          <DataTable caption={w.title} quietCaption columns={columnsFor(model, words, wibDate(ask.unit.now).toString())} rows={branches} rowKey={({ at }) => String(at)}
            empty={<EmptyState icon="store" title={w.none} />} />
        </>
      ),
    }
  },
})

/** One more office. */
const addPage = page({
  path: '/koperasi/:id/cabang/tambah',
  right: 'cooperative.update',
  access: accessOf,
  fields: anyFields,
  read: readKept,
  view(kept, ask, form): Screen {
    const words = wordsIn(ask.lang)
    const w = words.branches
    const error = (name: string) => problemOf(form.problems, name)
    return {
      title: w.addTitle, variant: variantFor(ask), wrong: form.problems.length > 0, back: { href: pathOf(kept.id), text: w.title },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={w.addTitle} over={kept.record.name} />
          <form method="post" noValidate class="stack">
            <RadioGroup name="kind" label={w.kind} value={typed(form.values, 'kind')} error={error('kind')}
              choices={BRANCH_KINDS.map((value) => ({ value, label: words.choices.branchKind[value] }))} />
            <TextField name="name" label={w.name} value={typed(form.values, 'name')} error={error('name')} maxLength={150} />
            <TextField name="address" label={w.address} optional value={typed(form.values, 'address')} error={error('address')} maxLength={200} />
            <DateField name="openedOn" label={w.openedOn} optional value={typedParts(form, 'openedOn')} error={error('openedOn') ?? error('branches')} />
            <input type="hidden" name="version" value={kept.version} />
            <div class="row"><Button>{w.save}</Button><ButtonLink href={pathOf(kept.id)} look="link">{words.wizard.cancel}</ButtonLink></div>
          </form>
        </>
      ),
    }
  },
  async send(ask, values, kept) {
    const read = branchSchema.safeParse({
      kind: typed(values, 'kind'), name: typed(values, 'name'), address: typed(values, 'address'), openedOn: typedDate(values, 'openedOn'),
    })
    if (!read.success) return invalid(read.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })))
    return sendChange(ask, kept, values, { branches: [...kept.record.branches ?? [], read.data] })
  },
})

/** On which day an office was closed; it stays in the list. */
const closePage = page({
  path: '/koperasi/:id/cabang/:at/tutup',
  right: 'cooperative.update',
  access: accessOf,
  fields: anyFields,
  async read(ask): Promise<{ kept: KeptCooperative; branch: Placed } | undefined> {
    const kept = await readKept(ask)
    const branch = kept && placed(kept).find(({ at }) => String(at) === ask.params['at'])
    return branch && { kept, branch }
  },
  view({ kept, branch }, ask, form): Screen {
    const words = wordsIn(ask.lang)
    const w = words.branches
    return {
      title: w.closeTitle, variant: variantFor(ask), wrong: form.problems.length > 0, back: { href: pathOf(kept.id), text: w.title },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={w.closeTitle} over={kept.record.name} lead={branch.name} />
          <form method="post" noValidate class="stack">
            <DateField name="closedOn" label={w.closedOn} value={typedParts(form, 'closedOn')}
              error={problemOf(form.problems, 'closedOn') ?? problemOf(form.problems, 'branches')} />
            <input type="hidden" name="version" value={kept.version} />
            <div class="row"><Button>{w.closeSave}</Button><ButtonLink href={pathOf(kept.id)} look="link">{words.wizard.cancel}</ButtonLink></div>
          </form>
        </>
      ),
    }
  },
  async send(ask, values, { kept, branch }) {
    const read = branchSchema.shape.closedOn.safeParse(typedDate(values, 'closedOn'))
    if (!read.success || read.data === undefined) return invalid([{ field: 'closedOn', message: t.fields.date }])
    const closedOn = read.data
    return sendChange(ask, kept, values, { branches: (kept.record.branches ?? []).map((one, at) => (at === branch.at ? { ...one, closedOn } : one)) })
  },
})

export const branchPages: Route[] = [branchesPage, addPage, closePage]
