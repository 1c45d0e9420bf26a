import { wibDate } from '../../kernel/wib.ts'
import type { Unit } from '../../platform/db/unit.ts'
import type { Language } from '../../platform/http/context.ts'
import { listServicesOn } from '../services/index.ts'
import { readFaq, readGuidance } from './content.ts'
import { listNews } from './news-store.ts'
import { portalWords } from './words.ts'
import type { Findable } from './search.ts'

/** Everything of the public pages that can be looked for, in one language. */
export async function listFindable({ tx, now }: Pick<Unit, 'tx' | 'now'>, officeId: string, lang: Language): Promise<Findable[]> {
  const today = wibDate(now).toString()
  const services = (await listServicesOn(tx, officeId, today)).map(({ definition: one }): Findable => ({
    href: `/layanan/${one.code.toLowerCase()}`, kind: 'service', title: one.name[lang], text: one.summary[lang], words: [one.code, ...one.keywords].join(' '),
  }))
  const answers = (await readFaq()).map((one): Findable => ({
    href: `/bantuan#${one.key}`, kind: 'answer', title: one.question[lang], text: one.answer[lang], words: one.keywords.join(' '),
  }))
  const guidance = (await readGuidance()).map((one): Findable => ({
    href: `/bantuan/langkah#${one.key}`, kind: 'guidance', title: one.title[lang], text: one.steps.map((step) => step[lang]).join(' '), words: '',
  }))
  const news = (await listNews(tx, officeId, { today, limit: 100 })).map((one): Findable => ({
    href: `/berita/${one.id}`, kind: 'news', title: one.title[lang], text: one.body[lang].slice(0, 200), words: '',
  }))
  const pages = portalWords(lang).pages.map((one): Findable => ({ ...one, kind: 'page' }))
  return [...services, ...answers, ...guidance, ...news, ...pages]
}
