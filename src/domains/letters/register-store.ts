import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Letter, LETTER_COLUMNS, shaped } from './letter-store.ts'

export const REGISTER_FILTERS = ['all', 'issued', 'signing', 'withdrawn', 'void'] as const
export type RegisterFilter = (typeof REGISTER_FILTERS)[number]

const register = (tx: Db | Tx, officeId: string) => tx.selectFrom('letters.letters').select(LETTER_COLUMNS).where('office_id', '=', officeId)

/** The register of a year (buku agenda keluar), the newest number first. @param before sequence at which the part before ended */
export async function listRegister(
  tx: Db | Tx, officeId: string, year: number, part: { filter: RegisterFilter; before?: number | undefined; limit: number },
): Promise<{ letters: Letter[]; next: number | undefined }> {
  let query = register(tx, officeId).where('year', '=', year)
  if (part.filter === 'withdrawn') query = query.where('revoked_at', 'is not', null)
  else if (part.filter !== 'all') query = query.where('state', '=', part.filter)
  if (part.before !== undefined) query = query.where('sequence', '<', part.before)
  const rows = (await query.orderBy('sequence', 'desc').limit(part.limit + 1).execute()).map(shaped)
  const letters = rows.slice(0, part.limit)
  return { letters, next: rows.length > part.limit ? letters.at(-1)?.sequence : undefined }
}

/** By sequence, by whole number, or by words that begin the names of holder or business. */
export async function searchRegister(tx: Db | Tx, officeId: string, year: number, typed: string, limit: number): Promise<Letter[]> {
  const query = register(tx, officeId)
  if (/^\d{1,6}$/.test(typed)) return (await query.where('year', '=', year).where('sequence', '=', Number(typed)).execute()).map(shaped)
  if (typed.includes('/')) return (await query.where('number', '=', typed).limit(limit).execute()).map(shaped)
  const words = typed.split(/[^\p{L}\p{N}]+/u).filter(Boolean).slice(0, 8)
  if (words.length === 0) return []
  const prefixes = words.map((word) => `${word}:*`).join(' & ')
  const rows = await query.where('year', '=', year)
    .where(sql<boolean>`to_tsvector('simple', (facts ->> 'holderFull') || ' ' || (facts ->> 'businessFull')) @@ to_tsquery('simple', ${prefixes})`)
    .orderBy('sequence', 'desc').limit(limit).execute()
  return rows.map(shaped)
}

/** Years in which numbers were given, the newest first. */
export async function listRegisterYears(tx: Db | Tx, officeId: string): Promise<number[]> {
  const rows = await tx.selectFrom('letters.number_heads').select('year').where('office_id', '=', officeId).orderBy('year', 'desc').limit(50).execute()
  return rows.map((row) => row.year)
}
