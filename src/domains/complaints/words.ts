import type { Language } from '../../platform/http/context.ts'
import { citizenEn } from './citizen-words.en.ts'
import { type CitizenWords, citizenId } from './citizen-words.id.ts'

/** What the public reads about its reports, in the language of the page. */
export const citizenWords = (lang: Language): CitizenWords => (lang === 'en' ? citizenEn : citizenId)

/** Why something cannot be taken; without a language in Indonesian, as the API says it. */
export const refusalWords = (lang: Language | undefined): CitizenWords['refusals'] => citizenWords(lang ?? 'id').refusals
