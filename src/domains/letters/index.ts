import { fileURLToPath } from 'node:url'

/** Folder of the letters' templates. */
export const LETTER_TEMPLATES = fileURLToPath(new URL('templates', import.meta.url))
export { type LetterCard, findLetterOf } from './store.ts'
