import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { normalName } from '../core/names.ts'
import { type Reading, type SoughtWord, marks } from '../core/search-text.ts'
import { closestWords } from '../core/word-slips.ts'

/** Of the words that begin as typed the most common ones; of those that sound alike the nearest. */
const MOST_BEGUN = 24
const MOST_ALIKE = 400
const MOST_NEAR = 6
/** Shorter ones are taken as whole words if they are: half the registry begins with "s". */
const SHORTEST_BEGUN = 3

const COST = { begun: 0.15, joined: 0.1, slip: 0.25 } as const

export type Place = { code: string; name: string }

/** The places of the office with their names as they are compared: together, as officially, and as words. */
async function listPlaces(tx: Db | Tx, officeId: string): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select r.code, r.normal_name as name from office.regions r join office.offices o on r.code like o.region_code || '.%'
     where o.id = ${officeId} order by r.code limit 2000`.execute(tx)
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
  const names = [...new Set(places.map(({ name }) => spelling(name)))]
  const near = new Map(closestWords(typed, names, MOST_NEAR).map(({ word, slips }) => [word, slips]))
  return places.flatMap(({ code, name }) => {
    const slips = near.get(spelling(name))
    return slips === undefined ? [] : [{ marks: [placeMark(code)], cost: COST.slip * slips }]
  })
}

/** For each typed text the words of the registry that begin with it, the text itself first. */
async function wordsBegun(tx: Db | Tx, typed: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ typed: string; word: string }>`
    select t.typed, w.word from unnest(${sql.val([...typed])}::text[]) as t (typed)
     cross join lateral (
       select word, max(common) as common from registry.words
        where word >= t.typed and word <= case when length(t.typed) < ${SHORTEST_BEGUN} then t.typed else t.typed || chr(1114111) end
        group by word order by word = t.typed desc, max(common) desc, length(word), word limit ${MOST_BEGUN}) w`.execute(tx)
  const begun = new Map<string, string[]>()
  for (const row of rows) begun.set(row.typed, [...begun.get(row.typed) ?? [], row.word])
  return begun
}

async function wordsAlike(tx: Db | Tx, typed: readonly string[]): Promise<Map<string, string[]>> {
  if (typed.length === 0) return new Map()
  const { rows } = await sql<{ typed: string; words: string[] }>`
    select t.typed, array(select word from registry.words where registry.slip_keys(word) && registry.slip_keys(t.typed) limit ${MOST_ALIKE}) as words
      from unnest(${sql.val([...typed])}::text[]) as t (typed)`.execute(tx)
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
  const begun = await wordsBegun(tx, [...new Set([...typed, ...joined])])
  const known = typed.map((word, at): SoughtWord => ({
    typed: word,
    readings: [
      ...asReadings(word, begun.get(word) ?? []), ...placesBegun(word, places),
      ...[joined[at - 1], joined[at]].flatMap((joint) => joint === undefined ? []
        : [...asReadings(joint, begun.get(joint) ?? [], COST.joined), ...placesBegun(joint, places)]),
      ...(/^\d{5}$/.test(word) ? [{ marks: [marks.kbli(word)], cost: 0 }] : []),
    ],
  }))
  return { words: await withAlike(tx, known, places, ({ readings }) => readings.length === 0), places }
}

async function withAlike(tx: Db | Tx, words: readonly SoughtWord[], places: readonly Place[], which: (word: SoughtWord) => boolean): Promise<SoughtWord[]> {
  const alike = await wordsAlike(tx, words.filter(which).map(({ typed }) => typed).filter((word) => word.length > 3))
  return words.map((word) => {
    const near = closestWords(word.typed, alike.get(word.typed) ?? [], MOST_NEAR).filter(({ slips }) => slips > 0)
    if (!which(word)) return word
    return {
      typed: word.typed,
      readings: [...word.readings, ...near.map(({ word: one, slips }) => ({ marks: [one], cost: COST.slip * slips })), ...placesAlike(word.typed, places)],
    }
  })
}

/** The same words, and those that differ from them by a slip: what was typed may be a word and yet not the one meant. */
export async function widen(tx: Db | Tx, { words, places }: Understood): Promise<SoughtWord[]> {
  return withAlike(tx, words, places, ({ readings }) => readings.some(({ cost }) => cost < COST.slip))
}
