import { sql } from 'kysely'
import { wibDate } from '../../kernel/wib.ts'
import type { Unit } from '../../platform/db/unit.ts'

const LETTERS = { request: 'PDP', breach: 'INS' } as const

/** The next number of its kind in the year of the office: `PDP-2026-0001`. Given within the transaction, so none is lost. */
export async function nextReference({ tx, now }: Unit, officeId: string, kind: keyof typeof LETTERS): Promise<string> {
  const { year } = wibDate(now)
  const { rows } = await sql<{ last: number }>`
    insert into privacy.number_heads (office_id, kind, year, last) values (${officeId}, ${kind}, ${year}, 1)
    on conflict on constraint number_heads_pkey do update set last = privacy.number_heads.last + 1 returning last`.execute(tx)
  return `${LETTERS[kind]}-${year}-${String(rows[0]?.last ?? 0).padStart(4, '0')}`
}
