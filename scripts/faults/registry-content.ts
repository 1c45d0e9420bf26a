import { type RawBuilder, sql } from 'kysely'
import { businessIdOf, ownerIdOf } from '../../src/domains/registry/listed/listed-row.ts'
import { catchUpKeys, checkTallies } from '../../src/domains/registry/index.ts'
import { foldTallies } from '../../src/domains/registry/tallies.ts'
import type { Db } from '../../src/platform/db/database.ts'
import { verifyStored } from '../../src/platform/log/verify.ts'
import type { Tools } from '../../src/platform/tools.ts'

/** All that is kept of a registry and its imports, as sorted lines by what they tell; ids of imports, times and running numbers left out. */
export type RegistryContent = Map<string, string[]>

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
type Row = { [key: string]: Json }

/** Columns that differ from run to run and tell nothing; `search` and `words` would repeat each other. */
const PASSED_OVER = new Set(['registry_number', 'created_at', 'updated_at', 'recorded_at', 'found_at', 'seen_at', 'storage_key', 'search'])
/** Of these it matters only whether they are there. */
const MOMENTS = new Set(['undone_at'])

const READ: Readonly<Record<string, RawBuilder<unknown>>> = {
  businesses: sql`select to_jsonb(t) as row from registry.businesses t`,
  people: sql`select to_jsonb(t) as row from registry.people t`,
  acts: sql`select to_jsonb(t) as row from registry.changes t`,
  pairs: sql`select to_jsonb(t) as row from registry.duplicate_pairs t`,
  merges: sql`select to_jsonb(t) as row from registry.merges t`,
  keys: sql`select jsonb_build_object('key', key::text, 'business', business_id) as row from registry.duplicate_keys`,
  'keys behind': sql`select to_jsonb(t) as row from registry.keys_behind t`,
  words: sql`select distinct jsonb_build_object('word', word) as row from registry.words`,
  tallies: sql`select to_jsonb(t) as row from registry.tallies t where n <> 0`,
  'numbers of senders': sql`select to_jsonb(t) as row from registry.external_ids t`,
}

/** A list that is in, or on its way: those that were sent again after they were in have left nothing, and are looked at by themselves. */
export type Listed = { id: string; state: string; counts: Record<string, number>; isAgain: boolean }

export async function listedBatches(db: Db): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select id, state, counts, exists (select from imports.batches e where e.file_sha256 = b.file_sha256 and e.created_at < b.created_at) as "isAgain"
      from imports.batches b order by created_at`.execute(db)
  return rows
}

/** What is encrypted differs at each writing: it is compared in the clear. */
function opened(keys: Tools['keys'], name: string, value: Json): Json {
  if (typeof value === 'string' && name.endsWith('_cipher')) return keys.unseal(Buffer.from(value.slice(2), 'hex'))
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((one) => opened(keys, '', one))
  if (typeof value['sealed'] === 'string') return keys.unseal(Buffer.from(value['sealed'], 'base64'))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, opened(keys, key, one)]))
}

/** Ids that an import made become its place among the imports and the number of the row. */
const renamed = (batches: readonly Listed[]) => (line: string): string => batches.reduce((text, { id }, at) => text
  .replaceAll(id, `import ${at + 1}`)
  .replaceAll(businessIdOf(id, 0).slice(0, 24), `business ${at + 1}-`).replaceAll(ownerIdOf(id, 0).slice(0, 24), `owner ${at + 1}-`), line)

/** The two of a pair lie in the order of their ids, which says nothing. */
function inOrder(row: Row): Row {
  const { a_id: a, b_id: b, ...others } = row
  return typeof a === 'string' && typeof b === 'string' ? { ...others, two: [a, b].toSorted() } : row
}

async function importsOf(db: Db, batches: readonly Listed[]): Promise<[string, Row[]][]> {
  const ids = batches.map(({ id }) => id)
  const read = async (query: RawBuilder<unknown>) => (await (query as RawBuilder<{ row: Row }>).execute(db)).rows.map(({ row }) => row)
  return [
    ['imports', await read(sql`select to_jsonb(t) as row from imports.batches t where id = any(${ids}::uuid[])`)],
    ['rows of imports', await read(sql`select to_jsonb(t) as row from imports.rows t where batch_id = any(${ids}::uuid[])`)],
    ['events', await read(sql`
      select jsonb_build_object('subject', subject_id, 'place', row_number() over (partition by subject_id order by seq), 'what', what, 'from', from_state,
             'to', to_state, 'data', (body::jsonb -> 'data') - 'sha256') as row
        from log.events where subject_kind = 'import' and subject_id = any(${ids}::text[])`)],
  ]
}

/** Reads everything, when what goes on behind has come to rest. */
export async function contentOf(tools: Pick<Tools, 'db' | 'clock' | 'keys'>): Promise<RegistryContent> {
  const { db, keys } = tools
  await catchUpKeys(tools)
  while (await foldTallies(db) === 'again');
  const batches = (await listedBatches(db)).filter(({ isAgain }) => !isAgain)
  const name = renamed(batches)
  const content: RegistryContent = new Map()
  const tables = await Promise.all(Object.entries(READ).map(async ([what, query]): Promise<[string, Row[]]> =>
    [what, (await (query as RawBuilder<{ row: Row }>).execute(db)).rows.map(({ row }) => row)]))
  for (const [what, rows] of [...tables, ...await importsOf(db, batches)]) {
    content.set(what, rows.map((row) => {
      const told = Object.fromEntries(Object.entries(row).flatMap(([column, value]) =>
        (PASSED_OVER.has(column) ? [] : [[column, MOMENTS.has(column) ? value !== null : value]])))
      const plain = JSON.parse(name(JSON.stringify(opened(keys, '', told)))) as Row
      return JSON.stringify(inOrder(plain))
    }).toSorted())
  }
  return content
}

const MOST_SHOWN = 5

/** What one registry holds and the other does not, a few of each kind. */
export function differences(one: RegistryContent, other: RegistryContent): string[] {
  return [...one].flatMap(([what, lines]) => {
    const others = other.get(what) ?? []
    const [mine, theirs] = [new Set(lines), new Set(others)]
    const only = [...lines.filter((line) => !theirs.has(line)).map((line) => `only without a stop: ${line}`), ...others.filter((line) => !mine.has(line)).map((line) => `only with stops: ${line}`)]
    if (only.length === 0) return lines.length === others.length ? [] : [`${what}: ${lines.length} without a stop, ${others.length} with stops`]
    return [`${what}: ${only.length} differ`, ...only.slice(0, MOST_SHOWN).map((line) => `${what}, ${line}`)]
  })
}

/** What must hold of a registry by itself: counts are what the rows say, and the log is whole. */
export async function unsound({ db }: Pick<Tools, 'db'>, office: string): Promise<string[]> {
  const tallies = await checkTallies(db)
  const log = await verifyStored(db, office, 'events')
  return [...tallies.map((one) => `count of ${one.measure} in ${one.area}: ${one.kept} kept, ${one.counted} counted`), ...log.ok ? [] : [`log: ${JSON.stringify(log.error)}`]]
}
