import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card, CardLink } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { may } from '../../../kernel/rights.ts'
import { listCooperatives, markOf } from '../cooperative-list.ts'
import { listDrafts } from '../draft-store.ts'
import { wordsIn } from './wording.ts'

/** The cooperatives in whose board a citizen sits, and those he began to enter. */
export const myCooperativesPage = page({
  path: '/koperasi',
  right: 'cooperative.list',
  async read({ unit, actor, query }) {
    const list = await listCooperatives(unit, actor, {}, { limit: 50, after: markOf(query['sesudah'] ?? '') })
    return {
      ...list, drafts: await listDrafts(unit.tx, actor.accountId),
      mayAdd: may(actor, 'cooperative.create', {}, unit.now.epochMilliseconds).ok,
    }
  },
  view({ items, next, drafts, mayAdd }, { lang }): Screen {
    const words = wordsIn(lang)
    const w = words.mine
    return {
      title: w.title, variant: 'applicant',
      body: (
        <>
          <PageHeading title={w.title} lead={w.lead} />
          {drafts.map(({ id, data, updatedAt }) => (
            <Card key={id} title={data.name ?? w.unnamed} side={<StatusTag tone="warning" text={w.unfinished} />}>
              <p class="soft">{w.saved(words.dates.moment(updatedAt))}</p>
              <p class="row"><ButtonLink href={`/koperasi/isian/${id}/periksa`} look="secondary" small>{w.goOn}</ButtonLink></p>
            </Card>
          ))}
          {items.map((one) => (
            <CardLink key={one.id} href={`/koperasi/${one.id}`} title={one.name} icon="people"
              foot={`${one.registryNumber} · ${words.choices.status[one.status]}`}>
              {words.choices.kind[one.kind]}. {one.village}, {one.district}.
            </CardLink>
          ))}
          {items.length === 0 && drafts.length === 0 && <EmptyState icon="people" title={w.none}><p>{w.noneTodo}</p></EmptyState>}
          <Pagination next={next ? `/koperasi?sesudah=${next}` : undefined} />
          {mayAdd && <p><ButtonLink href="/koperasi/baru" look={items.length > 0 ? 'secondary' : 'primary'}>{w.add}</ButtonLink></p>}
        </>
      ),
    }
  },
})
