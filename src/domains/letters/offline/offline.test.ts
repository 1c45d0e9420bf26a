import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { createCodeKey } from '../../../platform/signing/code-key.ts'
import { revocationBody } from '../core/code-check.ts'
import { letterCodeBody, letterCodeText } from '../core/letter-code.ts'
import { newCode } from '../core/verification-code.ts'
import { buildOffline } from './bundle.ts'
import { t } from './messages.id.ts'
import { webCrypto } from './web-crypto.ts'

const EXECUTABLE = [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => path && existsSync(path))
const noBrowser = EXECUTABLE ? false : 'no browser is installed (CHROME_PATH): the offline check did not run'

const ASSETS = ['/verifikasi/kunci.json', '/verifikasi/dicabut.json']
const { script, worker } = await buildOffline({ page: '/verifikasi', scriptAt: () => '/verifikasi/periksa.js', assets: ASSETS })
const key = createCodeKey(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)
const [good, gone] = [1, 2].map((seed) => newCode((count) => new Uint8Array(count).fill(seed))) as [string, string]

const PAGE = `<!doctype html><title>Periksa surat</title>
  <div id="letter-check" data-keys="/verifikasi/kunci.json" data-revoked="/verifikasi/dicabut.json" data-worker="/verifikasi/pekerja.js"
    data-sha256="ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad">
    <form><textarea name="text"></textarea><input type="file"><button>Periksa</button></form><div role="status"></div>
  </div><script src="/verifikasi/periksa.js"></script>`

let server: Server
let browser: Browser
let base = ''

before(async () => {
  const codeHash = await webCrypto.sha256(new TextEncoder().encode(gone))
  const list = revocationBody(key.keyId, 1_790_000_000, [{ codeHash, withdrawal: 'revoked' }])
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const answers: Record<string, [string, string]> = {
    '/verifikasi/periksa.js': ['text/javascript', script],
    '/verifikasi/pekerja.js': ['text/javascript', worker],
    '/verifikasi/kunci.json': ['application/json', JSON.stringify({ keys: [{ ...key.publicKey, from: '2026-01-01' }] })],
    '/verifikasi/dicabut.json': ['application/json', JSON.stringify({ body: text(list), signature: text(key.sign(list)) })],
  }
  server = createServer((request, reply) => {
    const [type, body] = answers[request.url ?? ''] ?? ['text/html; charset=utf-8', PAGE]
    reply.writeHead(200, { 'content-type': type, 'service-worker-allowed': '/', 'content-security-policy': "default-src 'self'" }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  if (EXECUTABLE) browser = await chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox'] })
})
after(async () => {
  await browser?.close()
  server.closeAllConnections()
  server.close()
})

function qrText(code: string, holder = 'Siti Aminah'): string {
  const facts = {
    kind: 'UM-02', number: '500.3.7/239/438.5.14/2026', issuedOn: '2026-11-17', validUntil: undefined, holder, business: 'Kerupuk',
    scale: 'micro', place: 'Kupang, Jabon', signature: 'test', code,
  } as const
  const body = letterCodeBody(facts, key.keyId)
  const signed = holder === 'Siti Aminah' ? body : letterCodeBody({ ...facts, holder: 'Siti Aminah' }, key.keyId)
  return letterCodeText(base, code, body, key.sign(signed))
}

async function said(page: Page): Promise<string> {
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent)
  return (await page.textContent('[role=status]')) ?? ''
}

test('the script for checking stays small and free of what old phones do not know', () => {
  assert.ok(brotliCompressSync(script).length < 4_500, `${brotliCompressSync(script).length} bytes compressed`)
  assert.ok(worker.length < 1_000, `${worker.length} bytes`)
  assert.doesNotMatch(script + worker, /\?\?|\?\.[a-z]|#[a-z]+[;=(]|\.at\(|replaceAll|structuredClone/)
})

test('a letter is judged on the phone, from the address alone', { skip: noBrowser }, async () => {
  const page = await browser.newPage()
  const table: [string, string][] = [
    [qrText(good), t.verdict.valid], [qrText(gone), t.verdict.revoked], [qrText(good, 'Siti Aminoh'), t.verdict.altered],
    [`${base}/v/${good}#1234`, t.verdict['not-a-letter-code']],
  ]
  for (const [address, sentence] of table) {
    await page.goto('about:blank')
    await page.goto(address)
    assert.ok((await said(page)).includes(sentence), sentence)
  }
  await page.close()
})

test('a valid letter shows its facts, and that it is only a sample', { skip: noBrowser }, async () => {
  const page = await browser.newPage()

  await page.goto(qrText(good))

  const text = await said(page)
  const printed = ['500.3.7/239/438.5.14/2026', '17 November 2026', 'Siti Aminah', 'Kupang, Jabon', 'Mikro']
  const parts = [...printed, t.signature.test, t.without, t.compare]
  for (const part of parts) assert.ok(text.includes(part), `${part} in ${text}`)
  await page.close()
})

test('after one visit a letter is checked without network, another letter and a withdrawn one too', { skip: noBrowser }, async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${base}/verifikasi`)
  await page.evaluate(async () => {
    const ready = async () => {
      const workers = await navigator.serviceWorker.getRegistrations()
      return workers.filter(({ active }) => active?.state === 'activated').length === 2
    }
    while (!(await ready())) await new Promise((resolve) => setTimeout(resolve, 20))
  })
  await context.setOffline(true)

  for (const [address, sentence] of [[qrText(good), t.verdict.valid], [qrText(gone), t.verdict.revoked]] as const) {
    await page.goto(address)
    assert.ok((await said(page)).includes(sentence), sentence)
    await page.goto('about:blank')
  }
  await context.close()
})

test('a pasted QR text is judged, and a file is compared without leaving the phone', { skip: noBrowser }, async () => {
  const page = await browser.newPage()
  await page.goto(`${base}/verifikasi`)

  await page.fill('textarea', qrText(gone))
  await page.click('button')
  assert.ok((await said(page)).includes(t.verdict.revoked))
  await page.setInputFiles('input[type=file]', { name: 'surat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('abc') })
  await page.waitForFunction((sentence) => document.querySelector('[role=status]')?.textContent === sentence, t.sameFile)
  await page.setInputFiles('input[type=file]', { name: 'surat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('abd') })
  await page.waitForFunction((sentence) => document.querySelector('[role=status]')?.textContent === sentence, t.otherFile)
  await page.close()
})
