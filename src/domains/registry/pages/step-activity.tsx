import { invalid, ok } from '../../../kernel/result.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { SearchForm } from '../../../ui/search-form.tsx'
import { type FoundKbli, findKbli, kbliTitle } from '../kbli-store.ts'
import type { Step } from './steps.ts'

type Found = { q: string; hits: Pick<FoundKbli, 'code' | 'title' | 'description'>[] }

const SHORT = 160
/** More would not be read on a phone; the search is refined instead. */
const MOST = 6

/** The first sentence or so of a class, without the formula every description begins with. */
function shortDescription(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').replace(/^(Kelompok|Golongan|Subgolongan) ini mencakup (usaha |kegiatan )?/i, '').trim()
  const begun = plain.charAt(0).toUpperCase() + plain.slice(1)
  return begun.length <= SHORT ? begun : `${begun.slice(0, begun.lastIndexOf(' ', SHORT))} …`
}

/** The activity, found by typing everyday words; the main product is the first guess. */
export const activityStep: Step<Found> = {
  key: 'kegiatan',
  title: (w) => w.activity.title,
  async read({ tx, data, query }) {
    const q = (query['q'] ?? data.mainProduct ?? data.name ?? '').slice(0, 100)
    const version = data.kbliVersion ?? '2020'
    const hits = await findKbli(tx, version, q, MOST)
    if (query['q'] !== undefined || !data.kbli || hits.some(({ code }) => code === data.kbli)) return { q, hits }
    const title = await kbliTitle(tx, version, data.kbli)
    return { q, hits: [...(title ? [{ code: data.kbli, title, description: '' }] : []), ...hits] }
  },
  before: ({ more: { q, hits }, words: { activity: w }, path, query }) => (
    <>
      <SearchForm action={path} name="q" label={w.search} hint={w.searchHint} value={q} button={w.find}>
        {query['dari'] && <input type="hidden" name="dari" value={query['dari']} />}
      </SearchForm>
      {hits.length === 0 && <EmptyState icon="search" title={w.none(q)}><p>{w.noneTodo}</p></EmptyState>}
    </>
  ),
  isEmpty: ({ hits }) => hits.length === 0,
  fields: ({ data, more: { hits }, words: { activity: w }, form: { problems }, fill }) => (
    <RadioGroup name="kbli" label={w.choose} hint={w.hint} value={fill('kbli', data.kbli)} error={problemOf(problems, 'kbli')}
      choices={hits.map(({ code, title, description }) => ({ value: code, label: `${title} (${code})`,
        hint: shortDescription(description) }))} />
  ),
  answers(values, { data, more, words }) {
    const kbli = more.hits.find(({ code }) => code === values['kbli'])?.code
    return kbli ? ok({ set: { kbli, kbliVersion: data.kbliVersion ?? '2020' } }) : invalid([{ field: 'kbli',
      message: words.activity.needed }])
  },
}
