import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Folded, type Told, fold } from '../../../kernel/ledger.ts'
import { ok } from '../../../kernel/result.ts'
import { longDate, shortMoment } from '../../../kernel/wib.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { type KeptBusiness, findBusiness } from '../business-store.ts'
import { listActs } from '../changes-store.ts'
import { BUSINESS_FIELDS, kindOf } from '../core/business-blocks.ts'
import { trustOf } from '../core/trust.ts'
import { DECISIONS, decideProposal } from '../decide-proposal.ts'
import { type Names, namesFor } from '../field-names.ts'
import { fieldText, labelOf } from '../field-text.ts'
import { told } from '../history.ts'
import { mergeWords } from '../merge-messages.id.ts'
import { proposalWords } from '../proposal-messages.id.ts'
import { type Proposal, findProposal, findProposalAccess } from '../proposals-store.ts'
import { traceReveal } from '../reveal.ts'
import { originText } from './origin-text.ts'
import { TONE_OF } from './proposals.page.tsx'
import { fillFrom } from './wording.ts'

const w = proposalWords.one

type Model = {
  proposal: Proposal; business: KeptBusiness; names: Names
  /** What stood before: for one that was taken already, what would stand without it. */
  before: Folded
  isSample: boolean; showsMoney: boolean
}

async function readModel({ unit, tools, actor, params, query }: Allowed): Promise<Model | undefined> {
  const proposal = await findProposal(unit.tx, tools.keys, params['id'] ?? '')
  const business = proposal && await findBusiness(unit.tx, tools.keys, proposal.businessId)
  if (!proposal || !business) return undefined
  const subject = { businessId: business.id, personId: business.ownerId, officeId: business.officeId }
  unit.looked(business.officeId, actor, 'business.read', { kind: 'business', id: business.id, personId: business.ownerId })
  const showsMoney = query['uang'] !== undefined
  if (showsMoney) traceReveal(unit, actor, subject, ['money'], 'verification')
  const acts = await listActs(unit.tx, tools.keys, business.id)
  const before = fold(acts.filter(({ actId }) => actId !== proposal.id), trustOf)
  const rivals = Object.entries(before.rivals).flatMap(([field, said]) => said.map(({ value }) => ({ field, value })))
  return {
    proposal, business, before, showsMoney, isSample: proposal.state === 'accepted' && proposal.sampled && proposal.checkedAt === null,
    names: await namesFor(unit.tx, [...told(before.values), ...told(proposal.sets), ...rivals], acts.map(({ by }) => by)),
  }
}

type Line = { field: string; before: string; origin: string; after: string; others: { text: string; from: string }[]; why: string }

function linesOf({ proposal, before, names, showsMoney }: Model): Line[] {
  const text = (field: string, value: Told | undefined) => fieldText(field, value, names, showsMoney)
  const fields = Object.keys(proposal.sets).toSorted((a, b) => BUSINESS_FIELDS.indexOf(a) - BUSINESS_FIELDS.indexOf(b))
  return fields.map((field) => {
    const origin = before.origins[field]
    return {
      field, before: text(field, before.values[field]), origin: origin ? originText(origin, names.accounts) : '',
      after: proposal.sets[field] === null ? w.emptied : text(field, proposal.sets[field]),
      others: (before.rivals[field] ?? []).map(({ value, act }) => ({ text: text(field, value) || mergeWords.compare.empty, from: originText(act, names.accounts) })),
      why: proposal.reasons.filter((reason) => reason.field === field).map(({ code }) => proposalWords.reasons[code]).join(', '),
    }
  })
}

const columnsFor = ({ isSample, proposal }: Model): Column<Line>[] => [
  { key: 'field', header: w.field, cell: ({ field }) => labelOf(field) },
  {
    key: 'before', header: isSample || proposal.state !== 'pending' ? w.sampleBefore : w.before,
    cell: ({ before, origin }) => <>{before || <span class="soft">{mergeWords.compare.empty}</span>}{before && origin && <><br /><small class="soft">{origin}</small></>}</>,
  },
  { key: 'after', header: w.after, cell: ({ after }) => <b>{after}</b> },
  {
    key: 'others', header: w.others,
    cell: ({ others }) => (others.length === 0 ? <span class="soft">{w.nobody}</span> : others.map(({ text, from }) => <div key={from}>{text}<br /><small class="soft">{from}</small></div>)),
  },
  ...(proposal.risk === 'high' ? [{ key: 'why', header: w.why, cell: ({ why }: Line) => why }] : []),
]

function Decide({ model: { proposal, business, isSample }, form }: { model: Model; form: Form }) {
  if (proposal.state !== 'pending' && !isSample) {
    const when = proposal.decidedAt ?? proposal.checkedAt ?? proposal.proposedAt
    return (
      <Card title={w.wasDecided(proposalWords.states[proposal.state], shortMoment(when))}>
        {proposal.note && <p>{proposal.note}</p>}
        <p><ButtonLink href="/petugas/usulan" look="secondary">{proposalWords.list.title}</ButtonLink></p>
      </Card>
    )
  }
  const [yes, no] = isSample ? ['right', 'take-back'] as const : ['accept', 'reject'] as const
  return (
    <ActionBar>
      <input type="hidden" name="version" value={business.version} />
      <TextArea name="note" label={w.note} hint={w.noteHint} rows={2} maxLength={500} optional value={fillFrom(form)('note')} error={problemOf(form.problems, 'note')} />
      <div class="row">
        <Button name="decision" value={yes}>{isSample ? w.right : w.accept}</Button>
        <Button name="decision" value={no} look="danger">{isSample ? w.takeBack : w.reject}</Button>
      </div>
    </ActionBar>
  )
}

/** One proposed change: old, new, what others say, and the decision. */
export const proposalPage = page({
  path: '/petugas/usulan/:id',
  right: 'registry.decide',
  access: ({ unit, params }) => findProposalAccess(unit.tx, params['id'] ?? ''),
  fields: z.object({
    decision: z.enum(DECISIONS, { error: proposalWords.decisionNeeded }), note: z.string().max(500, proposalWords.noteLong).default(''), version: z.coerce.number().int().optional().catch(undefined),
  }),
  read: readModel,
  view(model, ask, form): Screen {
    const { proposal, business, isSample, showsMoney } = model
    const hidesMoney = !showsMoney && Object.keys(proposal.sets).some((field) => kindOf(field) === 'money')
    return {
      title: isSample ? w.sampleTitle : w.title, variant: 'officer', wrong: form.problems.length > 0, back: { href: '/petugas/usulan', text: proposalWords.list.title },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={isSample ? w.sampleTitle : w.title} lead={isSample ? w.sampleLead : undefined}
            over={<><a href={`/petugas/usaha/${business.id}`}>{business.record.name}</a> <span class="mono">{business.registryNumber}</span></>}
            side={<StatusTag tone={TONE_OF[proposal.state]} text={proposalWords.states[proposal.state]} />} />
          <p class="soft">
            {w.proposedAt(shortMoment(proposal.proposedAt))}{proposal.validFrom && `. ${w.validFrom(longDate(Temporal.PlainDate.from(proposal.validFrom)))}`}
          </p>
          <DataTable caption={w.caption} quietCaption columns={columnsFor(model)} rows={linesOf(model)} rowKey={({ field }) => field} />
          {hidesMoney && <p>{mergeWords.compare.money} <a href={`${ask.path}?uang=1`}>{mergeWords.compare.showMoney}</a></p>}
          {proposal.state === 'pending' && <p class="soft">{w.keeps}</p>}
          <Decide model={model} form={form} />
        </>
      ),
    }
  },
  async send({ unit, tools, actor, params }, { decision, note, version }) {
    const done = await decideProposal(unit, tools, actor, params['id'] ?? '', { decision, note, version })
    return done.ok ? ok({ goTo: `/petugas/usulan?putusan=${decision}` }) : done
  },
})
