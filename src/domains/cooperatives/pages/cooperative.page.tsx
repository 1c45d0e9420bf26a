import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { may } from '../../../kernel/rights.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Masked } from '../../../ui/masked.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Timeline, type TimelineItem } from '../../../ui/timeline.tsx'
import { DESK_PATHS, PROPOSAL_PATHS, type Proposal, type Shown, findLastProposal, formatPhone, maskPhone, shownOn } from '../../registry/index.ts'
import { accessOf } from '../access.ts'
import { completenessOfKept, maskedIds } from '../answer.ts'
import { type KeptCooperative, type Namesake, findCooperative } from '../cooperative-store.ts'
import type { Warning } from '../core/finding.ts'
import { maskTaxNumber } from '../core/identity.ts'
import { traceLook } from '../looks.ts'
import { COOPERATIVE_TABLES } from '../register-tables.ts'
import { doubleWords, officerWords } from '../screen-messages.id.ts'
import { checkAround } from '../surroundings.ts'
import { type Lived, listLife } from '../timeline.ts'
import { labelOf } from './field-text.ts'
import { CooperativeSheet, type SheetModel } from './sheet.tsx'
import { WarningList } from './wizard-parts.tsx'
import { STATUS_TONE, cooperativePath, isOfficer, listPath, variantFor, wordsIn } from './wording.ts'

type Model = SheetModel & {
  warnings: Warning[]; namesakes: Namesake[]; life: Lived[]; mayChange: boolean; mayMerge: boolean; mayReveal: boolean; shown: Shown
  proposal: Proposal | undefined; mayDecide: boolean
}

async function readModel(ask: Allowed): Promise<Model | undefined> {
  const { unit, tools, actor, params } = ask
  const kept = await findCooperative(unit.tx, params['id'] ?? '')
  const access = kept && await accessOf(ask)
  if (!kept || !access) return undefined
  traceLook(unit, actor, kept)
  const { warnings, namesakes } = await checkAround(unit, kept.officeId, kept, kept.id)
  const nowMs = unit.now.epochMilliseconds
  return {
    kept, warnings, namesakes, completeness: completenessOfKept(kept, unit), nationalIds: await maskedIds(unit, tools, kept.positions),
    now: unit.now,
    life: await listLife(unit.tx, tools.keys, kept, wordsIn(ask.lang)), mayChange: kept.mergedInto === null && may(actor, 'cooperative.update', access, nowMs).ok,
    mayMerge: may(actor, 'registry.merge', access, nowMs).ok,
    mayReveal: may(actor, 'person.reveal', access, nowMs).ok, shown: shownOn(ask, kept.id),
    proposal: await proposalOf(ask, kept), mayDecide: may(actor, 'registry.decide', access, nowMs).ok,
  }
}

/** How long people are told how their last proposal ended. */
const TOLD = { hours: 24 * 30 } as const

async function proposalOf({ unit, tools }: Allowed, { id }: KeptCooperative): Promise<Proposal | undefined> {
  const last = await findLastProposal(unit.tx, tools.keys, sql`${[id]}::uuid[]`, COOPERATIVE_TABLES)
  const isTold = last?.state === 'pending' || (last?.decidedAt && Temporal.Instant.compare(last.decidedAt, unit.now.subtract(TOLD)) > 0)
  return isTold ? last : undefined
}

/** What its people proposed: what waits, and how the last one ended. Stewards are led to it. */
function ProposalNotice({ proposal, kept, mayDecide, ask }: { proposal: Proposal; kept: KeptCooperative; mayDecide: boolean; ask: Allowed }) {
  const { proposals: w } = wordsIn(ask.lang)
  const fields = [...new Set(Object.keys(proposal.sets).filter((field) => !field.endsWith('/year')).map((field) => labelOf(field, proposal.sets[field])))].join(', ')
  if (proposal.state === 'pending') {
    return (
      <Notice tone="info" title={w.pendingTitle}>
        <p>{w.pending(fields)}</p>
        {!isOfficer(ask) && <form method="post" action={`/koperasi/${kept.id}/tarik`}><Button look="secondary" small>{w.withdraw}</Button></form>}
        {mayDecide && <p><ButtonLink href={`${PROPOSAL_PATHS.cooperative}/${proposal.id}`} look="secondary" small>{w.toSteward}</ButtonLink></p>}
      </Notice>
    )
  }
  if (isOfficer(ask) || proposal.state === 'withdrawn' || proposal.decidedAt === null) return null
  const isAccepted = proposal.state === 'accepted'
  return (
    <Notice tone={isAccepted ? 'success' : 'warning'} title={isAccepted ? w.acceptedTitle : w.rejectedTitle}>
      <p>{(isAccepted ? w.accepted : w.rejected)(fields, wordsIn(ask.lang).dates.moment(proposal.decidedAt))}</p>
      {proposal.note && <p>{w.note(proposal.note)}</p>}
    </Notice>
  )
}

/** What was just done, from the address. */
function noticeOf({ query, lang }: Allowed): string | undefined {
  const { sheet, proposals } = wordsIn(lang)
  if (query['diusulkan'] !== undefined) return proposals.sent
  if (query['ditarik'] !== undefined) return proposals.withdrawn
  return query['tersimpan'] === undefined ? undefined : sheet.saved
}

/** Telephone and tax number: whole for the cooperative's own people, masked for officers until asked for. */
function MaskedContact({ field, kept, shown, mayReveal, ask }: {
  field: 'phone' | 'npwp'; kept: KeptCooperative; shown: Shown; mayReveal: boolean; ask: Allowed
}) {
  const plain = kept.record[field] ?? ''
  const label = wordsIn(ask.lang).fields[field]
  const whole = field === 'phone' ? formatPhone(plain) : plain
  if (!isOfficer(ask)) return <>{whole}</>
  if (shown.fields.has(field)) return <Masked label={label} value={whole} note={officerWords.reveal.seen} />
  const reveal = mayReveal ? {
    action: `/koperasi/${kept.id}/tampilkan`, fields: { field, ...(shown.purpose ? { purpose: shown.purpose } : {}) },
  } : undefined
  return <Masked label={label} value={field === 'phone' ? maskPhone(plain) : maskTaxNumber(plain)} reveal={reveal} />
}

function NamesakeList({ id: mine, namesakes, mayMerge }: { id: string; namesakes: readonly Namesake[]; mayMerge: boolean }) {
  if (namesakes.length === 0) return null
  return (
    <Notice tone="warning" title={officerWords.doubles}>
      <p>{officerWords.doublesLead}</p>
      <ul>{namesakes.map(
        ({ id, name, registryNumber, legalEntityNumber }) => <li key={id}><a href={`/petugas/koperasi/${id}`}>{name}</a>,
        {legalEntityNumber} <span class="mono">{registryNumber}</span>
        {mayMerge && <>{' '}<a href={`${DESK_PATHS.cooperative}/${mine}/${id}`}>{doubleWords.compare}</a></>}</li>,
      )}</ul>
    </Notice>
  )
}

/** Nothing is changed of a record that another stands for. */
const MergedNotice = ({ into, ask }: { into: string; ask: Allowed }) => (
  <Notice tone="info" title={doubleWords.merged}><p><a href={cooperativePath(ask, into)}>{doubleWords.mergedInto}</a></p></Notice>
)

const itemOf = ({ at, when, title, by, note }: Lived): TimelineItem => ({
  state: 'done', title, when, ...(at ? { at } : {}), ...(by ? { by } : {}), ...(note ? { note } : {})
})

function screenOf(model: Model, ask: Allowed): Screen {
  const { kept, warnings, namesakes, life, mayChange, mayMerge, mayReveal, mayDecide, proposal, shown } = model
  const words = wordsIn(ask.lang)
  const officer = isOfficer(ask)
  const status = kept.record.status ?? 'active'
  const notice = noticeOf(ask)
  return {
    title: kept.record.name, variant: variantFor(ask), ...(notice ? { notice } : {}),
    back: { href: listPath(ask), text: officer ? officerWords.title : words.mine.title },
    body: (
      <>
        <PageHeading title={kept.record.name} over={<span class="mono">{kept.registryNumber}</span>}
          side={<StatusTag tone={STATUS_TONE[status]} text={words.choices.status[status]} />} />
        {kept.mergedInto !== null && <MergedNotice into={kept.mergedInto} ask={ask} />}
        {proposal && <ProposalNotice proposal={proposal} kept={kept} mayDecide={mayDecide} ask={ask} />}
        {officer && kept.mergedInto === null && <NamesakeList id={kept.id} namesakes={namesakes} mayMerge={mayMerge} />}
        {kept.mergedInto === null && <WarningList warnings={warnings} words={words} />}
        <CooperativeSheet {...model} words={words} isOfficer={officer} mayChange={mayChange}
          masked={(field) => <MaskedContact field={field} kept={kept} shown={shown} mayReveal={mayReveal} ask={ask} />} />
        <Card title={words.history.timeline}
          side={<ButtonLink href={`${cooperativePath(ask, kept.id)}/riwayat`} look="secondary" small>{words.history.toHistory}</ButtonLink>}>
          <Timeline items={life.map(itemOf)} />
          <p class="soft">{words.sheet.confirmedAt(words.dates.moment(kept.lastConfirmedAt))}</p>
        </Card>
      </>
    ),
  }
}

const cooperativePage = (path: string): Route => page({
  path, right: 'cooperative.read', access: accessOf, read: readModel, view: screenOf,
})

/** A cooperative as its own people see it, and as officers see it: the same facts, masked for those whose they are not. */
export const cooperativePages: Route[] = [cooperativePage('/koperasi/:id'), cooperativePage('/petugas/koperasi/:id')]
