import { z } from '@hono/zod-openapi'
import { ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { findHomeOffice } from '../office/index.ts'
import { readFaq, readGuidance } from './content.ts'
import { TOPICS } from './core/content.ts'
import { listFindable } from './findable.ts'
import { type News, listNews, publishNews, withdrawNews } from './news-store.ts'
import { search } from './search.ts'

const newsAnswer = z.object({ id: z.string(), title: z.string(), body: z.string(), publishedOn: z.iso.date(), endsOn: z.iso.date().nullable() }).openapi('News')
const answerOf = (one: News, lang: 'id' | 'en'): z.input<typeof newsAnswer> => ({ id: one.id, title: one.title[lang], body: one.body[lang], publishedOn: one.publishedOn, endsOn: one.endsOn })

const finding = operation({
  method: 'get', path: '/search', right: 'public', summary: 'Mencari layanan, tanya jawab, petunjuk, berita, dan halaman dengan kata sehari-hari', query: z.object({ q: z.string().trim().min(1).max(120) }),
  answer: z.object({ items: z.array(z.object({ href: z.string(), kind: z.enum(['service', 'answer', 'guidance', 'news', 'page']), title: z.string(), text: z.string() })), next: z.null() }),
  async handle({ unit, lang }, { query }) {
    const office = await findHomeOffice(unit.tx)
    const found = office ? search(await listFindable(unit, office.id, lang), query.q, lang) : []
    return ok({ items: found.map(({ href, kind, title, text }) => ({ href, kind, title, text })), next: null })
  },
})

const faq = operation({
  method: 'get', path: '/faq', right: 'public', summary: 'Tanya jawab', answer: z.object({
    items: z.array(z.object({ key: z.string(), topic: z.enum(TOPICS), question: z.string(), answer: z.string() })), next: z.null(),
  }),
  async handle({ lang }) {
    return ok({ items: (await readFaq()).map(({ key, topic, question, answer }) => ({ key, topic, question: question[lang], answer: answer[lang] })), next: null })
  },
})

const three = z.object({ id: z.string(), en: z.string(), jv: z.string() })
const guidance = operation({
  method: 'get', path: '/guidance', right: 'public', summary: 'Petunjuk singkat dalam bahasa Indonesia, Inggris, dan Jawa',
  answer: z.object({ items: z.array(z.object({ key: z.string(), title: three, steps: z.array(three) })), next: z.null() }),
  handle: async () => ok({ items: await readGuidance(), next: null }),
})

const news = operation({
  method: 'get', path: '/news', right: 'public', summary: 'Berita, terbaru dahulu', answer: z.object({ items: z.array(newsAnswer), next: z.null() }),
  async handle({ unit, lang }) {
    const office = await findHomeOffice(unit.tx)
    const list = office ? await listNews(unit.tx, office.id, { today: wibDate(unit.now).toString(), limit: 200 }) : []
    return ok({ items: list.map((one) => answerOf(one, lang)), next: null })
  },
})

const publish = operation({
  method: 'post', path: '/news', right: 'news.publish', status: 201, summary: 'Menerbitkan berita pada harinya', answer: newsAnswer,
  body: z.object({
    titleId: z.string().trim().min(1).max(120), bodyId: z.string().trim().min(1).max(4000), titleEn: z.string().trim().min(1).max(120).optional(),
    bodyEn: z.string().trim().min(1).max(4000).optional(), publishedOn: z.iso.date(), endsOn: z.iso.date().optional(),
  }).openapi('NewNews'),
  async handle({ unit, actor, lang }, { body }) {
    const published = await publishNews(unit, actor, body)
    return published.ok ? ok(answerOf(published.value, lang)) : published
  },
})

const withdraw = operation({
  method: 'post', path: '/news/{id}/withdraw', right: 'news.publish', summary: 'Menarik berita dari halaman umum', answer: z.object({ withdrawn: z.boolean() }),
  async handle({ unit, actor, params }) {
    const done = await withdrawNews(unit, actor, params['id'] ?? '')
    return done.ok ? ok({ withdrawn: true }) : done
  },
})

export const portalOperations: ApiOperation[] = [finding, faq, guidance, news, publish, withdraw]
