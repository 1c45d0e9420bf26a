import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { anIssuedLetter } from '../../domains/applications/testing.ts'
import { type TestApp, freshApp } from '../testing.ts'

const ROOT = join(import.meta.dirname, '../../..')

function ditakopum(app: TestApp, ...words: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { dataDir, keyFile } = app.config
  const env = { ...process.env, DATABASE_URL: app.databaseUrl, DEMO: '1', DATA_DIR: dataDir, KEY_FILE: keyFile, LOG_LEVEL: 'silent' }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', './scripts/loader.mjs', 'src/apps/cli.ts', ...words], { cwd: ROOT, env })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk) => { stdout += String(chunk) })
    child.stderr.on('data', (chunk) => { stderr += String(chunk) })
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

async function kept(app: TestApp, name: string, bytes: Uint8Array): Promise<string> {
  const path = join(app.config.dataDir, name)
  await writeFile(path, bytes)
  return path
}

async function aGoodAndAnAlteredFile(t: TestContext) {
  const app = await freshApp(t)
  const letter = await anIssuedLetter(app)
  const longer = Buffer.concat([letter.pdf, Buffer.from('\n%%EOF\n')])
  return { app, letter, good: await kept(app, 'surat.pdf', letter.pdf), bad: await kept(app, 'surat-lain.pdf', longer) }
}

test('a letter is verified at the command line: exit 0 only when it is valid', async (t) => {
  const { app, letter, good, bad } = await aGoodAndAnAlteredFile(t)

  const valid = await ditakopum(app, 'letter', 'verify', good, '--json')
  const altered = await ditakopum(app, 'letter', 'verify', bad, '--json')
  const byCode = await ditakopum(app, 'letter', 'verify', letter.code)
  const nowhere = await ditakopum(app, 'letter', 'verify', join(app.config.dataDir, 'tidak-ada.pdf'))

  const report = JSON.parse(valid.stdout)
  assert.deepEqual([valid.code, report.verdict, report.number, report.pdfSignature, report.inRegister], [0, 'valid', letter.number, 'valid', true])
  assert.deepEqual([altered.code, JSON.parse(altered.stdout).verdict, JSON.parse(altered.stdout).pdfSignature], [1, 'altered', 'not-whole-file'])
  assert.deepEqual([byCode.code, nowhere.code], [0, 2])
  assert.match(byCode.stdout, /^BERLAKU: .*CONTOH – TIDAK SAH/)
})
