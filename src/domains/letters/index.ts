import { fileURLToPath } from 'node:url'

/** Folder of the letters' templates. */
export const LETTER_TEMPLATES = fileURLToPath(new URL('templates', import.meta.url))
export {
  type ProduceFailure, type Produced, type Reserved, completeLetter, keepPrint, noteFailure, previewLetter, produceLetter, reserveLetter, wayOf,
} from './issue.ts'
export type { LetterOrder } from './order.ts'
export { type LetterCard, findLetterOf, findPrint, keepScan, letterFilesAmong, voidLetter } from './store.ts'
export { formatLetterNumber } from './core/letter-number.ts'
export { type HeldLetter, findHeldLetter, listEndingLetters, listHeldLetters } from './letters-of.ts'
export { filesOfHolder } from './held-letters.ts'
