import { z } from 'zod'
import { invalid, ok } from '../../../../kernel/result.ts'
import { type Actor, areasFor } from '../../../../kernel/rights.ts'
import { longMoment, wibDate } from '../../../../kernel/wib.ts'
import type { UnitAsk } from '../../../../platform/http/context.ts'
import { type Form, page } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import { DateField } from '../../../../ui/fields/date-field.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { Summary } from '../../../../ui/summary.tsx'
import { typedDate } from '../../../office/index.ts'
import { type Change, differences } from '../../core/difference.ts'
import { type Effect, effectOn } from '../../effect.ts'
import { publishingId as t } from '../../messages-publishing.id.ts'
import { type Proposal, findProposal } from '../../proposal-store.ts'
import { publishProposal, withdrawProposal } from '../../propose.ts'
import { getDefinition } from '../../store.ts'
import { FlawTable, Preview, ROOT, proposalPath, publishingScreen, typedOr } from './frame.tsx'
import { STATE_TONES } from './services.page.tsx'

const PATH = `${ROOT}/usul/:id`
const DATE = 'validFrom'

type Model = { proposal: Proposal; changes: Change[]; base: number | undefined; effect: Effect[]; today: string }

async function readProposal({ unit, actor, params }: { unit: UnitAsk['unit']; actor: Actor; params: UnitAsk['params'] }): Promise<Model | undefined> {
  const proposal = await findProposal(unit.tx, actor.officeId, params['id'] ?? '')
  if (!proposal) return undefined
  const base = proposal.baseId === undefined ? undefined : await getDefinition(unit.tx, proposal.baseId)
  return {
    proposal, base: base?.version, changes: base ? differences(base, proposal.definition) : [], effect: await effectOn(unit.tx, actor.officeId, proposal.code),
    today: wibDate(unit.now).toString(),
  }
}

const CHANGES: Column<Change>[] = [
  { key: 'place', header: t.where, names: true, cell: (one) => <>{t.place(one.place)}<br /><small class="soft mono">{one.place}</small></> },
  { key: 'kind', header: t.kind, cell: (one) => t.kinds[one.kind] },
  { key: 'before', header: t.before, cell: (one) => one.before ?? '–' },
  { key: 'after', header: t.after, cell: (one) => one.after ?? '–' },
]

const Changes = ({ changes, base }: Model) => (
  <>
    <h2>{t.changes(changes.length)}</h2>
    {base === undefined ? <p>{t.newWhole}</p> : <p class="soft">{t.against(base)}</p>}
    {base !== undefined && changes.length === 0 && <p>{t.noChanges}</p>}
    {changes.length > 0 && <DataTable caption={t.changesCaption} quietCaption columns={CHANGES} rows={changes} rowKey={(one) => `${one.place} ${one.kind}`} />}
  </>
)

/** What publishing means for what runs: nothing, told with numbers. */
const EffectCard = ({ effect }: { effect: readonly Effect[] }) => (
  <Card title={t.effect}>
    {effect.length === 0 ? <p>{t.effectNone}</p> : (
      <>
        <p>{t.effectLead}</p>
        <Summary rows={effect.map((one) => ({ label: t.version(one.version), value: t.effectRow(one.open, one.drafts) }))} />
      </>
    )}
    <p class="soft">{t.effectNew}</p>
  </Card>
)

const Decide = ({ form, today }: { form: Form; today: string }) => {
  const [year, month, day] = today.split('-')
  return (
    <Card title={t.publishTitle}>
      <p>{t.publishLead}</p>
      <form method="post" class="stack prose" noValidate>
        <DateField name={DATE} label={t.validFrom} hint={t.validFromHint} error={problemOf(form.problems, DATE)}
          value={{ day: typedOr(form, `${DATE}-day`, day ?? ''), month: typedOr(form, `${DATE}-month`, month ?? ''), year: typedOr(form, `${DATE}-year`, year ?? '') }} />
        <div class="row">
          <Button name="do" value="publish">{t.publish}</Button>
          <Button name="do" value="withdraw" look="secondary">{t.refuse}</Button>
        </div>
      </form>
    </Card>
  )
}

const rowsOf = (one: Proposal) => [
  { label: t.proposer, value: `${one.proposedByName}, ${longMoment(one.proposedAt)}` }, ...(one.note ? [{ label: t.why, value: one.note }] : []),
  ...(one.decidedAt ? [{ label: t.decider, value: `${one.decidedByName ?? ''}, ${longMoment(one.decidedAt)}` }] : []),
]

function view(model: Model, actor: Actor, form: Form, { notice, deciding = false }: { notice?: string | undefined; deciding?: boolean }) {
  const { proposal, today } = model
  const open = proposal.state === 'proposed'
  const own = proposal.proposedBy === actor.accountId
  const path = proposalPath(proposal.id)
  return publishingScreen({
    title: model.base === undefined ? t.proposalNew(proposal.code) : t.proposalTitle(proposal.code), lead: proposal.definition.name.id, notice, back: { href: ROOT, text: t.backToServices },
    form: { ...form, problems: form.problems.filter(({ field }) => field === DATE) }, side: <StatusTag tone={STATE_TONES[proposal.state]} text={t.states[proposal.state]} />,
    children: (
      <>
        <FlawTable problems={form.problems.filter(({ field }) => field !== DATE)} />
        <Summary rows={rowsOf(proposal)} />
        <div class="row">
          <ButtonLink href={`${path}/pratinjau`} look="secondary">{t.toPreview}</ButtonLink>
          {open && !deciding && !own && areasFor(actor, 'service.publish') === 'all' && <ButtonLink href={`${path}/putusan`} icon="pen">{t.toPublish}</ButtonLink>}
        </div>
        {open && own && <Notice><p>{t.ownProposal}</p></Notice>}
        <Changes {...model} />
        <EffectCard effect={model.effect} />
        {open && deciding && !own && <Decide form={form} today={today} />}
        {open && !deciding && areasFor(actor, 'service.propose') === 'all' && <form method="post"><Button look="link" name="do" value="withdraw">{t.withdraw}</Button></form>}
      </>
    ),
  })
}

/** One proposal: what it changes, and what that means for what runs. */
export const proposalPage = page({
  path: PATH,
  right: 'service.review',
  fields: z.object({ do: z.literal('withdraw') }),
  read: readProposal,
  view: (model, { actor, query }, form) => view(model, actor, form, { notice: t.saved[query['sudah'] ?? ''] }),
  async send({ unit, actor }, _fields, { proposal }) {
    const done = await withdrawProposal(unit, actor, proposal.id)
    return done.ok ? ok({ goTo: `${proposalPath(proposal.id)}?sudah=tarik` }) : done
  },
})

/** The decision of a second person, with the second factor given shortly before. */
export const decideProposalPage = page({
  path: `${PATH}/putusan`,
  right: 'service.publish',
  async access({ unit, actor, params }) {
    const one = actor && await findProposal(unit.tx, actor.officeId, params['id'] ?? '')
    return one && { officeId: one.officeId, divisionId: one.divisionId }
  },
  fields: z.looseObject({ do: z.enum(['publish', 'withdraw']) }),
  read: readProposal,
  view: (model, { actor }, form) => view(model, actor, form, { deciding: true }),
  async send({ unit, actor }, fields, { proposal }) {
    const part = (name: string) => { const value = fields[`${DATE}-${name}`]; return typeof value === 'string' ? value : '' }
    if (fields.do === 'withdraw') {
      const done = await withdrawProposal(unit, actor, proposal.id)
      return done.ok ? ok({ goTo: `${proposalPath(proposal.id)}?sudah=tarik` }) : done
    }
    const validFrom = typedDate({ day: part('day'), month: part('month'), year: part('year') })
    if (!validFrom) return invalid([{ field: DATE, message: t.dateWrong }])
    const done = await publishProposal(unit, actor, proposal.id, validFrom)
    return done.ok ? ok({ goTo: `${proposalPath(proposal.id)}?sudah=terbit` }) : done
  },
})

/** A proposal as applicant and officers would meet it. */
export const proposalPreviewPage = page({
  path: `${PATH}/pratinjau`,
  right: 'service.review',
  read: ({ unit, actor, params }) => findProposal(unit.tx, actor.officeId, params['id'] ?? ''),
  view: (one, { query }) => publishingScreen({
    title: `${t.preview}: ${one.definition.name.id}`, lead: one.code, back: { href: proposalPath(one.id), text: t.proposals },
    children: <Preview definition={one.definition} side={query['sisi']} path={`${proposalPath(one.id)}/pratinjau`} />,
  }),
})
