import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { type Actor, areasFor } from '../../../kernel/rights.ts'
import { longMoment } from '../../../kernel/wib.ts'
import { typedIn } from '../../../platform/http/form.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { type DestructionList, findList, listItems } from '../list-store.ts'
import { moveList, withholdItem } from '../lists.ts'
import { archiveId as t } from '../messages.id.ts'
import { ROOT, archiveScreen } from './frame.tsx'
import { ItemTable } from './item-table.tsx'
import { LIST_TONES } from './lists.page.tsx'

const SHOWN = 200
const PATH = `${ROOT}/usul/:id`
const pathOf = (id: string) => `${ROOT}/usul/${id}`

const Propose = ({ list, form }: { list: DestructionList; form: Form }) => (
  <>
    {list.state === 'draft' && (
      <form method="post" class="row">
        <Button name="do" value="propose">{t.propose}</Button>
        <Button name="do" value="discard" look="link">{t.discard}</Button>
      </form>
    )}
    <Disclosure summary={t.withhold} open={problemOf(form.problems, 'why') !== undefined}>
      <form method="post" class="stack prose" noValidate>
        <input type="hidden" name="do" value="withhold" />
        <TextField name="position" label={t.withholdNumber} hint={t.withholdHint} inputMode="numeric" width={4} value={typedIn(form, 'position')} error={problemOf(form.problems, 'position')} />
        <TextField name="why" label={t.why} maxLength={200} value={typedIn(form, 'why')} error={problemOf(form.problems, 'why')} />
        <div class="row"><Button look="secondary">{t.withholdButton}</Button></div>
      </form>
    </Disclosure>
  </>
)

const Decide = ({ list, form }: { list: DestructionList; form: Form }) => (
  <Card title={t.decide}>
    <p>{t.decideLead}</p>
    <form method="post" action={`${pathOf(list.id)}/putusan`} class="stack prose" noValidate>
      <TextField name="minutesNumber" label={t.minutesNumber} hint={t.minutesHint} maxLength={60} value={typedIn(form, 'minutesNumber')} error={problemOf(form.problems, 'minutesNumber')} />
      <TextArea name="witnesses" label={t.witnesses} hint={t.witnessesHint} rows={3} maxLength={500} value={typedIn(form, 'witnesses')} error={problemOf(form.problems, 'witnesses')} />
      <TextArea name="remark" label={t.remark} optional rows={3} maxLength={500} value={typedIn(form, 'remark')} error={problemOf(form.problems, 'remark')} />
      <div class="row">
        <Button name="do" value="approve" look="danger" icon="trash">{t.approve}</Button>
        <Button name="do" value="refuse" look="secondary">{t.refuse}</Button>
      </div>
    </form>
  </Card>
)

const rowsOf = (list: DestructionList) => [
  { label: t.made, value: `${longMoment(list.madeAt)}, ${list.madeByName}` },
  { label: t.counts, value: t.count(list.listed, list.withheld, list.destroyed) },
  ...(list.decidedAt ? [{ label: t.decide, value: `${longMoment(list.decidedAt)}, ${list.decidedByName ?? ''}` }] : []),
  ...(list.minutesNumber ? [{ label: t.minutesNumber, value: list.minutesNumber }] : []),
  ...(list.remark ? [{ label: t.remark, value: list.remark }] : []),
]

const maySee = (actor: Actor, operation: 'archive.propose' | 'archive.approve') => areasFor(actor, operation) === 'all'

async function readList(officeId: string, tx: Parameters<typeof findList>[0], id: string, after: number) {
  const list = await findList(tx, officeId, id)
  return list && { list, after, items: await listItems(tx, list.id, { after, limit: SHOWN }) }
}

type Model = { list: DestructionList; items: Awaited<ReturnType<typeof listItems>>; after: number }

/** @param deciding the head has come to decide, with the second factor given */
function view({ list, items, after }: Model, actor: Actor, form: Form, { notice, deciding = false }: { notice?: string | undefined; deciding?: boolean }) {
  const open = list.state === 'draft' || list.state === 'proposed'
  const last = items.at(-1)?.position ?? 0
  return archiveScreen({
    tab: 'lists', title: t.listName(list.number), form, notice, back: { href: ROOT, text: t.title }, side: <StatusTag tone={LIST_TONES[list.state]} text={t.states[list.state]} />,
    children: (
      <>
        <Summary rows={rowsOf(list)} />
        {list.minutesNumber && <div class="row"><ButtonLink href={`${pathOf(list.id)}/berita-acara`} look="secondary" icon="print">{t.print}</ButtonLink></div>}
        {list.state === 'proposed' && deciding && <Decide list={list} form={form} />}
        {list.state === 'proposed' && !deciding && maySee(actor, 'archive.approve') && (
          <div class="row"><ButtonLink href={`${pathOf(list.id)}/putusan`} icon="pen">{t.toDecision}</ButtonLink></div>
        )}
        <ItemTable items={items} caption={t.counts} />
        <Pagination previous={after > 0 ? pathOf(list.id) : undefined} next={items.length === SHOWN ? `${pathOf(list.id)}?sesudah=${last}` : undefined} />
        {open && maySee(actor, 'archive.propose') && <Propose list={list} form={form} />}
      </>
    ),
  })
}

const steward = z.object({
  do: z.enum(['propose', 'discard', 'withhold']), position: z.coerce.number().int().catch(0), why: z.string().max(200).default(''),
})

/** One list: what is on it, and the next step for whoever looks. */
export const listPage = page({
  path: PATH,
  right: 'archive.read',
  read: ({ unit, actor, params, query }) => readList(actor.officeId, unit.tx, params['id'] ?? '', Number(query['sesudah']) || 0),
  view: (model, { actor, query }, form) => view(model, actor, form, { notice: t.saved[query['sudah'] ?? ''] }),
  fields: steward,
  async send({ unit, actor }, fields, { list }) {
    if (!maySee(actor, 'archive.propose')) return { ok: false, error: { kind: 'forbidden', code: 'not-your-task', message: '' } }
    const done = fields.do === 'withhold' ? await withholdItem(unit, actor, list.id, fields.position, fields.why) : await moveList(unit, actor, list.id, { step: fields.do })
    return done.ok ? ok({ goTo: `${pathOf(list.id)}?sudah=${fields.do}` }) : done
  },
})

/** The decision of the head, with the second factor given shortly before. */
export const decideListPage = page({
  path: `${PATH}/putusan`,
  right: 'archive.approve',
  fields: z.object({ do: z.enum(['approve', 'refuse']), minutesNumber: z.string().max(60).default(''), witnesses: z.string().max(500).default(''), remark: z.string().max(500).default('') }),
  read: ({ unit, actor, params }) => readList(actor.officeId, unit.tx, params['id'] ?? '', 0),
  view: (model, { actor }, form) => view(model, actor, form, { deciding: true }),
  async send({ unit, actor }, { do: step, ...fields }, { list }) {
    const done = await moveList(unit, actor, list.id, { step, ...fields })
    return done.ok ? ok({ goTo: `${pathOf(list.id)}?sudah=${step}` }) : done
  },
})
