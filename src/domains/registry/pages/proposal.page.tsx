import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { longDate, shortMoment } from '../../../kernel/wib.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { mergeWords } from '../merge-messages.id.ts'
import { DECISIONS } from '../proposals.ts'
import { type Proposal, findProposal } from '../proposals-store.ts'
import { type ProposalLine, type ProposalView, type ProposalsDesk, TONE_OF } from './proposals-desk.ts'
import { fillFrom } from './wording.ts'

const { empty, money, showMoney } = mergeWords.compare

type Model = ProposalView & { proposal: Proposal; isSample: boolean }

const columnsFor = ({ words: { one: w } }: ProposalsDesk, { isSample, proposal }: Model): Column<ProposalLine>[] => [
  { key: 'field', header: w.field, cell: ({ label }) => label },
  {
    key: 'before', header: isSample || proposal.state !== 'pending' ? w.sampleBefore : w.before,
    cell: ({ before, origin }) => <>{before || <span class="soft">{empty}</span>}{before && origin && <><br /><small class="soft">{origin}</small></>}</>,
  },
  { key: 'after', header: w.after, cell: ({ after }) => <b>{after}</b> },
  {
    key: 'others', header: w.others,
    cell: ({ others }) => (others.length === 0 ? <span class="soft">{w.nobody}</span> : others.map(({ text, from }) => <div key={from}>{text}<br /><small class="soft">{from}</small></div>)),
  },
  ...(proposal.risk === 'high' ? [{ key: 'why', header: w.why, cell: ({ why }: ProposalLine) => why }] : []),
]

function Decide({ desk: { words, path }, model: { proposal, record, isSample }, form }: { desk: ProposalsDesk; model: Model; form: Form }) {
  const w = words.one
  if (proposal.state !== 'pending' && !isSample) {
    const when = proposal.decidedAt ?? proposal.checkedAt ?? proposal.proposedAt
    return (
      <Card title={w.wasDecided(words.states[proposal.state], shortMoment(when))}>
        {proposal.note && <p>{proposal.note}</p>}
        <p><ButtonLink href={path} look="secondary">{words.list.title}</ButtonLink></p>
      </Card>
    )
  }
  const [yes, no] = isSample ? ['right', 'take-back'] as const : ['accept', 'reject'] as const
  return (
    <ActionBar>
      <input type="hidden" name="version" value={record.version} />
      <TextArea name="note" label={w.note} hint={w.noteHint} rows={2} maxLength={500} optional value={fillFrom(form)('note')} error={problemOf(form.problems, 'note')} />
      <div class="row">
        <Button name="decision" value={yes}>{isSample ? w.right : w.accept}</Button>
        <Button name="decision" value={no} look="danger">{isSample ? w.takeBack : w.reject}</Button>
      </div>
    </ActionBar>
  )
}

/** One proposed change: old, new, what others say, and the decision. */
export const proposalPage = (desk: ProposalsDesk): Route => page({
  path: `${desk.path}/:id`,
  right: 'registry.decide',
  access: desk.access,
  fields: z.object({
    decision: z.enum(DECISIONS, { error: desk.words.decisionNeeded }), note: z.string().max(500, desk.words.noteLong).default(''),
    version: z.coerce.number().int().optional().catch(undefined),
  }),
  async read(ask): Promise<Model | undefined> {
    const proposal = await findProposal(ask.unit.tx, ask.tools.keys, ask.params['id'] ?? '', false, desk.tables)
    const view = proposal && await desk.read(ask, proposal, ask.query['uang'] !== undefined)
    return view && { ...view, proposal, isSample: proposal.state === 'accepted' && proposal.sampled && proposal.checkedAt === null }
  },
  view(model, ask, form): Screen {
    const { proposal, record, isSample, lines, hidesMoney } = model
    const w = desk.words.one
    return {
      title: isSample ? w.sampleTitle : w.title, variant: 'officer', wrong: form.problems.length > 0, back: { href: desk.path, text: desk.words.list.title },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={isSample ? w.sampleTitle : w.title} lead={isSample ? w.sampleLead : undefined}
            over={<><a href={`${desk.recordPath}/${record.id}`}>{record.name}</a> <span class="mono">{record.number}</span></>}
            side={<StatusTag tone={TONE_OF[proposal.state]} text={desk.words.states[proposal.state]} />} />
          <p class="soft">
            {w.proposedAt(shortMoment(proposal.proposedAt))}{proposal.validFrom && `. ${w.validFrom(longDate(Temporal.PlainDate.from(proposal.validFrom)))}`}
          </p>
          <DataTable caption={w.caption} quietCaption columns={columnsFor(desk, model)} rows={lines} rowKey={({ field }) => field} />
          {hidesMoney && <p>{money} <a href={`${ask.path}?uang=1`}>{showMoney}</a></p>}
          {proposal.state === 'pending' && <p class="soft">{w.keeps}</p>}
          <Decide desk={desk} model={model} form={form} />
        </>
      ),
    }
  },
  async send({ unit, tools, actor, params }, { decision, note, version }) {
    const done = await desk.decide(unit, tools, actor, params['id'] ?? '', { decision, note, version })
    return done.ok ? ok({ goTo: `${desk.path}?putusan=${decision}` }) : done
  },
})
