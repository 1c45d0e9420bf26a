import { ok } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import {
  PROPOSAL_PATHS, type Proposal, type ProposalLine, type ProposalView, type ProposalsDesk, findPendingProposal, foldedBefore,
  namesFor, proposalPages, whyOf,
} from '../../registry/index.ts'
import { accessOf } from '../access.ts'
import { findCooperative } from '../cooperative-store.ts'
import { traceLook } from '../looks.ts'
import { mergeWords } from '../merge-cooperatives.ts'
import { proposalAccess } from '../proposal-api.ts'
import { cooperativeProposals, proposalWords } from '../proposals.ts'
import { COOPERATIVE_TABLES } from '../register-tables.ts'
import { cooperativeOrigin, fieldText, labelOf } from './field-text.ts'
import { cooperativePath, variantFor, wordsIn } from './wording.ts'

async function read({ unit, tools, actor }: Allowed, proposal: Proposal): Promise<ProposalView | undefined> {
  const kept = await findCooperative(unit.tx, proposal.subjectId)
  if (!kept) return undefined
  traceLook(unit, actor, kept)
  const { before, acts } = await foldedBefore(unit.tx, tools.keys, proposal)
  const rivals = Object.entries(before.rivals).flatMap(([field, said]) => said.map(({ value }) => ({ field, value })))
  const told = [before.values, proposal.sets].flatMap((values) => Object.entries(values).map(([field, value]) => ({ field, value })))
  const names = await namesFor(unit.tx, [...told, ...rivals], acts.map(({ by }) => by))
  const people = names.accounts
  const fields = Object.keys(proposal.sets).filter((field) => !COOPERATIVE_MARK.test(field)).toSorted((a, b) => labelOf(a).localeCompare(labelOf(b), 'id'))
  return {
    record: { id: kept.id, name: kept.record.name, number: kept.registryNumber, version: kept.version }, hidesMoney: false,
    lines: fields.map((field): ProposalLine => {
      const origin = before.origins[field]
      return {
        field, label: labelOf(field, proposal.sets[field] ?? before.values[field]), before: fieldText(field, before.values[field], names), origin: origin ? cooperativeOrigin(origin, people) : '',
        after: proposal.sets[field] === null ? proposalWords.one.emptied : fieldText(field, proposal.sets[field], names),
        others: (before.rivals[field] ?? []).map(({ value, act }) => ({ text: fieldText(field, value, names) || mergeWords.compare.empty, from: cooperativeOrigin(act, people) })),
        why: whyOf(proposalWords, proposal, field),
      }
    }),
  }
}

/** That there is a year of which something is told goes without saying. */
const COOPERATIVE_MARK = /^year\/\d{4}\/year$/

const desk: ProposalsDesk = {
  register: 'cooperative', path: PROPOSAL_PATHS.cooperative, recordPath: '/petugas/koperasi', tables: COOPERATIVE_TABLES, words: proposalWords,
  decide: cooperativeProposals.decide, labelOf: (field) => labelOf(field), read, access: proposalAccess,
}

/** Its people take back what waits for a steward. */
const withdrawPage = page({
  path: '/koperasi/:id/tarik',
  right: 'cooperative.update',
  access: accessOf,
  read: ({ unit, params }) => findCooperative(unit.tx, params['id'] ?? ''),
  view(kept, ask): Screen {
    const { proposals: w } = wordsIn(ask.lang)
    return {
      title: w.pendingTitle, variant: variantFor(ask), back: { href: cooperativePath(ask, kept.id), text: kept.record.name },
      body: <><PageHeading title={w.pendingTitle} /><form method="post"><Button>{w.withdraw}</Button></form></>,
    }
  },
  async send(ask, _fields, kept) {
    const home = cooperativePath(ask, kept.id)
    const waiting = await findPendingProposal(ask.unit.tx, ask.tools.keys, kept.id, COOPERATIVE_TABLES)
    if (!waiting) return ok({ goTo: home })
    const done = await cooperativeProposals.withdraw(ask.unit, ask.tools, ask.actor, waiting.id)
    return done.ok ? ok({ goTo: `${home}?ditarik=1` }) : done
  },
})

/** What the people of cooperatives want changed: the queue, one of them, and the way to take it back. */
export const cooperativeProposalPages: Route[] = [...proposalPages(desk), withdrawPage]
