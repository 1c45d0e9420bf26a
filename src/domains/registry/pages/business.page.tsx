import { type Folded, fold } from '../../../kernel/ledger.ts'
import { type Actor, may } from '../../../kernel/rights.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { qualityOfKept } from '../answer.ts'
import { type KeptBusiness, findBusiness, findBusinessAccess } from '../business-store.ts'
import { warningsOf } from '../business-warnings.ts'
import { findStandingBusinessCard } from '../card-store.ts'
import { listActs } from '../changes-store.ts'
import type { Warning } from '../core/business-check.ts'
import { type BlockKey, isForOfficers } from '../core/business-blocks.ts'
import { trustOf } from '../core/trust.ts'
import { type SuspectedDouble, suspectedDoubles } from '../doubles.ts'
import { familySql } from '../family-store.ts'
import { namesFor } from '../field-names.ts'
import { told } from '../history.ts'
import { listWords } from '../list-messages.id.ts'
import { findPerson } from '../person-store.ts'
import { type Photo, listPhotos } from '../photo-store.ts'
import { type Proposal, findLastProposal } from '../proposals-store.ts'
import { shownOn } from '../reveal.ts'
import { type TimelineEntry, type TimelineMark, timelineCursor, timelineMark, timelineOf } from '../timeline.ts'
import { AbsorbedNotice, OutgrownNotice, ProposalNotice, StaleNotice, type Survivor } from './business-notices.tsx'
import { BusinessSheet, type SheetModel } from './business-sheet.tsx'
import { WarningList } from './check.page.tsx'
import { DoublesList } from './doubles-list.tsx'
import { PhotosCard, photoWordsIn } from './photos-card.tsx'
import { TimelineCard } from './timeline-card.tsx'
import { pageWordsIn, wordsIn } from './wording.ts'

type Model = SheetModel & {
  doubles: SuspectedDouble[]; mayChange: boolean; maySettle: boolean; warnings: Warning[]; survivor: Survivor | undefined; proposal: Proposal | undefined
  entries: TimelineEntry[]; next: TimelineMark | null; photos: Photo[]
}

const MOST_ENTRIES = 50

const resourceOf = ({ officeId, ownerId, record }: KeptBusiness) => ({ officeId, ownerId, villageCode: record.villageCode })

async function survivorOf({ unit, actor }: Allowed, business: KeptBusiness): Promise<Survivor | undefined> {
  if (business.mergedInto === null) return undefined
  const card = await findStandingBusinessCard(unit.tx, business.id)
  if (!card) return undefined
  const mayRead = may(actor, 'business.read', { officeId: card.officeId, ownerId: card.ownerId, villageCode: card.villageCode }, unit.now.epochMilliseconds).ok
  return { id: card.id, name: card.name, registryNumber: card.registryNumber, mayRead }
}

/** What the owner proposed last; a decided one for a month, so that he hears of it on his next visit. */
async function proposalOf({ unit, tools }: Allowed, businessId: string): Promise<Proposal | undefined> {
  const last = await findLastProposal(unit.tx, tools.keys, familySql(businessId))
  if (!last?.decidedAt) return last
  return last.decidedAt.until(unit.now).total('hours') < 30 * 24 ? last : undefined
}

async function originsOf({ unit, tools, query }: Allowed, business: KeptBusiness, officer: boolean, plain: boolean) {
  const acts = await listActs(unit.tx, tools.keys, business.id)
  const folded: Folded = fold(acts, trustOf)
  const rivals = Object.entries(folded.rivals).flatMap(([field, said]) => said.map(({ value }) => ({ field, value })))
  return {
    folded, plain, shown: query['asal'] !== undefined,
    names: await namesFor(unit.tx, [...told(folded.values), ...rivals], officer ? acts.map(({ by }) => by) : []),
  }
}

async function readModel(ask: Allowed): Promise<Model | undefined> {
  const { unit, tools, actor, params, query } = ask
  const business = await findBusiness(unit.tx, tools.keys, params['id'] ?? '')
  const owner = business && await findPerson(unit.tx, tools.keys, business.ownerId)
  if (!business || !owner) return undefined
  const isOwner = actor.personId === owner.id
  const officer = actor.kind === 'officer'
  if (!isOwner) unit.looked(business.officeId, actor, 'business.read', { kind: 'business', id: business.id, personId: owner.id })
  const allows = (operation: 'business.update' | 'registry.merge') => may(actor, operation, resourceOf(business), unit.now.epochMilliseconds).ok
  const shown = shownOn(ask, business.id)
  const warned = query['perhatikan'] !== undefined || query['tersimpan'] !== undefined
  const { entries, next } = await timelineOf(unit.tx, business.id, { limit: MOST_ENTRIES, before: timelineMark(query['sebelum']), onlyOf: officer ? undefined : owner.id })
  return {
    business, owner, shown, entries, next, photos: await listPhotos(unit.tx, business.id, officer ? undefined : owner.id), origins: await originsOf(ask, business, officer, isOwner || shown.fields.has('money')),
    quality: qualityOfKept(business, owner, unit.now),
    doubles: officer && business.mergedInto === null ? await suspectedDoubles(unit.tx, business.id) : [],
    mayChange: business.mergedInto === null && allows('business.update'), maySettle: allows('registry.merge'),
    warnings: warned ? await warningsOf(unit, business, owner) : [], survivor: await survivorOf(ask, business), proposal: await proposalOf(ask, business.id),
  }
}

/** Where an entry of the timeline is opened, for those who may. */
function hrefFor(actor: Actor, business: KeptBusiness, nowMs: number) {
  const officer = actor.kind === 'officer'
  return (entry: TimelineEntry): string | undefined => {
    const resource = { officeId: business.officeId, ...(entry.ownerId ? { ownerId: entry.ownerId } : {}), ...(entry.villageCode ? { villageCode: entry.villageCode } : {}) }
    if (entry.kind === 'case' && may(actor, 'application.read', resource, nowMs).ok) return officer ? `/petugas/permohonan/${entry.refId}` : `/permohonan/${entry.refId}`
    if (entry.kind === 'letter' && officer && may(actor, 'letter.read', { officeId: business.officeId }, nowMs).ok) return `/petugas/surat/${entry.refId}`
    if (entry.kind === 'merge' && officer) return `/petugas/usaha/${entry.refId}`
    if (entry.kind === 'proposal' && may(actor, 'registry.decide', { officeId: business.officeId }, nowMs).ok) return `/petugas/usulan/${entry.refId}`
    return undefined
  }
}

const withQuery = (path: string, query: Record<string, string>, change: Record<string, string | undefined>): string => {
  const kept = Object.entries({ asal: query['asal'], sebelum: query['sebelum'], ...change }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`
}

function Past({ model, ask }: { model: Model; ask: Allowed }) {
  const { business, entries, next } = model
  const officer = ask.actor.kind === 'officer'
  return (
    <TimelineCard words={pageWordsIn(ask.lang)} model={{
      entries, businessId: business.id, showsNames: officer, hrefOf: hrefFor(ask.actor, business, ask.unit.now.epochMilliseconds),
      older: next ? withQuery(ask.path, ask.query, { sebelum: timelineCursor(next) }) : undefined,
      newest: ask.query['sebelum'] === undefined ? undefined : withQuery(ask.path, ask.query, { sebelum: undefined }),
      asOf: officer ? `/petugas/usaha/${business.id}/riwayat` : undefined,
    }} />
  )
}

function Notices({ model, ask }: { model: Model; ask: Allowed }) {
  const words = wordsIn(ask.lang)
  const past = pageWordsIn(ask.lang)
  const { business, doubles, mayChange, maySettle, survivor, proposal, quality, warnings } = model
  const officer = ask.actor.kind === 'officer'
  if (survivor) return <AbsorbedNotice survivor={survivor} words={past} path={(id) => (officer ? `/petugas/usaha/${id}` : `/usaha/${id}`)} />
  return (
    <>
      <WarningList warnings={warnings} words={words} />
      {proposal && <ProposalNotice proposal={proposal} businessId={business.id} words={past} mode={!officer ? 'owner' : maySettle ? 'steward' : 'officer'} />}
      <OutgrownNotice business={business} words={past} scales={words.scale.is} />
      <StaleNotice business={business} quality={quality} mayChange={mayChange} words={past} />
      {doubles.length > 0 && <DoublesList doubles={doubles} {...(maySettle ? { compareWith: business.id } : {})} />}
    </>
  )
}

/** What the last act answers, by the mark in the address. */
function noticeOf({ query, lang }: Allowed): string | undefined {
  const { confirm, proposals } = pageWordsIn(lang)
  if (query['diusulkan'] !== undefined) return proposals.sent
  if (query['dikonfirmasi'] !== undefined) return confirm.done
  if (query['ditarik'] !== undefined) return proposals.withdrawn
  if (query['foto'] !== undefined) return photoWordsIn(lang)[query['foto'] === 'hapus' ? 'removed' : 'saved']
  return query['tersimpan'] !== undefined || query['perhatikan'] !== undefined ? wordsIn(lang).sheet.saved : undefined
}

function screenOf(model: Model, ask: Allowed): Screen {
  const words = wordsIn(ask.lang)
  const past = pageWordsIn(ask.lang)
  const { business, owner, mayChange, survivor } = model
  const officer = ask.actor.kind === 'officer'
  const verified = business.verifiedBy !== null
  const notice = noticeOf(ask)
  const tag = survivor ? <StatusTag tone="warning" text={past.absorbed.tag} />
    : <StatusTag tone={verified ? 'success' : 'neutral'} text={verified ? words.sheet.verified : words.sheet.unverified} />
  const formOf = (block: BlockKey | 'pemilik') => (mayChange && (officer || block === 'pemilik' || !isForOfficers(block)) ? `/usaha/${business.id}/lengkapi/${block}` : undefined)
  const change = (key: string) => (!mayChange ? undefined : key === 'status' ? `/usaha/${business.id}/status` : `/usaha/${business.id}/ubah/${key}`)
  return {
    title: business.record.name, variant: officer ? 'officer' : 'applicant', ...(notice ? { notice } : {}),
    back: officer ? { href: '/petugas/usaha', text: listWords.title } : { href: '/usaha', text: words.mine.title },
    body: (
      <>
        <PageHeading title={business.record.name} over={<span class="mono">{business.registryNumber}</span>} side={tag} />
        <Notices model={model} ask={ask} />
        {!officer && !survivor && <p><ButtonLink href={`/permohonan/baru?usaha=${business.id}`} icon="pen">{words.sheet.apply}</ButtonLink></p>}
        <p>
          <a href={withQuery(ask.path, ask.query, { asal: model.origins.shown ? undefined : '1' })}>{model.origins.shown ? past.origins.hide : past.origins.show}</a>
        </p>
        <BusinessSheet {...model} words={words} past={past} isOwner={ask.actor.personId === owner.id} here={ask.path} change={change} formOf={formOf}
          photos={<PhotosCard photos={model.photos} businessId={business.id} name={business.record.name} lang={ask.lang} officer={officer} mayChange={mayChange} />} />
        <Past model={model} ask={ask} />
      </>
    ),
  }
}

const businessPage = (path: string): Route => page({
  path,
  right: 'business.read',
  access: ({ unit, params }) => findBusinessAccess(unit.tx, params['id'] ?? ''),
  read: readModel,
  view: screenOf,
})

/** A business as its owner sees it, and as officers see it: the same facts, masked for those whose they are not. */
export const businessPages: Route[] = [businessPage('/usaha/:id'), businessPage('/petugas/usaha/:id')]
