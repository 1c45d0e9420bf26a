import { sql } from 'kysely'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { REFERENCE, loadOnce, referenceRows } from '../../platform/db/reference.ts'
import type { Clock } from '../../platform/db/unit.ts'

type Kbli = { version: string; code: string; level: number; title: string; description: string; parent_code: string | null; category: string | null; official: boolean }

const FILES_2025 = ['01_kategori', '02_golongan_pokok', '03_golongan', '04_subgolongan', '05_kelompok'].map((name) => `kbli/kbli-2025/${name}.json`)
const FILES = ['kbli/kbli-2020.csv', 'kbli/kbli-2020-uraian.csv', 'kbli-sinonim.csv', ...FILES_2025]

const entry2025 = z.looseObject({
  code: z.string(), title: z.string(), description: z.string().nullish(),
  kategori_code: z.string().optional(), golongan_pokok_code: z.string().optional(), golongan_code: z.string().optional(), subgolongan_code: z.string().optional(),
})

async function kbli2020(): Promise<Kbli[]> {
  const descriptions = new Map((await referenceRows('kbli/kbli-2020-uraian.csv')).map((row) => [row['kode'], row['uraian'] ?? '']))
  return (await referenceRows('kbli/kbli-2020.csv')).map((row) => ({
    version: '2020', code: row['kode'] ?? '', level: Number(row['tingkat']), title: row['judul'] ?? '', description: descriptions.get(row['kode']) ?? '',
    parent_code: row['kode_induk'] === '' ? null : row['kode_induk'] ?? null, category: row['kategori'] ?? null, official: row['sumber'] !== 'oss_saja',
  }))
}

async function kbli2025(): Promise<Kbli[]> {
  const levels = await Promise.all(FILES_2025.map(async (file, at) => {
    const entries = z.array(entry2025).parse(JSON.parse(await readFile(join(REFERENCE, file), 'utf8')))
    return entries.map((one): Kbli => ({
      version: '2025', code: one.code, level: at + 1, title: one.title, description: one.description ?? '',
      parent_code: one.subgolongan_code ?? one.golongan_code ?? one.golongan_pokok_code ?? one.kategori_code ?? null, category: null, official: true,
    }))
  }))
  return levels.flat()
}

async function loadKbli(tx: Tx): Promise<void> {
  const rows = [...await kbli2020(), ...await kbli2025()]
  await sql`insert into registry.kbli (version, code, level, title, description, parent_code, category, official)
    select version, code, level, title, description, parent_code, category, official
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as k(version text, code text, level smallint, title text, description text, parent_code text, category text, official boolean)
    on conflict (version, code) do update set title = excluded.title, description = excluded.description, parent_code = excluded.parent_code, official = excluded.official`.execute(tx)
  const synonyms = (await referenceRows('kbli-sinonim.csv')).map((row) => ({ word: row['kata'], version: row['versi'], code: row['kode'] }))
  await sql`insert into registry.kbli_synonyms (word, version, code)
    select distinct word, version, code from jsonb_to_recordset(${JSON.stringify(synonyms)}::jsonb) as s(word text, version text, code text)
    on conflict do nothing`.execute(tx)
}

/** Loads KBLI 2020 (Peraturan BPS 2/2020) and KBLI 2025 (Peraturan BPS 7/2025) side by side, with the everyday words for them. */
export async function loadKbliReference(tx: Tx, clock: Clock): Promise<void> {
  await loadOnce(tx, clock, 'kbli', FILES, () => loadKbli(tx))
}
