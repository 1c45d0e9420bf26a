import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { type Candidate, type Ranked, type SoughtWord, byRank, queryLackingOne, queryOf, rank } from '../core/search-text.ts'
import { understand, widen } from './dictionary.ts'
import type { Plan } from './filter.ts'
import { type Count, found } from './in-order.ts'
import type { ListMark } from './mark.ts'

/** So many of those that fit are ranked. */
export const MOST_RANKED = 500
/** Of more, those whose name begins as typed must be among them. */
const MOST_NAMED = 100

/** What a question came to: the words as understood, and those left out because nothing has them all. */
export type Question = { words: SoughtWord[]; dropped: readonly string[] }

const CANDIDATE = sql`b.id, b.normal_name as "normalName", b.words, b.village_code as "villageCode", b.district_code as "districtCode", b.kbli,
  (extract(epoch from b.created_at) * 1000)::float8 as "createdAtMs"`

async function candidates(tx: Db | Tx, plan: Plan, query: string, most: number): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`select ${CANDIDATE} from ${found(query)} where ${plan.conditions} limit ${most}`.execute(tx)
  return rows
}

async function namedSo(tx: Db | Tx, plan: Plan, name: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select ${CANDIDATE} from registry.businesses b
     where b.normal_name ~>=~ ${name} and b.normal_name ~<=~ ${`${name}\u{10FFFF}`} and ${plan.conditions}
     order by b.normal_name using ~<~, b.id limit ${MOST_NAMED}`.execute(tx)
  return rows
}

type Answer = Question & { found: Candidate[] }

const known = (words: readonly SoughtWord[]) => words.filter(({ readings }) => readings.length > 0)
const unknown = (words: readonly SoughtWord[]) => words.filter(({ readings }) => readings.length === 0).map(({ typed }) => typed)

/** All but one word: of what is found then, the best says which word is to be left out for all. */
async function leavingOneOut(tx: Db | Tx, plan: Plan, words: SoughtWord[], dropped: readonly string[]): Promise<Answer> {
  const found = await candidates(tx, plan, queryLackingOne(words, plan.marks), MOST_RANKED)
  const [best] = found.map((one) => rank(one, words)).toSorted(byRank)
  const left = best?.lacking ?? []
  const rest = words.filter(({ typed }) => !left.includes(typed))
  return { words: rest, dropped: [...dropped, ...left], found: best ? await candidates(tx, plan, queryOf(rest, plan.marks), MOST_RANKED + 1) : [] }
}

/**
 * Understands a question and makes sure that it has an answer if there is any near it: all words as typed or with slips; then all of
 * them with slips everywhere; then all but one.
 */
async function answer(tx: Db | Tx, officeId: string, plan: Plan, typed: readonly string[]): Promise<Answer> {
  const understood = await understand(tx, officeId, typed)
  const dropped = unknown(understood.words)
  const words = known(understood.words)
  if (words.length === 0) return { words, dropped: [], found: [] }
  const first = await candidates(tx, plan, queryOf(words, plan.marks), MOST_RANKED + 1)
  if (first.length > 0) return { words, dropped, found: first }
  const wider = known(await widen(tx, { ...understood, words }))
  const second = await candidates(tx, plan, queryOf(wider, plan.marks), MOST_RANKED + 1)
  if (second.length > 0 || wider.length < 2) return { words: wider, dropped: second.length > 0 ? dropped : [], found: second }
  return leavingOneOut(tx, plan, wider, dropped)
}

/** The question alone, for lists that are not ranked. */
export async function questionOf(tx: Db | Tx, officeId: string, plan: Plan, typed: readonly string[]): Promise<Question> {
  const { words, dropped } = await answer(tx, officeId, plan, typed)
  return { words, dropped }
}

export type RankedPart = Question & { items: { id: string; key: string }[]; more: boolean; count: Count }

const keyOf = ({ score, candidate }: Ranked<Candidate>) => `${score}:${Math.round(candidate.createdAtMs)}`

function isBehind(one: Ranked<Candidate>, { key, id }: ListMark): boolean {
  const [score = 0, createdAtMs = 0] = key.split(':').map(Number)
  if (one.score !== score) return one.score < score
  const at = Math.round(one.candidate.createdAtMs)
  return at === createdAtMs ? one.candidate.id > id : at < createdAtMs
}

/** One part of what answers the question best. Of very many that fit, `MOST_RANKED` are ranked and the list ends with them. */
export async function listByWords(
  tx: Db | Tx, officeId: string, plan: Plan, typed: readonly string[], { limit, after }: { limit: number; after: ListMark | undefined },
): Promise<RankedPart> {
  const { found: all, words, dropped } = await answer(tx, officeId, plan, typed)
  const isMore = all.length > MOST_RANKED
  const named = isMore ? await namedSo(tx, plan, typed.join(' ')) : []
  const distinct = new Map([...all.slice(0, MOST_RANKED), ...named].map((one) => [one.id, one]))
  const ranked = [...distinct.values()].map((one) => rank(one, words)).toSorted(byRank)
  const rest = after ? ranked.filter((one) => isBehind(one, after)) : ranked
  return {
    words, dropped, more: rest.length > limit, count: { n: Math.min(all.length, MOST_RANKED), atLeast: isMore },
    items: rest.slice(0, limit).map((one) => ({ id: one.candidate.id, key: keyOf(one) })),
  }
}
