import { createContext } from 'preact'
import { wordsEn } from './words.en.ts'
import { wordsId, type UiWords } from './words.id.ts'

export type Language = 'id' | 'en'

export const wordsOf: Record<Language, UiWords> = { id: wordsId, en: wordsEn }

const Words = createContext<UiWords>(wordsId)

/** Sets the language of the components below it; `Layout` does this, a page need not. */
export const Speaking = Words.Provider

/** Hands a component its words: `<Say>{(w) => w.back}</Say>`. Indonesian where nobody set a language. */
export const Say = Words.Consumer
