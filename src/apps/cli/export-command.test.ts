import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { businessExport } from '../../domains/registry/index.ts'
import { applicationExport } from '../../domains/applications/index.ts'
import { columnTable } from '../../platform/export/source.ts'
import { freshApp } from '../testing.ts'
import { cooperativeExport } from '../../domains/cooperatives/index.ts'
import { seedRegency } from '../../../db/seeds/regency.ts'

const ROOT = join(import.meta.dirname, '../../..')

test('a command writes the data to standard output and count and checksum to standard error; the columns are documented', async (t) => {
  const app = await freshApp(t)
  await seedRegency(app.tools, { businesses: 30, seed: 2 })
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: app.databaseUrl, DATA_DIR: app.config.dataDir, KEY_FILE: app.config.keyFile,
    DEMO: '1' }
  const run = (...words: string[]) => new Promise<{ code: number | null; out: Buffer; err: string }>((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts/run.mjs'), 'src/apps/cli.ts', 'export', ...words], { env })
    const [out, err]: Buffer[][] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => out?.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err?.push(chunk))
    child.on('close', (code) => resolve({ code, out: Buffer.concat(out ?? []), err: Buffer.concat(err ?? []).toString() }))
  })
  const file = join(app.config.dataDir, 'usaha.xlsx')

  const [lines, book, cases, wrong] = await Promise.all([
    run('businesses', '--format', 'jsonl'), run('businesses', '--format', 'xlsx', '--out', file, '--with-numbers', '--json'),
    run('applications'), run('applications', '--district', '35.15.05'),
  ])

  assert.equal(lines.err.trim(), `30 baris, SHA-256 ${createHash('sha256').update(lines.out).digest('hex')}`)
  assert.ok(lines.out.toString().trim().split('\n').every((line) => /^3515-\d{4}-\d{6}$/.test(JSON.parse(line).registryNumber)))
  const told = JSON.parse(book.out.toString())
  assert.deepEqual([told.rows, told.sha256], [30, createHash('sha256').update(await readFile(file)).digest('hex')])
  assert.equal((await stat(file)).mode & 0o077, 0)
  assert.deepEqual([lines.code, book.code, cases.code, wrong.code], [0, 0, 0, 2])
  assert.match(cases.out.toString(), /^Nomor permohonan,/)
  const noted = await app.db.selectFrom('log.events').select('body').where('what', '=', 'businesses.export').execute()
  assert.deepEqual(noted.map(({ body }) => JSON.parse(body)).filter(({ to }) => to === 'done').map(({ data }) => data.numbers).toSorted(),
    [false, true])

  const documented = await readFile(join(ROOT, 'docs/export.md'), 'utf8')
  const sources = [businessExport(app.tools, { officeId: 'demo', areas: 'all' }, {}, false), cooperativeExport(app.tools, 'demo'), applicationExport(app.tools, 'demo')]
  assert.ok(sources.every(({ columns }) => documented.includes(`\n${columnTable(columns)}\n`)),
    'docs/export.md: paste the answer of `export <what> --columns`')
})
