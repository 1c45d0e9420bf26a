import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card, CardLink } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { listBusinesses } from '../business-list.ts'
import { listDrafts } from '../draft-store.ts'
import { markOf } from '../search/mark.ts'
import { labelsIn, wordsIn } from './wording.ts'

/** What an owner has in the registry, and what he began to tell. */
export const myBusinessesPage = page({
  path: '/usaha',
  right: 'business.list',
  async read({ unit, actor, query }) {
    const ownerId = actor.personId
    if (ownerId === undefined) return { items: [], next: null, drafts: [] }
    const list = await listBusinesses(unit.tx, actor, { ownerId }, { limit: 50, after: markOf(query['sesudah'] ?? '', 'newest') })
    return { ...list, drafts: await listDrafts(unit.tx, ownerId) }
  },
  view({ items, next, drafts }, { lang }): Screen {
    const words = wordsIn(lang)
    const w = words.mine
    return {
      title: w.title, variant: 'applicant',
      body: (
        <>
          <PageHeading title={w.title} lead={w.lead} />
          {drafts.map(({ id, data, updatedAt }) => (
            <Card key={id} title={data.name ?? w.unnamed} side={<StatusTag tone="warning" text={w.unfinished} />}>
              <p class="soft">{w.saved(labelsIn(lang).moment(updatedAt))}</p>
              <p class="row"><ButtonLink href={`/usaha/isian/${id}/periksa`} look="secondary" small>{w.goOn}</ButtonLink></p>
            </Card>
          ))}
          {items.length > 0 && <h2>{w.kept}</h2>}
          {items.map((one) => (
            <CardLink key={one.id} href={`/usaha/${one.id}`} title={one.name} icon="store"
              foot={`${one.registryNumber} · ${one.scale ? words.scale.is[one.scale] : words.scale.none}`}>
              {one.kbliTitle ? `${one.kbliTitle} (${one.kbli})` : ''}. {one.village}, {one.district}.
            </CardLink>
          ))}
          {items.length === 0 && drafts.length === 0 && <EmptyState icon="store" title={w.none}><p>{w.noneTodo}</p></EmptyState>}
          <Pagination next={next ? `/usaha?sesudah=${next}` : undefined} />
          <p><ButtonLink href="/usaha/baru" look={items.length > 0 ? 'secondary' : 'primary'}>{w.add}</ButtonLink></p>
        </>
      ),
    }
  },
})
