import { sql } from 'kysely'
import { chanceOf } from '../../db/seeds/chance.ts'
import { mistype, respell } from '../../db/seeds/labelled/slips.ts'
import type { Db } from '../../src/platform/db/database.ts'
import type { Request } from './measure.ts'
import type { Ask } from './mixed.ts'

export const KINDS = ['search', 'list after 49 next', 'record page', 'dashboard'] as const
export type AskKind = (typeof KINDS)[number]

/** How often each is asked, of twenty. */
const OFTEN: Record<AskKind, number> = { search: 8, 'list after 49 next': 4, 'record page': 5, dashboard: 3 }
/** Milliseconds asked for at a million: half of the answers, 95 of 100. Source: issue 3 */
export const AIMS: Record<AskKind, { p50: number; p95: number }> = {
  search: { p50: 15, p95: 80 }, 'list after 49 next': { p50: 10, p95: 40 }, 'record page': { p50: 10, p95: 40 },
  dashboard: { p50: 50, p95: 150 },
}

type Sample = { id: string; name: string; owner: string; product: string | null; village: string; registryNumber: string; nib: string | null }

/** Businesses from all over the registry, the same for the same registry. */
async function samples(db: Db, most: number): Promise<Sample[]> {
  const chance = chanceOf(11)
  const found: Sample[] = []
  for (let tries = 0; found.length < most && tries < most * 2; tries += 1) {
    const { rows: [one] } = await sql<Sample>`
      select b.id, b.name, p.name as owner, b.details ->> 'mainProduct' as product, v.name as village, b.registry_number as "registryNumber", b.nib
        from (select * from registry.businesses where id >= ${chance.uuid()}::uuid and status = 'active' order by id limit 1) b
        join registry.people p on p.id = b.owner_id join office.regions v on v.code = b.village_code`.execute(db)
    if (one) found.push(one)
  }
  return found
}

/** What people type: parts of names, with slips, old spelling, a village behind; now and then a number. */
function typed(found: readonly Sample[], most: number): string[] {
  const chance = chanceOf(12)
  const lower = (text: string) => text.toLowerCase()
  const firstWords = (text: string, count: number) => text.split(' ').slice(0, count).join(' ')
  const forms: ((one: Sample) => string)[] = [
    ({ name }) => lower(name), ({ name, village }) => `${lower(name)} ${lower(village)}`, ({ name }) => lower(mistype(chance, name)),
    ({ name, village }) => `${lower(mistype(chance, name))} ${lower(village)}`, ({ name }) => lower(respell(chance, name)),
    ({ owner }) => lower(owner),
    ({ owner, village }) => `${lower(mistype(chance, owner))} ${lower(village)}`,
    ({ product, village }) => `${lower(product ?? 'kerupuk')} ${lower(village)}`,
    ({ name }) => lower(firstWords(name, 2)).slice(0, -1), ({ name,
      owner }) => `${lower(firstWords(owner, 1))} ${lower(firstWords(name, 1))}`,
    ({ registryNumber }) => registryNumber, ({ nib, name }) => nib ?? lower(firstWords(name, 1)),
  ]
  const all = found.flatMap((one, at) => [forms[at % forms.length]?.(one) ?? one.name, forms[(at + 5) % forms.length]?.(one) ?? one.name])
  return ['krupuk udang barokha jabon', ...all].slice(0, most)
}

/** Goes on 49 times through the pages of a filtered list, as a person would. @returns the question for the 50th, or nothing where the list ends before */
async function fiftieth(base: string, headers: Record<string, string>, filter: string): Promise<Request | undefined> {
  let cursor = ''
  for (let at = 0; at < 49; at += 1) {
    const reply = await fetch(`${base}/api/v1/businesses?${filter}&limit=50${cursor}`, { headers })
    if (reply.status !== 200) throw new Error(`the list answers ${reply.status}: ${await reply.text()}`)
    const { next } = await reply.json() as { next: string | null }
    if (next === null) return undefined
    cursor = `&cursor=${encodeURIComponent(next)}`
  }
  return { method: 'GET', path: `/api/v1/businesses?${filter}&limit=50${cursor}`, headers }
}

/** The requests of each kind; `token` is of somebody at the counter, who may look at all of them. */
export async function registryAsks(base: string, db: Db, token: string): Promise<Map<AskKind, Request[]>> {
  const api = { authorization: `Bearer ${token}` }
  const page = { cookie: `sid=${token}`, 'accept-encoding': 'gzip' }
  const found = await samples(db, 200)
  const get = (path: string, headers: Record<string, string>): Request => ({ method: 'GET', path, headers })
  const districts = ['35.15.18', '35.15.13', '35.15.08', '35.15.07']
  const filters = [...districts.map((code) => `district=${code}`), 'status=closed', 'kbli=10', 'district=35.15.18&kbli=47',
    'freshness=due&sort=unconfirmed', 'sort=name', '']
  const lists: (Request | undefined)[] = []
  for (const filter of filters) lists.push(await fiftieth(base, api, filter))
  return new Map<AskKind, Request[]>([
    ['search', typed(found.slice(0, 40), 60).map((q) => get(`/api/v1/businesses?q=${encodeURIComponent(q)}&limit=50`, api))],
    ['list after 49 next', lists.flatMap((one) => (one ? [one] : []))],
    ['record page', found.map(({ id }) => get(`/petugas/usaha/${id}`, page))],
    ['dashboard', [get('/petugas/dasbor', page), ...districts.map((code) => get(`/petugas/dasbor?wilayah=${code}`, page))]],
  ])
}

/** All kinds among each other, always in the same order. */
export function mixed(asks: ReadonlyMap<AskKind, readonly Request[]>): Ask[] {
  const turns = KINDS.flatMap((kind) => Array.from({ length: OFTEN[kind] },
    (_, at) => ({ kind, at: (at + 0.5) / OFTEN[kind] }))).toSorted((a, b) => a.at - b.at)
  const counts = new Map<AskKind, number>()
  return Array.from({ length: 1_200 }, (_, at) => {
    const kind = turns[at % turns.length]?.kind ?? 'search'
    const count = counts.get(kind) ?? 0
    counts.set(kind, count + 1)
    const requests = asks.get(kind) ?? []
    const request = requests[count % requests.length]
    if (!request) throw new Error(`nothing to ask for: ${kind}`)
    return { kind, request }
  })
}
