import type { Language } from '../../platform/http/context.ts'
import { citizenEn } from './citizen-words.en.ts'
import { type CitizenWords, citizenId } from './citizen-words.id.ts'

export const citizenWords = (lang: Language): CitizenWords => (lang === 'en' ? citizenEn : citizenId)
