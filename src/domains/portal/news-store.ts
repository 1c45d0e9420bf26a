import { type Result, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf, toDb } from '../../platform/db/unit.ts'
import { portalId } from './messages.id.ts'

/** A piece of news. English stands in where it was written; else the Indonesian is shown and marked as such. */
export type News = {
  id: string; title: { id: string; en: string }; body: { id: string; en: string }; isTranslated: boolean
  /** ISO days. */
  publishedOn: string; endsOn: string | null
}

const COLUMNS = ['id', 'title_id', 'body_id', 'title_en', 'body_en', 'published_on as publishedOn', 'ends_on as endsOn'] as const

type Row = { id: string; title_id: string; body_id: string; title_en: string | null; body_en: string | null; publishedOn: string; endsOn: string | null }

const shaped = ({ title_id, body_id, title_en, body_en, ...row }: Row): News => ({
  ...row, title: { id: title_id, en: title_en ?? title_id }, body: { id: body_id, en: body_en ?? body_id }, isTranslated: title_en !== null,
})

/**
 * News, the newest first.
 * @param today only what is published by then; undefined: what is to come too
 * @param current only what still stands on the front page
 */
export async function listNews(tx: Db | Tx, officeId: string, { today, current, limit }: { today: string | undefined; current?: true; limit: number }): Promise<News[]> {
  const rows = await tx.selectFrom('portal.news').select(COLUMNS).where('office_id', '=', officeId).where('withdrawn_at', 'is', null)
    .$if(today !== undefined, (query) => query.where('published_on', '<=', today ?? ''))
    .$if(current === true, (query) => query.where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', today ?? '')])))
    .orderBy('published_on', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(shaped)
}

const isUuid = (text: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text)

export async function findNews(tx: Db | Tx, id: string, today: string): Promise<News | undefined> {
  if (!isUuid(id)) return undefined
  const row = await tx.selectFrom('portal.news').select(COLUMNS).where('id', '=', id).where('withdrawn_at', 'is', null).where('published_on', '<=', today).executeTakeFirst()
  return row && shaped(row)
}

export type NewNews = { titleId: string; bodyId: string; titleEn?: string | undefined; bodyEn?: string | undefined; publishedOn: string; endsOn?: string | undefined }

/** Publishes news on its day. */
export async function publishNews(unit: Unit, actor: Actor, news: NewNews): Promise<Result<News>> {
  const words = portalId.desk
  const problems = [
    ...((news.titleEn === undefined) === (news.bodyEn === undefined) ? [] : [{ field: news.titleEn === undefined ? 'titleEn' : 'bodyEn', message: words.bothEnglish }]),
    ...(news.endsOn !== undefined && news.endsOn < news.publishedOn ? [{ field: 'endsOn', message: words.endsBefore }] : []),
    ...(news.publishedOn < wibDate(unit.now).toString() ? [{ field: 'publishedOn', message: words.notPast }] : []),
  ]
  if (problems.length > 0) return invalid(problems)
  const row = await unit.tx.insertInto('portal.news').values({
    office_id: actor.officeId, title_id: news.titleId, body_id: news.bodyId, title_en: news.titleEn ?? null, body_en: news.bodyEn ?? null,
    published_on: news.publishedOn, ends_on: news.endsOn ?? null, written_by: actor.accountId, written_at: toDb(unit.now),
  }).returning(COLUMNS).executeTakeFirstOrThrow()
  unit.record(actor.officeId, { what: 'news.publish', kind: 'news', subject: row.id, actor: actor.accountId, role: roleOf(actor), data: { on: news.publishedOn } })
  return ok(shaped(row))
}

/** Takes news off the public pages; it stays kept. */
export async function withdrawNews(unit: Unit, actor: Actor, id: string): Promise<Result<undefined>> {
  if (!isUuid(id)) return notFound('not-found', portalId.desk.missing)
  const { numUpdatedRows } = await unit.tx.updateTable('portal.news').set({ withdrawn_at: toDb(unit.now), withdrawn_by: actor.accountId })
    .where('id', '=', id).where('office_id', '=', actor.officeId).where('withdrawn_at', 'is', null).executeTakeFirst()
  if (numUpdatedRows === 0n) return notFound('not-found', portalId.desk.missing)
  unit.record(actor.officeId, { what: 'news.withdraw', kind: 'news', subject: id, actor: actor.accountId, role: roleOf(actor) })
  return ok(undefined)
}
