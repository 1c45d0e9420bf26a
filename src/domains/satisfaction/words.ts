import type { Language } from '../../platform/http/context.ts'
import { citizenEn } from './messages.en.ts'
import { type CitizenWords, citizenId } from './messages.id.ts'

export const citizenWords = (lang: Language): CitizenWords => (lang === 'en' ? citizenEn : citizenId)
