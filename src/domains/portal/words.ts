import type { Language } from '../../platform/http/context.ts'
import { portalEn } from './messages.en.ts'
import { portalId } from './messages.id.ts'

export const portalWords = (lang: Language): typeof portalId => (lang === 'en' ? portalEn : portalId)
