import { type RawBuilder, sql } from 'kysely'
import { type Actor, type Operation, areasFor } from '../../kernel/rights.ts'

/** The part of the office in which an actor may do something, as a condition on a business under this alias. */
export function withinAreas(actor: Actor, operation: Operation, alias: string): RawBuilder<unknown> {
  const areas = areasFor(actor, operation)
  if (areas === 'all') return sql`true`
  if (areas === 'own') return sql`false`
  const [village, district] = [sql.ref(`${alias}.village_code`), sql.ref(`${alias}.district_code`)]
  return sql`(${sql.join(areas.map((code) => {
    const depth = code.split('.').length
    if (depth === 4) return sql`${village} = ${code}`
    return depth === 3 ? sql`${district} = ${code}` : sql`${district} like ${`${code}.%`}`
  }), sql` or `)})`
}
