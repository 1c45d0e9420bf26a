import type { Language } from '../../platform/http/context.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Office, findHomeOffice, listDistricts } from '../office/index.ts'
import { listServicesOn } from '../services/index.ts'
import type { Told, PublishedMonth } from './core/publish-month.ts'
import { type KeptMonth, listMonths, listOnTime, readPublished } from './months-store.ts'

type Name = Record<Language, string>

/** What all public pages of figures share: which months there are, and what the groups are called. */
export type PublicMonths = {
  office: Office; months: KeptMonth[]; onTime: ReadonlyMap<string, Told>
  districts: ReadonlyMap<string, string>; services: ReadonlyMap<string, Name>; items: ReadonlyMap<string, Name>
}

async function read(tools: Tools, db: Db | Tx): Promise<PublicMonths | undefined> {
  const office = await findHomeOffice(db)
  if (!office) return undefined
  const definitions = (await listServicesOn(db, office.id, wibDate(tools.clock()).toString())).map((held) => held.definition)
  return {
    office, months: await listMonths(db, office.id), onTime: await listOnTime(db, office.id),
    districts: new Map((await listDistricts(db, office.regionCode)).map(({ code, name }) => [code, name])),
    services: new Map(definitions.map(({ code, name }) => [code, name])),
    items: new Map(definitions.flatMap(({ questions, requirements }) => [...questions, ...requirements].map(({ key, label }): [string, Name] => [key, label]))),
  }
}

const KEPT_MS = 60_000
type Kept = { until: number; data: Promise<PublicMonths | undefined>; published: Map<string, Promise<PublishedMonth | undefined>> }
const kept = new WeakMap<Db, Kept>()

/** What is held for a minute, whoever asks how often. Asked by the transaction of who comes first: with one of its own it would wait for those who wait. */
function hold(tools: Tools, db: Db | Tx): Kept {
  const nowMs = tools.clock().epochMilliseconds
  const held = kept.get(tools.db)
  if (held && held.until > nowMs) return held
  const made: Kept = { until: nowMs + KEPT_MS, data: read(tools, db), published: held?.published ?? new Map() }
  kept.set(tools.db, made)
  made.data.catch(() => kept.delete(tools.db))
  return made
}

export const publicMonths = async (tools: Tools, db: Db | Tx): Promise<PublicMonths | undefined> => hold(tools, db).data

/** The published figures of a month, read once for as long as it goes to the same entry of the log. */
export async function publishedMonth(tools: Tools, db: Db | Tx, officeId: string, { month, lastSeq }: KeptMonth): Promise<PublishedMonth | undefined> {
  const { published } = hold(tools, db)
  const key = `${month} ${lastSeq}`
  const held = published.get(key)
  if (held) return held
  const made = readPublished(db, officeId, month)
  // The running month of yesterday is asked for no more.
  for (const old of published.keys()) if (old.startsWith(`${month} `)) published.delete(old)
  published.set(key, made)
  made.catch(() => published.delete(key))
  return made
}
