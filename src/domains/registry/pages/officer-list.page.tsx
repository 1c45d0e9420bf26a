import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { type Actor, areasFor } from '../../../kernel/rights.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Chips } from '../../../ui/chips.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { SearchForm } from '../../../ui/search-form.tsx'
import { listBusinesses, sortOf } from '../business-list.ts'
import { findPersonByNationalId, readNationalId } from '../identity-store.ts'
import { listWords as w } from '../list-messages.id.ts'
import { markOf } from '../search/mark.ts'
import { traceSearch } from '../trace-search.ts'
import { Kept, ListFilters } from './list-filters.tsx'
import { EXPORT, KEPT_BY_SEARCH, LIST, MAP, type Query, chipsOf, filterOf, hrefWith, isNarrowed } from './list-query.ts'
import { placesFor } from './list-places.ts'
import { ListResults } from './list-results.tsx'

const PAGE = 50

async function readList({ unit, tools, actor, query }: Allowed) {
  const { tx, now } = unit
  const filter = filterOf(query, now)
  const after = markOf(query['sesudah'] ?? '', sortOf(filter))
  if (!after) await traceSearch(unit, tools.keys, actor, filter.q)
  const list = await listBusinesses(tx, actor, filter, { limit: PAGE, after, counted: !after })
  const { named, ...places } = await placesFor(tx, actor, filter)
  return { list, filter, ...places, now, isLater: after !== undefined, chips: chipsOf(LIST, query, filter, named) }
}

const Ways = ({ query, actor }: { query: Query; actor: Actor }) => (
  <>
    <ButtonLink href={hrefWith(MAP, query, { urut: undefined })} look="secondary" small>{w.map}</ButtonLink>
    {areasFor(actor, 'registry.export') !== 'own' && (
      <ButtonLink href={hrefWith(EXPORT, query, { urut: undefined })} look="secondary" small icon="download">
        {isNarrowed(query) ? w.export : w.exportAll}
      </ButtonLink>
    )}
  </>
)

/** All businesses an officer may see, with search and filters; by NIK only through a form that leaves nothing in the address. */
export const officerListPage = page({
  path: LIST,
  right: 'business.list',
  fields: z.object({ nationalId: z.string().default('') }),
  read: readList,
  view({ list, filter, districts, villages, now, isLater, chips }, { query, actor }, { problems, values }): Screen {
    const typed = values['nationalId']
    return {
      title: w.title, variant: 'officer', wrong: problems.length > 0,
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={w.title} side={<Ways query={query} actor={actor} />} />
          <SearchForm action={LIST} name="q" label={w.search} hint={w.searchHint} value={query['q']}>
            <Kept query={query} keys={KEPT_BY_SEARCH} />
          </SearchForm>
          <ListFilters query={query} districts={districts} villages={villages} kbliWrong={Boolean(query['kbli']) && !filter.kbli} />
          <Chips label={w.chips} remove={w.remove} items={chips} />
          <ListResults list={list} filter={filter} query={query} now={now} isLater={isLater} />
          <Disclosure summary={w.byId} open={problems.length > 0}>
            <form method="post" action={LIST} noValidate class="stack">
              <TextField name="nationalId" label="NIK" hint={w.byIdHint} inputMode="numeric" width={16} maxLength={24}
                error={problemOf(problems, 'nationalId')} value={typeof typed === 'string' ? typed : undefined} />
              <Button look="secondary">{w.byIdButton}</Button>
            </form>
          </Disclosure>
        </>
      ),
    }
  },
  async send({ unit, tools, actor }, { nationalId }) {
    const read = readNationalId(nationalId)
    if (!read.ok) return invalid([{ field: 'nationalId', message: read.error }])
    const person = await findPersonByNationalId(unit.tx, tools.keys, actor.officeId, read.value.digits)
    if (!person) return invalid([{ field: 'nationalId', message: w.unknownId }])
    unit.looked(actor.officeId, actor, 'person.find', { kind: 'person', id: person.id, personId: person.id })
    return ok({ goTo: `${LIST}?pemilik=${person.id}` })
  },
})
