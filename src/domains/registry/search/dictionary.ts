import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { normalName } from '../core/names.ts'
import { type Reading, type SoughtWord, marks } from '../core/search-text.ts'
import { closestWords } from '../core/word-slips.ts'

/** Of the words that begin as typed the most common ones; of those that sound alike the nearest, and of these the most common. */
const MOST_BEGUN = 12
const MOST_ALIKE = 1500
const MOST_NEAR = 12
/** Shorter ones are taken as whole words if they are: half the registry begins with "s". */
const SHORTEST_BEGUN = 3

/** Logarithm of how many have a word that is no typing error. */
const SURE = 7

const COST = { begun: 0.15, joined: 0.1, slip: 0.25 } as const

export type Place = { code: string; name: string }

/** The places of the office with their names and other names as they are compared, without spaces. */
async function listPlaces(tx: Db | Tx, officeId: string): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select n.code, n.name
      from (select code, normal_name as name from office.regions union all select code, normal_alias from office.region_aliases) n
      join office.offices o on n.code like o.region_code || '.%'
     where o.id = ${officeId} order by n.code, n.name limit 5000`.execute(tx)
  return rows
}

const placeMark = (code: string) => (code.split('.').length === 4 ? marks.village(code) : marks.district(code))

const spellings = new Map<string, string>()
/** Names of places are few and asked for in every search. */
function spelling(name: string): string {
  const known = spellings.get(name)
  if (known !== undefined) return known
  if (spellings.size > 20_000) spellings.clear()
  const made = normalName(name).replaceAll(' ', '')
  spellings.set(name, made)
  return made
}

function placesBegun(typed: string, places: readonly Place[]): Reading[] {
  if (typed.length < SHORTEST_BEGUN) return []
  return places.filter(({ name }) => name.startsWith(typed) || spelling(name).startsWith(typed))
    .map(({ code, name }) => ({ marks: [placeMark(code)], cost: spelling(name) === typed || name === typed ? 0 : COST.begun })).slice(0, MOST_BEGUN)
}

function placesAlike(typed: string, places: readonly Place[]): Reading[] {
  const names = [...new Set(places.map(({ name }) => spelling(name)))].filter((name) => name !== typed)
  const near = new Map(closestWords(typed, names, MOST_NEAR).map(({ word, slips }) => [word, slips]))
  return places.flatMap(({ code, name }) => {
    const slips = near.get(spelling(name))
    return slips === undefined ? [] : [{ marks: [placeMark(code)], cost: COST.slip * slips }]
  })
}

type Begun = { words: ReadonlyMap<string, string[]>; sure: ReadonlySet<string> }

/** For each typed text the words of the registry that begin with it, the text itself first; `sure`: which of them so many have that no slip is meant. */
async function wordsBegun(tx: Db | Tx, typed: readonly string[]): Promise<Begun> {
  const { rows } = await sql<{ typed: string; word: string; common: number }>`
    select t.typed, w.word, w.common from unnest(${sql.val([...typed])}::text[]) as t (typed)
     cross join lateral (
       select word, max(common) as common from registry.words
        where word >= t.typed and word <= case when length(t.typed) < ${SHORTEST_BEGUN} then t.typed else t.typed || chr(1114111) end
        group by word order by word = t.typed desc, max(common) desc, length(word), word limit ${MOST_BEGUN}) w`.execute(tx)
  const words = new Map<string, string[]>()
  for (const row of rows) words.set(row.typed, [...words.get(row.typed) ?? [], row.word])
  return { words, sure: new Set(rows.filter(({ word, common, typed: asked }) => word === asked && common >= SURE).map(({ word }) => word)) }
}

async function wordsAlike(tx: Db | Tx, typed: readonly string[]): Promise<Map<string, string[]>> {
  if (typed.length === 0) return new Map()
  const { rows } = await sql<{ typed: string; words: string[] }>`
    with asked as materialized (select typed, registry.slip_keys(typed) as keys from unnest(${sql.val([...typed])}::text[]) as t (typed))
    select typed, array(select word from registry.words
                         where registry.slip_keys(word) && asked.keys and length(word) between length(typed) - 2 and length(typed) + 2
                         order by common desc, word limit ${MOST_ALIKE}) as words
      from asked`.execute(tx)
  return new Map(rows.map((row) => [row.typed, [...new Set(row.words)]]))
}

/** Two words that are written together here and apart there: "Fitri Ani", "Bluru Kidul". */
const joints = (typed: readonly string[]): string[] => typed.slice(1).map((word, at) => `${typed[at]}${word}`)

const asReadings = (typed: string, words: readonly string[], extra = 0): Reading[] =>
  words.map((word) => ({ marks: [word], cost: (word === typed ? 0 : COST.begun) + extra }))

/** What a typed word may mean; kept for the second look, when nothing was found. */
export type Understood = { words: SoughtWord[]; places: Place[] }

/**
 * The typed words as the registry knows them: whole or begun words, places, activities. A word it does not know is read as the
 * nearest ones; if there are none either, it has no reading.
 */
export async function understand(tx: Db | Tx, officeId: string, typed: readonly string[]): Promise<Understood> {
  const places = await listPlaces(tx, officeId)
  const joined = joints(typed)
  const { words: begun, sure } = await wordsBegun(tx, [...new Set([...typed, ...joined])])
  const known = typed.map((word, at): SoughtWord => ({
    typed: word,
    readings: [
      ...asReadings(word, begun.get(word) ?? []), ...placesBegun(word, places),
      ...[joined[at - 1], joined[at]].flatMap((joint) => joint === undefined ? []
        : [...asReadings(joint, begun.get(joint) ?? [], COST.joined), ...placesBegun(joint, places)]),
      ...(/^\d{5}$/.test(word) ? [{ marks: [marks.kbli(word)], cost: 0 }] : []),
    ],
    isSure: sure.has(word) || placesBegun(word, places).some(({ cost }) => cost === 0),
  }))
  return { words: await withAlike(tx, known, places, ({ readings }) => readings.length === 0), places }
}

/** Adds to some of the words those nearest to them, but for themselves: what was typed may be a word and yet not the one meant. */
async function withAlike(
  tx: Db | Tx, words: readonly SoughtWord[], places: readonly Place[], which: (word: SoughtWord) => boolean,
): Promise<SoughtWord[]> {
  const alike = await wordsAlike(tx, words.filter(which).map(({ typed }) => typed).filter((word) => word.length > 3))
  return words.map((word) => {
    if (!which(word)) return word
    const others = (alike.get(word.typed) ?? []).filter((one) => one !== word.typed)
    const near = closestWords(word.typed, others, MOST_NEAR).map(({ word: one, slips }) => ({ marks: [one], cost: COST.slip * slips }))
    return { ...word, readings: [...word.readings, ...near, ...placesAlike(word.typed, places)] }
  })
}

/** The same words, and those that differ by a slip from the ones that are not sure. Undefined: all are. */
export async function widen(tx: Db | Tx, { words, places }: Understood): Promise<SoughtWord[] | undefined> {
  const mayBeMeant = ({ isSure, readings }: SoughtWord) => !isSure && readings.some(({ cost }) => cost < COST.slip)
  return words.some(mayBeMeant) ? withAlike(tx, words, places, mayBeMeant) : undefined
}
