import { wibDate } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import type { UnitAsk } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card, CardLink } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { SearchForm } from '../../../ui/search-form.tsx'
import { findHomeOffice } from '../../office/index.ts'
import { dateText } from '../../services/index.ts'
import { searchGuidance } from '../core/duplicates.ts'
import { type Guidance, findGuidance, listPublished } from '../guidance-store.ts'
import { citizenWords } from '../words.ts'
import { CONSULT, GUIDANCE, newPath } from './paths.ts'

/** More would not be read. */
const SHOWN = 50
const NEWEST = 5
const LONGEST_QUESTION = 200

type Found = { asked: string; entries: Guidance[] }

async function search({ unit, query }: Pick<UnitAsk, 'unit' | 'query'>, most: number): Promise<Found | undefined> {
  const office = await findHomeOffice(unit.tx)
  const asked = (query['q'] ?? '').slice(0, LONGEST_QUESTION)
  return office && { asked, entries: searchGuidance(asked, await listPublished(unit.tx, office.id)).slice(0, most) }
}

const Entries = ({ entries }: { entries: readonly Guidance[] }) => <div class="grid">{entries.map((one) => <CardLink key={one.id} href={`${GUIDANCE}/${one.id}`} title={one.question} icon="help" />)}</div>

/** Where people ask: perhaps it was answered already. */
export const consultPage = page({
  path: CONSULT,
  right: 'public',
  cacheSeconds: 30,
  read: (ask) => search({ unit: ask.unit, query: {} }, NEWEST),
  view({ entries }, { lang }) {
    const { consult: t } = citizenWords(lang)
    return {
      title: t.title, variant: 'public',
      body: (
        <>
          <PageHeading title={t.title} lead={t.lead} />
          <SearchForm action={GUIDANCE} name="q" label={t.search} hint={t.searchHint} />
          <div class="row"><ButtonLink href={newPath('consultation')} icon="pen">{t.ask}</ButtonLink></div>
          {entries.length > 0 && <><h2>{t.guidance}</h2><Entries entries={entries} /><p><a href={GUIDANCE}>{t.all}</a></p></>}
        </>
      ),
    }
  },
})

/** Published answers, searched in plain words. */
export const guidancePage = page({
  path: GUIDANCE,
  right: 'public',
  cacheSeconds: 30,
  read: (ask) => search(ask, SHOWN),
  view({ asked, entries }, { lang }) {
    const { consult: t } = citizenWords(lang)
    return {
      title: t.guidance, variant: 'public', back: { href: CONSULT, text: t.title },
      body: (
        <>
          <PageHeading title={t.guidance} lead={t.guidanceLead} />
          <SearchForm action={GUIDANCE} name="q" label={t.search} hint={t.searchHint} value={asked} />
          {entries.length === 0 ? <EmptyState icon="help" title={t.none}><p>{t.noneTodo}</p></EmptyState> : <><p class="soft">{t.found(entries.length)}</p><Entries entries={entries} /></>}
          <div class="row"><ButtonLink href={newPath('consultation')} look="secondary" icon="pen">{t.ask}</ButtonLink></div>
        </>
      ),
    }
  },
})

/** One published answer. */
export const guidanceEntryPage = page({
  path: `${GUIDANCE}/:id`,
  right: 'public',
  cacheSeconds: 30,
  async read({ unit, params }) {
    const one = await findGuidance(unit.tx, params['id'] ?? '')
    return one?.state === 'published' ? one : undefined
  },
  view(one, { lang }) {
    const { consult: t } = citizenWords(lang)
    return {
      title: one.question, variant: 'public', narrow: true, back: { href: GUIDANCE, text: t.guidance },
      body: (
        <>
          <PageHeading title={one.question} />
          <Card title={t.answer}>{one.answer.split(/\n{2,}/).map((part) => <p key={part}>{part}</p>)}</Card>
          {one.reviewedAt && <p class="soft">{t.reviewed(dateText(wibDate(fromDb(one.reviewedAt)), lang))}</p>}
          <div class="row"><ButtonLink href={newPath('consultation')} look="secondary" icon="pen">{t.ask}</ButtonLink></div>
        </>
      ),
    }
  },
})
