import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { type Result, invalid, ok } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { BackLink } from '../../../ui/way-back.tsx'
import { type HandOver, MOST_AT_ONCE, type Staff, boardRowsOf, countHandOver, listStaff, takersFor } from '../../applications/index.ts'
import { nameOf } from '../board-model.ts'
import { handOver } from '../hand-over.ts'
import { isRole } from '../core/board.ts'
import { supervisionId } from '../messages.id.ts'
import { BOARD_PATH, HAND_OVER_PATH, isUuid } from './address.ts'

const t = supervisionId.handOver

type Taker = { id: string; name: string; role: string }
/** `isOther`: nobody else holds the role these cases wait for, so that the takers only keep an eye on them. */
type Model = { which: HandOver; title: string; from: string; count: number; takers: Taker[]; isOther: boolean }

const roleWord = (role: string) => Object.entries(supervisionId.roles).find(([key]) => key === role)?.[1] ?? role

/** Of those who may take cases on, the ones who can also go on with them: they hold one of these roles. All when there is none. */
function ableFirst(takers: readonly Taker[], staff: readonly Staff[], roles: readonly string[]): Pick<Model, 'takers' | 'isOther'> {
  const able = takers.flatMap((taker) => {
    const held = staff.find((one) => one.id === taker.id && roles.includes(one.role))
    return held ? [{ ...taker, role: held.role }] : []
  })
  return able.length > 0 || roles.length === 0 ? { takers: able.length > 0 ? able : [...takers], isOther: false } : { takers: [...takers], isOther: true }
}

/** The single case, or all of one officer, as the address says. */
async function read({ unit, actor, query }: Allowed): Promise<Model | undefined> {
  const [from, id] = [query['dari'], query['berkas']]
  const staff = await listStaff(unit, actor.officeId)
  if (isUuid(id)) {
    const [row] = await boardRowsOf(unit.tx, actor, [id], unit.now)
    if (!row) return undefined
    const takers = await takersFor(unit, actor.officeId, [row.divisionId], row.holderId ?? undefined)
    const { waitsFor } = row
    const from = waitsFor === 'applicant' ? supervisionId.applicant : isRole(waitsFor) ? supervisionId.board.holders.desk(roleWord(waitsFor)) : supervisionId.beyond[waitsFor]
    return {
      which: { applicationId: id }, title: t.titleOne(row.reference), from: row.holder ?? from, count: 1,
      ...ableFirst(takers, staff, isRole(waitsFor) ? [waitsFor] : []),
    }
  }
  if (!isUuid(from)) return undefined
  const divisions = await countHandOver(unit, actor, { from })
  const name = nameOf(staff, from)
  return {
    which: { from }, title: t.titleAll(name), from: name, count: divisions.reduce((sum, one) => sum + one.count, 0),
    ...ableFirst(divisions.length === 0 ? [] : await takersFor(unit, actor.officeId, divisions.map((one) => one.divisionId), from), staff,
      staff.filter((one) => one.id === from).map((one) => one.role)),
  }
}

const addressOf = (which: HandOver) => ('from' in which ? `${HAND_OVER_PATH}?dari=${which.from}` : `${HAND_OVER_PATH}?berkas=${which.applicationId}`)

function Choose({ model, form }: { model: Model; form: Form }) {
  if (model.count === 0) return <EmptyState title={t.nothing}><p>{t.nothingTodo}</p></EmptyState>
  if (model.takers.length === 0) return <Notice tone="warning"><p>{t.nobody}</p></Notice>
  const typed = form.values['to']
  return (
    <form method="post" class="stack" noValidate action={addressOf(model.which)}>
      <p><b>{t.count(model.count)}</b>{model.count > MOST_AT_ONCE && ` ${t.most(MOST_AT_ONCE)}`}</p>
      {model.isOther && <Notice tone="warning"><p>{t.otherRole}</p></Notice>}
      <SelectField name="to" label={t.to} hint={t.toHint} value={typeof typed === 'string' ? typed : undefined} error={problemOf(form.problems, 'to')}
        choices={model.takers.map((one) => ({ value: one.id, label: supervisionId.board.named(one.name, roleWord(one.role)) }))} />
      <div class="row"><Button>{t.choose}</Button><ButtonLink href={BOARD_PATH} look="secondary">{t.no}</ButtonLink></div>
    </form>
  )
}

function Confirm({ model, to }: { model: Model; to: Taker }) {
  const moved = Math.min(model.count, MOST_AT_ONCE)
  return (
    <form method="post" class="stack" action={addressOf(model.which)}>
      <Notice tone="warning" title={t.confirm(moved, to.name)}><p>{t.lead}</p></Notice>
      <Summary rows={[
        { label: t.from, value: model.from }, { label: t.to, value: supervisionId.board.named(to.name, roleWord(to.role)) }, { label: t.cases, value: String(moved) },
      ]} />
      <input type="hidden" name="to" value={to.id} />
      <input type="hidden" name="seen" value={String(model.count)} />
      <div class="row">
        <Button name="act" value="confirm">{t.yes}</Button>
        <ButtonLink href={addressOf(model.which)} look="secondary">{t.no}</ButtonLink>
      </div>
    </form>
  )
}

const screen = (title: string, body: ComponentChildren, wrong = false) =>
  ({ title, variant: 'officer' as const, wrong, body: <><BackLink href={BOARD_PATH} />{body}</> })

/** Cases of an absent officer go to another: who, a look at what will happen, done. */
export const handOverPage = page({
  path: HAND_OVER_PATH,
  right: 'supervision.hand-over',
  read,
  view: (model, _ask, form) => screen(model.title, (
    <>
      <ErrorSummary problems={form.problems} />
      <PageHeading title={model.title} lead={t.lead} />
      <Choose model={model} form={form} />
    </>
  ), form.problems.length > 0),
  fields: z.object({ to: z.string().default(''), act: z.string().optional(), seen: z.coerce.number().int().default(0) }),
  async send(ask, { to, act, seen }, model): Promise<Result<Sent>> {
    const taker = model.takers.find((one) => one.id === to)
    if (!taker) return invalid([{ field: 'to', message: t.toNeeded }])
    if (act !== 'confirm') return ok({ show: screen(t.confirmTitle, <><PageHeading title={t.confirmTitle} /><Confirm model={model} to={taker} /></>) })
    const done = await handOver(ask.unit, ask.actor, model.which, { to, seen })
    return done.ok ? ok({ goTo: `${BOARD_PATH}?diserahkan=${done.value.moved}` }) : done
  },
})
