import { type RawBuilder, sql } from 'kysely'

/**
 * `= any (…)` of a given list, planned once for lists of every length. Written plainly, PostgreSQL weighs each list anew and plans the
 * statement again every time, which takes longer than to answer it. For lists that an index looks up one by one.
 */
export const anyOf = (values: readonly string[], type: 'uuid' | 'text'): RawBuilder<unknown> => {
  const list = sql`${[...values]}::${sql.raw(type)}[]`
  return sql`any((select ${list})::${sql.raw(type)}[])`
}
