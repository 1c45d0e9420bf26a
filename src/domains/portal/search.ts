import MiniSearch from 'minisearch'
import type { Language } from '../../platform/http/context.ts'

/** Something that can be found on the public pages. `words`: how people call it. */
export type Findable = { href: string; kind: 'service' | 'answer' | 'guidance' | 'news' | 'page'; title: string; text: string; words: string }

export type Found = Pick<Findable, 'href' | 'kind' | 'title' | 'text'>

/** Words that say nothing of what is looked for. */
const EMPTY_WORDS: Record<Language, ReadonlySet<string>> = {
  id: new Set(['yang', 'dan', 'di', 'ke', 'dari', 'untuk', 'saya', 'kami', 'mau', 'ingin', 'cara', 'bagaimana', 'apa', 'itu', 'ini', 'ada', 'minta', 'tolong', 'bikin', 'buat', 'dengan']),
  en: new Set(['the', 'a', 'an', 'of', 'to', 'for', 'and', 'i', 'my', 'want', 'how', 'do', 'is', 'what', 'with']),
}

/** Indonesian puts the same word into many coats: meminjam, pinjaman, dipinjam. Only the coats that stay clear are taken off. */
function bareWord(word: string): string {
  const inner = word.replace(/^(?:meng|meny|mem|men|me|ber|per|di|ter|peng|pen|pem)(?=[a-z]{4,})/, '').replace(/(?:kan|nya|an|i)$/, '')
  return inner.length >= 3 ? inner : word
}

function makeIndex(list: readonly Findable[], lang: Language): MiniSearch {
  const index = new MiniSearch({
    idField: 'href', fields: ['title', 'words', 'text'], storeFields: ['href', 'kind', 'title', 'text'],
    processTerm: (term) => {
      const word = term.toLowerCase()
      if (EMPTY_WORDS[lang].has(word)) return null
      return lang === 'id' ? bareWord(word) : word
    },
    searchOptions: { boost: { title: 3, words: 3 }, prefix: (term) => term.length >= 4, fuzzy: (term) => (term.length >= 5 ? 0.2 : false) },
  })
  index.addAll(list)
  return index
}

const isFound = <T extends object>(one: T): one is T & Found => 'href' in one && 'kind' in one && 'title' in one && 'text' in one

const MOST = 12

/** What fits plain words best, the best first. Typing errors and other forms of a word are found too. */
export function search(list: readonly Findable[], asked: string, lang: Language): Found[] {
  const all = makeIndex(list, lang).search(asked)
  const best = all[0]?.score ?? 0
  // What is a tenth as good as the best is noise.
  return all.filter((one) => one.score > best / 10).slice(0, MOST).flatMap((one) => (isFound(one) ? [one] : []))
}
