import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { similarityOfNormal, villageMap } from '../registry/index.ts'
import { tellingName } from './cooperative-store.ts'
import type { DoubleSide, DoubleWorld } from './core/doubles.ts'
import { legalEntityKey } from './core/identity.ts'

/** A cooperative as the rule of doubles compares it. `standsAs`: itself, or the record that stands for it since they were merged. */
export type KnownSide = DoubleSide & { id: string; standsAs: string; registryNumber: string; name: string; legalEntityNumber: string }

/** What is looked for: a row of a list, or a record. */
export type Sought = DoubleSide & { id?: string | undefined; registryNumber?: string | undefined }

type Row = {
  id: string; stands_as: string; registry_number: string; name: string; village_code: string; legal_entity_number: string
  cooperative_number: string | null; npwp: string | null; nib: string | null; phone: string | null
}

/** Names and numbers as the rule compares them, from the words of a record. */
export const sideOf = (
  one: { name: string; villageCode: string } & Pick<DoubleSide, 'legalEntityNumber' | 'cooperativeNumber' | 'npwp' | 'nib' | 'phone'>,
): DoubleSide => ({
  tellingName: tellingName(one.name), villageCode: one.villageCode, legalEntityNumber: one.legalEntityNumber,
  cooperativeNumber: one.cooperativeNumber, npwp: one.npwp, nib: one.nib, phone: one.phone,
})

const knownOf = (row: Row): KnownSide => ({
  ...sideOf({
    name: row.name, villageCode: row.village_code, cooperativeNumber: row.cooperative_number ?? undefined, npwp: row.npwp ?? undefined,
    nib: row.nib ?? undefined, phone: row.phone ?? undefined,
  }),
  id: row.id, standsAs: row.stands_as, registryNumber: row.registry_number, name: row.name, legalEntityNumber: row.legal_entity_number,
})

const SIDE = sql`
  select c.id, c.registry_number, c.name, c.village_code, c.legal_entity_number, c.cooperative_number, c.record ->> 'npwp' as npwp,
         c.record ->> 'nib' as nib, c.record ->> 'phone' as phone,
         case when c.merged_into is null then c.id else (
           with recursive up (id, next) as (
             select n.id, n.merged_into from cooperatives.cooperatives n where n.id = c.merged_into
             union all select n.id, n.merged_into from up join cooperatives.cooperatives n on n.id = up.next)
           select id from up where next is null) end as stands_as
    from cooperatives.cooperatives c`

/** More than any regency has in the villages around one list of a thousand rows. */
const MOST = 20_000

/** A body's tax number in both its lengths. */
const taxNumbers = (npwp: string): string[] => [npwp, npwp.length === 15 ? `0${npwp}` : npwp.replace(/^0/, '')]

/**
 * Cooperatives of the office that share a number with what is sought, or lie in the same or a neighbouring village; absorbed ones among them.
 */
export async function findKnownSides(tx: Db | Tx, officeId: string, sought: readonly Sought[]): Promise<KnownSide[]> {
  if (sought.length === 0) return []
  const map = await villageMap()
  const told = (of: (one: Sought) => readonly string[] | string | undefined): string[] => [...new Set(sought.flatMap((one) => of(one) ?? []))]
  const { rows } = await sql<Row>`${SIDE} where c.office_id = ${officeId} and (
      c.village_code = any(${told(({ villageCode }) => [villageCode, ...map.neighboursOf(villageCode)])}::text[])
      or c.legal_entity_key = any(${told(({ legalEntityNumber }) => legalEntityNumber && legalEntityKey(legalEntityNumber))}::text[])
      or c.cooperative_number = any(${told(({ cooperativeNumber }) => cooperativeNumber)}::text[])
      or c.record ->> 'npwp' = any(${told(({ npwp }) => npwp && taxNumbers(npwp))}::text[])
      or c.record ->> 'nib' = any(${told(({ nib }) => nib)}::text[])
      or c.registry_number = any(${told(({ registryNumber }) => registryNumber)}::text[])
      or c.id = any(${told(({ id }) => id)}::uuid[]))
    order by c.id limit ${MOST}`.execute(tx)
  return rows.map(knownOf)
}

/** The same cooperatives as they are kept. */
export async function listKnownSides(tx: Db | Tx, ids: readonly string[]): Promise<KnownSide[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`${SIDE} where c.id = any(${ids}::uuid[]) order by c.id`.execute(tx)
  return rows.map(knownOf)
}

/** The same two names are compared again and again while a list is judged. */
const MOST_REMEMBERED = 50_000

/** Names and map as the rule of doubles needs them. */
export async function doubleWorld(): Promise<DoubleWorld> {
  const { areNeighbours } = await villageMap()
  const known = new Map<string, number>()
  return {
    areNeighbours,
    similarity(a, b) {
      const key = `${a}|${b}`
      const before = known.get(key)
      if (before !== undefined) return before
      if (known.size >= MOST_REMEMBERED) known.clear()
      const alike = similarityOfNormal(a, b)
      known.set(key, alike)
      return alike
    },
  }
}
