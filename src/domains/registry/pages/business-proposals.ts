import type { Told } from '../../../kernel/ledger.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import type { Route } from '../../../platform/http/route.ts'
import { businessProposals as commands } from '../business-proposals.ts'
import { findBusiness } from '../business-store.ts'
import { BUSINESS_FIELDS, kindOf } from '../core/business-blocks.ts'
import { namesFor } from '../field-names.ts'
import { fieldText, labelOf } from '../field-text.ts'
import { told } from '../history.ts'
import { mergeWords } from '../merge-messages.id.ts'
import { proposalWords } from '../proposal-messages.id.ts'
import { type Proposal, findProposalAccess } from '../proposals-store.ts'
import { BUSINESS_TABLES } from '../register-tables.ts'
import { traceReveal } from '../reveal.ts'
import { originText } from './origin-text.ts'
import { proposalPage } from './proposal.page.tsx'
import { PROPOSAL_PATHS, type ProposalLine, type ProposalView, type ProposalsDesk, foldedBefore, whyOf } from './proposals-desk.ts'
import { proposalsPage } from './proposals.page.tsx'

async function read({ unit, tools, actor }: Allowed, proposal: Proposal, showsMoney: boolean): Promise<ProposalView | undefined> {
  const business = await findBusiness(unit.tx, tools.keys, proposal.subjectId)
  if (!business) return undefined
  const subject = { businessId: business.id, personId: business.ownerId, officeId: business.officeId }
  unit.looked(business.officeId, actor, 'business.read', { kind: 'business', id: business.id, personId: business.ownerId })
  if (showsMoney) traceReveal(unit, actor, subject, ['money'], 'verification')
  const { before, acts } = await foldedBefore(unit.tx, tools.keys, proposal)
  const rivals = Object.entries(before.rivals).flatMap(([field, said]) => said.map(({ value }) => ({ field, value })))
  const names = await namesFor(unit.tx, [...told(before.values), ...told(proposal.sets), ...rivals], acts.map(({ by }) => by))
  const text = (field: string, value: Told | undefined) => fieldText(field, value, names, showsMoney)
  const fields = Object.keys(proposal.sets).toSorted((a, b) => BUSINESS_FIELDS.indexOf(a) - BUSINESS_FIELDS.indexOf(b))
  return {
    record: { id: business.id, name: business.record.name, number: business.registryNumber, version: business.version },
    lines: fields.map((field): ProposalLine => {
      const origin = before.origins[field]
      return {
        field, label: labelOf(field), before: text(field, before.values[field]), origin: origin ? originText(origin, names.accounts) : '',
        after: proposal.sets[field] === null ? proposalWords.one.emptied : text(field, proposal.sets[field]),
        others: (before.rivals[field] ?? []).map(({ value, act }) => ({ text: text(field, value) || mergeWords.compare.empty, from: originText(act, names.accounts) })),
        why: whyOf(proposalWords, proposal, field),
      }
    }),
    hidesMoney: !showsMoney && fields.some((field) => kindOf(field) === 'money'),
  }
}

const desk: ProposalsDesk = {
  register: 'business', path: PROPOSAL_PATHS.business, recordPath: '/petugas/usaha', tables: BUSINESS_TABLES, words: proposalWords,
  decide: commands.decide, labelOf, read, access: ({ unit, params }) => findProposalAccess(unit.tx, params['id'] ?? ''),
}

/** The pages on which proposed changes of a register are decided. */
export const proposalPages = (of: ProposalsDesk): Route[] => [proposalsPage(of), proposalPage(of)]

export const businessProposals: Route[] = proposalPages(desk)
