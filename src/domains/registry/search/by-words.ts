import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { type Candidate, type Ranked, type SoughtWord, byRank, queriesLackingOne, queryOf, rank } from '../core/search-text.ts'
import { understand, widen } from './dictionary.ts'
import type { Plan } from './filter.ts'
import { type Count, found } from './in-order.ts'
import type { ListMark } from './mark.ts'
import { isVeryCommon } from './size.ts'

/** So many of those that fit are ranked. */
export const MOST_RANKED = 200
const MOST_NAMED = 100
/** So many are compared to see which word is best left out. */
const MOST_COMPARED = 120

/** What a question came to: the words as understood, and those left out because nothing has them all. */
export type Question = { words: SoughtWord[]; dropped: readonly string[] }

const CANDIDATE = sql`b.id, b.normal_name as "normalName", b.words, b.village_code as "villageCode", b.district_code as "districtCode", b.kbli,
  (extract(epoch from b.created_at) * 1000)::float8 as "createdAtMs"`

async function candidates(tx: Db | Tx, plan: Plan, query: string, most: number): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`select ${CANDIDATE} from ${found(query)} where ${plan.conditions} limit ${most}`.execute(tx)
  return rows
}

async function namedSo(tx: Db | Tx, plan: Plan, name: string, most: number): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select ${CANDIDATE} from registry.businesses b
     where b.normal_name ~>=~ ${name} and b.normal_name ~<=~ ${`${name}\u{10FFFF}`} and ${plan.conditions}
     order by b.normal_name using ~<~, b.id limit ${most}`.execute(tx)
  return rows
}

type Answer = Question & { found: Candidate[] }

const known = (words: readonly SoughtWord[]) => words.filter(({ readings }) => readings.length > 0)
const unknown = (words: readonly SoughtWord[]) => words.filter(({ readings }) => readings.length === 0).map(({ typed }) => typed)

async function nearest(tx: Db | Tx, plan: Plan, words: readonly SoughtWord[]): Promise<Candidate[]> {
  const each = Math.ceil(MOST_COMPARED / words.length)
  const parts = queriesLackingOne(words, plan.marks).map((query) => sql`
    (select ${CANDIDATE} from ${found(query)} where ${plan.conditions} limit ${each})`)
  return (await sql<Candidate>`${sql.join(parts, sql` union all `)}`.execute(tx)).rows
}

/** All but one word: of what is found then, the best says which word is to be left out for all. */
async function leavingOneOut(tx: Db | Tx, plan: Plan, words: SoughtWord[], dropped: readonly string[], most: number): Promise<Answer> {
  const [best] = (await nearest(tx, plan, words)).map((one) => rank(one, words)).toSorted(byRank)
  const left = best?.lacking ?? []
  const rest = words.filter(({ typed }) => !left.includes(typed))
  return { words: rest, dropped: [...dropped, ...left], found: best ? await candidates(tx, plan, queryOf(rest, plan.marks), most) : [] }
}

/**
 * Understands a question and makes sure that it has an answer if there is any near it: all words as typed or with slips; then all of
 * them with slips everywhere; then all but one.
 * @param most so many of what is found are read
 */
async function answer(tx: Db | Tx, officeId: string, plan: Plan, typed: readonly string[], most: number): Promise<Answer> {
  const understood = await understand(tx, officeId, typed)
  const dropped = unknown(understood.words)
  const words = known(understood.words)
  if (words.length === 0) return { words, dropped: [], found: [] }
  const first = await candidates(tx, plan, queryOf(words, plan.marks), most)
  if (first.length > 0) return { words, dropped, found: first }
  const wider = known(await widen(tx, { ...understood, words }) ?? [])
  const second = wider.length > 0 ? await candidates(tx, plan, queryOf(wider, plan.marks), most) : []
  if (second.length > 0) return { words: wider, dropped, found: second }
  if (words.length < 2) return { words, dropped: [], found: [] }
  const third = await leavingOneOut(tx, plan, words, dropped, most)
  return third.found.length > 0 || wider.length === 0 ? third : leavingOneOut(tx, plan, wider, dropped, most)
}

/** The question alone, for lists that are not ranked. */
export async function questionOf(tx: Db | Tx, officeId: string, plan: Plan, typed: readonly string[]): Promise<Question> {
  const { words, dropped } = await answer(tx, officeId, plan, typed, 1)
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

/** A single word that very many have is looked for at the beginning of names alone, where the best answers are; undefined: too few are there. */
async function answerToCommonWord(tx: Db | Tx, plan: Plan, typed: readonly string[]): Promise<Answer | undefined> {
  const [word] = typed
  if (word === undefined || typed.length > 1 || plan.marks.length > 0 || !await isVeryCommon(tx, word)) return undefined
  const found = await namedSo(tx, plan, word, MOST_RANKED + 1)
  return found.length > MOST_RANKED ? { words: [{ typed: word, readings: [{ marks: [word], cost: 0 }] }], dropped: [], found } : undefined
}

/** Of very many that fit those whose name begins as typed must be among the ranked ones. */
async function withNamed(tx: Db | Tx, plan: Plan, typed: readonly string[], found: readonly Candidate[]): Promise<Candidate[]> {
  const named = found.length > MOST_RANKED ? await namedSo(tx, plan, typed.join(' '), MOST_NAMED) : []
  return [...new Map([...found.slice(0, MOST_RANKED), ...named].map((one) => [one.id, one])).values()]
}

/** One part of what answers the question best. Of very many that fit, `MOST_RANKED` are ranked and the list ends with them. */
export async function listByWords(
  tx: Db | Tx, officeId: string, plan: Plan, typed: readonly string[], { limit, after }: { limit: number; after: ListMark | undefined },
): Promise<RankedPart> {
  const { found, words, dropped } = await answerToCommonWord(tx, plan, typed) ?? await answer(tx, officeId, plan, typed, MOST_RANKED + 1)
  const ranked = (await withNamed(tx, plan, typed, found)).map((one) => rank(one, words)).toSorted(byRank)
  const rest = after ? ranked.filter((one) => isBehind(one, after)) : ranked
  return {
    words, dropped, more: rest.length > limit, count: { n: Math.min(found.length, MOST_RANKED), atLeast: found.length > MOST_RANKED },
    items: rest.slice(0, limit).map((one) => ({ id: one.candidate.id, key: keyOf(one) })),
  }
}
