import type { Language } from '../../platform/http/context.ts'
import { accountsEn } from './messages.en.ts'
import { accountsId } from './messages.id.ts'

const WORDS = { id: accountsId, en: accountsEn }

export const signInWords = (lang: Language) => WORDS[lang].signIn
export const noticeWords = (lang: Language) => WORDS[lang].notice
export const accountWords = (lang: Language) => WORDS[lang].account
