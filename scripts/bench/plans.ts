import pg from 'pg'
import type { Tape } from './tape.ts'

export type TableSize = { name: string; rows: number; tableMb: number; indexMb: number }

async function asked<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, options: '-c role=ditakopum_app -c timezone=UTC' })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** The largest tables of the registry with their indexes, as of the last analyze. */
export function tableSizes(url: string): Promise<TableSize[]> {
  return asked<TableSize>(url, `
    select n.nspname || '.' || c.relname as name, c.reltuples::float8 as rows, round(pg_table_size(c.oid) / 1048576.0)::float8 as "tableMb",
           round(pg_indexes_size(c.oid) / 1048576.0)::float8 as "indexMb"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('registry', 'log') order by pg_total_relation_size(c.oid) desc limit 12`)
}

export type Explained = { text: string; ms: number; plan: string[] }

/** The statements of an answer once more, each with the way the database went and the time it took. Those that write are left out. */
export async function explained(url: string, tape: Tape): Promise<Explained[]> {
  const found: Explained[] = []
  for (const { text, values } of tape) {
    if (!/^\s*(select|with)\b/i.test(text) || /\b(insert|update|delete|log\.append)\b/i.test(text)) continue
    const rows = await asked<{ 'QUERY PLAN': string }>(url, `explain (analyze, buffers, costs off, timing off) ${text}`, values)
    const plan = rows.map((row) => row['QUERY PLAN'])
    found.push({ text: text.replaceAll(/\s+/g, ' ').trim(), ms: Number(/Execution Time: ([\d.]+)/.exec(plan.at(-1) ?? '')?.[1] ?? 0),
      plan })
  }
  return found.toSorted((a, b) => b.ms - a.ms)
}
