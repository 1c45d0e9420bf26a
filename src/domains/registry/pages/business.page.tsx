import { may } from '../../../kernel/rights.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { qualityOfKept } from '../answer.ts'
import { findBusiness, findBusinessAccess } from '../business-store.ts'
import { listActs } from '../changes-store.ts'
import { warningsOf } from '../business-warnings.ts'
import { hasReadNotice } from '../consent.ts'
import type { Warning } from '../core/business-check.ts'
import { type SuspectedDouble, suspectedDoubles } from '../doubles.ts'
import { listWords } from '../list-messages.id.ts'
import { findPerson } from '../person-store.ts'
import { shownOn } from '../reveal.ts'
import { BusinessSheet, type SheetModel } from './business-sheet.tsx'
import { WarningList } from './check.page.tsx'
import { DoublesList } from './doubles-list.tsx'
import { wordsIn } from './wording.ts'

type Model = SheetModel & { doubles: SuspectedDouble[]; mayChange: boolean; warnings: Warning[] }

async function readModel(ask: Allowed): Promise<Model | undefined> {
  const { unit, tools, actor, params, query } = ask
  const business = await findBusiness(unit.tx, tools.keys, params['id'] ?? '')
  const owner = business && await findPerson(unit.tx, tools.keys, business.ownerId)
  if (!business || !owner) return undefined
  const officer = actor.personId !== owner.id
  if (officer) unit.looked(business.officeId, actor, 'business.read', { kind: 'business', id: business.id, personId: owner.id })
  const resource = { officeId: business.officeId, ownerId: owner.id, villageCode: business.record.villageCode }
  const warned = query['perhatikan'] !== undefined || query['tersimpan'] !== undefined
  return {
    business, owner, shown: shownOn(ask, business.id), acts: (await listActs(unit.tx, tools.keys, business.id)).filter(({ undoneAt }) => undoneAt === null).toReversed().slice(0, 20),
    quality: qualityOfKept(business, owner, unit.now, await hasReadNotice(unit.tx, owner.id)),
    doubles: officer ? await suspectedDoubles(unit.tx, business.id) : [],
    mayChange: may(actor, 'business.update', resource, unit.now.epochMilliseconds).ok,
    warnings: warned ? await warningsOf(unit, business, owner) : [],
  }
}

function screenOf(model: Model, ask: Allowed): Screen {
  const words = wordsIn(ask.lang)
  const { business, owner, doubles, mayChange, warnings } = model
  const officer = ask.actor.kind === 'officer'
  const w = words.sheet
  const verified = business.verifiedBy !== null
  const saved = ask.query['tersimpan'] !== undefined || ask.query['perhatikan'] !== undefined
  return {
    title: business.record.name, variant: officer ? 'officer' : 'applicant', ...(saved ? { notice: w.saved } : {}),
    back: officer ? { href: '/petugas/usaha', text: listWords.title } : { href: '/usaha', text: words.mine.title },
    body: (
      <>
        <PageHeading title={business.record.name} over={<span class="mono">{business.registryNumber}</span>}
          side={<StatusTag tone={verified ? 'success' : 'neutral'} text={verified ? w.verified : w.unverified} />} />
        <WarningList warnings={warnings} words={words} />
        {officer && doubles.length > 0 && <DoublesList doubles={doubles} />}
        {!officer && <p><ButtonLink href={`/permohonan/baru?usaha=${business.id}`} icon="pen">{w.apply}</ButtonLink></p>}
        <BusinessSheet {...model} words={words} isOwner={ask.actor.personId === owner.id} here={ask.path}
          change={(key) => (mayChange ? `/usaha/${business.id}/ubah/${key}` : undefined)} />
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
