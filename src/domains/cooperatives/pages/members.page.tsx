import { invalid, ok } from '../../../kernel/result.ts'
import { may } from '../../../kernel/rights.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { typedParts } from '../../../platform/http/form.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { accessOf } from '../access.ts'
import { type KeptCooperative, findCooperative, isUuid } from '../cooperative-store.ts'
import { GENDERS } from '../core/choices.ts'
import { membershipSchema } from '../core/membership.ts'
import { addMembers, endMember, traceMembers } from '../members.ts'
import { type Member, countMembers, findMember, listMembers } from '../membership-store.ts'
import { cooperativeMessages as t } from '../messages.id.ts'
import type { ScreenWords } from '../screen-messages.id.ts'
import { dateText } from './answer-text.ts'
import { typed, typedDate } from './typed-answers.ts'
import { anyFields, cooperativePath, variantFor, wordsIn } from './wording.ts'

const PAGE = 50
const pathOf = (id: string) => `/koperasi/${id}/anggota`

type ListModel = { kept: KeptCooperative; members: Member[]; next: string | null; count: number; isLeft: boolean; mayChange: boolean }

async function readList(ask: Allowed): Promise<ListModel | undefined> {
  const { unit, actor, params, query } = ask
  const kept = await findCooperative(unit.tx, params['id'] ?? '')
  const access = kept && await accessOf(ask)
  if (!kept || !access) return undefined
  const isLeft = query['keadaan'] === 'keluar'
  const after = isUuid(query['sesudah'] ?? '') ? query['sesudah'] : undefined
  const { items, next } = await listMembers(unit.tx, kept.id, { limit: PAGE, after, isLeft })
  traceMembers(unit, actor, kept.id, items)
  return {
    kept, members: items, next, isLeft, count: await countMembers(unit.tx, kept.id),
    mayChange: kept.mergedInto === null && may(actor, 'cooperative.update', access, unit.now.epochMilliseconds).ok,
  }
}

const columnsFor = ({ kept, isLeft, mayChange }: ListModel, words: ScreenWords): Column<Member>[] => {
  const w = words.members
  return [
    { key: 'name', header: words.fields.personName, names: true, cell: ({ name }) => name },
    { key: 'number', header: w.number, cell: ({ memberNumber }) => memberNumber ?? '–' },
    { key: 'gender', header: words.fields.gender, cell: ({ gender }) => (gender ? words.choices.gender[gender] : '–') },
    { key: 'joined', header: w.joinedOn, cell: ({ joinedOn }) => (joinedOn ? dateText(joinedOn, words) : '–') },
    ...(isLeft ? [{ key: 'left', header: w.leftOn, cell: ({ leftOn }: Member) => (leftOn ? dateText(leftOn, words) : '–') }] : []),
    ...(mayChange && !isLeft ? [{
      key: 'act', header: w.act, quiet: true,
      cell: ({ id, name }: Member) => (
        <ButtonLink href={`${pathOf(kept.id)}/${id}/keluar`} look="secondary" small>{w.end}<span class="visually-hidden"> {name}</span></ButtonLink>
      ),
    }] : []),
  ]
}

/** Members told one by one: those who are, and those who were. */
const membersPage = page({
  path: '/koperasi/:id/anggota',
  right: 'cooperative.read',
  access: accessOf,
  read: readList,
  view(model, ask): Screen {
    const { kept, members, next, count, isLeft, mayChange } = model
    const words = wordsIn(ask.lang)
    const w = words.members
    return {
      title: w.title, variant: variantFor(ask), back: { href: cooperativePath(ask, kept.id), text: kept.record.name },
      ...(ask.query['tersimpan'] === undefined ? {} : { notice: w.saved }),
      body: (
        <>
          <PageHeading title={w.title} lead={w.lead(count)}
            side={mayChange && <ButtonLink href={`${pathOf(kept.id)}/tambah`} look="secondary" small icon="person">{w.add}</ButtonLink>} />
          <Tabs label={w.tabs} items={[
            { href: pathOf(kept.id), text: w.current, current: !isLeft }, { href: `${pathOf(kept.id)}?keadaan=keluar`, text: w.former, current: isLeft },
          ]} />
          <DataTable caption={w.title} quietCaption columns={columnsFor(model, words)} rows={members} rowKey={({ id }) => id}
            empty={<EmptyState icon="people" title={w.none}><p>{w.noneTodo}</p></EmptyState>} />
          <Pagination next={next ? `?${new URLSearchParams({ ...(isLeft ? { keadaan: 'keluar' } : {}), sesudah: next })}` : undefined} />
        </>
      ),
    }
  },
})

function MemberFields({ form, words }: { form: Form; words: ScreenWords }) {
  const error = (name: string) => problemOf(form.problems, name)
  const { fields: f, members: w, choices } = words
  return (
    <>
      <TextField name="name" label={f.personName} value={typed(form.values, 'name')} error={error('name')} maxLength={120} />
      <RadioGroup name="gender" label={f.gender} value={typed(form.values, 'gender')} error={error('gender')}
        choices={GENDERS.map((value) => ({ value, label: choices.gender[value] }))} />
      <TextField name="memberNumber" label={w.number} hint={w.numberHint} optional value={typed(form.values, 'memberNumber')} error={error('memberNumber')} width={16} maxLength={40} />
      <TextField name="nationalId" label={f.nationalId} hint={w.nationalIdHint} optional inputMode="numeric" width={16} maxLength={24}
        value={typed(form.values, 'nationalId')} error={error('nationalId')} />
      <DateField name="joinedOn" label={w.joinedOn} optional value={typedParts(form, 'joinedOn')} error={error('joinedOn')} />
    </>
  )
}

const readOne = ({ unit, params }: Allowed): Promise<KeptCooperative | undefined> => findCooperative(unit.tx, params['id'] ?? '')

/** One more member. */
const addPage = page({
  path: '/koperasi/:id/anggota/tambah',
  right: 'cooperative.update',
  access: accessOf,
  fields: anyFields,
  read: readOne,
  view(kept, ask, form): Screen {
    const words = wordsIn(ask.lang)
    return {
      title: words.members.addTitle, variant: variantFor(ask), wrong: form.problems.length > 0, back: { href: pathOf(kept.id), text: words.members.title },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={words.members.addTitle} over={kept.record.name} />
          <form method="post" noValidate class="stack">
            <MemberFields form={form} words={words} />
            <div class="row"><Button>{words.members.save}</Button><ButtonLink href={pathOf(kept.id)} look="link">{words.wizard.cancel}</ButtonLink></div>
          </form>
        </>
      ),
    }
  },
  async send({ unit, tools, actor }, values, kept) {
    const read = membershipSchema.safeParse({
      ...Object.fromEntries(['name', 'gender', 'memberNumber', 'nationalId'].map((key) => [key, typed(values, key)])), joinedOn: typedDate(values, 'joinedOn'),
    })
    if (!read.success) return invalid(read.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })))
    const added = await addMembers(unit, tools, actor, kept.id, [read.data])
    if (added.ok) return ok({ goTo: `${pathOf(kept.id)}?tersimpan=1` })
    return added.error.kind === 'invalid'
      ? invalid(added.error.problems.map(({ field, message }) => ({ field: field.replace(/^members\.\d+\./, ''), message }))) : added
  },
})

/** Since when somebody is no member any more; nobody is taken out of the list. */
const endPage = page({
  path: '/koperasi/:id/anggota/:member/keluar',
  right: 'cooperative.update',
  access: accessOf,
  fields: anyFields,
  async read(ask): Promise<{ kept: KeptCooperative; member: Member } | undefined> {
    const kept = await readOne(ask)
    const member = kept && await findMember(ask.unit.tx, kept.id, ask.params['member'] ?? '')
    return member && { kept, member }
  },
  view({ kept, member }, ask, form): Screen {
    const words = wordsIn(ask.lang)
    const w = words.members
    return {
      title: w.endTitle, variant: variantFor(ask), wrong: form.problems.length > 0, back: { href: pathOf(kept.id), text: w.title },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={w.endTitle} over={kept.record.name} lead={w.endLead(member.name)} />
          <form method="post" noValidate class="stack">
            <DateField name="leftOn" label={w.leftOn} value={typedParts(form, 'leftOn')} error={problemOf(form.problems, 'leftOn')} />
            <div class="row"><Button>{w.endSave}</Button><ButtonLink href={pathOf(kept.id)} look="link">{words.wizard.cancel}</ButtonLink></div>
          </form>
        </>
      ),
    }
  },
  async send({ unit, actor }, values, { kept, member }) {
    const read = membershipSchema.shape.leftOn.safeParse(typedDate(values, 'leftOn'))
    if (!read.success || read.data === undefined) return invalid([{ field: 'leftOn', message: t.fields.date }])
    const ended = await endMember(unit, actor, kept.id, member.id, read.data)
    return ended.ok ? ok({ goTo: `${pathOf(kept.id)}?tersimpan=1` }) : ended
  },
})

export const memberPages: Route[] = [membersPage, addPage, endPage]
